/// A direction whose coefficients are exact: whole numbers times powers of two.
///
/// Which side of a plane a row lies on is decided by arithmetic in doubles where its error cannot matter, and exactly elsewhere.
package struct ExactDirection {
  /// The coefficients, up to one positive factor.
  let exact: [BigInteger]
  /// Rounded to doubles, with a relative error of 2⁻⁵² at most; the greatest is near 1.
  let rounded: [Double]
  /// Whether the doubles are the coefficients themselves, up to a factor.
  private let isRounded: Bool

  /// Nil where all coefficients are 0.
  package init?(_ coefficients: [BigInteger]) {
    let divisor = coefficients.reduce(BigInteger(0)) { BigInteger.greatestCommonDivisor($0, $1) }
    guard divisor.signum > 0 else { return nil }
    exact = coefficients.map { $0.dividedWithRemainder(by: divisor).quotient }
    let width = exact.reduce(0) { Swift.max($0, $1.bitWidth) }
    rounded = exact.map { $0.rounded(timesPowerOfTwo: -width) }
    isRounded =
      width <= 1000 && exact.allSatisfy { $0.bitWidth - $0.trailingZeroBitCount <= 53 }
  }

  /// The same numbers, up to a factor; nil where all are 0.
  package init?(_ coefficients: [Double]) {
    let parts = coefficients.map(BigInteger.parts)
    guard let least = parts.filter({ $0.significand.signum != 0 }).map(\.exponent).min() else { return nil }
    self.init(parts.map { $0.significand.signum == 0 ? 0 : $0.significand << ($0.exponent - least) })
  }

  /// The sign of `Σ xⱼ dⱼ` for one output less that for another, which is nil for none.
  func sign(of row: Int, in rows: ConeRows, _ output: Int, less rival: Int?) -> Int {
    let (width, outputs) = (rows.width, rows.outputs)
    var (sum, size, isExact) = (0.0, 0.0, isRounded)
    rows.elements.withUnsafeBufferPointer { elements in
      for column in 0..<width {
        let x = elements[row * width + column]
        for (place, factor) in [(output, 1.0), (rival ?? -1, -1)] where place >= 0 {
          let d = factor * rounded[column * outputs + place]
          let product = x * d
          let next = sum + product
          // The fused product, and the sum taken apart again, are exact where nothing was rounded.
          let part = next - sum
          isExact =
            isExact && (-product).addingProduct(x, d) == 0
            && (sum - (next - part)) + (product - part) == 0
          (sum, size) = (next, size + Swift.abs(product))
        }
      }
    }
    // Each product and each sum is off by 2⁻⁵³ of itself, and each coefficient by 2⁻⁵².
    let bound = Double(2 * width + 4) * 0x1p-51 * size + 0x1p-1000
    if isExact || size == 0 { return sum > 0 ? 1 : sum < 0 ? -1 : 0 }
    if Swift.abs(sum) > bound { return sum > 0 ? 1 : -1 }
    return exactSum(of: row, in: rows, output, rival).signum
  }

  private func exactSum(of row: Int, in rows: ConeRows, _ output: Int, _ rival: Int?) -> BigInteger {
    let parts = (0..<rows.width).map { BigInteger.parts(of: rows.elements[row * rows.width + $0]) }
    let least = parts.filter { $0.significand.signum != 0 }.map(\.exponent).min() ?? 0
    var sum: BigInteger = 0
    for (column, part) in parts.enumerated() where part.significand.signum != 0 {
      let start = column * rows.outputs
      let coefficient = rival.map { exact[start + output] - exact[start + $0] } ?? exact[start + output]
      if coefficient.signum != 0 {
        sum = sum + (part.significand << (part.exponent - least)) * coefficient
      }
    }
    return sum
  }
}

/// What a direction does to rows, decided exactly.
package struct SeparatedRows {
  /// The rows whose loss falls for ever along the direction, if none rises.
  package private(set) var separated: [Int] = []
  /// An inequality that the direction violates.
  package private(set) var violation: ConeRows.Violation?

  /// Looks at all rows, or at those up to the first that is violated.
  package init(_ direction: ExactDirection, in rows: ConeRows) {
    for coefficient in rows.ranges.indices {
      let sign = direction.exact[coefficient].signum
      switch rows.ranges[coefficient] {
      case .up where sign < 0, .down where sign > 0, .nowhere where sign != 0:
        // The method keeps to these by itself.
        violation = ConeRows.Violation(row: ConeRows.Row(row: 0, rival: 0), product: 0, measure: 0)
        return
      default: break
      }
    }
    for row in 0..<rows.count {
      var isStrict = false
      for inequality in rows.rows(of: row) {
        let sign = Self.sign(direction, inequality, rows)
        if sign < 0 || sign > 0 && rows.demands[row] == .stay {
          violation = ConeRows.Violation(row: inequality, product: Double(sign), measure: 1)
          return
        }
        isStrict = isStrict || sign > 0
      }
      if isStrict { separated.append(row) }
    }
  }

  /// The sign of `a·d`.
  private static func sign(_ direction: ExactDirection, _ row: ConeRows.Row, _ rows: ConeRows) -> Int {
    switch rows.demands[row.row] {
    case .rise, .stay: direction.sign(of: row.row, in: rows, 0, less: nil)
    case .fall: -direction.sign(of: row.row, in: rows, 0, less: nil)
    case .lead(let own): direction.sign(of: row.row, in: rows, own, less: row.rival)
    }
  }
}
