import ChainRule
import LinearModels
import Optimizers
import Testing

/// Weights count rows, and several outputs are several models.
@Suite("Weights and several outputs")
struct WeightsAndOutputsTests {
  private static let X = PenaltyPathTests.X
  private static let counts = (0..<PenaltyPathTests.rows).map { $0 % 4 }

  private static func repeated(_ array: NDArray<Double>) throws -> NDArray<Double> {
    let width = array.shape.dropFirst().reduce(1, *)
    let elements = counts.enumerated().flatMap { row, count in
      (0..<count).flatMap { _ in array.elements[row * width..<(row + 1) * width] }
    }
    return try NDArray(shape: [elements.count / width] + array.shape.dropFirst(), elements: elements)
  }

  @Test(
    "The kink of a quantile is rounded off in the units of targets that are all equal",
    arguments: [1e-6, -3e-40])
  func equalTargets(size: Double) throws {
    let fitted = try LinearModel(.quantile(0.4)).fit([[1], [2], [4]], NDArray([size, size, size]))
    #expect(abs(fitted.intercepts[0] - size) < 1e-3 * abs(size), "\(fitted.intercepts)")
  }

  @Test("A weight of n is the row n times, and of 0 none", arguments: PenaltyPathTests.families, [0, 0.02])
  func weights(_ family: Family, _ lambda: Double) throws {
    if family == .softmax { return }
    let y = PenaltyPathTests.targets(family)
    let total = Double(Self.counts.reduce(0, +))
    // The mean is over all rows, so the sum of weights over N is a factor that the penalty does not have.
    let factor = total / Double(PenaltyPathTests.rows)
    func model(_ lambda: Double) -> LinearModel {
      LinearModel(family, penalty: lambda == 0 ? .none : .ridge(lambda), standardizes: false)
    }
    let weighted = try model(lambda * factor).fit(Self.X, y, weights: NDArray(Self.counts.map(Double.init)))
    let repeated = try model(lambda).fit(Self.repeated(Self.X), Self.repeated(y))
    #expect(weighted.outcome.status == .converged && repeated.outcome.status == .converged)
    let pairs = zip(
      weighted.coefficients.elements + weighted.intercepts,
      repeated.coefficients.elements + repeated.intercepts)
    #expect(pairs.allSatisfy { abs($0 - $1) < 1e-6 * max(1, abs($1)) }, "\(weighted.coefficients)")
    #expect(abs(weighted.outcome.value - factor * repeated.outcome.value) < 1e-9)
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
