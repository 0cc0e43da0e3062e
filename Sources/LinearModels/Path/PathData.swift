import ChainRule
import Optimizers

/// The rows of a path, whole or of one fold.
struct PathData {
  let features: NDArray<Double>
  let target: FitProblem.Target
  let weights: NDArray<Double>?
  var labels: ModelLabels?

  init(
    _ path: PenaltyPath, _ features: NDArray<Double>, _ targets: NDArray<Double>, _ weights: NDArray<Double>?
  ) throws {
    if path.family == .softmax {
      throw path.refuse("softmax needs classes", "give labels, or a table")
    }
    self.init(features, .numbers(targets), weights, nil)
  }

  init(
    _ path: PenaltyPath, _ features: NDArray<Double>, _ labels: IndexArray, _ count: Int?,
    _ weights: NDArray<Double>?
  ) {
    self.init(features, .labels(labels, count), weights, nil)
  }

  init(_ path: PenaltyPath, _ table: Table, target: String) throws {
    let problem = try path.model(.none).problem(table, target: target)
    self.init(problem.features, problem.target, nil, problem.labels)
  }

  private init(
    _ features: NDArray<Double>, _ target: FitProblem.Target, _ weights: NDArray<Double>?,
    _ labels: ModelLabels?
  ) {
    self.features = features
    self.target = target
    self.weights = weights
    self.labels = labels
  }

  /// The objective without a penalty.
  func problem(_ path: PenaltyPath) throws -> FitProblem {
    var problem = try FitProblem(path.model(.none), features, target, weights)
    problem.labels = labels
    return problem
  }

  var rowCount: Int { features.shape.first ?? 0 }

  /// The class of each row; nil for targets that are numbers.
  func strata(_ family: Family) -> [Int]? {
    switch target {
    case .labels(let labels, _): labels.elements
    case .numbers(let numbers): family == .logistic ? numbers.elements.map { $0 == 0 ? 0 : 1 } : nil
    }
  }

  /// Some of the rows.
  func rows(_ indices: [Int]) throws -> PathData {
    let target: FitProblem.Target =
      switch self.target {
      case .labels(let labels, let count):
        .labels(IndexArray(indices.map { labels.elements[$0] }), count: count)
      case .numbers(let numbers): .numbers(try Self.rows(indices, of: numbers))
      }
    return try PathData(
      Self.rows(indices, of: features), target, weights.map { try Self.rows(indices, of: $0) }, labels)
  }

  private static func rows(_ indices: [Int], of array: NDArray<Double>) throws -> NDArray<Double> {
    try array.rows(indices, inFile: array.isInFile, "PenaltyPath")
  }
}
