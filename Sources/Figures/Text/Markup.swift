internal import ChainRule

/// The text of SVG and HTML: elements, attributes, and numbers.
enum Markup {
  /// The text as character data or an attribute's value.
  static func escaped(_ text: String) -> String { MarkupText.escaped(text) }

  /// An element on a line of its own; its attributes are escaped here, its content is markup already.
  static func element(_ name: String, _ attributes: [(String, String)], _ content: String? = nil) -> String {
    var result = open(name, attributes)
    guard let content else {
      result.removeLast(2)
      return result + "/>\n"
    }
    if !content.hasSuffix("\n") { result.removeLast() }
    return result + content + "</\(name)>\n"
  }

  /// The start of an element, on a line of its own.
  static func open(_ name: String, _ attributes: [(String, String)]) -> String {
    "<" + name + attributes.map { " \($0)=\"\(escaped($1))\"" }.joined() + ">\n"
  }

  /// A coordinate with at most two decimals, the same on every machine.
  static func number(_ value: Double) -> String {
    // Far outside of every picture; a viewer computes in single precision.
    if value.isNaN { return "0" }
    var (digits, exponent) = (Int((min(max(value, -1e5), 1e5) * 100).rounded()), -2)
    while exponent < 0, digits % 10 == 0 { (digits, exponent) = (digits / 10, exponent + 1) }
    return DecimalText.plain(digits, exponent: exponent, minus: "-")
  }

  /// Two coordinates, as in a path.
  static func pair(_ x: Double, _ y: Double) -> String { number(x) + " " + number(y) }
}
