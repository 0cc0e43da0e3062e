/// The common notation of the numbers of one printed array, aligned on the decimal point as NumPy aligns them.
struct NumberColumn<Scalar: TensorScalar> {
  /// Digits after the point at most.
  private let precision: Int
  private let isScientific: Bool
  /// Digits after the point in scientific notation, the same for all numbers.
  private var fractionLength = 0
  /// Digits of the exponent in scientific notation, the same for all numbers.
  private var exponentLength = 2
  /// Characters before the point, the sign included.
  private var leftWidth = 0
  /// Characters after the point, the exponent included.
  private var rightWidth = 0

  /// The narrowest notation for all of `values` with at most `precision` digits after the point.
  init(fitting values: [Scalar], precision: Int) {
    self.precision = max(precision, 0)
    let finite = values.filter(\.isFinite)
    isScientific = Self.needsExponents(finite)
    if isScientific {
      // More digits than these would not tell any two numbers apart.
      let numbers = finite.map { Self.rounded($0, toSignificantDigits: min(self.precision, 99) + 1) }
      fractionLength = numbers.map { $0.digits.count - 1 }.reduce(0, max)
      exponentLength = numbers.map { String($0.exponent.magnitude).count }.reduce(2, max)
    }
    for value in finite {
      let (left, right) = halves(of: value)
      leftWidth = max(leftWidth, left.count)
      rightWidth = max(rightWidth, right.count)
    }
    for value in values where !value.isFinite {
      leftWidth = max(leftWidth, Self.word(for: value).count - rightWidth - 1)
    }
  }

  /// The number in the width of the column.
  func cell(_ value: Scalar) -> String {
    guard value.isFinite else {
      return Self.word(for: value).padded(on: .leading, to: leftWidth + 1 + rightWidth)
    }
    let (left, right) = halves(of: value)
    return left.padded(on: .leading, to: leftWidth) + "." + right.padded(on: .trailing, to: rightWidth)
  }

  /// A single number as NumPy's `str` shows it: all its digits, exponents for the very large and very small.
  static func text(for value: Scalar) -> String {
    guard value.isFinite else { return word(for: value) }
    let number = DecimalDigits(shortestFor: value)
    let magnitude = Double(value.magnitude)
    let limit = Scalar.precision == .single ? 1e6 : 1e16
    if magnitude == 0 || (magnitude >= 1e-4 && magnitude < limit) {
      let (left, right) = number.positionalHalves
      return left + "." + (right.isEmpty ? "0" : right)
    }
    let (left, right) = number.scientificHalves(fractionLength: 0, exponentLength: 2)
    return left + (number.digits.count > 1 ? "." : "") + right
  }

  /// Whether numbers so large, so small, or so different from each other are better read with exponents.
  private static func needsExponents(_ finite: [Scalar]) -> Bool {
    let magnitudes = finite.lazy.filter { $0 != 0 }.map(\.magnitude)
    guard let largest = magnitudes.max(), let smallest = magnitudes.min() else { return false }
    // `Float` has no digits to show for more than six places.
    let limit: Scalar.Magnitude = Scalar.precision == .single ? 1e6 : 1e8
    return largest >= limit || smallest < 1e-4 || largest / smallest > 1000
  }

  /// The text of the finite `value` before and after the decimal point.
  private func halves(of value: Scalar) -> (left: String, right: String) {
    let shortest = DecimalDigits(shortestFor: value)
    if isScientific {
      // NumPy fills the column with further digits of the exact value, not with zeros.
      let isFull = shortest.digits.count == fractionLength + 1
      let number =
        isFull ? shortest : DecimalDigits(exactly: value).rounded(toSignificantDigits: fractionLength + 1)
      return number.scientificHalves(fractionLength: fractionLength, exponentLength: exponentLength)
    }
    if shortest.fractionLength <= precision { return shortest.positionalHalves }
    return DecimalDigits(exactly: value).rounded(toFractionDigits: precision).positionalHalves
  }

  /// The shortest digits of `value` if they are no more than `length`, else its exact value rounded to so many.
  private static func rounded(_ value: Scalar, toSignificantDigits length: Int) -> DecimalDigits {
    let shortest = DecimalDigits(shortestFor: value)
    if shortest.digits.count <= length { return shortest }
    return DecimalDigits(exactly: value).rounded(toSignificantDigits: length)
  }

  private static func word(for value: Scalar) -> String {
    value.isNaN ? "nan" : value < 0 ? "-inf" : "inf"
  }
}
