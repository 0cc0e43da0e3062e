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

  @Test("Every complaint of a command begins with its name, and speaks of nothing that it lacks")
  func names() throws {
    let rows = try bench.rows()
    let model = bench.path("m.json")
    #expect(try bench.run("fit", rows, "--target", "y", "--save", model).status == 0)
    let wrongData = [
      "", "a,b\n", "a,b,color\n1,2\n", "a,b\n1,2\n", "a,b,color\n1,,red\n", "a,b,color\nx,2,red\n",
      "a,b,color\n1,2,pink\n",
      "a;b;color\n1;2;red\n", "a,b,color\n1,1e999,red\n", "a,b,color\n1,2,\"red\n",
      "a,b,color\n1,\u{0},red\n", "a,b,color,a\n1,2,red,3\n",
    ]
    let options = ["--what", "--json=1", "--target", "--seed", "--rows=x", "--model", "--columns=0"]
    var cases = options.flatMap { option in
      ["fit", "predict", "generate", ""].map { [$0, option].filter { !$0.isEmpty } }
    }
    cases += wrongData.enumerated().flatMap { number, text -> [[String]] in
      guard let file = try? bench.file("wrong\(number).csv", text) else { return [] }
      return [["predict", model, file], ["fit", file, "--target", "q"], ["predict", file, rows]]
    }
    cases += [
      ["fit"], ["predict"], ["generate"], ["fit", bench.path("none.csv"), "--target", "y"],
      ["generate", bench.path("no/file.csv")],
    ]
    for arguments in cases {
      let run = try bench.run(arguments)
      #expect(run.status == 2, "\(arguments): \(run.complaint)")
      let isNamed = ["fit", "predict", "generate"].contains(arguments[0])
      #expect(
        run.complaint.hasPrefix(isNamed ? "chainrule \(arguments[0]): " : "chainrule: "), "\(run.complaint)")
      #expect(run.complaint.split(separator: "\n").count == 1, "\(run.complaint)")
      for word in [
        "CSVOptions", "LinearModel", "FittedModel", "DecodingError", "Table(", "FeatureEncoding", "-nan",
        "Swift.",
      ] {
        #expect(!run.complaint.contains(word), "\(arguments): \(run.complaint)")
      }
      if arguments[0] == "predict", arguments.count == 3 {
        // It has no options; a model file is made by another command.
        let own = run.complaint.replacing("chainrule fit --save", with: "")
        #expect(!own.contains("--"), "\(run.complaint)")
      }
    }
  }

  @Test("A path that is a link to itself is told as that")
  func linkToItself() throws {
    let path = bench.path("loop")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
    let run = try bench.run("fit", path, "--target", "y")
    #expect(run.status == 2)
    #expect(
      run.complaint
        == "chainrule fit: \(path): the path is a link that leads back to itself; name the file itself\n")
  }

  @Test("Rows used, kept back, left out and filled in stand in the text and in the JSON")
  func rows() throws {
    let file = try bench.file("gaps.csv", "x,y\n1,2\n,3\n3,5\n4,9\n5,1\n,8\n7,7\n8,2\n9,1\n")
    for (policy, text, numbers) in [
      ("drop", "rows       5 used, 2 kept back, 2 dropped for a missing value", [2, 0, 2, 5]),
      ("mean", "rows       7 used, 2 kept back, 2 with a value filled in", [0, 2, 2, 7]),
    ] {
      let arguments = ["fit", file, "--target", "y", "--missing", policy, "--test", "0.25"]
      #expect(try bench.run(arguments).output.split(separator: "\n").contains(Substring(text)))
      let json = try bench.run(arguments + ["--json"]).output
      let object = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
      let rows = try #require(object["rows"] as? [String: Int])
      #expect(rows.sorted { $0.key < $1.key }.map(\.value) == numbers)
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
