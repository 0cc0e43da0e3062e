import ChainRule

/// Where a CSV text comes from and what its columns are called: what its errors say before what is wrong.
struct CSVPlace {
  /// The path of the file, empty where there is none.
  let source: String
  /// The names of the columns, empty as long as they are not known.
  var names: [String] = []

  /// An error about the form of the text at a physical line, counted from 1, and a column, counted from 0.
  func malformed(_ line: Int, _ column: Int, _ problem: String, _ mend: String = "") -> ChainRuleError {
    ChainRuleError(.file, in: "CSV", operands: operands(line, column), problem: problem, mend: mend)
  }

  /// An error about a value in a text of good form.
  func unusable(_ line: Int, _ column: Int, _ problem: String, _ mend: String = "") -> ChainRuleError {
    ChainRuleError(.data, in: "CSV", operands: operands(line, column), problem: problem, mend: mend)
  }

  /// An error about the text as a whole.
  func failure(_ kind: ChainRuleError.Kind, _ problem: String, _ mend: String = "") -> ChainRuleError {
    ChainRuleError(kind, in: "CSV", operands: source, problem: problem, mend: mend)
  }

  private func operands(_ line: Int, _ column: Int) -> String {
    let name = column < names.count ? " " + quoted(names[column]) : ""
    return (source.isEmpty ? "" : source + ", ") + "line \(line), column \(column + 1)\(name)"
  }
}

/// A text as errors show it: in quotes, what cannot be printed as escapes, and no more than 40 characters
/// of it.
func quoted(_ text: String) -> String {
  // Scalars and not characters: one character may be as long as the file.
  let head = text.unicodeScalars.prefix(40)
  guard head.endIndex < text.unicodeScalars.endIndex else { return text.debugDescription }
  return String(String(head).debugDescription.dropLast()) + "…\""
}

/// A number of things in words: `1 row`, `2 rows`.
func counted(_ count: Int, _ singular: String) -> String {
  count == 1 ? "1 \(singular)" : "\(count) \(singular)s"
}
