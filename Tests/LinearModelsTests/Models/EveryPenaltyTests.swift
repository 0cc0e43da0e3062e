import ChainRule
import LinearModels
import Optimizers
import Testing

/// Each model is fitted with each penalty, and what it is told to be a minimum is one.
@Suite("Every model with every penalty")
struct EveryPenaltyTests {
  static let penalties: [Penalty] = [
    .none, .ridge(0.05), .lasso(0.05), .elasticNet(0.05, mixing: 0.5), .groupLasso(0.05), .nonNegative,
    .box(lower: -0.1, upper: 0.1),
  ]

  /// Whether coefficients are where the penalty lets them be.
  private static func holds(_ penalty: Penalty, _ coefficients: [Double]) -> Bool {
    switch penalty {
    case .nonNegative: coefficients.allSatisfy { $0 >= 0 } && coefficients.contains(0)
    case .box(let lower, let upper):
      coefficients.allSatisfy { lower <= $0 && $0 <= upper }
        && coefficients.contains { $0 == lower || $0 == upper }
    default: true
    }
  }

  private static func check(_ fitted: FittedModel) throws {
    let title = "\(fitted.model)"
    #expect(fitted.outcome.status == .converged, "\(title): \(fitted.outcome.reason)")
    #expect(fitted.outcome.certificate != nil, "\(title)")
    #expect(holds(fitted.model.penalty, fitted.standardizedCoefficients.elements), "\(title)")
    let solution = try #require(fitted.solution)
    #expect(IndependentCheck(solution, directions: 5).problem == nil, "\(title)")
    // What is printed is the loss and this penalty, of the coefficients alone.
    let weights = solution.objective.parameters[0].label
    let term = fitted.model.penalty.formula(of: weights)
    // What a name in the loss stands for comes behind both.
    let parts = fitted.outcome.objective.split(separator: ", where ", maxSplits: 1).map(String.init)
    #expect(term.map(parts[0].hasSuffix) ?? !parts[0].contains("λ"), "\(title)")
    let isNamed = if case .huber = fitted.model.family { true } else { false }
    #expect(!isNamed || parts.last == "r = y − Xw − b", "\(title): \(fitted.outcome.objective)")
    #expect(solution.objective.penalties.dropFirst().allSatisfy { $0 == .none }, "\(title)")
  }

  @Test("Converged, certified and independently a minimum", arguments: PenaltyPathTests.families, penalties)
  func fit(_ family: Family, _ penalty: Penalty) throws {
    // Without a penalty the classes of these rows are separable or nearly so.
    let free = penalty == .none && family.isClassifier
    if family == .softmax && penalty == .nonNegative {
      // These classes are separable, also by coefficients that may only grow.
      let fitted = try PenaltyPathTests.fit(LinearModel(family, penalty: penalty))
      #expect(fitted.outcome.status == .unbounded && fitted.outcome.reason.contains("Along"))
      return
    }
    try Self.check(PenaltyPathTests.fit(LinearModel(family, penalty: free ? .ridge(1e-3) : penalty)))
  }

  @Test("So are several outputs, whose groups are the rows of their coefficients", arguments: penalties)
  func outputs(_ penalty: Penalty) throws {
    let columns = [PenaltyPathTests.targets(.leastSquares), PenaltyPathTests.targets(.poisson)]
    let both = try NDArray(
      shape: [PenaltyPathTests.rows, 2],
      elements: (0..<PenaltyPathTests.rows).flatMap { row in columns.map { $0.elements[row] } })
    try Self.check(LinearModel(.leastSquares, penalty: penalty).fit(PenaltyPathTests.X, both))
  }

  @Test("A group lasso drops a feature from all outputs at once, and keeps it in all")
  func groups() throws {
    let columns = [PenaltyPathTests.targets(.leastSquares), PenaltyPathTests.targets(.poisson)]
    let both = try NDArray(
      shape: [PenaltyPathTests.rows, 2],
      elements: (0..<PenaltyPathTests.rows).flatMap { row in columns.map { $0.elements[row] } })
    let fitted = try LinearModel(.leastSquares, penalty: .groupLasso(0.5)).fit(PenaltyPathTests.X, both)
    let groups = (0..<4).map { fitted.coefficients.elements[2 * $0..<2 * $0 + 2] }
    #expect(fitted.outcome.status == .converged, "\(fitted.outcome.reason)")
    #expect(groups.contains { $0.allSatisfy { $0 == 0 } } && groups.contains { $0.allSatisfy { $0 != 0 } })
    #expect(groups.allSatisfy { $0.contains(0) == $0.allSatisfy { $0 == 0 } }, "\(fitted.coefficients)")
  }
}
