/// Something drawn in a plot.
///
/// Marks are drawn in the order of `Plot.marks`. One with a name has a line in the legend; marks of the same name share
/// it and its colour. Values that are not finite are left out, and a line is broken there; where arrays differ in
/// length, what has no partner is left out. The plot says below the picture how many were left out.
public struct PlotMark: Sendable {
  enum Shape: Sendable {
    case line(x: [Double], y: [Double], isStepped: Bool)
    case points(x: [Double], y: [Double], symbol: PlotSymbol?, radius: Double)
    case band(x: [Double], lower: [Double], upper: [Double])
    case rule(at: Double, isVertical: Bool)
    case bars(labels: [String], values: [Double], intervals: [ClosedRange<Double>])
    case columns(edges: [Double], heights: [Double])
    case grid(PlotRaster)
    case curve(over: ClosedRange<Double>?, @Sendable (Double) -> Double)
  }

  let shape: Shape
  /// What the legend calls it; nil for a mark without a line there.
  public var name: String?
  /// Its colour; nil for the next of the colour-blind-safe palette.
  public var color: PlotColor?
  /// How its lines are broken.
  public var dash: PlotDash = .solid
  /// The width of its lines.
  public var width: Double = 2

  init(_ shape: Shape, name: String?, color: PlotColor?) {
    (self.shape, self.name, self.color) = (shape, name, color)
  }

  /// The mark with its lines broken in this way.
  public func dashed(_ dash: PlotDash = .dashed) -> PlotMark {
    var mark = self
    mark.dash = dash
    return mark
  }

  /// A line through points in their order; a point that is not finite breaks it.
  ///
  /// ```swift
  /// let plot = Plot("Loss", x: "step", marks: [.line(x: [0, 1, 2], y: [4, 2, 1], name: "loss")])
  /// try plot.write(svgFile: "loss.svg")
  /// ```
  ///
  /// - Complexity: O(N) for N points; what is written is bounded by the size of the picture, and no extreme is lost.
  public static func line(
    x: [Double], y: [Double], name: String? = nil, color: PlotColor? = nil
  ) -> PlotMark {
    PlotMark(.line(x: x, y: y, isStepped: false), name: name, color: color)
  }

  /// A line that keeps each value until the next x.
  ///
  /// ```swift
  /// let rate = PlotMark.steps(x: [0, 10, 20, 30], y: [0.1, 0.05, 0.025, 0.025], name: "learning rate")
  /// try Plot("Schedule", x: "step", marks: [rate]).write(svgFile: "schedule.svg")
  /// ```
  public static func steps(
    x: [Double], y: [Double], name: String? = nil, color: PlotColor? = nil
  ) -> PlotMark {
    PlotMark(.line(x: x, y: y, isStepped: true), name: name, color: color)
  }

  /// Points, each by itself; without a symbol given, marks differ in symbol and colour.
  ///
  /// ```swift
  /// let measured = PlotMark.points(x: [0, 1, 2], y: [1.1, 2.9, 5.2], name: "measured")
  /// let plot = Plot("A line through points", marks: [measured, .curve(name: "1 + 2x") { 1 + 2 * $0 }])
  /// try plot.write(svgFile: "line.svg")
  /// ```
  ///
  /// - Complexity: O(N) for N points; of more than 5000, one is written for each place that can be told apart.
  public static func points(
    x: [Double], y: [Double], name: String? = nil, color: PlotColor? = nil, symbol: PlotSymbol? = nil,
    radius: Double = 3.5
  ) -> PlotMark {
    PlotMark(.points(x: x, y: y, symbol: symbol, radius: radius), name: name, color: color)
  }

  /// The area between two lines.
  ///
  /// ```swift
  /// let band = PlotMark.band(x: [0, 1, 2], lower: [0.8, 1.9, 2.7], upper: [1.2, 2.1, 3.3], name: "± 1 standard error")
  /// try Plot("A path", marks: [band, .line(x: [0, 1, 2], y: [1, 2, 3])]).write(svgFile: "band.svg")
  /// ```
  public static func band(
    x: [Double], lower: [Double], upper: [Double], name: String? = nil, color: PlotColor? = nil
  ) -> PlotMark {
    PlotMark(.band(x: x, lower: lower, upper: upper), name: name, color: color)
  }

  /// A vertical line across the plot.
  public static func verticalRule(at x: Double, name: String? = nil, color: PlotColor? = .gray) -> PlotMark {
    rule(at: x, isVertical: true, name, color)
  }

  /// A horizontal line across the plot.
  public static func horizontalRule(at y: Double, name: String? = nil, color: PlotColor? = .gray) -> PlotMark
  {
    rule(at: y, isVertical: false, name, color)
  }

  private static func rule(at value: Double, isVertical: Bool, _ name: String?, _ color: PlotColor?)
    -> PlotMark
  {
    var mark = PlotMark(.rule(at: value, isVertical: isVertical), name: name, color: color).dashed()
    mark.width = 1.5
    return mark
  }

  /// Horizontal bars from zero, the first at the top, with their labels on the y axis, such as the coefficients of a
  /// model.
  ///
  /// The bars of several marks stand under each other by their labels. The plot grows in height until all have room.
  ///
  /// ```swift
  /// let bars = PlotMark.bars(["width", "height"], [1.5, -0.5], intervals: [1.2...1.8, -0.9 ... -0.1])
  /// try Plot("Coefficients", marks: [bars]).write(svgFile: "coefficients.svg")
  /// ```
  ///
  /// - Parameters:
  ///   - labels: What stands beside each bar.
  ///   - values: How long the bars are.
  ///   - intervals: For each bar an interval drawn over it as a thin line; empty for none.
  ///   - name: What the legend calls the bars.
  ///   - color: Their colour; the next of the palette by default.
  public static func bars(
    _ labels: [String], _ values: [Double], intervals: [ClosedRange<Double>] = [], name: String? = nil,
    color: PlotColor? = nil
  ) -> PlotMark {
    PlotMark(.bars(labels: labels, values: values, intervals: intervals), name: name, color: color)
  }

  /// Columns from zero, such as those of a histogram.
  ///
  /// ```swift
  /// let histogram = PlotMark.columns(edges: [0, 1, 2, 3], heights: [4, 7, 2])
  /// try Plot("Residuals", x: "size", y: "rows", marks: [histogram]).write(svgFile: "residuals.svg")
  /// ```
  ///
  /// - Parameters:
  ///   - edges: Where columns begin and end, ascending; one more than heights.
  ///   - heights: How high the columns are.
  ///   - name: What the legend calls the columns.
  ///   - color: Their colour; the next of the palette by default.
  public static func columns(
    edges: [Double], heights: [Double], name: String? = nil, color: PlotColor? = nil
  ) -> PlotMark {
    PlotMark(.columns(edges: edges, heights: heights), name: name, color: color)
  }

  /// A heat map on a grid of equal cells, with a scale of colours beside it.
  ///
  /// Values on both sides of zero have two colours that meet at zero; others one, from light to dark. All heat maps of
  /// a plot share the scale, beside which the name of the first stands. The axes are linear whatever the plot says.
  ///
  /// ```swift
  /// let losses = PlotMark.heatMap([[2, 1, 2], [1, 0, 1]], x: 0...3, y: 0...2, name: "loss")
  /// try Plot("Loss surface", x: "w₁", y: "w₂", marks: [losses]).write(svgFile: "surface.svg")
  /// ```
  ///
  /// - Parameters:
  ///   - values: Rows of equal length, the first at the lower end of y.
  ///   - x: From the left side of the first column to the right side of the last.
  ///   - y: From the lower side of the first row to the upper side of the last.
  ///   - name: What stands beside the scale of colours.
  public static func heatMap(
    _ values: [[Double]], x: ClosedRange<Double>, y: ClosedRange<Double>, name: String? = nil
  ) -> PlotMark {
    PlotMark(.grid(PlotRaster(x: x, y: y, content: .values(values))), name: name, color: nil)
  }

  /// The regions in which a classifier decides for each of its classes, on a grid of equal cells.
  ///
  /// Class k has a light tint of `PlotColor.series(k)`, which the points of the k-th mark have too. A negative number
  /// is no class.
  ///
  /// ```swift
  /// let regions = PlotMark.regions([[0, 0, 1], [0, 1, 1]], x: 0...3, y: 0...2, names: ["setosa", "virginica"])
  /// try Plot("Decisions", marks: [regions]).write(svgFile: "decisions.svg")
  /// ```
  ///
  /// - Parameters:
  ///   - classes: Rows of equal length of the numbers of classes, the first at the lower end of y.
  ///   - x: From the left side of the first column to the right side of the last.
  ///   - y: From the lower side of the first row to the upper side of the last.
  ///   - names: What the legend calls the classes; empty for no lines in it.
  public static func regions(
    _ classes: [[Int]], x: ClosedRange<Double>, y: ClosedRange<Double>, names: [String] = []
  ) -> PlotMark {
    PlotMark(.grid(PlotRaster(x: x, y: y, content: .classes(classes, names: names))), name: nil, color: nil)
  }

  /// The graph of a function over a range, or over the x axis.
  ///
  /// ```swift
  /// let bell = PlotMark.curve(over: -3...3, name: "1/(1 + x²)") { 1 / (1 + $0 * $0) }
  /// try Plot("A curve", marks: [bell]).write(svgFile: "curve.svg")
  /// ```
  public static func curve(
    over range: ClosedRange<Double>? = nil, name: String? = nil, color: PlotColor? = nil,
    _ function: @escaping @Sendable (Double) -> Double
  ) -> PlotMark {
    PlotMark(.curve(over: range, function), name: name, color: color)
  }
}

/// Values or classes on a grid of equal cells.
struct PlotRaster: Sendable {
  enum Content: Sendable {
    case values([[Double]])
    case classes([[Int]], names: [String])
  }

  let x, y: ClosedRange<Double>
  let content: Content

  /// The finite values from the least to the largest.
  var extent: ClosedRange<Double>? {
    guard case .values(let rows) = content else { return nil }
    let finite = rows.joined().lazy.filter(\.isFinite)
    guard let least = finite.min(), let largest = finite.max() else { return nil }
    return least...largest
  }
}
