/// A piece of an index form in both kinds of text, with how tightly its outermost operation binds.
struct IndexedText {
  enum Level: Int, Comparable {
    case sum, product, total, atom

    static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  var unicode: String
  var latex: String
  var level: Level
  /// Whether it starts with a minus sign.
  var isNegative = false

  static func atom(_ unicode: String, _ latex: String) -> IndexedText {
    IndexedText(unicode: unicode, latex: latex, level: .atom)
  }

  /// The text, in parentheses where it binds less tightly than `level`.
  func enclosed(below level: Level) -> IndexedText {
    self.level < level || isNegative ? .atom("(\(unicode))", "\\left(\(latex)\\right)") : self
  }

  static func + (left: IndexedText, right: IndexedText) -> IndexedText {
    if right.isNegative { return left - right.withoutSign }
    return IndexedText(
      unicode: "\(left.unicode) + \(right.unicode)", latex: "\(left.latex) + \(right.latex)", level: .sum,
      isNegative: left.isNegative)
  }

  static func - (left: IndexedText, right: IndexedText) -> IndexedText {
    let second = right.enclosed(below: .product)
    return IndexedText(
      unicode: "\(left.unicode) − \(second.unicode)", latex: "\(left.latex) - \(second.latex)", level: .sum,
      isNegative: left.isNegative)
  }

  static prefix func - (operand: IndexedText) -> IndexedText {
    if operand.isNegative && operand.level > .sum { return operand.withoutSign }
    let inner = operand.enclosed(below: .product)
    return IndexedText(
      unicode: "−\(inner.unicode)", latex: "-\(inner.latex)", level: .product, isNegative: true)
  }

  /// A product; of numbers too, which a space alone would run together.
  static func * (left: IndexedText, right: IndexedText) -> IndexedText {
    if left.isNegative && left.level > .sum { return -(left.withoutSign * right) }
    if right.isNegative && right.level > .sum { return -(left * right.withoutSign) }
    // What follows a sum sign belongs to it.
    let first = left.level == .total ? left.inParentheses : left.enclosed(below: .product)
    let second = right.enclosed(below: .product)
    let sign = second.unicode.first?.isNumber ?? false ? " · " : " "
    return IndexedText(
      unicode: first.unicode + sign + second.unicode,
      latex: first.latex + (sign == " " ? " " : " \\cdot ") + second.latex, level: .product)
  }

  static func / (left: IndexedText, right: IndexedText) -> IndexedText {
    if left.isNegative && left.level > .sum { return -(left.withoutSign / right) }
    let first = left.level == .total ? left.inParentheses : left.enclosed(below: .product)
    let second = right.enclosed(below: .atom)
    return IndexedText(
      unicode: "\(first.unicode)/\(second.unicode)", latex: "\\frac{\(left.latex)}{\(right.latex)}",
      level: .product)
  }

  /// A sum over an index.
  func summed(over index: IndexedText) -> IndexedText {
    if isNegative && level > .sum { return -withoutSign.summed(over: index) }
    let inner = enclosed(below: .product)
    return IndexedText(
      unicode: "Σ\(index.unicode) \(inner.unicode)", latex: "\\sum_{\(index.latex)} \(inner.latex)",
      level: .total)
  }

  func raised(to exponent: IndexedText, small: String?) -> IndexedText {
    let base = enclosed(below: .atom)
    let above = exponent.level == .atom ? "^\(exponent.unicode)" : "^(\(exponent.unicode))"
    return .atom(base.unicode + (small ?? above), "{\(base.latex)}^{\(exponent.latex)}")
  }

  private static let letters = ["σ": "\\sigma", "σ′": "\\sigma'"]

  /// A function of some arguments.
  static func call(_ name: String, _ arguments: [IndexedText], below index: IndexedText? = nil) -> IndexedText
  {
    let known = ["exp", "log", "sin", "cos", "tan", "sinh", "cosh", "tanh", "max", "min", "det"].contains(
      name)
    let command = known ? "\\\(name)" : letters[name] ?? "\\operatorname{\(name)}"
    return .atom(
      "\(name)\(index?.unicode ?? "")(\(arguments.map(\.unicode).joined(separator: ", ")))",
      command + (index.map { "_{\($0.latex)}" } ?? "")
        + "\\left(\(arguments.map(\.latex).joined(separator: ", "))\\right)")
  }

  private var inParentheses: IndexedText { .atom("(\(unicode))", "\\left(\(latex)\\right)") }

  private var withoutSign: IndexedText {
    IndexedText(
      unicode: String(unicode.dropFirst()), latex: String(latex.dropFirst()),
      level: level == .product ? .product : level)
  }
}
