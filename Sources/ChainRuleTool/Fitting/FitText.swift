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
      "work       \(work)",
    ]
    if let certificate = outcome.certificate { lines.append("certified  \(certificate)") }
    lines.append("")
    lines += coefficientTable
    lines.append("")
    lines.append("score      \(measure) \(trainingScore.fixed(4)) on the rows fitted")
    if let testScore { lines.append("           \(measure) \(testScore.fixed(4)) on the rows kept back") }
    lines += warnings.map { "note       \($0)" }
    return lines.joined(separator: "\n")
  }

  /// What it took, in words.
  var work: String {
    let (steps, counts) = (fitted.outcome.iterations, fitted.outcome.counts)
    return [
      Self.counted(steps, "step"), Self.counted(counts.values, "value"),
      Self.counted(counts.gradients, "gradient"),
      Self.counted(counts.products, "Hessian product"),
    ].joined(separator: ", ")
  }

  static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  /// What the score is called.
  var measure: String {
    switch fitted.model.family {
    case .logistic, .softmax: "share right"
    case .poisson: "D²"
    default: "R²"
    }
  }

  /// One row for each feature, and one column of coefficients for each output.
  private var coefficientTable: [String] {
    let outputs = fitted.intercepts.count
    let headings = outputs == 1 ? ["coefficient"] : outputNames
    let width = fitted.scaling.means.count
    var rows = [[""] + headings + (outputs == 1 ? ["standardised"] : [])]
    for feature in 0..<width {
      var row = [Self.onOneLine(fitted.featureName(feature))]
      row += (0..<outputs).map { Self.number(fitted.coefficients.elements[feature * outputs + $0]) }
      if outputs == 1 { row.append(Self.number(fitted.standardizedCoefficients.elements[feature])) }
      rows.append(row)
    }
    rows.append(["intercept"] + fitted.intercepts.map(Self.number) + (outputs == 1 ? [""] : []))
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = row.enumerated().map { column, text in
        let space = String(repeating: " ", count: widths[column] - text.count)
        return column == 0 ? text + space : space + text
      }.joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  /// A name without the line breaks and other control characters that a quoted field may hold.
  static func onOneLine(_ name: String) -> String {
    let scalars = name.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Six digits, with a power of ten only where the number is far from 1.
  static func number(_ value: Double) -> String {
    if value == 0 { return "0" }
    let size = Swift.abs(value)
    guard size >= 1e-3 && size < 1e6 else { return value.rounded(toDigits: 6) }
    let places = (0..<9).first { size * (0..<$0).reduce(1.0) { power, _ in power * 10 } >= 99999.95 } ?? 8
    return value.fixed(places)
  }
}
