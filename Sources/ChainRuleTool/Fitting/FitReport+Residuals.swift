import Figures
import ChainRule
import LinearModels

// How far predictions are from what was seen.
extension FitReport {
  /// Of numbers: predicted against actual, and what is left against predicted.
  func residuals(_ parts: [Rows]) throws -> PlotGrid {
    let predicted = try parts.map { try fitted.predict($0.features).elements }
    func marks(_ y: (Double, Double) -> Double) -> [PlotMark] {
      zip(parts, predicted).map { part, predictions in
        .points(
          x: predictions, y: zip(part.targets, predictions).map(y),
          name: parts.count > 1 ? "rows \(part.name)" : nil,
          color: .series(part.isTest ? 2 : 0), symbol: part.isTest ? .triangle : .circle, radius: 3)
      }
    }
    let ends = Self.span(predicted.joined().filter(\.isFinite))
    let diagonal = PlotMark.line(
      x: [ends.lowerBound, ends.upperBound], y: [ends.lowerBound, ends.upperBound],
      name: parts.count > 1 ? "as predicted" : nil,
      color: .gray
    ).dashed()
    let actual = Plot(
      "Seen against predicted", x: .linear("predicted \(target)"), y: .linear(target),
      marks: marks { seen, _ in seen } + [diagonal], width: 470, height: 380)
    let rest = Plot(
      "Residuals", x: .linear("predicted \(target)"), y: .linear("\(target) − predicted"),
      marks: marks { seen, predicted in seen - predicted } + [.horizontalRule(at: 0)], width: 470, height: 380
    )
    return PlotGrid(plots: [actual, rest], columns: 2)
  }

  /// Of classes: what share of the rows was given which probability of the class that they have.
  func rightProbability(_ parts: [Rows]) throws -> Plot {
    let bins = 20
    let edges = (0...bins).map { Double($0) / Double(bins) }
    let marks = try parts.map { part in
      let all = try fitted.predictProbability(part.features).elements
      var heights = Array(repeating: 0.0, count: bins)
      for (row, target) in part.targets.enumerated() {
        let probability = all[row * classes.count + Int(target)]
        // Beyond the greatest number, linear predictors have no probabilities.
        if probability.isNaN { continue }
        heights[Swift.min(Int(probability * Double(bins)), bins - 1)] += 1 / Double(part.targets.count)
      }
      if part.isTest {
        // A line, since columns would hide those behind them.
        let x = edges.dropLast().flatMap { [$0, $0 + 1 / Double(bins)] }
        return PlotMark.line(
          x: x, y: heights.flatMap { [$0, $0] }, name: "rows kept back", color: .series(1))
      }
      return PlotMark.columns(
        edges: edges, heights: heights, name: parts.count > 1 ? "rows fitted" : nil, color: .series(0))
    }
    return Plot(
      "Probability that the model gives to the class of each row",
      x: .linear("probability of the right class", range: 0...1), y: "share of the rows", marks: marks,
      width: 760,
      height: 320)
  }
}
