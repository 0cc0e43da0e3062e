import ChainRule
import Optimizers

/// The features as a linear programme takes them: in units near 1 and near 0, and still exact.
///
/// A column is multiplied by a power of two; and what lies far from 0 beside its spread has one of its own elements taken off,
/// which is exact where no element is less than half or more than twice another (Sterbenz, 1974).
struct ConeColumns {
  /// The features that take part.
  let features: [Int]
  /// What is taken off each of them.
  let shifts: [Double]
  /// The power of two that each is multiplied by.
  let exponents: [Int]
  let hasIntercept: Bool

  init(_ data: FitData, _ scaling: Scaling, hasIntercept: Bool, dropsFeatures: Bool) {
    let constant = Set(scaling.constant)
    let width = scaling.means.count
    features = dropsFeatures ? [] : (0..<width).filter { !constant.contains($0) }
    self.hasIntercept = hasIntercept
    var (least, greatest) = (
      Array(repeating: Double.infinity, count: width), Array(repeating: -Double.infinity, count: width)
    )
    if !features.isEmpty {
      data.features.withUnsafePointer { source in
        for row in 0..<data.rowCount {
          for column in 0..<width {
            let x = source[row * width + column]
            if x < least[column] { least[column] = x }
            if x > greatest[column] { greatest[column] = x }
          }
        }
      }
    }
    shifts = features.map { column in
      let isFar =
        least[column] > 0
        ? greatest[column] <= 1.5 * least[column]
        : greatest[column] < 0 && least[column] >= 1.5 * greatest[column]
      return hasIntercept && isFar ? least[column] : 0
    }
    exponents = zip(features, shifts).map { column, shift in
      let size = Swift.max(Swift.abs(least[column] - shift), Swift.abs(greatest[column] - shift))
      return size > 0 && size.isFinite ? -Int(size.exponent) : 0
    }
  }

  /// The inequalities of the rows.
  func rows(_ data: FitData, _ family: Family, outputs: Int, range: ConeRows.Range) -> ConeRows {
    let width = features.count + (hasIntercept ? 1 : 0)
    let demands = Self.demands(data, family)
    let ranges =
      Array(repeating: range, count: features.count * outputs)
      + Array(repeating: .anywhere, count: hasIntercept ? outputs : 0)
    if features.isEmpty {
      // Rows that ask for the same are one.
      let distinct = demands.reduce(into: [ConeRows.Demand]()) { if !$0.contains($1) { $0.append($1) } }
      return ConeRows(
        elements: distinct.flatMap { _ in hasIntercept ? [1] : [] }, width: width, outputs: outputs,
        demands: distinct, ranges: ranges)
    }
    let (all, count) = (data.features.shape[1], data.rowCount)
    let factors = exponents.map { Double(sign: .plus, exponent: $0, significand: 1) }
    var elements = Array(repeating: 1.0, count: count * width)
    data.features.withUnsafePointer { source in
      for row in 0..<count {
        for (place, column) in features.enumerated() {
          elements[row * width + place] = (source[row * all + column] - shifts[place]) * factors[place]
        }
      }
    }
    return ConeRows(elements: elements, width: width, outputs: outputs, demands: demands, ranges: ranges)
  }

  private static func demands(_ data: FitData, _ family: Family) -> [ConeRows.Demand] {
    switch data.target {
    case .labels(let labels, _):
      labels.elements.map { family == .softmax ? .lead($0) : $0 == 1 ? .rise : .fall }
    case .numbers(let numbers):
      numbers.withElements { elements in
        elements.indices.map { elements[$0] == 0 ? .fall : family == .poisson ? .stay : .rise }
      }
    }
  }

  /// The coefficients of a fit to scaled features as a direction among these columns.
  func direction(of point: [Double], _ scaling: Scaling, outputs: Int) -> [Double] {
    var result: [Double] = []
    var intercepts = hasIntercept ? Array(point.suffix(outputs)) : []
    for (place, column) in features.enumerated() {
      for output in 0..<outputs {
        let own = point[column * outputs + output] / scaling.scales[column]
        result.append(own * Double(sign: .plus, exponent: -exponents[place], significand: 1))
        if hasIntercept { intercepts[output] += own * (shifts[place] - scaling.means[column]) }
      }
    }
    return result + intercepts
  }

  /// A direction among these columns in the units of the data: for each feature that takes part, then the intercept.
  func inUnits(_ direction: [Double], outputs: Int) -> [[Double]] {
    let intercepts = hasIntercept ? Array(direction.suffix(outputs)) : Array(repeating: 0, count: outputs)
    return (0..<outputs).map { output in
      let own = features.indices.map { place in
        direction[place * outputs + output] * Double(sign: .plus, exponent: exponents[place], significand: 1)
      }
      return own + [zip(own, shifts).reduce(intercepts[output]) { $0 - $1.0 * $1.1 }]
    }
  }
}

/// A direction and the rows that it separates, in words.
struct SeparationText {
  private let data: FitData
  private let columns: ConeColumns
  private let outputs: Int
  private let isClassifier: Bool

  init(_ data: FitData, _ columns: ConeColumns, outputs: Int, isClassifier: Bool) {
    (self.data, self.columns, self.outputs, self.isClassifier) = (data, columns, outputs, isClassifier)
  }

  /// What is said of a loss without a minimum.
  func sentence(_ direction: [Double], _ rows: [Int]) -> String {
    let names = columns.features.map(data.featureName) + ["intercept"]
    var terms: [(name: String, factor: Double)] = []
    for (output, own) in columns.inUnits(direction, outputs: outputs).enumerated() {
      for (name, factor) in zip(names, own) where factor != 0 {
        terms.append((isClassifier ? "\(name) of class \(data.className(output))" : name, factor))
      }
    }
    let unit = terms.reduce(0) { Swift.max($0, Swift.abs($1.factor)) }
    let shown = terms.prefix(6).map {
      "\($0.name) \($0.factor < 0 ? "−" : "+")\(rounded(Swift.abs($0.factor) / unit))"
    }
    let more = terms.count > 6 ? " and \(terms.count - 6) more" : ""
    let numbers = rows.prefix(5).map { "\(data.number(of: $0))" }
    let others = rows.count > 5 ? " and \(rows.count - 5) more" : ""
    return
      "the loss keeps falling as coefficients grow; add a penalty. Along \(shown.joined(separator: ", "))\(more) "
      + "the loss of no row rises, and that of \(rows.count == 1 ? "row" : "rows") \(numbers.joined(separator: ", "))\(others) falls"
  }

  private func rounded(_ share: Double) -> String {
    let digits = (share * 1e4).rounded() / 1e4
    return digits == digits.rounded() && digits > 0 ? "\(Int(digits))" : digits > 0 ? "\(digits)" : "\(share)"
  }
}
