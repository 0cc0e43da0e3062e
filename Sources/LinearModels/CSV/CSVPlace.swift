import ChainRule

/// Where a CSV text comes from and what its columns are called: what its errors say before what is wrong.
struct CSVPlace {
  /// The path of the file, empty where there is none.
  let source: String
  /// The names of the columns, empty as long as they are not known.
  var names: [String] = []

  /// An error about the form of the text at a physical line, counted from 1, and a column, counted from 0.
  func malformed(_ line: Int, _ column: Int, _ problem: String, _ advice: Sentence = "") -> ChainRuleError {
    ChainRuleError(
      .file, in: "CSV", operands: operands(line, column), saying: Sentence(problem), advice: advice)
  }

  /// An error about a value in a text of good form.
  func unusable(_ line: Int, _ column: Int, _ problem: String, _ advice: Sentence = "") -> ChainRuleError {
    ChainRuleError(
      .data, in: "CSV", operands: operands(line, column), saying: Sentence(problem), advice: advice)
  }

  /// An error about the text as a whole.
  func failure(_ kind: ChainRuleError.Kind, _ problem: String, _ advice: Sentence = "") -> ChainRuleError {
    ChainRuleError(kind, in: "CSV", operands: source, saying: Sentence(problem), advice: advice)
  }

  private func operands(_ line: Int, _ column: Int) -> String {
    let name = column < names.count ? " " + quoted(names[column]) : ""
    return (source.isEmpty ? "" : source + ", ") + "line \(line), column \(column + 1)\(name)"
  }
}
