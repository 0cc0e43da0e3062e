/// The SVG text of a picture that is laid out.
struct PlotDrawing {
  private static let frame = "#8a929b"
  private static let mesh = "#e4e7eb"

  let layout: PlotLayout

  init(_ layout: PlotLayout) { self.layout = layout }

  /// A whole SVG document.
  var document: String { element(x: nil, y: nil) }

  /// The picture as an element, at its place in another where one is given.
  func element(x: Double?, y: Double?) -> String {
    let (width, height) = (Markup.number(layout.width), Markup.number(layout.height))
    var attributes: [(String, String)] = []
    if x == nil { attributes.append(("xmlns", "http://www.w3.org/2000/svg")) }
    if let x, let y { attributes += [("x", Markup.number(x)), ("y", Markup.number(y))] }
    attributes += [
      ("width", width), ("height", height), ("viewBox", "0 0 \(width) \(height)"), ("role", "img"),
      ("font-family", PlotText.font),
    ]
    let title = layout.plot.title.isEmpty ? "Plot" : layout.plot.title
    var body = Markup.element("title", [], Markup.escaped(title))
    body += Markup.element("desc", [], Markup.escaped(words))
    body += Markup.element("rect", [("width", width), ("height", height), ("fill", "#ffffff")])
    let marks = PlotMarkDrawing(layout)
    body += lines(gridded: true) + clipped(marks.body) + lines(gridded: false)
    body += marks.legend + marks.colorScale
    for text in layout.texts { body += text.markup }
    return Markup.element("svg", attributes, body)
  }

  /// What the picture shows, in words.
  private var words: String {
    if !layout.plot.description.isEmpty { return layout.plot.description }
    let names = layout.legend.entries.map(\.name)
    let shown = names.isEmpty ? "\(layout.data.marks.count) marks" : names.joined(separator: ", ")
    let (x, y) = (layout.plot.xAxis.title, layout.plot.yAxis.title)
    let axes = x.isEmpty && y.isEmpty ? "" : ", \(y.isEmpty ? "values" : y) against \(x.isEmpty ? "x" : x)"
    return (["Plot of " + shown + axes + "."] + layout.data.notes).joined(separator: " ")
  }

  /// The lines behind the data at its ticks, or the frame with the ticks before it.
  private func lines(gridded: Bool) -> String {
    let n = Markup.number
    let (left, right, top, bottom) = (layout.left, layout.right, layout.top, layout.bottom)
    let hasCategories = !layout.data.categories.isEmpty
    var path = ""
    for tick in layout.xTicks.ticks {
      guard let x = layout.xScale.position(tick.value) else { continue }
      path += gridded ? "M\(n(x)) \(n(top))V\(n(bottom))" : "M\(n(x)) \(n(bottom))v5"
    }
    for tick in layout.yTicks.ticks where !(gridded && hasCategories) {
      guard let y = layout.yScale.position(tick.value) else { continue }
      path += gridded ? "M\(n(left)) \(n(y))H\(n(right))" : "M\(n(left)) \(n(y))h-5"
    }
    if gridded {
      return path.isEmpty
        ? "" : Markup.element("path", [("d", path), ("stroke", Self.mesh), ("fill", "none")])
    }
    for x in layout.xTicks.minor.compactMap(layout.xScale.position) { path += "M\(n(x)) \(n(bottom))v3" }
    for y in layout.yTicks.minor.compactMap(layout.yScale.position) { path += "M\(n(left)) \(n(y))h-3" }
    if hasCategories, let zero = layout.xScale.position(0) { path += "M\(n(zero)) \(n(top))V\(n(bottom))" }
    path += "M\(n(left)) \(n(top))H\(n(right))V\(n(bottom))H\(n(left))z"
    return Markup.element("path", [("d", path), ("stroke", Self.frame), ("fill", "none")])
  }

  /// The marks, cut at the sides of the area.
  ///
  /// A nested picture cuts without a name that another picture on the same
  /// page could have too.
  private func clipped(_ body: String) -> String {
    if body.isEmpty { return "" }
    let n = Markup.number
    let (width, height) = (layout.right - layout.left, layout.bottom - layout.top)
    return Markup.element(
      "svg",
      [
        ("x", n(layout.left)), ("y", n(layout.top)), ("width", n(width)), ("height", n(height)),
        ("viewBox", "\(n(layout.left)) \(n(layout.top)) \(n(width)) \(n(height))"),
        ("preserveAspectRatio", "none"), ("overflow", "hidden"),
      ], body)
  }
}
