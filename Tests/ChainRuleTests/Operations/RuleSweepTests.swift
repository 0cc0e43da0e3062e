import ChainRule
import GradientChecking
import Testing

/// Every primitive, over shapes of every kind: value, first and second derivatives in both modes.
@Suite("Rule sweeps")
struct RuleSweepTests {
  /// Without optimisation derivatives take some ten times as long: each test of them takes one case in three, the next test
  /// others, and values take all.
  #if DEBUG
    static let stride = 3
  #else
    static let stride = 1
  #endif

  @Test("The value is that of an independent formula", arguments: SweepFamily.allCases)
  func value(_ family: SweepFamily) throws {
    var generator = SeededGenerator(seed: 1)
    for sweep in family.cases {
      let sample = try SweepSample(sweep, isRounded: true, &generator)
      let expected = sample.reference
      let double = try sample.program([sample.output]).run(sample.arrays)[0]
      #expect(double.shape == expected.shape, "\(sweep)")
      // A few roundings of numbers below 20; the independent formulas cancel by a factor of 10 at most.
      #expect(
        zip(double.elements, expected.elements).allSatisfy {
          Swift.abs($0 - $1) <= 1e-13 * max(1, Swift.abs($1))
        },
        "\(sweep): \(double) against \(expected)")
      let float = try sample.program([sample.output], as: Float.self).run(sample.arrays)[0]
      // Single precision: condition numbers are below 20.
      #expect(
        zip(float.elements, expected.elements).allSatisfy {
          Swift.abs(Double($0) - $1) <= 2.4e-6 * max(1, Swift.abs($1))
        }, "\(sweep): \(float) against \(expected)")
    }
  }

  @Test("At most the newest function is without an independent formula")
  func independentFormulas() {
    let missing = Elementwise.allCases.filter { Reference.formulas[$0] == nil }
    #expect(missing.count <= 1, "\(missing)")
  }

  @Test("Each primitive is swept over 30 shapes or more", arguments: SweepFamily.allCases)
  func coverage(_ family: SweepFamily) throws {
    var shapes: [String: Set<String>] = [:]
    var generator = SeededGenerator(seed: 0)
    for sweep in family.cases {
      let sample = try SweepSample(sweep, &generator)
      for node in Traversal(from: [sample.output.node]).nodes where SweepFamily.of(node.primitive) == family {
        let operands = node.inputs.map { "\($0.shape)" }.joined(separator: " ")
        shapes[node.primitive.family.name, default: []].insert("\(operands), N = \(sweep.rows)")
      }
    }
    #expect(!shapes.isEmpty)
    for (name, shapes) in shapes { #expect(shapes.count >= 30, "\(name) over \(shapes.count) shapes") }
  }

  @Test(
    "Gradient and directional derivative agree with differences and with each other",
    arguments: SweepFamily.allCases)
  func firstOrder(_ family: SweepFamily) throws { try sweep(family, seed: 2) { try $0.first() } }

  @Test(
    "Second derivatives by every pair of modes agree with differences and with each other",
    arguments: SweepFamily.allCases)
  func secondOrder(_ family: SweepFamily) throws { try sweep(family, seed: 3) { try $0.second() } }

  @Test("Derivatives are linear in directions and in weights", arguments: SweepFamily.allCases)
  func linearity(_ family: SweepFamily) throws { try sweep(family, seed: 4) { try $0.linearity() } }

  @Test("The Jacobian holds all directional derivatives", arguments: SweepFamily.allCases)
  func jacobian(_ family: SweepFamily) throws { try sweep(family, seed: 5) { try $0.jacobian() } }

  @Test("Single precision gives the same as double precision, rounded", arguments: SweepFamily.allCases)
  func singlePrecision(_ family: SweepFamily) throws {
    try sweep(family, seed: 6) { try $0.singlePrecision() }
  }

  private func sweep(
    _ family: SweepFamily, seed: UInt64, _ check: (DerivativeCheck) throws -> [String]
  ) throws {
    var generator = SeededGenerator(seed: seed)
    for (place, sweep) in family.cases.enumerated() where place % Self.stride == Int(seed) % Self.stride {
      let found = try check(DerivativeCheck(SweepSample(sweep, &generator), &generator))
      #expect(found.isEmpty)
    }
  }
}
