import struct ChainRule.SeededGenerator
import Foundation
import GradientChecking
import Testing

/// A function with a kink at 0, and its slope on both sides.
struct KinkedFunction: Sendable, CustomStringConvertible {
  let description: String
  let function: @Sendable (Double) -> Double
  let slope: @Sendable (Double) -> Double

  static let all = [
    KinkedFunction("max(x, 0)", { max($0, 0) }, { $0 > 0 ? 1 : 0 }),
    KinkedFunction("min(x, 0)", { min($0, 0) }, { $0 > 0 ? 0 : 1 }),
    KinkedFunction("|x|", { abs($0) }, { $0 > 0 ? 1 : -1 }),
    KinkedFunction("|x| + 5", { abs($0) + 5 }, { $0 > 0 ? 1 : -1 }),
    KinkedFunction("0.9 or −0.1 times x", { $0 > 0 ? 0.9 * $0 : -0.1 * $0 }, { $0 > 0 ? 0.9 : -0.1 }),
    KinkedFunction("1e6 |x| + x²", { 1e6 * abs($0) + $0 * $0 }, { ($0 > 0 ? 1e6 : -1e6) + 2 * $0 }),
    KinkedFunction("exp x + |x|", { exp($0) + abs($0) }, { exp($0) + ($0 > 0 ? 1 : -1) }),
    KinkedFunction("exp(−|x|)", { exp(-abs($0)) }, { ($0 > 0 ? -1 : 1) * exp(-abs($0)) }),
    KinkedFunction("max(sin x, 0)", { max(sin($0), 0) }, { sin($0) > 0 ? cos($0) : 0 }),
    KinkedFunction(
      "|x| cos x + x", { abs($0) * cos($0) + $0 },
      { ($0 > 0 ? 1 : -1) * (cos($0) - $0 * sin($0)) + 1 }),
    KinkedFunction("max(1 − 2x, 0) at ½", { max(-2 * $0, 0) }, { $0 > 0 ? 0 : -2 }),
    KinkedFunction(
      "Huber", { abs($0 + 1) <= 1 ? ($0 + 1) * ($0 + 1) / 2 : abs($0 + 1) - 0.5 },
      { abs($0 + 1) <= 1 ? $0 + 1 : $0 > 0 ? 1 : -1 }),
    KinkedFunction(
      "|x| + |x − 0.02|", { abs($0) + abs($0 - 0.02) },
      { ($0 > 0 ? 1 : -1) + ($0 > 0.02 ? 1 : -1) }),
    KinkedFunction("1e-9 max(x, 0) + 3x", { 1e-9 * max($0, 0) + 3 * $0 }, { 3 + ($0 > 0 ? 1e-9 : 0) }),
  ]

  init(
    _ description: String, _ function: @escaping @Sendable (Double) -> Double,
    _ slope: @escaping @Sendable (Double) -> Double
  ) {
    (self.description, self.function, self.slope) = (description, function, slope)
  }
}

@Suite("Differences near kinks")
struct KinkTests {
  let differences = CentralDifferences()

  @Test("max(x, 0) at −0.01 has slope 0, told with the distance of the kink")
  func ramp() throws {
    let estimate = try differences.derivative(at: -0.01) { max($0, 0) }
    #expect(estimate.agrees(with: 0) && !estimate.agrees(with: 1e-6), "\(estimate)")
    #expect(estimate.bend?.contains(0.01) == true, "\(estimate)")
  }

  @Test("Of the bounds near a kink, 99.5 % hold the slope, and nearly all are far from the other one")
  func containment() throws {
    var generator = SeededGenerator(seed: 11)
    var (total, held, sharp) = (0, 0, 0)
    var first = ""
    for known in KinkedFunction.all {
      for _ in 0..<200 {
        let distance = pow(10, -Double.random(in: 0.5...7, using: &generator))
        let x = Bool.random(using: &generator) ? distance : -distance
        let estimate = try differences.derivative(at: x, of: known.function)
        total += 1
        if estimate.agrees(with: known.slope(x)) {
          held += 1
        } else if first.isEmpty {
          first = "\(known) at \(x): \(known.slope(x)) against \(estimate)"
        }
        if estimate.errorBound < 0.01 * max(abs(known.slope(x)), abs(known.slope(-x))) { sharp += 1 }
      }
    }
    #expect(1000 * held >= 995 * total, "\(held) of \(total); first: \(first)")
    #expect(100 * sharp >= 95 * total, "\(sharp) of \(total)")
  }

  @Test("At a kink the slopes to both sides are told", arguments: [1e-6, 1, 1e6])
  func slopes(scale: Double) throws {
    let estimate = try differences.derivative(at: 2) { scale * (max($0 - 2, 0) + $0 * $0) }
    let slopes = try #require(estimate.slopes)
    #expect(slopes.holds(4 * scale) && slopes.holds(4.5 * scale) && slopes.holds(5 * scale), "\(estimate)")
    #expect(!slopes.holds(3.99 * scale) && !slopes.holds(5.01 * scale))
    #expect(slopes.errorBar < 1e-5 * scale)
    #expect(slopes.verdict(on: 5.5 * scale) == .kink(isSubgradient: false))
  }

  // Where a curve of height 1e-10 is rounded to stairs of 1e-7, 1 % of the bounds miss: measured over 1 000 points.
  @Test("A rounded function is no flat one", arguments: [0.1, 1e-3, 1e-5])
  func stairs(slope: Double) throws {
    var generator = SeededGenerator(seed: 3)
    var (line, curve) = (0, 0)
    for _ in 0..<100 {
      let x = Double.random(in: -1...1, using: &generator)
      let straight = try differences.derivative(at: x) { Double(Float(1 + slope * $0)) }
      if straight.isUsable, !straight.agrees(with: slope) { line += 1 }
      let curved = try differences.derivative(at: slope * x) { Double(Float(1 + $0 * $0)) }
      if curved.isUsable, !curved.agrees(with: 2 * slope * x) { curve += 1 }
    }
    #expect(line == 0 && curve <= 4, "\(line) lines, \(curve) curves")
  }

  // What a rounded function does within a few of its stairs is not known: 97 % are held there, measured over 2 000 points.
  @Test("A ramp in Float next to its kink is rarely excluded")
  func roundedRamp() throws {
    var generator = SeededGenerator(seed: 4)
    var missed = 0
    for _ in 0..<500 {
      let distance = pow(10, -Double.random(in: 1...5, using: &generator))
      let x = Bool.random(using: &generator) ? distance : -distance
      let estimate = try differences.derivative(at: x) { Double(Float(2 + max($0, 0))) }
      if estimate.isUsable, !estimate.agrees(with: x > 0 ? 1 : 0) { missed += 1 }
    }
    #expect(missed <= 25, "\(missed) of 500")
  }
}
