import struct ChainRule.SeededGenerator
import Foundation
import GradientChecking
import Testing

@Suite("Central differences")
struct CentralDifferencesTests {
  let differences = CentralDifferences()

  // Measured over the 55 functions, 1 000 points each: 14 of 55 000 bounds miss the true error (99.97 % contain it), 8 of
  // them on Float(1000 + sin x). 27.6 evaluations on average; 35 at most for 95 % of the points.
  @Test("The bound contains the true error", arguments: KnownDerivative.all)
  func containment(_ known: KnownDerivative) throws {
    let points = known.points(400, seed: 20_260)
    var missed: [String] = []
    for x in points {
      let estimate = try differences.derivative(at: x, of: known.function)
      // An unusable estimate claims nothing; how many there are is counted in `usability`.
      if estimate.isUsable && !estimate.agrees(with: known.derivative(x)) {
        missed.append("x = \(x): \(known.derivative(x)) against \(estimate)")
      }
    }
    // 1 in 100 for one function; `overallContainment` demands 1 in 1 000 of all together.
    #expect(missed.count <= points.count / 100, "seed 20260, first of \(missed.count): \(missed.first ?? "")")
  }

  @Test("Of all bounds together, 99.9 % contain the true error")
  func overallContainment() throws {
    var (missed, total) = (0, 0)
    for (seed, known) in KnownDerivative.all.enumerated() {
      for x in known.points(300, seed: UInt64(seed)) {
        let estimate = try differences.derivative(at: x, of: known.function)
        total += 1
        if estimate.isUsable, !estimate.agrees(with: known.derivative(x)) { missed += 1 }
      }
    }
    #expect(1000 * missed <= total)
  }

  @Test("Smooth well-scaled functions get a bound below 1e-7 relative", arguments: KnownDerivative.wellScaled)
  func tightness(_ known: KnownDerivative) throws {
    let points = known.points(400, seed: 5)
    let loose = try points.count { x in
      try differences.derivative(at: x, of: known.function).errorBound > 1e-7 * abs(known.derivative(x))
    }
    #expect(20 * loose <= points.count)
  }

  @Test("A usable estimate comes back for every known function", arguments: KnownDerivative.all)
  func usability(_ known: KnownDerivative) throws {
    for x in known.points(100, seed: 6) {
      let estimate = try differences.derivative(at: x, of: known.function)
      #expect(estimate.isUsable, "x = \(x): \(estimate)")
    }
  }

  @Test(
    "Evaluations are counted: 35 at most in general, and 160 where a kink or noise is looked at closely",
    arguments: KnownDerivative.all)
  func evaluations(_ known: KnownDerivative) throws {
    var close = 0
    for x in known.points(100, seed: 7) {
      var calls = 0
      let estimate = try differences.derivative(at: x) { x in
        calls += 1
        return known.function(x)
      }
      #expect(estimate.evaluations == calls && calls <= 160)
      if calls > 35 { close += 1 }
    }
    #expect(!known.isWellScaled || close <= 10)
  }

  @Test(
    "A derivative with a planted factor is refused", arguments: KnownDerivative.wellScaled,
    [1.001, 0.999, 2.001, -1, 0])
  func plantedFactor(_ known: KnownDerivative, factor: Double) throws {
    for x in known.points(100, seed: 8) where abs(known.derivative(x)) > 1e-3 {
      let estimate = try differences.derivative(at: x, of: known.function)
      #expect(estimate.agrees(with: known.derivative(x)))
      #expect(!estimate.agrees(with: factor * known.derivative(x)), "x = \(x): \(estimate)")
    }
  }

  @Test("At a kink the bound reaches both one-sided slopes", arguments: [1e-6, 1, 1e6])
  func kink(scale: Double) throws {
    let estimate = try differences.derivative(at: 0) { scale * abs($0) }
    #expect(estimate.agrees(with: scale) && estimate.agrees(with: -scale))
    #expect(!estimate.agrees(with: 1.01 * scale))
    let ramp = try differences.derivative(at: 2) { scale * max($0 - 2, 0) + $0 * $0 * scale }
    #expect(ramp.agrees(with: 4 * scale) && ramp.agrees(with: 5 * scale) && !ramp.agrees(with: 5.1 * scale))
  }

  @Test("Where no derivative can be had, nothing is claimed")
  func nothingClaimed() throws {
    let functions: [(Double) -> Double] = [
      { _ in .nan }, { _ in .infinity }, { $0.squareRoot() }, { log($0) }, { 1 / $0 }, { sin($0) / $0 },
      { abs($0).squareRoot() }, { Double(Int(($0 * 1e12).rounded(.down)) & 1) },
    ]
    for function in functions {
      let estimate = try differences.derivative(at: 0, of: function)
      #expect(!estimate.isUsable && !estimate.agrees(with: 0) && estimate.value.isNaN, "\(estimate)")
    }
  }

  @Test("An oscillation between all steps is not taken for its mean slope", arguments: [1e7, 1e9, 1e11])
  func hiddenOscillation(frequency: Double) throws {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<200 {
      let x = Double.random(in: -3...3, using: &generator)
      let estimate = try differences.derivative(at: x) { sin(frequency * $0) }
      let truth = frequency * cos(frequency * x)
      #expect(!estimate.isUsable || estimate.agrees(with: truth), "x = \(x): \(estimate)")
    }
  }

  @Test("NaN and infinities never agree")
  func notFinite() {
    let wide = DifferenceEstimate(value: 0, errorBound: .infinity, evaluations: 1, step: 1)
    #expect(!wide.agrees(with: .nan) && !wide.agrees(with: .infinity) && wide.agrees(with: 1e300))
    let none = DifferenceEstimate(value: .nan, errorBound: .infinity, evaluations: 1, step: .nan)
    #expect(!none.agrees(with: 0) && !none.agrees(with: .nan))
  }

  @Test("Any number is a number of steps: none leave no estimate, and no more are taken than make sense")
  func stepNumbers() throws {
    for number in [Int.min, -1, 0, 3] {
      let estimate = try CentralDifferences(maximumSteps: number).derivative(at: 1) { $0 * $0 }
      #expect(estimate.errorBound == .infinity, "\(number)")
    }
    let estimate = try CentralDifferences(maximumSteps: .max).derivative(at: 1) { $0 * $0 }
    #expect(estimate.agrees(with: 2) && estimate.errorBound < 1e-6)
  }
}
