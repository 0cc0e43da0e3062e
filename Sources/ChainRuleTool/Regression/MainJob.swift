import ChainRule

/// What `chainrule` does without arguments: the four sections, one after the other.
package struct MainJob {
  package let seed: UInt64

  package init(seed: UInt64) { self.seed = seed }

  /// Prints the sections line by line; returns whether every check in them holds.
  package func run(_ progress: Progress, _ print: (String) -> Void) throws -> Bool {
    let lesson = try Lesson()
    print(try lesson.traceSection())
    let formulas = try lesson.formulaSection()
    print("\n" + formulas.text)
    let check = PropertyCheck(seed: seed, problems: 1000)
    let outcome = try check.run(mechanical: PropertyCheck.derived, progress)
    print("\n" + outcome.text)
    let descent = try Descent().run(progress)
    print("\n" + descent.text)
    return formulas.isRight && outcome.isRight && descent.isRight
  }
}

/// A printed section, and whether what it checks holds.
package struct Section {
  package let text: String
  package let isRight: Bool
}

extension Double {
  /// The number with `digits` significant digits, such as `2.2e-16`.
  package func rounded(toDigits digits: Int) -> String {
    if self == 0 || !isFinite { return description }
    var exponent = 0
    var mantissa = magnitude
    while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    let text = mantissa.fixed(digits - 1)
    return (self < 0 ? "-" : "") + (exponent == 0 ? text : "\(text)e\(exponent)")
  }

  /// The number with `digits` digits after the point.
  package func fixed(_ digits: Int) -> String {
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (magnitude * scale).rounded()
    guard scaled < 9e15 else { return description }
    let whole = String(Int(scaled))
    let padded = String(repeating: "0", count: max(digits + 1 - whole.count, 0)) + whole
    let point = padded.index(padded.endIndex, offsetBy: -digits)
    let sign = self < 0 && scaled != 0 ? "-" : ""
    return sign + padded[..<point] + (digits > 0 ? "." + padded[point...] : "")
  }
}
