import ChainRule
import GradientChecking
import Testing

/// Every primitive, over shapes of every kind: value, first and second derivative.
@Suite("Rule sweeps")
struct RuleSweepTests {
  static let cases = SweepFamily.allCases.flatMap(\.cases)

  @Test("The value is that of an independent formula", arguments: SweepFamily.allCases)
  func value(_ family: SweepFamily) throws {
    var generator = SeededGenerator(seed: 1)
    for sweep in family.cases {
      let (leaves, arrays) = (sweep.leaves, try sweep.draw(&generator))
      let output = sweep.apply(leaves)
      let expected = Reference(
        rows: sweep.rows, bindings: Dictionary(uniqueKeysWithValues: zip(leaves, arrays))
      ).value(of: output)
      let double = try output.evaluate(at: Bindings(zip(leaves, arrays)))
      #expect(double.shape == expected.shape, "\(sweep)")
      // A few roundings of numbers below 20; the independent formulas cancel by a factor of 10 at most.
      #expect(
        zip(double.elements, expected.elements).allSatisfy {
          Swift.abs($0 - $1) <= 1e-13 * max(1, Swift.abs($1))
        },
        "\(sweep): \(double) against \(expected)")
      let floats = try Program<Float>(computing: [output]).run(
        Bindings(zip(leaves, arrays.map { NDArray<Float>($0) })))
      // Single precision, on inputs rounded to it: condition numbers are below 20.
      #expect(
        zip(floats.arrays[0].elements, expected.elements).allSatisfy {
          Swift.abs(Double($0) - $1) <= 40 * 6e-8 * max(1, Swift.abs($1))
        }, "\(sweep): \(floats.arrays[0]) against \(expected)")
    }
  }

  @Test("At most the newest function is without an independent formula")
  func independentFormulas() {
    let missing = Elementwise.allCases.filter { Reference.formulas[$0] == nil }
    #expect(missing.count <= 1, "\(missing)")
  }

  @Test("The gradient agrees with differences", arguments: SweepFamily.allCases)
  func firstOrder(_ family: SweepFamily) throws {
    var generator = SeededGenerator(seed: 2)
    for sweep in family.cases {
      let failure = try DerivativeCheck(sweep, order: 1, &generator).failure()
      #expect(failure == nil)
    }
  }

  @Test("The gradient of the gradient agrees with differences", arguments: SweepFamily.allCases)
  func secondOrder(_ family: SweepFamily) throws {
    var generator = SeededGenerator(seed: 3)
    for sweep in family.cases {
      let failure = try DerivativeCheck(sweep, order: 2, &generator).failure()
      #expect(failure == nil)
    }
  }

  @Test("A mistake planted in any elementwise rule is found", arguments: Elementwise.allCases)
  func plantedElementwise(_ function: Elementwise) throws {
    try expectFound(.elementwise(function), in: .elementwise, named: function.rawValue)
  }

  @Test("A mistake planted in any arithmetic rule is found", arguments: Arithmetic.allCases)
  func plantedArithmetic(_ function: Arithmetic) throws {
    try expectFound(.arithmetic(function), in: .arithmetic, named: function.rawValue)
  }

  @Test(
    "A mistake planted in any linear rule is found", arguments: [SweepFamily.matrixProduct, .sum, .broadcast])
  func plantedLinear(_ family: SweepFamily) throws {
    var generator = SeededGenerator(seed: 5)
    let rules = DerivativeRules { primitive in
      SweepFamily.of(primitive) == family ? Self.scaled(primitive, by: 1.001) : nil
    }
    let found = try family.cases.contains {
      try DerivativeCheck($0, order: 1, rules: rules, &generator).failure() != nil
    }
    #expect(found)
  }

  private func expectFound(_ planted: Primitive, in family: SweepFamily, named name: String) throws {
    for factor in [1.001, -1, 2] {
      let rules = DerivativeRules { $0 == planted ? Self.scaled($0, by: factor) : nil }
      var generator = SeededGenerator(seed: 4)
      let found = try family.cases.filter { $0.name == name }.contains {
        try DerivativeCheck($0, order: 1, rules: rules, &generator).failure() != nil
      }
      #expect(found, "\(name) × \(factor) passed")
    }
  }

  private static func scaled(_ primitive: Primitive, by factor: Double) -> DerivativeRules.Rule {
    { cotangent, index, inputs, output in
      // Only the application under test, not the products with which the check weighs its result.
      let isUnderTest = inputs.allSatisfy { $0.name?.hasPrefix("x") == true }
      let factor = isUnderTest ? factor : 1
      return primitive.family.pullback(cotangent, to: index, of: inputs, output: output).map { factor * $0 }
    }
  }
}
