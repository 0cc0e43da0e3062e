package import CommandArguments

/// What the arguments of `chainrule trace` ask for.
package struct TraceOptions: Equatable {
  package var request: FormulaRequest
  package var file = ""

  package static let help = """
    usage: chainrule trace "FORMULA" --at FILE.json [--shape X=N,m]...

    Evaluates a formula that is a number, one operation a line, and prints beside each value its
    local derivatives, its adjoint as a formula (v̄ is the derivative of the result with respect to
    v), and the number that the adjoint has.

      FORMULA       as for chainrule derive
      --at FILE     the numbers: {"X": [[1, 2], [3, 4]], "y": [5, 6], "w": [0, 0.5]}
      --shape X=N,m the shape of a symbol, as for chainrule derive

    Exit status: 0, or 2 for a formula, a file or arguments that are not understood.
    """

  package static let syntax = Command.trace.syntax(
    options: FormulaRequest.options + [.value("--at", "numbers.json")], operands: 1, ofKind: "formula")

  package init(arguments: some Sequence<String>) throws(ArgumentMistake) {
    try self.init(Arguments(arguments, of: Self.syntax))
  }

  init(_ arguments: Arguments) throws(ArgumentMistake) {
    request = try FormulaRequest(arguments)
    guard let file = arguments.text("--at") else {
      throw ArgumentMistake("trace needs numbers; try --at numbers.json")
    }
    self.file = file
  }
}
