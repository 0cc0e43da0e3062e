import ChainRule
import LinearModels
import Optimizers
import Testing

/// Several outputs are several models.
@Suite("Several outputs")
struct SeveralOutputsTests {
  private static let X = PenaltyPathTests.X

  @Test(
    "A quantile of targets that are all equal is their number, in any unit",
    arguments: [1e-6, -3e-40])
  func equalTargets(size: Double) throws {
    let fitted = try LinearModel(.quantile(0.4)).fit([[1], [2], [4]], NDArray([size, size, size]))
    #expect(abs(fitted.intercepts[0] - size) < 1e-3 * abs(size), "\(fitted.intercepts)")
  }

  @Test("Several outputs are fitted as each alone", arguments: [Penalty.none, .ridge(0.1), .lasso(0.05)])
  func outputs(_ penalty: Penalty) throws {
    let columns = [PenaltyPathTests.targets(.leastSquares), PenaltyPathTests.targets(.poisson)]
    let both = try NDArray(
      shape: [PenaltyPathTests.rows, 2],
      elements: (0..<PenaltyPathTests.rows).flatMap { row in columns.map { $0.elements[row] } })
    let model = LinearModel(.leastSquares, penalty: penalty)
    let fitted = try model.fit(Self.X, both)
    #expect(fitted.outcome.status == .converged && fitted.coefficients.shape == [4, 2])
    var sum = 0.0
    for (output, column) in columns.enumerated() {
      let alone = try model.fit(Self.X, column)
      sum += alone.outcome.value
      #expect(abs(alone.intercept - fitted.intercepts[output]) < 1e-7)
      for feature in 0..<4 {
        let found = fitted.coefficients.elements[feature * 2 + output]
        #expect(abs(found - alone.coefficients.elements[feature]) < 1e-7)
        if alone.coefficients.elements[feature] == 0 { #expect(found == 0) }
      }
    }
    #expect(abs(sum - fitted.outcome.value) < 1e-10)
    let scores = try columns.map { try model.fit(Self.X, $0).score(Self.X, $0) }
    #expect(abs(try fitted.score(Self.X, both) - (scores[0] + scores[1]) / 2) < 1e-8)
  }
}
