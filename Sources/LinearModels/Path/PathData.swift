import ChainRule
import Optimizers

extension PenaltyPath {
  /// Numbers or counts to fit.
  func data(_ features: NDArray<Double>, _ targets: NDArray<Double>, _ weights: NDArray<Double>?) throws
    -> FitData
  {
    if family == .softmax { throw refuse("softmax needs classes", "give labels, or a table") }
    return FitData(features, .numbers(targets), weights: weights)
  }

  /// Classes to fit.
  func data(
    _ features: NDArray<Double>, _ labels: IndexArray, _ count: Int?, _ weights: NDArray<Double>?
  ) -> FitData {
    FitData(features, .labels(labels, count, weights), weights: weights)
  }

  /// A column of a table to fit.
  func data(_ table: Table, target: String) throws -> FitData {
    try model(.none).problem(table, target: target).data
  }
}

extension FitData {
  /// What is to be dealt evenly to folds: classes, and counts that are 0 apart from others; nil for other numbers.
  func strata(_ family: Family) -> [Int]? {
    switch target {
    case .labels(let labels, _): labels.elements
    case .numbers(let numbers):
      switch family {
      case .logistic, .poisson: numbers.elements.map { $0 == 0 ? 0 : 1 }
      default: nil
      }
    }
  }

  /// The classes of some rows, by their numbers; nil for numbers.
  var classes: Set<Int>? {
    if case .labels(let labels, _) = target { Set(labels.elements) } else { nil }
  }

  /// The rows of some classes, which are numbered anew in their order.
  func keeping(_ classes: [Int]) throws -> FitData {
    guard case .labels(let labels, _) = target else { return self }
    let numbers = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, $0) })
    let elements = labels.elements
    let kept = elements.indices.filter { numbers[elements[$0]] != nil }
    let some = kept.count == elements.count ? self : try rows(kept)
    let renumbered = IndexArray(kept.map { numbers[elements[$0]] ?? 0 })
    // The words of a table are those of all classes.
    return FitData(some.features, .labels(renumbered, count: classes.count), weights: some.weights)
  }
}
