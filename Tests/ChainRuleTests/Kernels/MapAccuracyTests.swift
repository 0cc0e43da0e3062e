import ChainRuleKernels
import Testing

/// Vectorised functions against the C library's for wider numbers.
@Suite("Vectorised functions")
struct MapAccuracyTests {
  /// The largest difference, in units in the last place of the true value.
  static func worst<Scalar: KernelScalar>(
    _ found: [Scalar], _ expected: [Wide], at x: [Scalar]
  ) -> (units: Wide, x: Scalar) {
    var worst = (units: Wide(0), x: Scalar(0))
    for i in found.indices {
      let units = units(found[i], expected[i])
      if units > worst.units { worst = (units, x[i]) }
    }
    return worst
  }

  static func units<Scalar: KernelScalar>(_ found: Scalar, _ expected: Wide) -> Wide {
    let rounded = Scalar(expected)
    if rounded.isNaN { return found.isNaN ? 0 : .infinity }
    if rounded == 0 && found == 0 { return rounded.sign == found.sign ? 0 : .infinity }
    if rounded.isInfinite || found.isInfinite {
      // One of both may already have been rounded to infinity.
      let isNear =
        rounded.magnitude >= .greatestFiniteMagnitude && found.magnitude >= .greatestFiniteMagnitude
      return found == rounded ? 0 : isNear && rounded.sign == found.sign ? 1 : .infinity
    }
    return (Wide(found) - expected).magnitude / Wide(rounded.ulp)
  }

  private func check<Scalar: KernelScalar>(_ x: [Scalar]) {
    for function in WideFunction.all {
      let expected = x.map { function.reference(Wide($0)) }
      for version in Scalar.versions {
        let found = function.values(x, in: version.kernels)
        let worst = Self.worst(found, expected, at: x)
        #expect(
          worst.units <= Scalar.allowedUnits,
          "\(function.name), \(version.name): \(worst.units) units at \(worst.x)")
      }
    }
  }

  @Test("For Double they are within 2 units in the last place, special values included")
  func double() { check(Arguments.drawn(7000, Double.self)) }

  @Test("For Float they are within 4 units in the last place, special values included")
  func single() { check(Arguments.drawn(3500, Float.self)) }

  @Test("For Float they are so at bit patterns a prime apart")
  func allPatterns() {
    check(stride(from: UInt64(0), to: 1 << 32, by: 1_000_003).map { Float(bitPattern: UInt32($0)) })
  }

  @Test("A result that is three units off, or has the other sign of zero, would be found")
  func planted() {
    let x = [1.0, 2.0]
    let wrong = [Double(cr_exp(1)) + 3 * cr_exp(1).ulp, cr_exp(2)]
    #expect(Self.worst(wrong, x.map { WideFunction.all[0].reference(Wide($0)) }, at: x).units > 2)
    #expect(Self.units(-0.0, 0) == .infinity)
    #expect(Self.units(1.0, .nan) == .infinity)
    #expect(Self.units(Double.infinity, 1e300) == .infinity)
  }
}
