internal import ChainRule

/// A picture of data as SVG text: marks between two axes, with a title and a legend.
///
/// ```swift
/// let plot = Plot(
///   "Loss against iteration", x: "iteration", y: .logarithmic("loss"),
///   marks: [.line(x: iterations, y: losses, name: "rate 0.1"), .horizontalRule(at: 1e-3, name: "noise")])
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

  /// What was left out of the picture, and why, one sentence each; they stand below it.
  public var notes: [String] { PlotData(self).notes }

  /// The picture as a whole SVG document.
  ///
  /// - Complexity: O(N) for N values. Its length is bounded by the size of the picture, except for bars and grids.
  public var svg: String { PlotDrawing(PlotLayout(self)).document }

  /// Writes the picture to a file, whole or not at all.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` that names the path, if the file cannot be written.
  public func write(svgFile path: String) throws {
    try FileBytes.write(Array(svg.utf8), to: path, operation: "Plot.write(svgFile:)")
  }
}
