import ChainRule

extension ChainRuleError {
  /// The error about a column that is not there.
  static func unknownColumn(
    _ name: String, in operation: String, of names: [String], source: String = ""
  ) -> ChainRuleError {
    ChainRuleError(
      .data, in: operation, operands: (source.isEmpty ? "" : source + ", ") + "column \(quoted(name))",
      problem: "there is no such column", mend: NearNames.suggestion(for: name, among: names))
  }
}
