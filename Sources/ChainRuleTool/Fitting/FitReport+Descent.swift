import Figures
import Optimizers

// How the loss fell from step to step.
extension FitReport {
  /// The gap to the lowest value and the stationarity, against the steps.
  var descent: PlotGrid {
    let history = fitted.solution?.history ?? []
    let steps = history.map { Double($0.iteration) }
    let values = history.map(\.value)
    let lowest = values.filter(\.isFinite).min() ?? 0
    // A value that is the lowest to rounding has no place on a logarithmic axis.
    let noise = 1e-15 * Swift.max(1, Swift.abs(lowest))
    let above = zip(steps, values).filter { $1.isFinite && $1 - lowest > noise }
    let loss: Plot
    if above.count > 2 {
      loss = Plot(
        "Loss above its lowest value", x: "step", y: .logarithmic("f − lowest f"),
        marks: Self.track(above.map(\.0), above.map { $1 - lowest }, color: .series(0)), width: 470,
        height: 320)
    } else {
      loss = Plot(
        "Loss", x: "step", y: "f", marks: Self.track(steps, values, color: .series(0)), width: 470,
        height: 320)
    }
    let slopes = zip(steps, history.map(\.stationarity)).filter { $1.isFinite && $1 > 0 }
    let stationarity = Plot(
      "Shortest subgradient", x: "step", y: .logarithmic("its greatest element"),
      marks: Self.track(slopes.map(\.0), slopes.map(\.1), color: .series(1)), width: 470, height: 320)
    return PlotGrid(plots: [loss, stationarity], columns: 2)
  }

  /// A line, and while they can be told apart its points.
  private static func track(_ x: [Double], _ y: [Double], color: PlotColor) -> [PlotMark] {
    var marks = [PlotMark.line(x: x, y: y, color: color)]
    if x.count <= 60 { marks.append(.points(x: x, y: y, color: color, symbol: .circle, radius: 3)) }
    return marks
  }
}
