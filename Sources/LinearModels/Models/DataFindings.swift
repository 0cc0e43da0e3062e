import ChainRule
import Optimizers

/// What is odd about data that a model was fitted to: no error, but nothing to leave unsaid.
struct DataFindings {
  private let model: LinearModel
  private let data: FitData
  private let scaling: Scaling
  private let sizes: [Double]?
  private let names: [String]
  /// Whether a factorisation has shown that no feature depends on others, so that it need not be done again.
  private let isDetermined: Bool

  init(_ model: LinearModel, _ data: FitData, _ scaling: Scaling, sizes: [Double]?, isDetermined: Bool) {
    self.isDetermined = isDetermined
    self.sizes = sizes
    self.model = model
    self.data = data
    self.scaling = scaling
    names = (0..<data.features.shape[1]).map(data.featureName)
  }

  private var features: NDArray<Double> { data.features }

  /// One sentence for each.
  var sentences: [String] { equalTargets + unequalSizes + dependences }

  private var equalTargets: [String] {
    guard case .numbers(let numbers) = data.target, !model.family.isClassifier else { return [] }
    let outputs = numbers.shape.count == 2 ? numbers.shape[1] : 1
    guard numbers.count > outputs else { return [] }
    let elements = numbers.storage
    let equal = (0..<outputs).filter { output in
      stride(from: output, to: numbers.count, by: outputs).allSatisfy { elements[$0] == elements[output] }
    }
    return equal.map {
      "all targets\(outputs > 1 ? " of output \($0 + 1)" : "") are \(elements[$0]): features have nothing to explain"
    }
  }

  /// Without standardising, features of other sizes make a search slow, and a penalty weighs them by their units; to the
  /// intercept belongs a column of ones.
  private var unequalSizes: [String] {
    guard let sizes else { return [] }
    var named = zip(names.map { "feature \($0)" }, sizes).filter { $0.1 > 0 }
    if model.hasIntercept { named.append(("the 1 of the intercept", 1)) }
    guard let least = named.min(by: { $0.1 < $1.1 }), let greatest = named.max(by: { $0.1 < $1.1 }),
      greatest.1 > 1e4 * least.1
    else { return [] }
    return [
      "\(greatest.0) is as great as \(greatest.1), and \(least.0) at most \(least.1): "
        + "standardise the features, or choose other units"
    ]
  }

  private var dependences: [String] {
    let (rows, width) = (features.shape[0], features.shape[1])
    let count = width + (model.hasIntercept ? 1 : 0)
    guard model.penalty == .none, width > 0 else { return [] }
    if rows < count {
      return [
        "\(counted(rows, "row")) cannot determine \(counted(count, "coefficient")): add rows, drop features, "
          + "or add a penalty"
      ]
    }
    // A factorisation copies the rows into memory.
    if isDetermined || features.isInFile && features.count > 1 << 20 { return [] }
    guard Double(rows) * Double(width) * Double(width) <= 5e7, let found = try? columnDependences() else {
      return []
    }
    let shown = found.prefix(5).map {
      "feature \($0.name) depends on others, and its coefficient is not determined: \($0.equation)"
    }
    return shown + (found.count > 5 ? ["and \(found.count - 5) more features depend on others"] : [])
  }

  /// The dependences in the units of the data; a constant, which the intercept stands for, comes first.
  private func columnDependences() throws -> [(name: String, equation: String)] {
    let width = features.shape[1]
    let dropped = Set(scaling.constant)
    let kept = (0..<width).filter { !dropped.contains($0) }
    if kept.isEmpty { return [] }
    let matrix = try features.columns(kept, afterOnes: model.hasIntercept)
    let zeros = try NDArray<Double>(repeating: 0, shape: [features.shape[0]])
    let solution = try LeastSquares.solve(
      matrix, zeros, weights: data.weights, dependent: .zero, maximumSteps: 1)
    let titles = (model.hasIntercept ? ["constant"] : []) + kept.map { names[$0] }
    return solution.dependentColumns.map { (titles[$0.column], $0.equation(naming: titles)) }
  }
}
