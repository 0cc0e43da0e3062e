import Figures
import LinearModels

// The coefficients as bars, and how they grow as the penalty fades.
extension FitReport {
  /// How many features can be told apart in one picture.
  private static let shownFeatures = 30
  /// How many lines have a colour of their own.
  private static let namedLines = 7

  /// The features in their order; of very many, the largest.
  private func largest(_ count: Int, at coefficients: [Double]) -> [Int] {
    let outputs = fitted.intercepts.count
    let sizes = featureNames.indices.map { feature in
      (0..<outputs).map { Swift.abs(coefficients[feature * outputs + $0]) }.max() ?? 0
    }
    let kept = Set(featureNames.indices.sorted { sizes[$0] > sizes[$1] }.prefix(count))
    return featureNames.indices.filter(kept.contains)
  }

  var coefficientBars: Plot {
    let outputs = fitted.intercepts.count
    let scaled = fitted.standardizedCoefficients.elements
    let shown = largest(Self.shownFeatures, at: scaled)
    let marks = (0..<outputs).map { output in
      PlotMark.bars(
        shown.map { featureNames[$0] }, shown.map { scaled[$0 * outputs + output] },
        name: outputs == 1 ? nil : outcome.outputNames[output], color: .series(output))
    }
    let left = featureNames.count - shown.count
    return Plot(
      left == 0 ? "Coefficients" : "The \(shown.count) largest of \(featureNames.count) coefficients",
      x: fitted.model.standardizes ? "coefficient of the standardised feature" : "coefficient", marks: marks,
      width: 760, height: 200)
  }

  /// Where a penalty was asked for, the coefficients against its λ.
  func pathSections() throws -> [Page.Section] {
    guard let path = try CoefficientPath(of: fitted.model, on: training, target: target) else { return [] }
    let outputs = fitted.intercepts.count
    let named = largest(Self.namedLines, at: path.coefficients.last ?? [])
    let plots = (0..<outputs).map { output in
      func line(_ feature: Int, name: String?, color: PlotColor) -> PlotMark {
        var mark = PlotMark.line(
          x: path.lambdas, y: path.coefficients.map { $0[feature * outputs + output] }, name: name,
          color: color)
        mark.width = name == nil ? 1 : 2
        return mark
      }
      let others = featureNames.indices.filter { !named.contains($0) }
      let marks =
        others.map { line($0, name: nil, color: .gray) }
        + named.enumerated().map { line($1, name: featureNames[$1], color: .series($0)) }
      return Plot(
        outputs == 1 ? "Coefficients against the penalty" : outcome.outputNames[output],
        x: .logarithmic("λ"), y: "coefficient",
        marks: marks + [.verticalRule(at: path.chosen, name: "λ of this fit")], width: 760,
        height: outputs == 1 ? 400 : 300)
    }
    let rest = featureNames.count - named.count
    let caption =
      "Each λ is a fit of its own" + (rest > 0 ? "; \(rest) features without a name here are grey." : ".")
    return [.heading("The path")] + plots.map { .plot($0, caption: caption) }
  }
}
