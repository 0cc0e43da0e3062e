import Blackboard
import ChainRuleTool
import CommandArguments
import Testing

@Suite("chainrule derive")
struct DeriveJobTests {
  private func text(_ arguments: String...) throws -> String {
    try DeriveJob(DeriveOptions(arguments: arguments)).run()
  }

  @Test("Squared error has the gradients of the textbook")
  func squaredError() throws {
    #expect(
      try text("let ŷ = X*w + b; mean((y - ŷ)^2)", "--wrt", "w,b") == """
        L     = 1/N · Σ(y − ŷ)²
        ŷ     = Xw + b           [N]
        ∂L/∂w = −2/N · Xᵀ(y − ŷ) [m]
        ∂L/∂b = −2/N · Σ(y − ŷ)

        inferred: X [N, m], b a number, w [m], y [N]
        """)
  }

  @Test("Second derivatives are told in pairs of variables")
  func secondDerivatives() throws {
    let lines = try text("mean((y - X*w - b)^2)", "--hessian", "--shape", "X=N,3 y=N w=3 b=").split(
      separator: "\n")
    #expect(
      lines.suffix(3) == [
        "∂²L/∂w²   = 2/N · XᵀX             [3, 3]", "∂²L/∂w ∂b = 2/N · Xᵀ𝟏             [3]", "∂²L/∂b²   = 2",
      ])
  }

  @Test("Every format says the same in its own way")
  func formats() throws {
    func derived(_ format: String) throws -> String { try text("sum(x^2)", "--wrt", "x", "--format", format) }
    #expect(try derived("latex").contains("\\frac{\\partial L}{\\partial x} &= 2x"))
    #expect(try derived("markdown").contains("$$\\frac{\\partial L}{\\partial x} = 2x$$"))
    #expect(try derived("mathml").contains("<mi>∂L</mi>"))
    #expect(try derived("swift").contains("// ∂L/∂x\n"))
    #expect(try derived("html").hasPrefix("<!DOCTYPE html>"))
  }

  @Test("Steps end with the formula that is printed without them", arguments: ["w", "b"])
  func steps(variable: String) throws {
    let formula = "let ŷ = X*w + b; mean((y - ŷ)^2)"
    let steps = try text(formula, "--wrt", variable, "--steps")
    #expect(steps.contains(variable == "w" ? "∂L/∂w = −2/N · Xᵀ(y − ŷ)" : "∂L/∂b = −2/N · Σ(y − ŷ)"))
    #expect(try text(formula, "--wrt", variable, "--steps", "--format", "html").contains("<math"))
  }

  static let mistakes: [(arguments: [String], sentence: String)] = [
    ([], #"derive needs a formula; try chainrule derive "mean((y - X*w)^2)""#),
    (["sum(x)", "--wrt", "z"], "--wrt z: the formula has no such symbol; there are x"),
    (
      ["X*w"],
      "the formula is an array of shape [N]; derivatives are of a number: put it into mean(…) or sum(…)"
    ),
    (
      ["sum(x)", "--shape", "x"], "--shape x: no symbol with a shape; try --shape X=N,m, and b= for a number"
    ),
    (
      ["sum(x)", "--shape", "x=-1"], "--shape x=-1: “-1” is no length; try --shape X=N,m, and b= for a number"
    ),
    (
      ["sum(x)", "--shape", "x=3,N"],
      "--shape x=3,N: the rows N come first; try --shape X=N,m, and b= for a number"
    ),
    (
      ["sum(x)", "--steps", "--format", "swift"],
      "--steps cannot be told in swift; try --format unicode, latex, markdown or html"
    ),
    (["sum(x)", "--format", "latx"], "--format latx: not known; did you mean latex?"),
    (["mean(y)", "--shape", "y=N"], "the formula has no parameters; try --wrt y"),
  ]

  @Test("Mistakes are told with what would be right", arguments: mistakes)
  func refuses(row: (arguments: [String], sentence: String)) {
    let error = #expect(throws: ArgumentMistake.self) {
      try DeriveJob(DeriveOptions(arguments: row.arguments)).run()
    }
    #expect(error?.description == row.sentence)
  }

  @Test("A mistake in the formula is shown below it")
  func refusesFormula() {
    let error = #expect(throws: FormulaError.self) { try text("mean((y - X*w)^2 + foo(x))") }
    #expect(
      error?.description == """
        column 20: foo is no function that is known; functions are exp, log, mean, sum, norm, tr, det, inv and others, or \
        write foo * ( for a product
          mean((y - X*w)^2 + foo(x))
                             ^
        """)
  }
}
