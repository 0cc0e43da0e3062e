import LinearModels
import Optimizers

// A fit for people.
extension FitJob.Outcome {
  /// The objective and its gradient, how it ended, the coefficients and the scores.
  package var text: String {
    let outcome = fitted.outcome
    var lines = ["minimised  \(outcome.objective)"]
    lines += gradients.map { "           \($0)" }
    lines += [
      "value      \(outcome.value)",
      "status     \(outcome.status.rawValue): \(outcome.reason)",
      "work       \(outcome.iterations) steps, \(outcome.counts.values) values, \(outcome.counts.gradients) gradients, "
        + "\(outcome.counts.products) Hessian products",
    ]
    if let certificate = outcome.certificate { lines.append("certified  \(certificate)") }
    lines.append("")
    lines += coefficientTable
    lines.append("")
    let measure = fitted.model.family.isClassifier ? "right" : fitted.model.family == .poisson ? "D²" : "R²"
    lines.append("score      \(measure) \(trainingScore.fixed(4)) on the rows fitted")
    if let testScore { lines.append("           \(measure) \(testScore.fixed(4)) on the rows kept back") }
    lines += warnings.map { "note       \($0)" }
    return lines.joined(separator: "\n")
  }

  /// One row for each feature, and one column of coefficients for each output.
  private var coefficientTable: [String] {
    let outputs = fitted.intercepts.count
    let classes = fitted.labels?.classes
    func heading(_ output: Int) -> String {
      if outputs == 1 { return "coefficient" }
      return classes.map { $0[output] } ?? "output \(output + 1)"
    }
    let width = fitted.scaling.means.count
    var rows = [[""] + (0..<outputs).map(heading) + (outputs == 1 ? ["standardised"] : [])]
    for feature in 0..<width {
      var row = [fitted.featureName(feature)]
      row += (0..<outputs).map { Self.number(fitted.coefficients.elements[feature * outputs + $0]) }
      if outputs == 1 { row.append(Self.number(fitted.standardizedCoefficients.elements[feature])) }
      rows.append(row)
    }
    rows.append(["intercept"] + fitted.intercepts.map(Self.number) + (outputs == 1 ? [""] : []))
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, text in
        let space = String(repeating: " ", count: widths[column] - text.count)
        return column == 0 ? text + space : space + text
      }.joined(separator: "  ")
    }
  }

  private static func number(_ value: Double) -> String { value == 0 ? "0" : value.rounded(toDigits: 6) }
}
