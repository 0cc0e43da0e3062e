import ChainRule
import Foundation
import GradientChecking
import Testing

@Suite("Checking gradients given as functions")
struct ClosureCheckTests {
  /// ½ Σ i xᵢ² + x₀ x₁, with its gradient.
  static func value(_ x: [Double]) -> Double {
    x.indices.reduce(x[0] * x[1]) { $0 + Double($1 + 1) * x[$1] * x[$1] / 2 }
  }
  static func slope(_ x: [Double]) -> [Double] {
    x.indices.map { Double($0 + 1) * x[$0] + ($0 == 0 ? x[1] : $0 == 1 ? x[0] : 0) }
  }
  static let point = [0.7, -1.3, 2.9, 0.4]

  @Test("A right gradient is right in every coordinate and direction")
  func right() throws {
    let report = try checkGradient(of: Self.value, gradient: Self.slope, at: Self.point)
    #expect(report.outcome == .right && report.derivatives.count == 7 && report.coverage.isWhole, "\(report)")
    #expect(report.smallest == nil && report.cause == nil && report.notes.isEmpty)
    try expectGradient(of: Self.value, gradient: Self.slope, at: Self.point)
  }

  /// A mistake, with what the report calls it.
  static let mistakes: [(String, @Sendable ([Double]) -> [Double])] = [
    ("a sign", { slope($0).map { -$0 } }),
    ("a factor 2", { slope($0).map { 2 * $0 } }),
    ("a factor ½", { slope($0).map { $0 / 2 } }),
    ("a factor 7", { slope($0).map { 7 * $0 } }),
    ("a factor 1/7", { slope($0).map { $0 / 7 } }),
    ("a factor 1.001", { slope($0).map { 1.001 * $0 } }),
    ("a dropped term", { x in slope(x).enumerated().map { $0.offset == 2 ? 0 : $0.element } }),
    ("a sign in some coordinates", { x in zip(x, slope(x)).map { $0 < 0 ? -$1 : $1 } }),
    (
      "a transpose",
      { x in
        let g = slope(x); return [g[0], g[2], g[1], g[3]]
      }
    ),
    (
      "an index off by 1",
      { x in
        let g = slope(x); return [5, g[0], g[1], g[2]]
      }
    ),
    ("a term of 0.2500 too much", { slope($0).map { $0 + 0.25 } }),
    ("not a number", { x in slope(x).enumerated().map { $0.offset == 2 ? .nan : $0.element } }),
  ]

  @Test("A mistake is found, and its likely cause told", arguments: mistakes.indices)
  func planted(index: Int) throws {
    let (cause, gradient) = Self.mistakes[index]
    let report = try checkGradient(of: Self.value, gradient: gradient, at: Self.point)
    #expect(report.outcome == .wrong && report.cause?.contains(cause) == true, "\(cause): \(report)")
    #expect(throws: WrongGradient.self) { try report.requireRight() }
    #expect(throws: WrongGradient.self) {
      try expectGradient(of: Self.value, gradient: gradient, at: Self.point)
    }
  }

  @Test("An error of 1e-9 in one coordinate is found")
  func billionth() throws {
    let report = try checkGradient(
      of: Self.value,
      gradient: { x in
        Self.slope(x).enumerated().map { $0.offset == 3 ? (1 + 1e-9) * $0.element : $0.element }
      },
      at: Self.point)
    #expect(report.failures.contains { $0.place == .coordinate(3, of: "x", shape: [4]) }, "\(report)")
  }

  @Test(
    "One wrong coordinate of 10 000 is found where not all are affordable",
    arguments: zip([1.1, 0, -1], [17, 9_999, 4_242]))
  func needle(factor: Double, place: Int) throws {
    var generator = SeededGenerator(seed: 5)
    let point = (0..<10_000).map { _ in Double.random(in: 1...2, using: &generator) }
    var options = CheckOptions()
    options.evaluationLimit = 300
    options.looksForSmallPoint = false
    let report = try checkGradient(
      of: { x in x.reduce(0) { $0 + $1 * $1 / 2 } },
      gradient: { x in
        var slope = x
        slope[place] *= factor
        return slope
      }, at: point, options: options)
    #expect(
      report.failures.contains { $0.place == .coordinate(place, of: "x", shape: [10_000]) }, "\(report)")
    #expect(report.evaluations < 3_000)
  }

  @Test("What could have been missed among 10 000 coordinates is said")
  func haystack() throws {
    let point = (0..<10_000).map { 1 + Double($0) / 10_000 }
    var options = CheckOptions()
    options.evaluationLimit = 300
    let right = try checkGradient(
      of: { x in x.reduce(0) { $0 + $1 * $1 / 2 } }, gradient: { $0 }, at: point, options: options)
    #expect(
      right.outcome == .right && right.coverage.coordinates == 10 && right.text.contains("99.9 %"), "\(right)"
    )
    #expect(right.coverage.visibleError ?? 1 < 1e-5)
  }

  @Test("At a tie of a maximum, coordinates alone accept 0 and directions do not")
  func tie() throws {
    let function = { (x: [Double]) in max(x[0], x[1]) }
    let shared = try checkGradient(of: function, gradient: { _ in [0.5, 0.5] }, at: [1, 1])
    #expect(shared.outcome == .right && shared.counts.kink > 0, "\(shared)")
    var options = CheckOptions()
    options.directions = 8
    let zero = try checkGradient(of: function, gradient: { _ in [0, 0] }, at: [1, 1], options: options)
    #expect(
      zero.outcome == .wrong && zero.failures.allSatisfy { $0.place.description.hasPrefix("direction") },
      "\(zero)")
  }

  @Test("A failing point is brought to zeros and ones")
  func shrinking() throws {
    // Wrong only where x₂ is positive.
    let report = try checkGradient(
      of: Self.value,
      gradient: { x in
        Self.slope(x).enumerated().map { $0.offset == 2 && x[2] > 0 ? 1.5 * $0.element : $0.element }
      },
      at: Self.point)
    let smallest = try #require(report.smallest)
    #expect(smallest.point == [0, 0, 1, 0], "\(report)")
    #expect(smallest.derivative.place == .coordinate(2, of: "x", shape: [4]))
    #expect(smallest.cause == "a factor 1.50000", "\(report)")
  }

  @Test("A function that throws or is not finite beside the point is checked within its domain")
  func domain() throws {
    struct Outside: Error {}
    let report = try checkGradient(
      of: { x in
        guard x[0] > 0 else { throw Outside() }
        return log(x[0])
      }, gradient: { [1 / $0[0]] }, at: [0.01])
    #expect(report.outcome == .right && report.notes.contains { $0.contains("threw") }, "\(report)")
    #expect(try checkGradient(of: { log($0[0]) }, gradient: { [1 / $0[0]] }, at: [0.01]).outcome == .right)
  }

  @Test("A kink nearby is told, and the slope on this side of it is right")
  func kinkNearby() throws {
    let report = try checkGradient(
      of: { max($0[0], 0) + $0[1] }, gradient: { [$0[0] > 0 ? 1 : 0, 1] }, at: [-0.01, 3])
    #expect(report.outcome == .right && report.notes.contains { $0.contains("is near in x[0]") }, "\(report)")
  }

  @Test("Other values at the same point are told")
  func notDeterministic() throws {
    var calls = 0.0
    let report = try checkGradient(
      of: { x in
        calls += 1
        return x[0] + 0.1 * calls
      }, gradient: { _ in [1] }, at: [2])
    #expect(
      report.notes.contains { $0.hasPrefix("Not deterministic") } && report.outcome != .wrong, "\(report)")
  }

  @Test("Leniency lets a known error pass, and a narrower bar leaves noise untold")
  func strictness() throws {
    var options = CheckOptions()
    options.leniency = 1e-3
    let off = { (x: [Double]) in Self.slope(x).map { 1.0005 * $0 } }
    #expect(
      try checkGradient(of: Self.value, gradient: off, at: Self.point, options: options).outcome == .right)
    options.leniency = 1e-4
    #expect(
      try checkGradient(of: Self.value, gradient: off, at: Self.point, options: options).outcome == .wrong)
    let noisy = { (x: [Double]) in Double(Float(Self.value(x))) }
    #expect(try checkGradient(of: noisy, gradient: Self.slope, at: Self.point).outcome == .right)
    options.widestBar = 1e-9
    #expect(
      try checkGradient(of: noisy, gradient: Self.slope, at: Self.point, options: options).outcome
        == .cannotTell)
  }

  @Test("Products of a Hessian are checked by differences of the gradient")
  func secondOrder() throws {
    let product = { (x: [Double], v: [Double]) in
      v.indices.map { Double($0 + 1) * v[$0] + ($0 == 0 ? v[1] : $0 == 1 ? v[0] : 0) }
    }
    let right = try checkHessianProduct(of: Self.slope, product: product, at: Self.point)
    #expect(right.outcome == .right && right.derivatives.allSatisfy { $0.order == 2 }, "\(right)")
    let wrong = try checkHessianProduct(
      of: Self.slope, product: { product($0, $1).map { 1.001 * $0 } }, at: Self.point)
    #expect(wrong.outcome == .wrong, "\(wrong)")
  }
}
