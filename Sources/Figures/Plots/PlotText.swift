/// A line of text at its place in a picture.
struct PlotText {
  static let font = "Helvetica, Arial, 'Liberation Sans', sans-serif"
  private static let ink = "#1b1f24"

  let text: String
  /// The middle of the text's height, and horizontally what the anchor says; for rotated text, read upwards.
  let x, y: Double
  var size = 12.0
  var isBold = false
  var anchor = "middle"
  var isRotated = false

  /// The text as an element of SVG.
  var markup: String {
    // The middle of digits and capitals is about a third of the size above the line they stand on.
    let lift = size * 0.35
    var attributes = [
      ("x", Markup.number(isRotated ? x + lift : x)), ("y", Markup.number(isRotated ? y : y + lift)),
      ("font-size", Markup.number(size)), ("fill", Self.ink),
    ]
    if anchor != "start" { attributes.append(("text-anchor", anchor)) }
    if isBold { attributes.append(("font-weight", "bold")) }
    if isRotated { attributes.append(("transform", "rotate(-90 \(Markup.pair(x + lift, y)))")) }
    return Markup.element("text", attributes, Markup.escaped(text))
  }
}
