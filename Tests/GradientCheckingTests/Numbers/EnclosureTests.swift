import ChainRule
import GradientChecking
import Testing

@Suite("Enclosures")
struct EnclosureTests {
  /// A number of any magnitude, with a low part and a radius or without.
  private func number(_ generator: inout SeededGenerator, exponents: ClosedRange<Int>) -> Wide {
    let size = (1 + generator.uniform()) * (generator.uniform() < 0.5 ? 1 : -1)
    let value =
      size * Double(sign: .plus, exponent: Int.random(in: exponents, using: &generator), significand: 1)
    let low = generator.uniform() < 0.5 ? 0 : value * 0x1p-54 * generator.uniform()
    let radius = generator.uniform() < 0.5 ? 0 : abs(value) * 1e-20 * generator.uniform()
    return Wide(DoubleDouble(value, low), radius: radius)
  }

  @Test("What is undone is what it was", arguments: [-1...1, -60...60, -500...500])
  func roundTrips(_ exponents: ClosedRange<Int>) {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      let (a, b) = (number(&generator, exponents: exponents), number(&generator, exponents: exponents))
      #expect(!((a + b) - b).excludes(a), "\(a) + \(b)")
      #expect(!((a - b) + b).excludes(a), "\(a) - \(b)")
      #expect(!((a / b) * b).excludes(a), "\(a) / \(b)")
      #expect(!((a * b) / b).excludes(a), "\(a) * \(b)")
      let root = (a * a).applying(.squareRoot)
      #expect(!root.excludes(a.approximation < 0 ? -a : a), "√ of \(a)²")
    }
  }

  @Test("Radii of some digits say something")
  func narrow() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<500 {
      let a = Wide(number(&generator, exponents: -60...60).centre, radius: 0)
      let b = Wide(number(&generator, exponents: -60...60).centre, radius: 0)
      for result in [a * b, a / b, (a * a).applying(.squareRoot)] {
        #expect(result.radius <= 0x1p-100 * abs(result.approximation))
      }
    }
  }

  @Test("Sums and products of doubles are exact where they fit")
  func exact() {
    #expect((Wide(0.1) + Wide(0.2)).radius == 0)
    #expect((Wide(0.1) * Wide(0.2)).radius == 0)
    #expect((Wide(0.1) * Wide(0.2) - Wide(0.02)).compared(to: Wide(0)) == RealOrder(.greater))
    #expect(Wide(0.3).compared(to: Wide(0.1) + Wide(0.2)) == RealOrder(.less))
    #expect((Wide(1e-200) * Wide(1e-200)).radius > 0)
    #expect((Wide(0) * Wide(1e-200)).isZero)
  }

  @Test("What may be either is not certain, and what is not bounded excludes nothing")
  func uncertain() {
    let third = Wide(1) / Wide(3)
    #expect(!(third * Wide(3)).compared(to: Wide(1)).isCertain)
    #expect(!(Wide(1) / Wide(DoubleDouble(0), radius: 1)).isBounded)
    #expect(!Wide(DoubleDouble(-1), radius: 0).applying(.log).excludes(Wide(7)))
    #expect(!(Wide(0) / Wide(0)).excludes(Wide(7)))
    #expect(!Wide(DoubleDouble(1), radius: .nan).excludes(Wide(7)))
    #expect(!Wide(1e40).applying(.sin).excludes(Wide(1)))
  }

  @Test("Duals and tapes give one derivative, and beside a kink its side")
  func derivatives() throws {
    func function<Number: RealNumber>(_ x: Number, _ y: Number) -> Number {
      (x * y).applying(.sin) / (y + Number(2)).applying(.log) - x.raised(to: -3)
    }
    let (x, y) = (Wide(0.7), Wide(1.3))
    let tape = Tape<Wide>()
    let (tx, ty) = (tape.variable(x), tape.variable(y))
    let adjoints = tape.derivatives(of: [(function(tx, ty), Wide(1))])
    for (variable, seeds) in [(tx, (1.0, 0.0)), (ty, (0, 1))] {
      let dual = function(Dual(x, slope: Wide(seeds.0)), Dual(y, slope: Wide(seeds.1)))
      let adjoint = try #require(adjoints[Int(variable.position)])
      #expect(!dual.slope.excludes(adjoint))
      #expect(abs((dual.slope - adjoint).approximation) < 1e-29)
    }
    withExtendedLifetime(tape) {}
    let falling = Dual(Wide(0), slope: Wide(-2))
    #expect(falling.compared(to: Dual(0)) == RealOrder(.less))
    #expect(Dual.length([falling, Dual(0)]).slope.approximation == 2)
  }
}
