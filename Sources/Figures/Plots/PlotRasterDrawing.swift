/// The SVG text of grids of cells.
struct PlotRasterDrawing {
  /// The number of colours of a heat map; more cannot be told apart, and make the text longer.
  static let levels = 48

  let raster: PlotRaster
  let layout: PlotLayout

  init(_ raster: PlotRaster, layout: PlotLayout) { (self.raster, self.layout) = (raster, layout) }

  /// One path for each colour; cells of the same colour beside each other are one rectangle.
  var body: String {
    switch raster.content {
    case .classes(let rows, _):
      return draw(rows.map { row in row.map { $0 < 0 ? nil : $0 % PlotColor.palette.count } }) {
        PlotColor.series($0).mixed(with: .white, 0.65)
      }
    case .values(let rows):
      guard let extent = layout.data.heatExtent else { return "" }
      return draw(rows.map { row in row.map { $0.isFinite ? Self.level($0, in: extent) : nil } }) {
        Self.color($0, in: extent)
      }
    }
  }

  private static func level(_ value: Double, in extent: ClosedRange<Double>) -> Int {
    let span = extent.upperBound / 2 - extent.lowerBound / 2
    if span <= 0 { return levels / 2 }
    return min(Int((value / 2 - extent.lowerBound / 2) / span * Double(levels)), levels - 1)
  }

  /// The colour of one of the levels: that of the value in its middle.
  static func color(_ level: Int, in extent: ClosedRange<Double>) -> PlotColor {
    let part = (Double(level) + 0.5) / Double(levels)
    guard extent.lowerBound < 0, extent.upperBound > 0 else { return .sequential(part) }
    let value = extent.lowerBound * (1 - part) + extent.upperBound * part
    return .diverging(value / max(-extent.lowerBound, extent.upperBound))
  }

  private func draw(_ rows: [[Int?]], color: (Int) -> PlotColor) -> String {
    let columns = rows.map(\.count).max() ?? 0
    guard columns > 0 else { return "" }
    let n = Markup.number
    func edge(_ scale: AxisScale, _ range: ClosedRange<Double>, _ index: Int, _ count: Int) -> Double {
      let part = Double(index) / Double(count)
      return scale.position(range.lowerBound * (1 - part) + range.upperBound * part) ?? 0
    }
    let xEdges = (0...columns).map { edge(layout.xScale, raster.x, $0, columns) }
    var paths: [Int: String] = [:]
    for (number, row) in rows.enumerated() {
      let lower = edge(layout.yScale, raster.y, number, rows.count)
      let upper = edge(layout.yScale, raster.y, number + 1, rows.count)
      var start = 0
      while start < row.count {
        var end = start + 1
        while end < row.count, row[end] == row[start] { end += 1 }
        if let level = row[start] {
          paths[level, default: ""] +=
            "M\(n(xEdges[start])) \(n(upper))H\(n(xEdges[end]))V\(n(lower))H\(n(xEdges[start]))z"
        }
        start = end
      }
    }
    return paths.keys.sorted().map { level in
      let color = color(level).css
      // The stroke closes the seams that some viewers leave between cells.
      return Markup.element(
        "path",
        [
          ("d", paths[level] ?? ""), ("fill", color), ("stroke", color), ("stroke-width", "0.5"),
          ("shape-rendering", "crispEdges"),
        ])
    }.joined()
  }
}

extension PlotMarkDrawing {
  /// The scale of colours of a heat map.
  var colorScale: String {
    guard let scale = layout.colorScale, let extent = layout.data.heatExtent else { return "" }
    let n = Markup.number
    let levels = PlotRasterDrawing.levels
    let step = (scale.start - scale.end) / Double(levels)
    var body = ""
    for level in 0..<levels {
      body += Markup.element(
        "rect",
        [
          ("x", n(layout.colorLeft)), ("y", n(scale.start - Double(level + 1) * step)), ("width", "14"),
          ("height", n(step + 0.01)), ("fill", PlotRasterDrawing.color(level, in: extent).css),
          ("shape-rendering", "crispEdges"),
        ])
    }
    var path = "M\(n(layout.colorLeft)) \(n(scale.end))h14V\(n(scale.start))h-14z"
    for y in layout.colorTicks.ticks.compactMap({ scale.position($0.value) }) {
      path += "M\(n(layout.colorLeft + 14)) \(n(y))h4"
    }
    return body + Markup.element("path", [("d", path), ("stroke", "#8a929b"), ("fill", "none")])
  }

  /// The keys of the legend with their names.
  var legend: String {
    zip(layout.legend.entries, layout.legend.places).map { entry, place in
      let (x, y) = (
        layout.legendPlace.x + place.x, layout.legendPlace.y + place.y + PlotLegend.lineHeight / 2
      )
      var body = ""
      if let tint = entry.tint { body += fill(box(x + 4, y, 20, 12), tint) }
      for mark in entry.marks { body += key(mark, x: x, y: y) }
      let room = layout.width - PlotLayout.margin - x - PlotLegend.keyWidth - 6
      let flat = entry.name.split { $0.isWhitespace }.joined(separator: " ")
      let name = TextMeasure.shortened(flat, to: room + 0.01, size: PlotLegend.size)
      return body
        + PlotText(
          text: name, x: x + PlotLegend.keyWidth + 6, y: y, size: PlotLegend.size, anchor: "start"
        ).markup
    }.joined()
  }

  private func key(_ index: Int, x: Double, y: Double) -> String {
    let (mark, paint) = (layout.data.marks[index], layout.paints[index])
    switch mark.shape {
    case .points(_, _, _, let radius):
      let radius = min(max(radius.isFinite ? radius : 3.5, 2.5), 7)
      return fill("M" + Markup.pair(x + 14, y) + paint.symbol.path(radius: radius), paint.color)
    case .band: return fill(box(x, y, 28, 12), paint.color, opacity: "0.22")
    case .bars: return fill(box(x + 7, y, 14, 11), paint.color)
    case .columns: return fill(box(x + 7, y, 14, 11), paint.color.mixed(with: .white, 0.25))
    default: return stroke("M" + Markup.pair(x, y) + "h28", paint, width: mark.width)
    }
  }

  private func box(_ x: Double, _ middle: Double, _ width: Double, _ height: Double) -> String {
    let n = Markup.number
    return "M\(Markup.pair(x, middle - height / 2))h\(n(width))v\(n(height))h\(n(-width))z"
  }
}
