/// A picture of data as SVG text: marks between two axes, with a title and a legend.
///
/// ```swift
/// let plot = Plot(
///   "Loss against iteration", x: "iteration", y: .logarithmic("loss"),
///   marks: [.line(x: [0, 1, 2], y: [1, 0.1, 0.01], name: "rate 0.1"), .horizontalRule(at: 1e-3, name: "noise")])
/// try plot.write(svgFile: "loss.svg")
/// ```
///
/// The text is the same for the same plot, on every machine. It has its own light background, no script and nothing
/// from outside, and says what it shows in words for those who do not see it. No text overlaps another or is cut: the
/// legend stands beside or below the data, long texts are broken or shortened, and the picture grows in height where
/// it has to.
public struct Plot: Sendable {
  /// What stands over the picture.
  public var title: String
  /// What the picture shows, in words, for those who do not see it; without it, the plot counts its marks.
  public var description: String = ""
  /// The horizontal axis.
  public var xAxis: PlotAxis
  /// The vertical axis.
  public var yAxis: PlotAxis
  /// What is drawn, in this order.
  public var marks: [PlotMark]
  /// The width of the picture, at least 240.
  public var width: Double
  /// The height of the picture, at least 160; it grows where labels or the legend need it.
  public var height: Double

  /// A plot of marks between two axes.
  public init(
    _ title: String = "", x: PlotAxis = "", y: PlotAxis = "", marks: [PlotMark] = [], width: Double = 640,
    height: Double = 400
  ) {
    (self.title, xAxis, yAxis, self.marks, self.width, self.height) = (title, x, y, marks, width, height)
  }
}
