import ChainRule
import Optimizers

/// What data must be, before a model is fitted to them.
struct FitCheck {
  private let model: LinearModel
  private let data: FitData

  init(_ model: LinearModel, _ data: FitData) {
    self.model = model
    self.data = data
  }

  private var features: NDArray<Double> { data.features }

  /// Shapes that belong together, and weights that count.
  func checkShapes() throws {
    guard features.shape.count == 2 else {
      throw model.refuse("the features have shape \(features.shape)", "they need shape [rows, features]")
    }
    let rows = features.shape[0]
    if rows == 0 { throw model.refuse("there are no rows", "a fit needs at least one") }
    if features.shape[1] == 0 && !model.hasIntercept {
      throw model.refuse("there are no features and no intercept", "there is nothing to fit")
    }
    switch data.target {
    case .numbers(let numbers): try checkShape(numbers, rows)
    case .labels(let labels, _): try checkShape(labels, rows)
    }
    guard let weights = data.weights else { return }
    if weights.shape != [rows] {
      throw model.refuse("the weights have shape \(weights.shape)", "they need shape [\(rows)]")
    }
    try finite(weights, "weight")
    if let row = weights.firstIndex(where: { $0 < 0 }) {
      throw model.refuse(
        "the weight of row \(data.number(of: row)) is \(weights[row].spelled)", "weights are 0 or more")
    }
    if weights.firstIndex(where: { $0 > 0 }) == nil {
      throw model.refuse("all weights are 0", "no row counts")
    }
  }

  /// What the rows that count hold.
  ///
  /// - Parameter sizes: The greatest magnitude of each feature, of those that are fitted as they are.
  func checkElements(sizes: [Double]?) throws {
    // Sizes that are all finite are those of numbers that are.
    if !(sizes?.allSatisfy(\.isFinite) ?? false) { try finite(features, "feature") }
    switch data.target {
    case .numbers(let numbers): try check(numbers)
    case .labels(let labels, let count): try check(labels, count)
    }
    if let sizes { try check(sizes) }
  }

  /// Features as they are, whose squares are numbers still: curvature is made of them.
  private func check(_ sizes: [Double]) throws {
    if let column = sizes.firstIndex(where: { $0 > 0 && !(1e-150...1e150).contains($0) }) {
      throw model.refuse(
        "the feature of column \(column) is \(sizes[column]) at most, and squares of such numbers are "
          + (sizes[column] > 1 ? "beyond the greatest" : "lost"),
        "standardise the features, or measure it in another unit")
    }
  }

  private func checkShape(_ numbers: NDArray<Double>, _ rows: Int) throws {
    let isTable = numbers.shape.count == 2 && model.family == .leastSquares && numbers.shape[1] > 0
    guard numbers.shape.first == rows, numbers.shape.count == 1 || isTable else {
      throw model.refuse(
        "the target has shape \(numbers.shape) for \(rows) rows",
        model.family == .leastSquares
          ? "it needs shape [\(rows)] or [\(rows), outputs]" : "it needs shape [\(rows)]")
    }
  }

  private func check(_ numbers: NDArray<Double>) throws {
    try finite(numbers, "target")
    func first(_ isWrong: (Double) -> Bool) -> (Int, Double)? {
      numbers.firstIndex(where: isWrong).map { (data.number(of: $0), numbers.storage[$0]) }
    }
    switch model.family {
    case .logistic:
      if let (row, value) = first({ $0 != 0 && $0 != 1 }) {
        throw model.refuse(
          "the target of row \(row) is \(value.spelled)", "a logistic model needs 0 and 1; or give labels")
      }
      guard numbers.firstIndex(where: { $0 != numbers[0] }) != nil else {
        throw oneClass(Int(numbers[0]))
      }
    case .poisson:
      if let (row, value) = first({ $0 < 0 }) {
        throw model.refuse("the target of row \(row) is \(value.spelled)", "counts are 0 or more")
      }
      if first({ $0 > 0 }) == nil {
        throw model.refuse("all counts are 0", "the mean would be 0, its logarithm −∞")
      }
    default: return
    }
  }

  private func checkShape(_ labels: IndexArray, _ rows: Int) throws {
    guard model.family.isClassifier else {
      throw model.refuse("the target is classes", "a \(model.family.name) model needs numbers")
    }
    if labels.shape != [rows] {
      throw model.refuse("the labels have shape \(labels.shape)", "they need shape [\(rows)]")
    }
  }

  private func check(_ labels: IndexArray, _ count: Int) throws {
    if let row = labels.elements.firstIndex(where: { $0 < 0 || $0 >= count }) {
      throw model.refuse(
        "the label of row \(data.number(of: row)) is \(labels.elements[row])",
        count > 0 ? "labels run from 0 to \(count - 1)" : "there are \(count) classes; give two or more")
    }
    if model.family == .logistic && count > 2 {
      throw model.refuse("there are \(count) classes", "a logistic model has two; take softmax")
    }
    try twoClasses(labels.elements)
  }

  private func twoClasses(_ labels: [Int]) throws {
    if let first = labels.first, labels.allSatisfy({ $0 == first }) { throw oneClass(first) }
  }

  private func oneClass(_ label: Int) -> ChainRuleError {
    model.refuse("all rows have class \(label)", "a classifier needs rows of at least two classes")
  }

  private func finite(_ array: NDArray<Double>, _ name: String) throws {
    guard let offset = array.firstNonFinite else { return }
    let width = array.shape.count == 2 ? array.shape[1] : 1
    throw model.refuse(
      "the \(name) of row \(data.number(of: offset / width))\(width > 1 || array.shape.count == 2 ? ", column \(offset % width)," : "") "
        + "is \(array.storage[offset].spelled)", "remove the row or fill in a number")
  }
}
