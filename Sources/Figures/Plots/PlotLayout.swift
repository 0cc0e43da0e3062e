/// Where everything in a picture stands, so that no text overlaps another or is cut.
struct PlotLayout {
  static let margin = 12.0
  static let titleSize = 16.0
  static let axisSize = 13.0
  static let tickSize = 12.0
  private static let tickRoom = 9.0
  private static let scaleWidth = 14.0

  let plot: Plot
  let data: PlotData
  let paints: [PlotPaint]
  let legend: PlotLegend
  let width: Double
  private(set) var height: Double
  /// The sides of the area of the data.
  private(set) var left = 0.0, top = 0.0, right = 0.0, bottom = 0.0
  private(set) var xScale, yScale: AxisScale
  private(set) var xTicks = AxisTicks(ticks: []), yTicks = AxisTicks(ticks: [])
  private(set) var texts: [PlotText] = []
  private(set) var legendPlace = (x: 0.0, y: 0.0)
  /// The scale of colours: its axis, and where it begins.
  private(set) var colorScale: AxisScale?
  private(set) var colorTicks = AxisTicks(ticks: [])
  var colorLeft: Double { right + 16 }

  /// Lays a plot out, at least as high as it says and as `minimumHeight`.
  init(_ plot: Plot, minimumHeight: Double = 0) {
    self.plot = plot
    data = PlotData(plot)
    paints = PlotPaint.all(for: data.marks)
    width = plot.width.isFinite ? min(max(plot.width, 240), 1e4) : 640
    let wanted = max(plot.height.isFinite ? plot.height : 400, minimumHeight)
    height = min(max(wanted, 160), 2e4)
    legend = PlotLegend(data.marks, width: width - 2 * Self.margin)
    xScale = AxisScale(isLogarithmic: data.x.isLogarithmic, bounds: data.xBounds, start: 0, end: 1)
    yScale = AxisScale(isLogarithmic: data.y.isLogarithmic, bounds: data.yBounds, start: 0, end: 1)
    arrange()
  }

  /// From top and bottom to the middle, then from the sides: labels of one axis need the length of the other.
  private mutating func arrange() {
    let room = width - 2 * Self.margin
    top = Self.margin
    for line in TextMeasure.wrapped(plot.title, to: room, size: Self.titleSize, isBold: true) {
      texts.append(PlotText(text: line, x: width / 2, y: top + 10, size: Self.titleSize, isBold: true))
      top += 21
    }
    top += plot.title.isEmpty ? 4 : 8
    let noteLines = data.notes.flatMap { TextMeasure.wrapped($0, to: room, size: 11) }
    // The title of the x axis may get a power of ten beside it, which depends on the length of the axis: room is kept
    // for the lines that a middle length gives.
    let sampleTicks = ticks(xScale, length: 0.5 * width, isVertical: false)
    let xTitle = Self.title(data.x.title, sampleTicks.suffix)
    let xLines = TextMeasure.wrapped(xTitle, to: 0.7 * width, size: Self.axisSize)
    let below = legend.isBelow && !legend.entries.isEmpty ? legend.height + 8 : 0
    let under =
      Self.tickRoom + 15 + (xLines.isEmpty ? 0 : 6 + Double(xLines.count) * 17) + below
      + Double(noteLines.count) * 16 + (noteLines.isEmpty ? 0 : 4) + Self.margin
    let beside = legend.isBelow ? 0 : legend.height
    let bars = data.categories.isEmpty ? 0 : Double(min(data.categories.count, 1000)) * barHeight
    height = max(height, top + max(beside, bars, min(140, 0.35 * height)) + under).rounded(.up)
    bottom = height - under
    arrangeSides()
    var y = bottom + Self.tickRoom + 15 + 6
    let finalTitle = Self.title(data.x.title, xTicks.suffix)
    for line in TextMeasure.wrapped(
      finalTitle, to: 0.7 * width, size: Self.axisSize, limit: max(xLines.count, 1))
    {
      let half = TextMeasure.width(line, size: Self.axisSize) / 2
      let middle = min(max((left + right) / 2, Self.margin + half), width - Self.margin - half)
      texts.append(PlotText(text: line, x: middle, y: y + 8, size: Self.axisSize))
      y += 17
    }
    y = bottom + Self.tickRoom + 15 + (xLines.isEmpty ? 0 : 6 + Double(xLines.count) * 17) + 8
    if legend.isBelow { legendPlace = (Self.margin, y) }
    y += below - 4
    for line in noteLines {
      texts.append(PlotText(text: line, x: Self.margin, y: y + 8, size: 11, anchor: "start"))
      y += 16
    }
  }

  /// The room that each label of bars needs.
  private var barHeight: Double {
    max(Double(data.marks.count { if case .bars = $0.shape { true } else { false } }) * 9, 19)
  }

  private mutating func arrangeSides() {
    (yScale.start, yScale.end) = data.categories.isEmpty ? (bottom, top) : (top, bottom)
    yTicks = data.categories.isEmpty ? ticks(yScale, length: bottom - top, isVertical: true) : categoryTicks()
    let yTitle = Self.title(data.y.title, yTicks.suffix)
    let lines = TextMeasure.wrapped(yTitle, to: bottom - top, size: Self.axisSize, limit: 2)
    let labels = yTicks.ticks.map { TextMeasure.width($0.label, size: Self.tickSize) }.max() ?? 0
    left = Self.margin + Double(lines.count) * 17 + (lines.isEmpty ? 0 : 6) + labels + Self.tickRoom
    var side = Self.margin
    if !legend.isBelow, !legend.entries.isEmpty { side += legend.width + 16 }
    side += arrangeColorScale()
    right = width - side
    // Half of the first and the last label stands outside the area.
    for _ in 0..<2 {
      (xScale.start, xScale.end) = (left, right)
      xTicks = ticks(xScale, length: right - left, isVertical: false)
      for tick in xTicks.ticks {
        guard let place = xScale.position(tick.value) else { continue }
        let half = TextMeasure.width(tick.label, size: Self.tickSize) / 2
        left = max(left, left + Self.margin - (place - half))
        right = min(right, right - (place + half - width + Self.margin / 2))
      }
    }
    (xScale.start, xScale.end) = (left, right)
    if !legend.isBelow { legendPlace = (right + 16, top) }
    placeLabels(titleLines: lines)
  }

  private mutating func placeLabels(titleLines: [String]) {
    for tick in yTicks.ticks {
      guard let y = yScale.position(tick.value) else { continue }
      texts.append(PlotText(text: tick.label, x: left - Self.tickRoom, y: y, anchor: "end"))
    }
    for tick in xTicks.ticks {
      guard let x = xScale.position(tick.value) else { continue }
      texts.append(PlotText(text: tick.label, x: x, y: bottom + Self.tickRoom + 7))
    }
    for (index, line) in titleLines.enumerated() {
      let x = Self.margin + 8 + Double(index) * 17
      texts.append(PlotText(text: line, x: x, y: (top + bottom) / 2, size: Self.axisSize, isRotated: true))
    }
    guard let colorScale else { return }
    for tick in colorTicks.ticks {
      guard let y = colorScale.position(tick.value) else { continue }
      texts.append(PlotText(text: tick.label, x: colorLeft + Self.scaleWidth + 6, y: y, anchor: "start"))
    }
    for line in colorTitle {
      texts.append(
        PlotText(
          text: line, x: width - Self.margin - 8, y: (top + bottom) / 2, size: Self.axisSize, isRotated: true)
      )
    }
  }

  private var colorName: String? {
    for mark in data.marks {
      if case .grid(let raster) = mark.shape, raster.extent != nil { return mark.name ?? "" }
    }
    return nil
  }

  private var colorTitle: [String] {
    let title = Self.title(colorName ?? "", colorTicks.suffix)
    return TextMeasure.wrapped(title, to: bottom - top, size: Self.axisSize, limit: 1)
  }

  /// Sets the scale of colours of the heat maps up; returns its width.
  private mutating func arrangeColorScale() -> Double {
    guard let extent = data.heatExtent else { return 0 }
    let scale = AxisScale(
      isLogarithmic: false, bounds: PlotAxis.linear().bounds(of: extent, isTight: true), start: bottom,
      end: top)
    colorScale = scale
    colorTicks = ticks(scale, length: bottom - top, isVertical: true)
    let labels = colorTicks.ticks.map { TextMeasure.width($0.label, size: Self.tickSize) }.max() ?? 0
    return 16 + Self.scaleWidth + 6 + labels + (colorTitle.isEmpty ? 0 : 25)
  }

  /// The labels of bars, each at its bar; where they are very many, only some.
  private func categoryTicks() -> AxisTicks {
    let stride = max((data.categories.count + 999) / 1000, 1)
    return AxisTicks(
      ticks: data.categories.enumerated().filter { $0.offset % stride == 0 }.map { index, name in
        let flat = name.split { $0.isWhitespace }.joined(separator: " ")
        return AxisTicks.Tick(
          value: Double(index), label: TextMeasure.shortened(flat, to: 0.3 * width, size: Self.tickSize))
      })
  }

  /// Ticks whose labels have room along an axis of this length.
  private func ticks(_ scale: AxisScale, length: Double, isVertical: Bool) -> AxisTicks {
    var scale = scale
    (scale.start, scale.end) = (0, length)
    func fits(_ ticks: AxisTicks) -> Bool {
      var end = -Double.infinity
      for tick in ticks.ticks {
        guard let place = scale.position(tick.value) else { continue }
        let half = isVertical ? 9 : TextMeasure.width(tick.label, size: Self.tickSize) / 2 + 6
        if place - half < end { return false }
        end = place + half
      }
      return true
    }
    let count = max(Int(length / (isVertical ? 40 : 70)), 2)
    let (lower, upper) = (scale.bounds.lowerBound, scale.bounds.upperBound)
    if scale.isLogarithmic { return AxisTicks.logarithmic(lower, upper, count: count + 2, fits: fits) }
    return AxisTicks.linear(lower, upper, count: count, fits: fits)
  }

  private static func title(_ title: String, _ suffix: String) -> String {
    title.isEmpty || suffix.isEmpty ? title + suffix : title + " " + suffix
  }
}
