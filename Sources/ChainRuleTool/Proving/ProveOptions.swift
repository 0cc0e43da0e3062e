package import CommandArguments

/// What the arguments of `chainrule prove` ask for.
package struct ProveOptions: Equatable {
  /// The formula on the left with the shapes of symbols; nil for the table of published equations.
  package var request: FormulaRequest?
  /// What the left side is differentiated by; nil for the formula itself.
  package var variable: String?
  /// The formula on the right.
  package var claim = ""
  /// Symbols whose elements are all positive.
  package var positive: [String] = []
  /// Symbols that are symmetric matrices.
  package var symmetric: [String] = []
  /// Whether the published equations are proved.
  package var asksForPublished = false

  package static let help = """
    usage: chainrule prove FORMULA --equals FORMULA [options]
           chainrule prove FORMULA --wrt NAME --equals FORMULA [options]
           chainrule prove --published

    Decides whether two formulas are equal for all numbers and all lengths, or whether the derivative
    of the first by a symbol is the second:

      chainrule prove "mean((y - X*w)^2)" --wrt w --equals "2/N * X'*(X*w - y)" \\
        --shape X=N,m

    Proved: both sides have one normal form in exact arithmetic, and agree at points of different
    sizes as well. Refuted: they differ at the point that is printed; no tolerance is involved.

      --equals FORMULA     what is claimed
      --wrt NAME           the first formula is differentiated by this symbol
      --shape X=N,m        the shape of a symbol, N for the rows; b= is a number. Several stand in one
                           option, with spaces between, or in several. Others are inferred
      --positive NAME      all elements of the symbol are given to be above 0
      --symmetric NAME     the symbol is given to be a symmetric matrix
      --published          proves the equations of the Matrix Cookbook and the examples of
                           matrixcalculus.org, and prints them as a table

    Exit status: 0 if proved, 1 if refuted, 3 if undecided, 2 for arguments that are not understood.
    """

  package static let syntax = Command.prove.syntax(
    options: [
      .value("--equals", "2*x"), .value("--wrt", "w"),
      .value("--positive", "σ", isRepeated: true), .value("--symmetric", "A", isRepeated: true),
      .flag("--published"),
    ] + FormulaRequest.options, operands: 1, ofKind: "formula")

  package init(arguments: some Sequence<String>) throws(ArgumentMistake) {
    try self.init(Arguments(arguments, of: Self.syntax))
  }

  init(_ arguments: Arguments) throws(ArgumentMistake) {
    asksForPublished = arguments.has("--published")
    if asksForPublished {
      if !arguments.operands.isEmpty || arguments.has("--equals") {
        throw ArgumentMistake("--published: it takes no formula; leave out the one or the other")
      }
      return
    }
    guard let claim = arguments.text("--equals") else {
      throw ArgumentMistake("there is nothing to compare with; add --equals \"…\"")
    }
    request = try FormulaRequest(arguments)
    self.claim = claim
    variable = arguments.text("--wrt")
    positive = arguments.texts("--positive")
    symmetric = arguments.texts("--symmetric")
  }
}
