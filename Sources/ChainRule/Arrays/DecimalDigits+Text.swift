// Digits as text, from which every number that is printed is put together.

extension DecimalDigits {
  /// What stands before and after the point in positional notation: `-12` and `5` of −12.5, `3` and nothing of 3.
  package var positionalHalves: (left: String, right: String) {
    let integer = digits.isEmpty || point <= 0 ? "0" : Self.text(digits.prefix(point))
    let zeros = digits.isEmpty ? 0 : -point
    return (
      (isNegative ? "-" : "") + integer.padded(on: .trailing, to: point, with: "0"),
      String(repeating: "0", count: max(zeros, 0)) + Self.text(digits.dropFirst(max(point, 0)))
    )
  }

  /// What stands before and after the point in scientific notation: `-1` and `25e+01` of −12.5.
  package func scientificHalves(
    fractionLength: Int, exponentLength: Int
  ) -> (left: String, right: String) {
    let power = String(exponent.magnitude).padded(on: .leading, to: exponentLength, with: "0")
    let fraction = Self.text(digits.dropFirst()).padded(on: .trailing, to: fractionLength, with: "0")
    return (
      (isNegative ? "-" : "") + (digits.isEmpty ? "0" : Self.text(digits.prefix(1))),
      fraction + (exponent < 0 ? "e-" : "e+") + power
    )
  }

  private static func text(_ digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }
}

extension Double {
  /// The fewest digits that read back as the finite number, whole ones without a point.
  package var shortestText: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The number as sentences show it: all its digits, and no sign where it means nothing, of a zero and of NaN.
  package var spelled: String { isNaN ? "nan" : self == 0 ? "0.0" : description }
}
