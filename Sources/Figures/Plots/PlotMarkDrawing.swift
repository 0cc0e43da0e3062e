/// The SVG text of marks, in the coordinates of the picture, and of their keys.
struct PlotMarkDrawing {
  let layout: PlotLayout

  init(_ layout: PlotLayout) { self.layout = layout }

  /// The marks in their order.
  var body: String {
    layout.data.marks.indices.map(drawn).joined()
  }

  private func drawn(_ index: Int) -> String {
    let mark = layout.data.marks[index]
    let paint = layout.paints[index]
    switch mark.shape {
    case .line(let x, let y, let isStepped):
      let path = runs(x, y).map { run in linePath(Decimation.line(isStepped ? stepped(run) : run)) }.joined()
      return stroke(path, paint, width: mark.width)
    case .points(let x, let y, _, let radius): return points(x, y, radius: radius, paint)
    case .band(let x, let lower, let upper): return band(x, lower, upper, paint)
    case .rule(let value, let isVertical):
      guard let place = (isVertical ? layout.xScale : layout.yScale).position(value) else { return "" }
      let n = Markup.number
      let path =
        isVertical
        ? "M\(n(place)) \(n(layout.top))V\(n(layout.bottom))"
        : "M\(n(layout.left)) \(n(place))H\(n(layout.right))"
      return stroke(path, paint, width: mark.width)
    case .bars(let labels, let values, let intervals):
      return bars(labels, values, intervals, paint, number: barNumber(index))
    case .columns(let edges, let heights): return columns(edges, heights, paint)
    case .grid(let raster): return PlotRasterDrawing(raster, layout: layout).body
    case .curve: return ""
    }
  }

  private func place(_ x: Double, _ y: Double) -> (x: Double, y: Double)? {
    guard let x = layout.xScale.position(x), let y = layout.yScale.position(y) else { return nil }
    return (x, y)
  }

  /// The points in the picture, parted where one has no place.
  private func runs(_ x: [Double], _ y: [Double]) -> [[(x: Double, y: Double)]] {
    var result: [[(x: Double, y: Double)]] = []
    var run: [(x: Double, y: Double)] = []
    for (x, y) in zip(x, y) {
      if let point = place(x, y) {
        run.append(point)
      } else if !run.isEmpty {
        result.append(run)
        run = []
      }
    }
    return run.isEmpty ? result : result + [run]
  }

  private func stepped(_ run: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    zip(run, run.dropFirst()).flatMap { [$0, (x: $1.x, y: $0.y)] } + run.suffix(1)
  }

  private func linePath(_ run: [(x: Double, y: Double)]) -> String {
    var path = ""
    var last = ""
    for point in run {
      let text = Markup.pair(point.x, point.y)
      if text != last { path += (path.isEmpty ? "M" : "L") + text }
      last = text
    }
    // A line of one point is a dot.
    return path.contains("L") || path.isEmpty ? path : path + PlotSymbol.circle.path(radius: 1.2)
  }

  func stroke(_ path: String, _ paint: PlotPaint, width: Double) -> String {
    if path.isEmpty { return "" }
    var attributes = [
      ("d", path), ("fill", "none"), ("stroke", paint.color.css), ("stroke-width", Markup.number(width)),
      ("stroke-linejoin", "round"), ("stroke-linecap", paint.dash == .solid ? "round" : "butt"),
    ]
    if let pattern = paint.dash.pattern { attributes.append(("stroke-dasharray", pattern)) }
    return Markup.element("path", attributes)
  }

  private func points(_ x: [Double], _ y: [Double], radius: Double, _ paint: PlotPaint) -> String {
    let all = zip(x, y).compactMap { place($0, $1) }
    // Many points are drawn smaller, so that they do not run into one.
    let radius = min(max(radius.isFinite ? radius : 3.5, 0.5), 20) * (all.count > 1000 ? 0.55 : 1)
    let shape = paint.symbol.path(radius: radius)
    let path = Decimation.points(all).map { "M" + Markup.pair($0.x, $0.y) + shape }.joined()
    return fill(path, paint.color, outline: all.count <= 1000)
  }

  func fill(_ path: String, _ color: PlotColor, outline: Bool = false, opacity: String? = nil) -> String {
    if path.isEmpty { return "" }
    var attributes = [("d", path), ("fill", color.css)]
    if let opacity { attributes.append(("fill-opacity", opacity)) }
    if outline { attributes += [("stroke", "#ffffff"), ("stroke-width", "0.8")] }
    return Markup.element("path", attributes)
  }

  private func band(_ x: [Double], _ lower: [Double], _ upper: [Double], _ paint: PlotPaint) -> String {
    var path = ""
    var below: [(x: Double, y: Double)] = []
    var above: [(x: Double, y: Double)] = []
    func close() {
      if below.count > 1 {
        path += linePath(Decimation.line(below) + Decimation.line(above).reversed()) + "z"
      }
      (below, above) = ([], [])
    }
    for (x, (lower, upper)) in zip(x, zip(lower, upper)) {
      if let first = place(x, lower), let second = place(x, upper) {
        below.append(first)
        above.append(second)
      } else {
        close()
      }
    }
    close()
    return fill(path, paint.color, opacity: "0.22")
  }

  /// The number of a bar mark among those of the plot.
  private func barNumber(_ index: Int) -> (own: Int, of: Int) {
    let all = layout.data.marks.indices.filter {
      if case .bars = layout.data.marks[$0].shape { true } else { false }
    }
    return (all.firstIndex(of: index) ?? 0, max(all.count, 1))
  }

  private func bars(
    _ labels: [String], _ values: [Double], _ intervals: [ClosedRange<Double>], _ paint: PlotPaint,
    number: (own: Int, of: Int)
  ) -> String {
    let zero = layout.xScale.position(0) ?? layout.left
    let n = Markup.number
    var (path, whiskers) = ("", "")
    for (index, (key, value)) in zip(BarKey.keys(of: labels), values).enumerated() {
      guard let row = layout.data.rows[key] else { continue }
      let thickness = 0.72 / Double(number.of)
      let start = Double(row) - 0.36 + Double(number.own) * thickness
      guard let upper = layout.yScale.position(start), let lower = layout.yScale.position(start + thickness),
        let end = layout.xScale.position(value)
      else { continue }
      path += "M\(n(zero)) \(n(upper))H\(n(end))V\(n(lower))H\(n(zero))z"
      if intervals.indices.contains(index), let from = layout.xScale.position(intervals[index].lowerBound),
        let to = layout.xScale.position(intervals[index].upperBound)
      {
        let middle = (upper + lower) / 2
        whiskers += "M\(n(from)) \(n(middle))H\(n(to))"
        for end in [from, to] { whiskers += "M\(n(end)) \(n(middle - 3))v6" }
      }
    }
    let line = PlotPaint(color: .series(6), symbol: .circle, dash: .solid)
    return fill(path, paint.color) + stroke(whiskers, line, width: 1.3)
  }

  private func columns(_ edges: [Double], _ heights: [Double], _ paint: PlotPaint) -> String {
    let zero = layout.yScale.position(0) ?? layout.bottom
    let n = Markup.number
    let path = zip(zip(edges, edges.dropFirst()), heights).map { sides, height in
      guard let left = layout.xScale.position(sides.0), let right = layout.xScale.position(sides.1),
        let top = layout.yScale.position(height)
      else { return "" }
      return "M\(n(left)) \(n(zero))V\(n(top))H\(n(right))V\(n(zero))z"
    }.joined()
    return fill(path, paint.color.mixed(with: .white, 0.25), outline: heights.count <= 200)
  }
}
