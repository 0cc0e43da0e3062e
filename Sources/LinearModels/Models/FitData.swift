package import ChainRule

/// What a model is fitted to: rows of features, what they are to predict, and what each row counts.
package struct FitData {
  /// Numbers to be predicted, or classes numbered from 0.
  package enum Target {
    case numbers(NDArray<Double>)
    case labels(IndexArray, count: Int)

    /// Classes of which, where their number is not given, the greatest of a row that counts is the last.
    ///
    /// There are no more than rows then: one label of a billion is no reason to fit as many classes.
    static func labels(_ labels: IndexArray, _ count: Int?, _ weights: NDArray<Double>?) -> Target {
      let elements = labels.elements
      var counting = elements
      if let weights, weights.shape == [elements.count] {
        counting = elements.indices.filter { weights[$0] > 0 }.map { elements[$0] }
      }
      let greatest = counting.max() ?? -1
      return .labels(
        labels, count: count ?? (greatest < elements.count ? Swift.max(greatest, 0) + 1 : elements.count))
    }
  }

  let features: NDArray<Double>
  let target: Target
  let weights: NDArray<Double>?
  var labels: ModelLabels?
  /// The rows as the caller counts them, where some were left out.
  private var numbers: [Int]?

  init(
    _ features: NDArray<Double>, _ target: Target, weights: NDArray<Double>? = nil, labels: ModelLabels? = nil
  ) {
    self.features = features
    self.target = target
    self.weights = weights
    self.labels = labels
  }

  var rowCount: Int { features.shape.first ?? 0 }

  /// The number by which the caller knows a row: counted from 0, and in a table from 1.
  func number(of row: Int) -> Int { (numbers?[row] ?? row) + (labels == nil ? 0 : 1) }

  /// The name of a feature, `x1` and so on if it has none.
  func featureName(_ index: Int) -> String {
    if let names = labels?.featureNames, names.indices.contains(index) { return names[index] }
    return "x\(index + 1)"
  }

  /// The name of a class, its number if it has none.
  func className(_ index: Int) -> String {
    if let classes = labels?.classes, classes.indices.contains(index) { return classes[index] }
    return "\(index)"
  }

  /// The rows that count, as if those of weight 0 were absent; the greatest weight is brought between 1 and 2.
  ///
  /// A mean does not change with a common factor of its weights, and by a power of two no digit of it does.
  func counting() throws -> FitData {
    guard let weights else { return self }
    let greatest = weights.reduce(0, Swift.max)
    let kept = weights.withElements { weights in weights.indices.filter { weights[$0] > 0 } }
    let result = kept.count == rowCount ? self : try rows(kept)
    let scale = Double(sign: .plus, exponent: -greatest.exponent, significand: 1)
    // Of a weight near the least number the scale is beyond the greatest.
    guard scale.isFinite, let own = result.weights else { return result }
    let scaled = NDArray<Double>.initialized(shape: own.shape) { target in
      own.withUnsafePointer { source in
        for row in 0..<own.count { target[row] = source[row] * scale }
      }
    }
    var counting = FitData(result.features, result.target, weights: scaled, labels: labels)
    counting.numbers = result.numbers
    return counting
  }

  /// Some of the rows.
  func rows(_ indices: [Int]) throws -> FitData {
    let target: Target =
      switch self.target {
      case .labels(let labels, let count):
        .labels(IndexArray(indices.map { labels.elements[$0] }), count: count)
      case .numbers(let numbers): .numbers(try Self.rows(indices, of: numbers))
      }
    var result = try FitData(
      Self.rows(indices, of: features), target, weights: weights.map { try Self.rows(indices, of: $0) },
      labels: labels)
    result.numbers = indices.map { numbers?[$0] ?? $0 }
    return result
  }

  private static func rows(_ indices: [Int], of array: NDArray<Double>) throws -> NDArray<Double> {
    try array.rows(indices, inFile: array.isInFile, "LinearModel.fit")
  }

  /// `Σ v value / Σ v` of the numbers to be predicted; 0 of classes.
  func mean(_ value: (Double) -> Double) -> Double {
    guard case .numbers(let numbers) = target, numbers.count > 0 else { return 0 }
    let outputs = numbers.shape.count == 2 ? numbers.shape[1] : 1
    return numbers.withElements { elements in
      guard let weights else {
        return elements.indices.reduce(0) { $0 + value(elements[$1]) / Double(elements.count) }
      }
      return weights.withElements { weights in
        let total = Double(outputs) * weights.indices.reduce(0) { $0 + weights[$1] }
        return elements.indices.reduce(0) { $0 + weights[$1 / outputs] / total * value(elements[$1]) }
      }
    }
  }

  /// The population standard deviation of numbers, each with the weight of its row; where they are all equal their size, and 1 at
  /// most; 1 of zeros and of classes.
  var spread: Double {
    guard case .numbers(let numbers) = target, numbers.count > 0 else { return 1 }
    // In units of the greatest, so that no square vanishes or overflows.
    let unit = numbers.reduce(0) { Swift.max($0, Swift.abs($1)) }
    if unit == 0 { return 1 }
    let center = mean { $0 / unit }
    let variance = mean { ($0 / unit - center) * ($0 / unit - center) }
    return variance > 0 ? variance.squareRoot() * unit : Swift.min(1, unit)
  }
}

extension FitData {
  /// Binds the targets to a tensor of theirs.
  func bind(to bindings: inout Bindings<Double>, _ family: Family, outputs: Int) throws -> Tensor {
    switch target {
    case .labels(let labels, let count) where family == .softmax:
      let y = Tensor.indices("y", shape: [.batch], below: .fixed(count))
      bindings.bind(labels, to: y)
      return y
    case .labels(let labels, _):
      let y = Tensor.input("y", shape: [.batch])
      bindings[y] = NDArray(labels.elements.map(Double.init))
      return y
    case .numbers(let numbers):
      let y = Tensor.input("y", shape: outputs == 1 ? [.batch] : [.batch, .fixed(outputs)])
      bindings[y] = outputs == 1 ? try numbers.reshaped(to: [numbers.count]) : numbers
      return y
    }
  }
}
