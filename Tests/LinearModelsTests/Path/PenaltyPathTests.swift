import ChainRule
import LinearModels
import Optimizers
import Testing

/// A path is the same as its fits one by one, and begins where the first feature enters.
@Suite("Penalty paths")
struct PenaltyPathTests {
  static let rows = 30
  static let X: NDArray<Double> = {
    var generator = SeededGenerator(seed: 11)
    let columns = [0, 1, 2, 3].map { _ in NDArray((0..<rows).map { _ in generator.uniform() }).elements }
    return .initialized(shape: [rows, 4]) { target in
      for index in 0..<4 * rows { target[index] = columns[index % 4][index / 4] }
    }
  }()

  /// Targets that a family can have, from a linear predictor with noise.
  static func targets(_ family: Family) -> NDArray<Double> {
    var generator = SeededGenerator(seed: 12)
    let x = X.elements
    return NDArray(
      (0..<rows).map { row in
        let eta = 2 * x[4 * row] - 1.5 * x[4 * row + 1] + generator.uniform() - 0.5
        switch family {
        case .logistic: return eta > 0.1 * Double(row % 7) - 0.1 ? 1 : 0
        case .softmax: return eta > 0.6 ? 2 : eta > -0.2 ? 1 : 0
        case .poisson: return (2 + eta).rounded() < 0 ? 0 : (2 + eta).rounded()
        default: return eta
        }
      })
  }

  static let families: [Family] = [
    .leastSquares, .logistic, .softmax, .poisson, .huber(delta: 0.5), .quantile(0.3, smoothing: 0.05),
    .quantile(0.3),
  ]
  static let kinds: [PenaltyPath.Kind] = [.lasso, .elasticNet(mixing: 0.4), .ridge]

  static func fit(_ path: PenaltyPath) throws -> FittedPath {
    let targets = targets(path.family)
    guard path.family == .softmax else { return try path.fit(X, targets) }
    return try path.fit(X, labels: IndexArray(targets.elements.map { Int($0) }))
  }

  static func fit(_ model: LinearModel) throws -> FittedModel {
    let targets = targets(model.family)
    guard model.family == .softmax else { return try model.fit(X, targets) }
    return try model.fit(X, labels: IndexArray(targets.elements.map { Int($0) }))
  }

  @Test("Each of its models is the one that is fitted alone", arguments: families, kinds)
  func alone(_ family: Family, _ kind: PenaltyPath.Kind) throws {
    let path = try Self.fit(PenaltyPath(family, kind, count: 6, smallestShare: 1e-2))
    #expect(path.statuses.allSatisfy { $0 == .converged }, "\(path.models.map(\.outcome.reason))")
    #expect(path.lambdas.count == 6 && path.coefficients.shape == [6] + path.models[0].coefficients.shape)
    for (index, lambda) in path.lambdas.enumerated() {
      let alone = try Self.fit(LinearModel(family, penalty: kind.penalty(lambda)))
      #expect(abs(alone.outcome.value - path.values[index]) <= 1e-10 * max(1, abs(alone.outcome.value)))
      let pairs = zip(alone.coefficients.elements, path.models[index].coefficients.elements)
      #expect(pairs.allSatisfy { abs($0 - $1) <= 1e-6 }, "λ \(lambda)")
    }
  }

  @Test("At the greatest λ no feature counts, and next to it one does", arguments: families)
  func greatest(_ family: Family) throws {
    for kind in Self.kinds.dropLast() {
      let path = try Self.fit(PenaltyPath(family, kind, count: 2, smallestShare: 0.97))
      #expect(path.nonZeroCounts[0] == 0, "\(path.nonZeroCounts)")
      #expect(path.nonZeroCounts[1] > 0)
      #expect(abs(path.devianceShares[0]) < 1e-9)
    }
  }

  @Test("The share of the deviance is R² for least squares, and grows along the path", arguments: families)
  func deviance(_ family: Family) throws {
    let path = try Self.fit(PenaltyPath(family, .lasso, count: 8, smallestShare: 1e-3))
    #expect(zip(path.devianceShares, path.devianceShares.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 })
    #expect(path.devianceShares.allSatisfy { $0 > -1e-9 && $0 < 1 })
    if family == .leastSquares || family == .poisson {
      for (model, share) in zip(path.models, path.devianceShares) {
        #expect(abs(try model.score(Self.X, Self.targets(family)) - share) < 1e-9)
      }
    }
  }

  @Test("With one feature the lasso is the soft threshold of the covariance")
  func closedForm() throws {
    // x has mean 0 and deviation 1, y has mean 1, and their covariance is 1.5.
    let path = try PenaltyPath(.leastSquares, .lasso, count: 3, smallestShare: 0.25).fit(
      [[-1], [1], [-1], [1]], [-1, 2, 0, 3])
    #expect(zip(path.lambdas, [3, 1.5, 0.75]).allSatisfy { abs($0 - $1) < 1e-12 }, "\(path.lambdas)")
    #expect(
      zip(path.coefficients.elements, [0, 0.75, 1.125]).allSatisfy { abs($0 - $1) < 1e-9 },
      "\(path.coefficients)")
    #expect(path.intercepts.elements.allSatisfy { abs($0 - 1) < 1e-9 })
  }

  @Test("Tables, weights and several targets have paths; penalties may be given")
  func doors() throws {
    let table = try GoldenModelTests.table("diabetes")
    let path = try PenaltyPath(.leastSquares, .lasso, count: 5).fit(table, target: "target")
    #expect(path.nonZeroCounts == path.nonZeroCounts.sorted() && path.nonZeroCounts.last == 10)
    #expect(path.models[0].labels?.target == "target")
    let several = try PenaltyPath(.leastSquares, .ridge, lambdas: [0.1, 1]).fit(
      Self.X, NDArray(shape: [Self.rows, 2], elements: (0..<60).map { Double($0 % 7) }))
    #expect(several.lambdas == [1, 0.1] && several.coefficients.shape == [2, 4, 2])
    let weights = NDArray((0..<Self.rows).map { $0 < 15 ? 2.0 : 0 })
    let weighted = try PenaltyPath(.leastSquares, lambdas: [0.1]).fit(
      Self.X, Self.targets(.leastSquares), weights: weights)
    let model = LinearModel(.leastSquares, penalty: .lasso(0.1))
    let alone = try model.fit(Self.X, Self.targets(.leastSquares), weights: weights)
    #expect(abs(alone.outcome.value - weighted.values[0]) < 1e-12)
  }

  static let wrong: [(PenaltyPath, String)] = [
    (PenaltyPath(.leastSquares, count: 0), "PenaltyPath: linear: 0 penalties; a path has from 1 to 100000"),
    (
      PenaltyPath(.leastSquares, smallestShare: 1),
      "PenaltyPath: linear: the smallest share is 1.0; it lies above 0 and below 1"
    ),
    (
      PenaltyPath(.leastSquares, lambdas: [1, -1]),
      "PenaltyPath: linear: λ is -1.0; penalties are 0 or more"
    ),
    (
      PenaltyPath(.leastSquares, .elasticNet(mixing: 2)),
      "PenaltyPath: linear: the mixing is 2.0; it lies between 0, ridge, and 1, lasso"
    ),
    (PenaltyPath(.softmax), "PenaltyPath: softmax: softmax needs classes; give labels, or a table"),
  ]

  @Test("What makes no path is refused with the mend", arguments: wrong.indices)
  func refused(_ index: Int) {
    #expect(
      sentence { try Self.wrong[index].0.fit(Self.X, Self.targets(.leastSquares)) } == Self.wrong[index].1)
  }

  @Test("Where no feature explains the target there is no greatest λ, which is said")
  func flat() {
    #expect(
      sentence { try PenaltyPath(.leastSquares).fit([[1], [2], [3]], [5, 5, 5]) }
        == "PenaltyPath: linear: the loss has no slope at coefficients of 0; "
        + "no feature explains the target; give other features")
  }
}
