import ChainRule
package import CommandArguments

/// What the arguments of `chainrule derive` ask for.
package struct DeriveOptions: Equatable {
  /// How formulas are set.
  package enum Format: String, CaseIterable {
    case unicode, latex, mathml, swift, markdown, html

    /// Whether steps can be told in it.
    var tellsSteps: Bool {
      switch self {
      case .unicode, .latex, .markdown, .html: true
      case .mathml, .swift: false
      }
    }
  }

  package var request: FormulaRequest
  /// What is differentiated by; all parameters if there is nothing.
  package var variables: [String] = []
  package var isHessian = false
  package var tellsSteps = false
  package var format: Format = .unicode

  package static let help = """
    usage: chainrule derive "FORMULA" [--wrt w,b] [--shape X=N,m]... [options]

    Prints the derivatives of a formula that is a number, each in closed form.

      FORMULA       such as "mean((y - X*w - b)^2)", as in MATLAB, NumPy, Unicode or LaTeX; parts are
                    named by let: "let ŷ = X*w + b; mean((y - ŷ)^2)"
      --wrt NAMES   what to differentiate by, between commas; all that is no data if left out
      --shape X=N,m the shape of a symbol, N for the rows; b= is a number. Several stand in one
                    argument between spaces, or in several; what is not told is inferred, and said
      --hessian     second derivatives too
      --steps       the chain rule step by step
      --format F    unicode, latex, mathml, swift, markdown or html; unicode if left out

    Exit status: 0, or 2 for a formula or arguments that are not understood.
    """

  package static let syntax = Command.derive.syntax(
    options: FormulaRequest.options + [
      .value("--wrt", "w,b"), .flag("--hessian"), .flag("--steps"), .value("--format", "latex"),
    ], operands: 1, ofKind: "formula")

  package init(arguments: some Sequence<String>) throws(ArgumentMistake) {
    try self.init(Arguments(arguments, of: Self.syntax))
  }

  init(_ arguments: Arguments) throws(ArgumentMistake) {
    request = try FormulaRequest(arguments)
    variables = (arguments.text("--wrt") ?? "").split { $0 == "," || $0 == " " }.map { String($0) }
    isHessian = arguments.has("--hessian")
    tellsSteps = arguments.has("--steps")
    format = try arguments.choice("--format", among: Format.allCases.map { ($0.rawValue, $0) }) ?? format
    if tellsSteps && !format.tellsSteps {
      throw ArgumentMistake(
        "--steps cannot be told in \(format.rawValue); try --format unicode, latex, markdown or html")
    }
    if tellsSteps && isHessian {
      throw ArgumentMistake("--steps are of first derivatives; leave out --hessian, or --steps")
    }
  }
}
