import ChainRule
import ChainRuleTool
import Foundation
import LinearModels
import Testing

@Suite("chainrule fit")
struct FitJobTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test("The text tells the objective, its gradient, the reason, the certificate, coefficients and scores")
  func text() throws {
    let text = try Workbench.outcome(bench.rows(), "--target", "y", "--test", "0.25").text
    let lines = text.split(separator: "\n")
    #expect(lines[0] == "minimised  1/N · Σ(y − Xw − b)²")
    #expect(lines[1] == "           ∂f/∂w = −2/N · Xᵀ(y − Xw − b)")
    #expect(lines[2] == "           ∂f/∂b = −2/N · Σ(y − Xw − b)")
    for start in [
      "value      ", "status     converged: a factorisation", "work       ", "certified  ‖∂f‖∞ = ",
      "a   ", "b   ",
      "color=green", "color=red", "intercept", "score      R² 0.99", "           R² 0.99",
    ] {
      #expect(lines.contains { $0.hasPrefix(start) }, "\(start)")
    }
    #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
  }

  @Test(
    "The gradient shown is that of the whole objective, penalties included",
    arguments: [
      ("ridge:0.5", "∂f/∂w = w − 2/N · Xᵀ(y − Xw − b)"),
      ("lasso:0.5", "∂f/∂w = −2/N · Xᵀ(y − Xw − b) + 0.5 sign(w)"),
      ("elastic-net:0.5,0.5", "∂f/∂w = 0.5w − 2/N · Xᵀ(y − Xw − b) + 0.25 sign(w)"),
    ])
  func gradient(penalty: String, line: String) throws {
    let outcome = try Workbench.outcome(bench.rows(), "--target", "y", "--penalty", penalty)
    #expect(outcome.gradients[0] == line)
    #expect(outcome.isConverged)
  }

  @Test("The JSON object has the keys promised, with their types")
  func json() throws {
    let text = try Workbench.outcome(bench.rows(), "--target", "y", "--json").json()
    #expect(!text.contains("\n"))
    let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["objective"] as? String == "1/N · Σ(y − Xw − b)²")
    #expect(object["value"] is Double && object["intercept"] is Double && object["stationarity"] is Double)
    let names: Set = ["a", "b", "color=green", "color=red"]
    for key in ["coefficients", "standardized_coefficients"] {
      let numbers = try #require(object[key] as? [String: Double])
      #expect(Set(numbers.keys) == names)
    }
    #expect(object["status"] as? String == "converged")
    #expect(try #require(object["reason"] as? String).contains("≤"))
    #expect(object["iterations"] is Int && object["evaluations"] is Int)
    #expect(try #require(object["certificate"] as? String).hasPrefix("‖∂f‖∞ = "))
    let coefficients = try #require(object["coefficients"] as? [String: Double])
    #expect(Swift.abs(try #require(coefficients["a"]) - 2) < 0.1)
    #expect(Swift.abs(try #require(coefficients["color=red"]) - 1) < 0.2)
  }

  @Test("With several classes, coefficients and intercepts are told by class")
  func classes() throws {
    let text = try Workbench.outcome(
      Workbench.iris, "--target", "species", "--model", "softmax", "--penalty", "ridge:0.01"
    ).json()
    let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let coefficients = try #require(object["coefficients"] as? [String: [String: Double]])
    #expect(coefficients.keys.sorted() == ["0", "1", "2"])
    #expect(coefficients["1"]?.count == 4)
    #expect(try #require(object["intercept"] as? [String: Double]).count == 3)
  }

  @Test("Standardised coefficients are those in the units of the data times each deviation")
  func units() throws {
    let fitted = try Workbench.outcome(bench.rows(), "--target", "y").fitted
    for (position, scale) in fitted.scaling.scales.enumerated() {
      let product = fitted.coefficients.elements[position] * scale
      #expect(Swift.abs(product - fitted.standardizedCoefficients.elements[position]) < 1e-12)
    }
    let plain = try Workbench.outcome(bench.rows(), "--target", "y", "--no-standardize").fitted
    for (one, other) in zip(plain.coefficients.elements, fitted.coefficients.elements) {
      #expect(Swift.abs(one - other) < 1e-7)
    }
  }

  @Test("All optimizers find the same objective", arguments: OptimizerName.allCases)
  func agreement(name: OptimizerName) throws {
    let file = try bench.rows()
    let best = try Workbench.outcome(file, "--target", "y").fitted.outcome.value
    let found = try Workbench.outcome(file, "--target", "y", "--optimizer", name.rawValue)
    #expect(found.isConverged, "\(found.fitted.outcome.reason)")
    #expect(Swift.abs(found.fitted.outcome.value - best) <= 1e-6 * best)
  }

  @Test(
    "First-order methods take steps that suit every loss",
    arguments: [
      ["--model", "huber:0.01"], ["--model", "poisson"], ["--model", "softmax", "--penalty", "ridge:0.01"],
      ["--model", "logistic", "--penalty", "ridge:0.01"],
    ])
  func rates(model: [String]) throws {
    let lines = (0..<60).map { row in
      "\(row % 7),\(row % 5),\(model[1] == "logistic" ? row * 31 % 17 / 9 : row * 31 % 23 + row % 7 * 20)"
    }
    let classes = (0..<60).map { row in "\(row % 7),\(row % 5),c\((row % 7 + row * 3 % 4) % 6)" }
    let rows = model[1] == "softmax" ? classes : lines
    let file = try bench.file("counts.csv", "a,b,y\n" + rows.joined(separator: "\n") + "\n")
    func fit(_ more: String...) throws -> FitJob.Outcome {
      try FitJob(FitOptions(arguments: ([file, "--target", "y", "--tolerance", "1e-7"] + model + more)[...]))
        .run()
    }
    let best = try fit().fitted.outcome
    #expect(best.status == .converged)
    for name in ["gradient-descent", "momentum", "nesterov"] {
      let found = try fit("--optimizer", name, "--iterations", "20000").fitted.outcome
      #expect(found.status != .diverged, "\(name): \(found.reason)")
      #expect(
        found.value - best.value < 1e-3 * Swift.max(1, Swift.abs(best.value)), "\(name): \(found.reason)")
    }
  }

  @Test(
    "Methods whose steps have the length of their rate reach coefficients of any size",
    arguments: [
      OptimizerName.adam, .adamW, .adaGrad, .rmsProp,
    ])
  func units(name: OptimizerName) throws {
    let lines = (0..<40).map { row in
      "\(row % 8),\(row / 8),\(1e6 * Double(row % 8 * 2 - row / 8 + row * 13 % 5))"
    }
    let file = try bench.file("large.csv", "a,b,y\n" + lines.joined(separator: "\n") + "\n")
    let best = try Workbench.outcome(file, "--target", "y").fitted.outcome.value
    let found = try Workbench.outcome(file, "--target", "y", "--optimizer", name.rawValue).fitted.outcome
    #expect(Swift.abs(found.value - best) <= 1e-6 * best, "\(found.reason)")
  }

  @Test("An optimizer that cannot do it is refused with the reason")
  func unsuitable() throws {
    let file = try bench.rows()
    let error = #expect(throws: ChainRuleError.self) {
      try Workbench.outcome(file, "--target", "y", "--penalty", "lasso:0.1", "--optimizer", "lbfgs")
    }
    #expect(error?.kind == .optimization)
  }

  @Test("Rows kept back have every class in its share")
  func stratification() throws {
    let outcome = try Workbench.outcome(
      Workbench.iris, "--target", "species", "--model", "softmax", "--penalty", "ridge:0.01", "--test", "0.2")
    let score = try #require(outcome.testScore)
    // Ten of each class: a share of thirty.
    #expect(Swift.abs(score * 30 - (score * 30).rounded()) < 1e-9)
    let again = try Workbench.outcome(
      Workbench.iris, "--target", "species", "--model", "softmax", "--penalty", "ridge:0.01", "--test", "0.2")
    #expect(again.fitted.coefficients == outcome.fitted.coefficients)
    let other = try Workbench.outcome(
      Workbench.iris, "--target", "species", "--model", "softmax", "--penalty", "ridge:0.01", "--test", "0.2",
      "--seed", "2")
    #expect(other.fitted.coefficients != outcome.fitted.coefficients)
  }

  @Test("Missing values are refused, dropped or filled in, as asked")
  func missing() throws {
    let file = try bench.file("gaps.csv", "x,y\n0,1\n1,3\n,100\n2,5\n3,7\n")
    let error = #expect(throws: ChainRuleError.self) { try Workbench.outcome(file, "--target", "y") }
    #expect(error?.kind == .data)
    #expect(error.map { "\($0)".contains("line 4") } == true, "\(String(describing: error))")
    let dropped = try Workbench.outcome(file, "--target", "y", "--missing", "drop")
    #expect(Swift.abs(dropped.fitted.coefficients.elements[0] - 2) < 1e-12)
    #expect(Swift.abs(dropped.fitted.intercept - 1) < 1e-12)
    let filled = try Workbench.outcome(file, "--target", "y", "--missing", "mean")
    #expect(filled.fitted.intercept > 10)
  }

  @Test("What a terminal shows has the step, the loss and the stationarity, on one line")
  func progress() {
    let text = FitProgress.text(step: 12, limit: 5000, value: 0.123456789, stationarity: 3.14159e-5)
    #expect(text == "fitting  step 12 of at most 5000  f = 0.123457  ‖∂f‖∞ = 3.1e-5")
    let longest = FitProgress.text(step: 99999, limit: 99999, value: -1.2345678e-300, stationarity: 1.23e-300)
    #expect(longest.count < 80)
  }
}
