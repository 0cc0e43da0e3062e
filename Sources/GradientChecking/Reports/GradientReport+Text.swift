internal import ChainRule
internal import Figures

extension GradientReport: CustomStringConvertible {
  /// The report as text; see ``text``.
  public var description: String { text }

  /// The report as text, in lines of 100 columns at most.
  ///
  /// ```swift
  /// let x = Tensor.parameter("x", shape: [2])
  /// let report = try checkGradient([x: x], of: sum(squared(x)), at: [x: [1, 3]])
  /// report.text.split(separator: "\n")[0]  // gradient of Σx²: WRONG (2 wrong)
  /// ```
  ///
  /// - Complexity: O(n log n) for n derivatives; of those that failed, eight are told.
  public var text: String {
    var lines = Self.wrapped(headline, hanging: "  ")
    let shown = shown
    if !shown.isEmpty { lines += [""] + table(of: shown).lines.map { "  " + $0 } }
    if hiddenCount > 0 { lines.append("  and \(hiddenCount) more") }
    let sentences = blamed.prefix(3).map(\.sentence) + [causeSentence, smallestSentence].compactMap(\.self)
    for sentence in sentences { lines += [""] + Self.wrapped(sentence, hanging: "  ") }
    lines += [""] + Self.wrapped(coverage.sentence(evaluations: evaluations), hanging: "  ")
    for note in notes { lines += Self.wrapped(note, hanging: "  ") }
    return lines.joined(separator: "\n")
  }

  /// The derivatives worth a line: those that failed, else those of which nothing could be told, else the worst.
  var shown: [CheckedDerivative] {
    if !toldFailures.isEmpty { return Array(toldFailures.prefix(8)) }
    let untold = derivatives.filter(\.verdict.isUntold).prefix(8)
    return untold.isEmpty ? worst.map { [$0] } ?? [] : Array(untold)
  }

  /// How many of those that failed have no line.
  var hiddenCount: Int { max(toldFailures.count - 8, 0) }

  /// The coordinates that failed; directions only say the same again, unless no coordinate did.
  private var toldFailures: [CheckedDerivative] {
    let coordinates = failures.filter { !$0.place.isDirection }
    return coordinates.isEmpty ? failures : coordinates
  }

  /// One line that says it all.
  var headline: String {
    let count = counts
    let parts = [
      (count.wrong, "wrong"), (count.kink, count.kink == 1 ? "kink" : "kinks"),
      (count.cannotTell, "not told"),
      (count.right, "right"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let told = parts.isEmpty ? "nothing to check" : parts.joined(separator: ", ")
    return "gradient of \(subject): \(outcome.rawValue.uppercased()) (\(told))"
  }

  var causeSentence: String? { cause.map { "Likely cause: \($0)." } }

  var smallestSentence: String? {
    smallest.map { failure in
      let point = failure.point.prefix(12).map {
        $0 == $0.rounded() ? "\($0)".replacing(".0", with: "") : "\($0)"
      }
      let rest = failure.point.count > 12 ? ", …" : ""
      let checked = failure.derivative
      let truth = checked.truthText(digits: checked.tellingDigits)
      return
        "Also wrong at the small point [\(point.joined(separator: ", "))\(rest)]: \(checked.place) is given as "
        + "\(DecimalText.significant(checked.given, digits: checked.tellingDigits)) and ought to be \(truth)"
        + (failure.cause.flatMap { $0 == cause ? nil : "; there it looks like \($0)." } ?? ".")
    }
  }

  func table(of shown: [CheckedDerivative]) -> TextTable {
    let modes =
      Set(shown.map { [$0.mode.rawValue, "\($0.order)"] }).count > 1 || shown.contains { $0.mode != .given }
    let head = ["coordinate"] + (modes ? ["mode", "order"] : []) + ["given", "true", "verdict"]
    let rows = shown.map { checked in
      [checked.place.description.shortened(to: 24)]
        + (modes ? [checked.mode.rawValue, "\(checked.order)"] : []) + [
          DecimalText.significant(checked.given, digits: min(checked.tellingDigits, 17)),
          checked.truthText(digits: checked.tellingDigits), checked.verdict.text,
        ]
    }
    return TextTable([head] + rows, alignments: [.leading])
  }

  /// The words in lines of 100 columns at most; a word that is longer is cut.
  static func wrapped(_ text: String, hanging indent: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ").map({ $0.count > 90 ? $0.prefix(89) + "…" : $0 }) {
      if !line.isEmpty, line.count + 1 + word.count > 100 {
        lines.append(line)
        line = indent + word
      } else {
        line += (line.isEmpty ? "" : " ") + word
      }
    }
    return lines + [line]
  }
}
