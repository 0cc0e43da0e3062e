// Sums, products, quotients and roots with a bounded relative error, whatever the signs.
//
// With u = 2⁻⁵³, the relative error of + and − is at most 3u² + 13u³, of × 6u², of ÷ 15u² + 56u³, and of √ 5u² (the series
// of √(y² + r) after its second term, and two roundings of the second), as long as nothing overflows and no error term underflows.
//
// - Source: M. Joldes, J.-M. Muller, V. Popescu, "Tight and rigorous error bounds for basic building blocks of double-word
//   arithmetic", ACM Trans. Math. Softw. 44 (2017), algorithms 6, 11 and 17.
extension DoubleDouble {
  /// A bound of the relative error of one sum, product, quotient or root: 16u².
  package static let roundoff = 0x1p-102

  /// The number `high + low`, of which `low` may be at most as great as `high`.
  @inlinable @inline(__always)
  package init(_ high: Double, _ low: Double) {
    self.init(high)
    let sum = high + low
    // An infinity stays one: the error of its sum would be NaN.
    if sum.isFinite { self.init(normalizing: high, low) } else { self.init(sum) }
  }

  /// The sum of two doubles, exactly.
  @inlinable @inline(__always)
  package init(sum a: Double, _ b: Double) {
    self.init(a + b)
    let share = high - a
    low = (a - (high - share)) + (b - share)
  }

  package var isFinite: Bool { high.isFinite }

  @inlinable
  package static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let sum = DoubleDouble(sum: a.high, b.high)
    if !sum.high.isFinite { return DoubleDouble(sum.high) }
    let rest = DoubleDouble(sum: a.low, b.low)
    let partial = DoubleDouble(normalizing: sum.high, sum.low + rest.high)
    return DoubleDouble(normalizing: partial.high, partial.low + rest.low)
  }

  @inlinable
  package static prefix func - (a: DoubleDouble) -> DoubleDouble { a.negated }

  @inlinable
  package static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + b.negated }

  @inlinable
  package static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let product = DoubleDouble(product: a.high, b.high)
    if !product.low.isFinite { return DoubleDouble(product.high) }
    let rest = (a.high * b.low).addingProduct(a.low, b.high)
    return DoubleDouble(product.high, product.low + rest)
  }

  @inlinable
  package static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let quotient = a.high / b.high
    if !quotient.isFinite || b.high.isInfinite { return DoubleDouble(quotient) }
    let rest = a - b * DoubleDouble(quotient)
    return DoubleDouble(quotient, (rest.high + rest.low) / b.high)
  }

  package func squareRoot() -> DoubleDouble {
    let root = high.squareRoot()
    if !(high > 0) || !root.isFinite { return DoubleDouble(root) }
    let rest = self - DoubleDouble(product: root, root)
    return DoubleDouble(root, rest.high / (2 * root))
  }
}

extension DoubleDouble: Comparable {
  @inlinable
  package static func < (a: DoubleDouble, b: DoubleDouble) -> Bool {
    a.high < b.high || a.high == b.high && a.low < b.low
  }
}
