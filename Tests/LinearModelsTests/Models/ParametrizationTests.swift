import ChainRule
import LinearModels
import Optimizers
import Testing

/// The constructors by other libraries' numbers make the objectives of those libraries, up to a factor.
@Suite("Models by the numbers of other libraries")
struct ParametrizationTests {
  private static let X = PenaltyPathTests.X
  private static let N = Double(PenaltyPathTests.rows)

  /// A model, the factor from their objective to ours, and theirs as their manuals have it.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let model: LinearModel
    let becomes: String
    let factor: Double
    /// Of the squares or losses of all rows, Σ |w| and Σ w².
    let theirs: @Sendable (_ rows: Double, _ sizes: Double, _ squares: Double) -> Double
  }

  static let cases: [Case] = [
    Case(
      testDescription: "Ridge", model: .scikitRidge(alpha: 3, rowCount: 30),
      becomes: "linear + 0.1 Σ w², features as they are", factor: 1 / N,
      theirs: { rows, _, squares in rows + 3 * squares }),
    Case(
      testDescription: "Lasso", model: .scikitLasso(alpha: 0.125),
      becomes: "linear + 0.25 Σ |w|, features as they are", factor: 2,
      theirs: { rows, sizes, _ in rows / (2 * N) + 0.125 * sizes }),
    Case(
      testDescription: "ElasticNet", model: .scikitElasticNet(alpha: 0.5, ratio: 0.25),
      becomes: "linear + 0.625 (0.4 Σ |w| + 0.6 Σ w²), features as they are", factor: 2,
      theirs: { rows, sizes, squares in rows / (2 * N) + 0.5 * (0.25 * sizes + 0.5 * 0.75 * squares) }),
    Case(
      testDescription: "LogisticRegression", model: .scikitLogistic(C: 0.5, rowCount: 30),
      becomes: "logistic + \(1.0 / 30) Σ w², features as they are", factor: 1 / (0.5 * N),
      theirs: { rows, _, squares in 0.5 * rows + 0.5 * squares }),
    Case(
      testDescription: "glmnet, gaussian", model: .glmnet(.leastSquares, lambda: 0.5, alpha: 0.25),
      becomes: "linear + 0.625 (0.4 Σ |w| + 0.6 Σ w²), features standardised", factor: 2,
      theirs: { rows, sizes, squares in rows / (2 * N) + 0.5 * (0.25 * sizes + 0.5 * 0.75 * squares) }),
    Case(
      testDescription: "glmnet, binomial", model: .glmnet(.logistic, lambda: 0.5, alpha: 0),
      becomes: "logistic + 0.25 Σ w², features standardised", factor: 1,
      theirs: { rows, _, squares in rows / N + 0.5 * 0.5 * squares }),
    Case(
      testDescription: "glmnet, poisson", model: .glmnet(.poisson, lambda: 0.5),
      becomes: "poisson + 0.5 Σ |w|, features standardised", factor: 1,
      theirs: { rows, sizes, _ in rows / N + 0.5 * sizes }),
  ]

  @Test("Ours is theirs times a factor at every point, and says what it is", arguments: cases)
  func objectives(_ one: Case) throws {
    #expect("\(one.model)" == one.becomes)
    let y = PenaltyPathTests.targets(one.model.family)
    let objective = try #require(one.model.fit(Self.X, y).solution).objective
    let evaluator = try Evaluator(objective)
    // The loss alone, of all rows: what penalties there are is what differs from it.
    let plain = try Evaluator(Objective(objective.loss, over: objective.parameters, data: objective.data))
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<5 {
      let point = (0..<5).map { _ in 4 * generator.uniform() - 2 }
      let w = point.prefix(4)
      let ours = try evaluator.smoothValue(at: point) + evaluator.kinkedValue(at: point)
      let theirs = try one.theirs(
        Self.N * plain.smoothValue(at: point), w.reduce(0) { $0 + abs($1) }, w.reduce(0) { $0 + $1 * $1 })
      #expect(abs(ours - one.factor * theirs) <= 1e-13 * abs(ours), "\(ours), \(one.factor * theirs)")
    }
  }

  @Test("A model without a penalty says so by saying nothing of one")
  func descriptions() {
    #expect("\(LinearModel(.softmax))" == "softmax, features standardised")
    #expect(
      "\(LinearModel(.huber(delta: 2), penalty: .nonNegative, standardizes: false, hasIntercept: false))"
        == "huber:2.0 subject to w ≥ 0, features as they are, no intercept")
  }
}
