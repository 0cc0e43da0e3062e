/// A number as the exact sum of two doubles, with about 32 digits.
///
/// Residuals of a nearly solved system cancel nearly all of their digits; formed in this arithmetic, the digits that are
/// left are right. It is not meant for numbers near the ends of the range of `Double`: callers scale first.
///
/// - Source: T. J. Dekker, "A floating-point technique for extending the available precision", Numerische Mathematik 18
///   (1971); T. Ogita, S. M. Rump, S. Oishi, "Accurate sum and dot product", SIAM J. Sci. Comput. 26 (2005).
@usableFromInline
package struct DoubleDouble: Sendable, Hashable {
  /// The nearest double, up to the last bit.
  @usableFromInline package internal(set) var high: Double
  /// What `high` leaves out.
  @usableFromInline package internal(set) var low: Double

  /// The number itself, exactly.
  @inlinable @inline(__always)
  package init(_ number: Double) {
    (high, low) = (number, 0)
  }

  /// The sum of both, brought into the form in which `low` is less than half a unit of `high`.
  @inlinable @inline(__always)
  init(normalizing high: Double, _ low: Double) {
    self.high = high + low
    self.low = low - (self.high - high)
  }

  /// The product of two doubles, exactly: the fused operation rounds only once.
  @inlinable @inline(__always)
  package init(product a: Double, _ b: Double) {
    high = a * b
    low = (-high).addingProduct(a, b)
  }

  /// The number rounded to one double.
  @inlinable @inline(__always)
  package var rounded: Double { high + low }

  /// Adds a double: the error of the sum is found exactly, and only `low` is rounded.
  @inlinable @inline(__always)
  package mutating func add(_ number: Double) {
    let sum = high + number
    let share = sum - high
    let error = (high - (sum - share)) + (number - share)
    self = DoubleDouble(normalizing: sum, low + error)
  }

  /// Adds another number of the kind.
  @inlinable @inline(__always)
  package mutating func add(_ other: DoubleDouble) {
    low += other.low
    add(other.high)
  }

  /// Adds the product of a double and a number of the kind.
  @inlinable @inline(__always)
  package mutating func add(product a: Double, _ b: DoubleDouble) {
    let product = DoubleDouble(product: a, b.high)
    low += product.low + a * b.low
    add(product.high)
  }

  /// The number times a double.
  @inlinable @inline(__always)
  package func times(_ factor: Double) -> DoubleDouble {
    let product = DoubleDouble(product: high, factor)
    return DoubleDouble(normalizing: product.high, product.low + low * factor)
  }

  /// The number times 2 to a power, exact within the range of normal numbers.
  package func scaled(byPowerOfTwo power: Int) -> DoubleDouble {
    var result = self
    result.high = high.scaled(byPowerOfTwo: power)
    result.low = result.high.isFinite ? low.scaled(byPowerOfTwo: power) : 0
    return result
  }

  /// The number with the other sign.
  @inlinable @inline(__always)
  package var negated: DoubleDouble {
    var result = self
    (result.high, result.low) = (-high, -low)
    return result
  }
}

extension Double {
  /// The number times 2 to a power; exact unless the result leaves the range of normal numbers.
  package func scaled(byPowerOfTwo power: Int) -> Double {
    Double(sign: .plus, exponent: power, significand: self)
  }
}
