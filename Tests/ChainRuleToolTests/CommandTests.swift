import ChainRuleTool
import Foundation
import Testing

@Suite("The built command")
struct CommandTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test("A fit that converges ends with 0, and writes nothing but its text where there is no terminal")
  func converged() throws {
    let run = try bench.run("fit", bench.rows(), "--target", "y")
    #expect(run.status == 0 && run.complaint.isEmpty, "\(run.complaint)")
    #expect(run.output.hasPrefix("minimised  1/N"))
    #expect(!run.output.contains("\r") && !run.output.contains("\u{1B}"))
  }

  @Test("A fit that does not converge ends with 1, and says why")
  func notConverged() throws {
    let run = try bench.run(
      "fit", bench.rows(), "--target", "y", "--optimizer", "adam", "--iterations", "1", "--json")
    #expect(run.status == 1)
    #expect(run.complaint.hasPrefix("chainrule fit: iterationLimit: 1 step; ‖∇f‖∞ = "), "\(run.complaint)")
    let object = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(object["status"] as? String == "iterationLimit")
    #expect(object["certificate"] is NSNull)
  }

  @Test("A fit that diverged is told as that, with 1, though its model cannot be saved")
  func unsaved() throws {
    let model = bench.path("none.json")
    let run = try bench.run(
      "fit", bench.rows(), "--target", "y", "--optimizer", "gradient-descent", "--learning-rate", "1e200",
      "--no-standardize", "--save", model)
    #expect(run.status == 1 && run.complaint.hasPrefix("chainrule fit: diverged: "), "\(run.complaint)")
    #expect(
      run.output.contains("note       \(model) was not written: the model has numbers that are not finite"))
    #expect(!FileManager.default.fileExists(atPath: model))
  }

  @Test("Separable classes are told, with 1")
  func separable() throws {
    let file = try bench.file("two.csv", "x,y\n1,no\n2,no\n3,yes\n4,yes\n")
    let run = try bench.run("fit", file, "--target", "y", "--model", "logistic")
    #expect(run.status == 1)
    #expect(run.complaint.contains("add a penalty"), "\(run.complaint)")
  }

  @Test("Bad input ends with 2, and a sentence that names it")
  func badInput() throws {
    let rows = try bench.rows()
    let ragged = try bench.file("ragged.csv", "x,y\n1,2\n3\n")
    let foreign = try bench.file("foreign.json", "{\"a\": 1}")
    let cases: [(arguments: [String], word: String)] = [
      (["fit", bench.path("nowhere.csv"), "--target", "y"], "nowhere.csv"),
      (["fit", rows, "--target", "z"], "z"), (["fit", rows, "--target", "color"], "color"),
      (["fit", ragged, "--target", "y"], "line 3"), (["fit", rows], "--target"),
      (["fit", rows, "--target", "y", "--report", rows + "/inner"], "rows.csv/inner"),
      (["fit", rows, "--target", "y", "--save", bench.path("no/model.json")], "no/model.json"),
      (["fit", rows, "--target", "y", "--model", "poisson"], "poisson"),
      (["predict", foreign, rows], "foreign.json"),
      (["predict", bench.path("none.json"), rows], "none.json"),
      (["nonsense"], "nonsense"),
    ]
    for (arguments, word) in cases {
      let run = try bench.run(arguments)
      #expect(run.status == 2, "\(arguments): \(run.complaint)")
      let command = ["fit", "predict"].contains(arguments[0]) ? "chainrule \(arguments[0]): " : "chainrule: "
      #expect(run.complaint.hasPrefix(command) && run.complaint.contains(word), "\(run.complaint)")
      #expect(run.output.isEmpty)
    }
  }

  @Test("A saved model predicts what the fitted one does, in any order of columns")
  func prediction() throws {
    let rows = try bench.rows()
    let fit = try bench.run("fit", rows, "--target", "y", "--save", bench.path("m.json"), "--json")
    #expect(fit.status == 0)
    let new = try bench.file("new.csv", "color,b,a\nred,0,1\nblue,1,0\n")
    let run = try bench.run("predict", bench.path("m.json"), new)
    #expect(run.status == 0, "\(run.complaint)")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 3 && lines[0] == "y")
    let object = try #require(JSONSerialization.jsonObject(with: Data(fit.output.utf8)) as? [String: Any])
    let weights = try #require(object["coefficients"] as? [String: Double])
    let intercept = try #require(object["intercept"] as? Double)
    let first = try #require(Double(lines[1]))
    #expect(Swift.abs(first - intercept - (weights["a"] ?? 0) - (weights["color=red"] ?? 0)) < 1e-12)
    let unseen = try bench.file("unseen.csv", "a,b,color\n1,0,purple\n")
    let refused = try bench.run("predict", bench.path("m.json"), unseen)
    #expect(refused.status == 2 && refused.complaint.contains("purple"), "\(refused.complaint)")
  }

  @Test("A classifier predicts classes and the probability of each")
  func classes() throws {
    let fit = try bench.run(
      "fit", Workbench.iris, "--target", "species", "--model", "softmax", "--penalty", "ridge:0.01", "--save",
      bench.path("m.json"))
    #expect(fit.status == 0, "\(fit.complaint)")
    let lines = try bench.run("predict", bench.path("m.json"), Workbench.iris).output.split(separator: "\n")
    #expect(lines.count == 151)
    #expect(lines[0] == "species,probability of 0,probability of 1,probability of 2")
    for line in lines.dropFirst() {
      let numbers = line.split(separator: ",").compactMap { Double($0) }
      #expect(numbers.count == 4 && Swift.abs(numbers[1...].reduce(0, +) - 1) < 1e-12)
      #expect(numbers[1 + Int(numbers[0])] == numbers[1...].max())
    }
  }
}
