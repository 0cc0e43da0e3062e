package import CommandArguments

/// What the arguments of `chainrule predict` ask for.
package struct PredictOptions: Equatable {
  package let model: String
  package let file: String

  package static let help = """
    usage: chainrule predict MODEL.json FILE.csv

    Prints the predictions of a fitted model for the rows of a file, as CSV.

    Exit status: 0, or 2 for bad input.
    """

  package static let syntax = Command.predict.syntax(options: [], operands: 2)

  package init(arguments: some Sequence<String>) throws(ArgumentMistake) {
    try self.init(Arguments(arguments, of: Self.syntax))
  }

  init(_ arguments: Arguments) throws(ArgumentMistake) {
    guard arguments.operands.count == 2 else {
      throw ArgumentMistake("predict needs a model and a file; try chainrule predict model.json data.csv")
    }
    (model, file) = (arguments.operands[0], arguments.operands[1])
  }
}
