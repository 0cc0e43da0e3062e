import ChainRule
import Figures
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
      "value      \(outcome.value.spelled)",
      "status     \(outcome.status.rawValue): \(outcome.reason)",
      "work       \(work)",
      "rows       \(rowWords)",
    ]
    if let certificate = outcome.certificate { lines.append("certified  \(certificate)") }
    lines.append("")
    lines += coefficientTable
    lines.append("")
    lines.append("score      \(measure) \(DecimalText.fixed(trainingScore, places: 4)) on the rows fitted")
    if let testScore {
      lines.append("           \(measure) \(DecimalText.fixed(testScore, places: 4)) on the rows kept back")
    }
    lines += warnings.map { "note       \($0)" }
    return lines.joined(separator: "\n")
  }

  /// What it took, in words.
  var work: String {
    let (steps, counts) = (fitted.outcome.iterations, fitted.outcome.counts)
    return [
      counted(steps, "step"), counted(counts.values, "value"),
      counted(counts.gradients, "gradient"),
      counted(counts.products, "Hessian product"),
    ].joined(separator: ", ")
  }

  /// What became of the rows, in words.
  var rowWords: String {
    ["\(rows.used) used"]
      .appending(rows.kept_back, "kept back").appending(rows.dropped, "dropped for a missing value")
      .appending(rows.filled, "with a value filled in").joined(separator: ", ")
  }

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
    return TextTable(rows, alignments: [.leading, .trailing]).lines
  }

  /// A name without the line breaks and other control characters that a quoted field may hold.
  static func onOneLine(_ name: String) -> String {
    let scalars = name.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Six digits, with a power of ten only where the number is far from 1.
  static func number(_ value: Double) -> String { DecimalText.significant(value, digits: 6) }
}

extension [String] {
  /// The list with a number of things, if there are any.
  fileprivate func appending(_ count: Int, _ words: String) -> [String] {
    count == 0 ? self : self + ["\(count) \(words)"]
  }
}
