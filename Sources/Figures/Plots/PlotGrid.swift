internal import ChainRule

/// Plots in rows and columns, in one picture.
///
/// ```swift
/// let plots = [1.0, 2, 3].map { power in
///   Plot("slope \(power)", marks: [.curve(over: 0...1) { power * $0 }])
/// }
/// try PlotGrid("Lines", plots: plots, columns: 2).write(svgFile: "lines.svg")
/// ```
public struct PlotGrid: Sendable {
  /// What stands over all of them.
  public var title: String
  /// The plots, row by row; rows may differ in length.
  public var rows: [[Plot]]

  /// A picture of rows of plots.
  public init(_ title: String = "", rows: [[Plot]]) { (self.title, self.rows) = (title, rows) }

  /// A picture of plots in their order, so many in each row.
  public init(_ title: String = "", plots: [Plot], columns: Int) {
    let columns = max(columns, 1)
    self.init(
      title,
      rows: stride(from: 0, to: plots.count, by: columns).map { start in
        Array(plots[start..<min(start + columns, plots.count)])
      })
  }

  /// The picture as a whole SVG document; the plots of a row have one height, those of a column one left side.
  public var svg: String {
    let heights = rows.map { row in row.map { PlotLayout($0).height }.max() ?? 0 }
    let layouts = zip(rows, heights).map { row, height in
      row.map { PlotLayout($0, minimumHeight: height) }
    }
    let columns = layouts.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      layouts.compactMap { $0.indices.contains(column) ? $0[column].width : nil }.max() ?? 0
    }
    let width = max(widths.reduce(0, +), 240)
    var body = ""
    var y = 0.0
    let lines = TextMeasure.wrapped(title, to: width - 24, size: 18, isBold: true)
    if !lines.isEmpty { y += 12 }
    for line in lines {
      body += PlotText(text: line, x: width / 2, y: y + 12, size: 18, isBold: true).markup
      y += 24
    }
    for (row, height) in zip(layouts, heights) {
      var x = 0.0
      for (index, layout) in row.enumerated() {
        body += PlotDrawing(layout).element(x: x, y: y)
        x += widths[index]
      }
      y += height
    }
    return document(width: width, height: max(y, 40), body)
  }

  private func document(width: Double, height: Double, _ body: String) -> String {
    let (width, height) = (Markup.number(width), Markup.number(height))
    // A group, not an image: what is in an image is not read aloud.
    let attributes = [
      ("xmlns", "http://www.w3.org/2000/svg"), ("width", width), ("height", height),
      ("viewBox", "0 0 \(width) \(height)"), ("role", "group"), ("font-family", PlotText.font),
    ]
    let head =
      Markup.element("title", [], Markup.escaped(title.isEmpty ? "Plots" : title))
      + Markup.element("rect", [("width", width), ("height", height), ("fill", "#ffffff")])
    return Markup.element("svg", attributes, head + body)
  }

  /// Writes the picture to a file, whole or not at all.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` that names the path, if the file cannot be written.
  public func write(svgFile path: String) throws {
    try FileBytes.write(Array(svg.utf8), to: path, operation: "PlotGrid.write(svgFile:)")
  }
}
