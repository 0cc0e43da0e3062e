import struct ChainRule.SeededGenerator
import Foundation
import GradientChecking
import Testing

@Suite("Central differences of several parameters")
struct GradientDifferencesTests {
  let differences = CentralDifferences()

  /// `½ Σ (xᵢ·w − yᵢ)²` over 200 rows whose columns have scales from 1e-3 to 1e3.
  struct Regression {
    var rows: [[Double]] = []
    var targets: [Double] = []
    var weights: [Double] = []

    init(seed: UInt64, rowCount: Int = 200, width: Int = 4) {
      var generator = SeededGenerator(seed: seed)
      let scales = (0..<width).map { _ in pow(10, Double.random(in: -3...3, using: &generator)) }
      weights = scales.map { Double.random(in: -2...2, using: &generator) / $0.squareRoot() }
      for _ in 0..<rowCount {
        rows.append(scales.map { $0 * Double.random(in: -1...1, using: &generator) })
        targets.append(Double.random(in: -10...10, using: &generator))
      }
    }

    func residual(_ row: Int, _ w: [Double]) -> Double {
      var sum = -targets[row]
      for i in w.indices { sum += rows[row][i] * w[i] }
      return sum
    }

    func loss(_ w: [Double]) -> Double {
      var sum = 0.0
      for row in rows.indices {
        let r = residual(row, w)
        sum += r * r / 2
      }
      return sum
    }

    var gradient: [Double] {
      weights.indices.map { i in rows.indices.reduce(0) { $0 + residual($1, weights) * rows[$1][i] } }
    }
  }

  @Test("300 random regressions agree with the closed form in every coordinate")
  func regressions() throws {
    for seed in 0..<300 {
      let problem = Regression(seed: UInt64(seed))
      let estimates = try differences.gradient(at: problem.weights, of: problem.loss)
      for (estimate, exact) in zip(estimates, problem.gradient) {
        #expect(estimate.agrees(with: exact), "seed \(seed): \(exact) against \(estimate)")
        #expect(!estimate.agrees(with: exact + 10 * estimate.errorBound))
      }
    }
  }

  @Test("Regressions agree along random directions")
  func directions() throws {
    for seed in 0..<300 {
      let problem = Regression(seed: UInt64(1000 + seed))
      var generator = SeededGenerator(seed: UInt64(seed))
      let direction = problem.weights.map { _ in Double.random(in: -1...1, using: &generator) }
      let exact = zip(problem.gradient, direction).reduce(0) { $0 + $1.0 * $1.1 }
      let estimate = try differences.directionalDerivative(
        at: problem.weights, along: direction, of: problem.loss)
      #expect(estimate.agrees(with: exact), "seed \(seed): \(exact) against \(estimate)")
      #expect(!estimate.agrees(with: 1.001 * exact), "seed \(seed): \(estimate)")
    }
  }

  @Test("The direction's length scales the derivative", arguments: [1e-6, 1, 1e6])
  func directionLength(_ length: Double) throws {
    let estimate = try differences.directionalDerivative(at: [1, 2], along: [length, -length]) {
      $0[0] * $0[0] * $0[1]
    }
    #expect(estimate.agrees(with: 3 * length) && estimate.errorBound < 1e-7 * length)
  }

  @Test("Along the zero vector the derivative is 0")
  func zeroDirection() throws {
    let estimate = try differences.directionalDerivative(at: [1, 2], along: [0, 0]) { $0[0] + $0[1] }
    #expect(estimate.value == 0 && estimate.errorBound == 0)
  }

  @Test("Every coordinate gets its own step")
  func ownSteps() throws {
    let estimates = try differences.gradient(at: [1e6, 1e-3]) { $0[0] * $0[0] + 1e15 * exp(100 * $0[1]) }
    #expect(estimates[0].agrees(with: 2e6) && estimates[1].agrees(with: 1e17 * exp(0.1)))
    #expect(estimates[0].step > 100 * estimates[1].step)
  }

  @Test("The value at the point is computed once for all coordinates")
  func evaluationsShared() throws {
    var calls = 0
    let estimates = try differences.gradient(at: [1, 2, 3]) { p in
      calls += 1
      return exp(p[0]) + p[1] * p[2]
    }
    #expect(calls == 1 + estimates.reduce(0) { $0 + $1.evaluations })
  }

  @Test("Bad input is named, with the mend")
  func errors() {
    let sum = { (p: [Double]) in p.reduce(0, +) }
    #expect(throws: DifferenceError.emptyPoint) { try differences.gradient(at: [], of: sum) }
    #expect(throws: DifferenceError.pointNotFinite(coordinate: 1, value: .infinity)) {
      try differences.gradient(at: [0, .infinity], of: sum)
    }
    #expect(throws: DifferenceError.pointNotFinite(coordinate: 0, value: .nan)) {
      try differences.derivative(at: .nan) { $0 }
    }
    #expect(throws: DifferenceError.directionLength(3, pointLength: 2)) {
      try differences.directionalDerivative(at: [0, 1], along: [1, 2, 3], of: sum)
    }
    #expect(throws: DifferenceError.directionNotFinite(coordinate: 1, value: -.infinity)) {
      try differences.directionalDerivative(at: [0, 1], along: [1, -.infinity], of: sum)
    }
    #expect(
      DifferenceError.directionLength(3, pointLength: 2).description
        == "central differences: the direction has length 3, the point has length 2;"
        + " the direction needs length 2")
    #expect(
      DifferenceError.pointNotFinite(coordinate: 1, value: .infinity).description
        == "central differences: coordinate 1 of the point is inf; it needs to be finite")
    #expect(DifferenceError.pointNotFinite(coordinate: 1, value: 2) != .emptyPoint)
  }

  @Test("What the function throws reaches the caller")
  func refusal() {
    struct Refusal: Error {}
    #expect(throws: Refusal.self) { try differences.gradient(at: [1]) { _ in throw Refusal() } }
  }
}
