internal import ChainRule

// A plot is what is drawn; how it is laid out and drawn stands above it.
extension Plot {
  /// What was left out of the picture, and why, one sentence each; they stand below it.
  ///
  /// ```swift
  /// let losses = PlotMark.line(x: [0, 1, 2], y: [1, 0.1, .nan])
  /// Plot("Loss", marks: [losses]).notes  // ["Left out: 1 value not finite."]
  /// ```
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
