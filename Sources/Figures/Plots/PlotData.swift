/// A bar's label, and how many before it in its mark have the same.
struct BarKey: Hashable {
  let label: String
  let number: Int

  static func keys(of labels: [String]) -> [BarKey] {
    var counts: [String: Int] = [:]
    return labels.map { label in
      counts[label, default: 0] += 1
      return BarKey(label: label, number: counts[label, default: 1])
    }
  }
}

/// What a plot draws: its marks with curves sampled, the ranges of its axes, and what is left out.
struct PlotData {
  var marks: [PlotMark]
  var x, y: PlotAxis
  var xBounds, yBounds: ClosedRange<Double>
  /// The labels of bars, the first at the top.
  var categories: [String] = []
  /// The row of each bar.
  private(set) var rows: [BarKey: Int] = [:]
  private(set) var notes: [String] = []

  init(_ plot: Plot) {
    (marks, x, y) = (plot.marks, plot.xAxis, plot.yAxis)
    var isTight = false
    for mark in marks {
      if case .grid = mark.shape {
        (x.isLogarithmic, y.isLogarithmic, isTight) = (false, false, true)
      }
      if case .bars(let labels, _, _) = mark.shape {
        y.isLogarithmic = false
        for key in BarKey.keys(of: labels) where rows[key] == nil {
          rows[key] = categories.count
          categories.append(key.label)
        }
      }
    }
    var horizontal = Extent(axis: x)
    for mark in marks { Self.spanX(mark, into: &horizontal, y: y) }
    xBounds = x.bounds(of: horizontal.range, isTight: isTight)
    let scale = AxisScale(isLogarithmic: x.isLogarithmic, bounds: xBounds, start: 0, end: 1)
    marks = marks.map { Self.sampled($0, on: scale) }
    var vertical = Extent(axis: y)
    for mark in marks { Self.spanY(mark, into: &vertical, x: x) }
    yBounds = y.bounds(of: vertical.range, isTight: isTight)
    if !categories.isEmpty { yBounds = -0.5...Double(categories.count) - 0.5 }
    // A curve is sampled where it may have no value; that is no value left out.
    countOmissions(in: plot.marks)
  }

  /// The values of all heat maps, from the least to the largest; nil without any.
  var heatExtent: ClosedRange<Double>? {
    let extents = marks.compactMap { mark -> ClosedRange<Double>? in
      if case .grid(let raster) = mark.shape { raster.extent } else { nil }
    }
    guard let least = extents.map(\.lowerBound).min(), let largest = extents.map(\.upperBound).max() else {
      return nil
    }
    return least...largest
  }

  /// The values of one axis, from the least to the largest that it shows.
  private struct Extent {
    let axis: PlotAxis
    private(set) var range: ClosedRange<Double>?

    init(axis: PlotAxis) { self.axis = axis }

    mutating func include(_ value: Double) {
      guard axis.shows(value) else { return }
      guard let known = range else {
        range = value...value
        return
      }
      if value < known.lowerBound { range = value...known.upperBound }
      if value > known.upperBound { range = known.lowerBound...value }
    }
  }

  private static func spanX(_ mark: PlotMark, into extent: inout Extent, y: PlotAxis) {
    switch mark.shape {
    case .line(let x, let values, _), .points(let x, let values, _, _):
      for (x, value) in zip(x, values) where y.shows(value) { extent.include(x) }
    case .band(let x, let lower, let upper):
      for (x, (lower, upper)) in zip(x, zip(lower, upper)) where y.shows(lower) && y.shows(upper) {
        extent.include(x)
      }
    case .rule(let value, true): extent.include(value)
    case .rule: break
    case .bars(_, let values, let intervals):
      extent.include(0)
      for value in values { extent.include(value) }
      for interval in intervals {
        extent.include(interval.lowerBound)
        extent.include(interval.upperBound)
      }
    case .columns(let edges, _): for edge in edges { extent.include(edge) }
    case .grid(let raster):
      extent.include(raster.x.lowerBound)
      extent.include(raster.x.upperBound)
    case .curve(let range, _):
      guard let range else { break }
      extent.include(range.lowerBound)
      extent.include(range.upperBound)
    }
  }

  private static func spanY(_ mark: PlotMark, into extent: inout Extent, x: PlotAxis) {
    switch mark.shape {
    case .line(let places, let values, _), .points(let places, let values, _, _):
      for (place, value) in zip(places, values) where x.shows(place) { extent.include(value) }
    case .band(let places, let lower, let upper):
      for (place, (lower, upper)) in zip(places, zip(lower, upper)) where x.shows(place) {
        extent.include(lower)
        extent.include(upper)
      }
    case .rule(let value, false): extent.include(value)
    case .columns(_, let heights):
      extent.include(0)
      for height in heights { extent.include(height) }
    case .grid(let raster):
      extent.include(raster.y.lowerBound)
      extent.include(raster.y.upperBound)
    case .rule, .bars, .curve: break
    }
  }

  /// A curve as a line through points that are closer than the picture shows; every other mark as it is.
  private static func sampled(_ mark: PlotMark, on scale: AxisScale) -> PlotMark {
    guard case .curve(let range, let function) = mark.shape else { return mark }
    let samples = 800
    var inner = scale
    if let range {
      let lower = max(range.lowerBound, scale.bounds.lowerBound)
      guard lower < min(range.upperBound, scale.bounds.upperBound) else {
        return PlotMark(.line(x: [], y: [], isStepped: false), name: mark.name, color: mark.color)
      }
      inner = AxisScale(
        isLogarithmic: scale.isLogarithmic, bounds: lower...min(range.upperBound, scale.bounds.upperBound),
        start: 0, end: 1)
    }
    let x = (0...samples).map { inner.value(at: Double($0) / Double(samples)) }
    var line = PlotMark(.line(x: x, y: x.map(function), isStepped: false), name: mark.name, color: mark.color)
    (line.dash, line.width) = (mark.dash, mark.width)
    return line
  }

  /// Counts the values that have no place, by the reason.
  private mutating func countOmissions(in marks: [PlotMark]) {
    var (notFinite, notPositive, alone) = (0, 0, 0)
    func count(_ places: [Double], _ columns: [[Double]]) {
      let length = columns.map(\.count).min().map { min($0, places.count) } ?? places.count
      alone += (columns.map(\.count) + [places.count]).map { $0 - length }.max() ?? 0
      for index in 0..<length {
        let finite = places[index].isFinite && columns.allSatisfy { $0[index].isFinite }
        if !finite { notFinite += 1 }
        if finite, !x.shows(places[index]) || !columns.allSatisfy({ y.shows($0[index]) }) { notPositive += 1 }
      }
    }
    for mark in marks {
      switch mark.shape {
      case .line(let x, let y, _), .points(let x, let y, _, _): count(x, [y])
      case .band(let x, let lower, let upper): count(x, [lower, upper])
      case .bars(let labels, let values, _):
        alone += abs(labels.count - values.count)
        for value in values.prefix(labels.count) {
          if !value.isFinite { notFinite += 1 } else if !x.shows(value) { notPositive += 1 }
        }
      case .columns(let edges, let heights):
        alone += abs(max(edges.count - 1, 0) - heights.count)
        notFinite += heights.count { !$0.isFinite }
      case .rule(let value, let isVertical):
        if !value.isFinite { notFinite += 1 } else if !(isVertical ? x : y).shows(value) { notPositive += 1 }
      case .grid(let raster):
        if case .values(let rows) = raster.content { notFinite += rows.joined().count { !$0.isFinite } }
      case .curve: break
      }
    }
    note(notFinite, "not finite", "")
    note(notPositive, "not positive", " on a logarithmic axis")
    note(alone, "without a partner", "")
  }

  private mutating func note(_ count: Int, _ reason: String, _ place: String) {
    if count > 0 {
      notes.append("Left out\(place): \(count) \(count == 1 ? "value" : "values") \(reason).")
    }
  }
}
