internal import ChainRule

extension GradientReport {
  /// The report as Markdown: a headline, a table of what failed, and sentences.
  ///
  /// ```swift
  /// let x = Tensor.parameter("x", shape: [2])
  /// let report = try checkGradient([x: x], of: sum(squared(x)), at: [x: [1, 3]])
  /// report.markdown.split(separator: "\n")[0]  // **gradient of Σx²: WRONG (2 wrong)**
  /// ```
  public var markdown: String {
    var parts = ["**\(headline.escaped)**"]
    let shown = shown
    if !shown.isEmpty {
      let rows = table(of: shown).rows.map { cells in
        "| " + cells.map(\.escaped).joined(separator: " | ") + " |"
      }
      let rule = "|" + String(repeating: " --- |", count: table(of: shown).rows[0].count)
      parts.append(([rows[0], rule] + rows.dropFirst()).joined(separator: "\n"))
    }
    if hiddenCount > 0 { parts.append("and \(hiddenCount) more") }
    parts += blamed.prefix(3).map(\.sentence.escaped)
    parts += [causeSentence, smallestSentence].compactMap { $0?.escaped }
    parts.append(
      ([coverage.sentence(evaluations: evaluations)] + notes).map(\.escaped).joined(separator: "\n"))
    return parts.joined(separator: "\n\n") + "\n"
  }
}

extension String {
  /// The text with what Markdown would read as markup behind backslashes.
  fileprivate var escaped: String {
    reduce(into: "") { text, character in
      if "\\|*_<>`[]#".contains(character) { text.append("\\") }
      text.append(character)
    }
  }
}
