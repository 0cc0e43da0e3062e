import ChainRuleTool
import CommandArguments
import Testing

@Suite("chainrule prove")
struct ProveJobTests {
  private func run(_ arguments: String...) throws -> (text: String, status: Int32) {
    try ProveJob(ProveOptions(arguments: arguments)).run()
  }

  @Test("A gradient as the book has it ends with 0")
  func proved() throws {
    let (text, status) = try run(
      "mean((y - X*w - b)^2)", "--wrt", "w", "--equals", "2/N * X'*(X*w + b - y)", "--shape", "X=N,m b=")
    #expect(status == 0, "\(text)")
    #expect(text.contains("\nproved"))
  }

  @Test("A wrong one ends with 1, with the term and a point")
  func refuted() throws {
    let (text, status) = try run(
      "mean((y - X*w)^2)", "--wrt", "w", "--equals", "2*X'*(X*w - y)", "--shape", "X=N,m")
    #expect(status == 1)
    #expect(text.contains("refuted: a length is wrong"))
    #expect(text.contains("\nat X = [["))
  }

  @Test("Shapes that cannot be are refuted")
  func misfit() throws {
    let (text, status) = try run(
      "mean((y - X*w)^2)", "--wrt", "w", "--equals", "-2/N * w'*(y - X*w)", "--shape", "X=N,m")
    #expect(status == 1)
    #expect(text.hasPrefix("refuted: the shapes do not fit"), "\(text)")
  }

  @Test("Shapes are those that suit both formulas, where those of the first alone do not suit the second")
  func jointShapes() throws {
    #expect(try run("det(A*B)", "--equals", "det(A)*det(B)").status == 0)
    #expect(try run("inv(A*B)", "--equals", "inv(B)*inv(A)").status == 0)
    #expect(try run("let C = A*B; det(C)", "--equals", "det(B)*det(A)").status == 0)
    // A and B need not be square here, and then it is wrong.
    let claim = ["det(A*X*B)", "--wrt", "X", "--equals", "det(A*X*B)*inv(X)'"]
    #expect(try ProveJob(ProveOptions(arguments: claim)).run().status == 1)
    let square = claim + ["--shape", "A=n,n X=n,n B=n,n"]
    #expect(try ProveJob(ProveOptions(arguments: square)).run().status == 0)
    #expect(try run("tr(A*B)", "--equals", "tr(A)*tr(B)").status == 1)
  }

  @Test("What no rule knows ends with 3")
  func undecided() throws {
    let (text, status) = try run("atan(x) + atan(1/x)", "--equals", "2*atan(1)", "--positive", "x")
    #expect(status == 3, "\(text)")
    #expect(text.contains("both sides agree at 3 points"))
  }

  @Test("Assumptions hold where they are told")
  func assumptions() throws {
    #expect(try run("sqrt(x^2)", "--equals", "x").status == 1)
    #expect(try run("sqrt(x^2)", "--equals", "x", "--positive", "x").status == 0)
    #expect(try run("x'*A*x", "--wrt", "x", "--equals", "2*A*x", "--shape", "A=n,n x=n").status == 1)
    let symmetric = try run(
      "x'*A*x", "--wrt", "x", "--equals", "2*A*x", "--shape", "A=n,n x=n", "--symmetric", "A")
    #expect(symmetric.status == 0, "\(symmetric.text)")
  }

  @Test("Arguments that make no question are told")
  func mistakes() {
    #expect(throws: ArgumentMistake.self) { try ProveOptions(arguments: ["x"]) }
    #expect(throws: ArgumentMistake.self) { try ProveOptions(arguments: ["--equals", "x"]) }
    #expect(throws: ArgumentMistake.self) { try ProveOptions(arguments: ["x", "--published"]) }
    #expect(throws: ArgumentMistake.self) { try run("x^2", "--wrt", "q", "--equals", "2*x") }
  }
}
