import ChainRule
import ChainRuleTool
import CommandArguments
import Foundation
import LinearModels
import Testing

/// What the command says of bad input: the file, the place in it, what is wrong, and a mend that the command knows.
@Suite("Complaints of the command")
struct ComplaintTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test(
    "Each names the file, the place and the mend in options",
    arguments: [
      (
        "a,b\n1,2\n,3\n", "linear",
        "FILE, line 3, column 1 \"a\": the value is missing; fill it in, or give --missing drop or --missing mean"
      ),
      (
        "a,b\n1,yes\n2,no\n", "linear",
        "FILE: column \"b\": row 1 is \"yes\", and numbers are needed; mend the value; for classes give --model logistic or --model softmax"
      ),
      (
        "a,b\n1,x\n2,x\n", "softmax",
        "FILE: column \"b\": all rows have class \"x\"; a classifier needs rows of at least two classes"
      ),
      (
        "a,b\n1,x\n2,y\n3,z\n", "logistic",
        "FILE: column \"b\": there are 3 classes, \"x\", \"y\", \"z\"; a logistic model has two; give --model softmax"
      ),
      (
        "a,b\n1,3\n2,-1\n", "poisson",
        "FILE: column \"b\": row 2 is -1.0; a poisson model needs counts, 0 or more"
      ),
      (
        "a;b\n1;3\n2;1\n", "linear",
        "FILE, line 1, column 1: the header line has no comma but a semicolon, in \"a;b\"; "
          + "save the file with commas between fields, or put the name in quotes if it is one"
      ),
      ("a,b\n", "linear", "FILE: the table has no rows; give at least one"),
      ("a,c\n1,2\n", "linear", "FILE: column \"b\": there is no such column; there are \"a\", \"c\""),
      ("", "linear", "FILE: the text is empty; it needs a header line"),
    ])
  func complaint(_ text: String, _ model: String, _ expected: String) throws {
    let file = try bench.file("data.csv", text)
    let error = try #require(throws: ChainRuleError.self) {
      // A split gives rows other numbers; the complaint has those of the file.
      try Workbench.outcome(file, "--target", "b", "--model", model, "--test", "0.4")
    }
    let found = "\(Complaint(error, of: .fit, about: file))".replacingOccurrences(of: file, with: "FILE")
    #expect(found == expected)
  }

  @Test("An optimizer that does not suit is refused with the option that does")
  func unsuitable() throws {
    let file = try bench.rows()
    let error = try #require(throws: ChainRuleError.self) {
      try Workbench.outcome(file, "--target", "y", "--penalty", "lasso:0.1", "--optimizer", "lbfgs")
    }
    #expect(
      "\(Complaint(error, of: .fit, about: file))".hasSuffix(
        "use --optimizer proximal-newton or --optimizer fista"))
  }

  @Test("Text where a model knows numbers is told without Swift")
  func prediction() throws {
    _ = try Workbench.outcome(
      bench.file("fit.csv", "a,b\n1,2\n2,3\n4,7\n"), "--target", "b", "--save", bench.path("model.json"))
    let file = try bench.file("new.csv", "a\n1\nx\n")
    let job = try PredictJob(PredictOptions(arguments: [bench.path("model.json"), file]))
    let error = try #require(throws: ChainRuleError.self) { try job.run() }
    #expect(
      "\(Complaint(error, of: .predict, about: file))"
        == "\(file): column \"a\": row 2 is \"x\", and numbers are needed; mend the value, or leave it empty if it is missing"
    )
  }

  @Test("A folder that is not there is told before the work", arguments: ["--save", "--checkpoint"])
  func noFolder(_ option: String) throws {
    let file = try bench.rows()
    let error = #expect(throws: ArgumentMistake.self) {
      try Workbench.outcome(file, "--target", "y", option, bench.path("none/model.json"))
    }
    #expect(error?.description.contains("there is no folder \(bench.path("none"))") == true)
  }

  @Test("A name in quotes may hold any separator, and a line break in one breaks no table")
  func quotedNames() throws {
    let file = try bench.file("odd.csv", "\"a;\nb\",y\n1,2\n2,3\n4,7\n")
    let outcome = try Workbench.outcome(file, "--target", "y")
    #expect(outcome.text.contains("\na; b "))
    #expect(try Table(csv: "\"a;b\"\n1\n").columnNames == ["a;b"])
  }
}
