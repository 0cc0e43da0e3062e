import ChainRule
import ChainRuleTool
import Foundation
import Testing

@Suite("The report of a fit")
struct FitReportTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  private func report(_ arguments: String...) throws -> String {
    let options = try FitOptions(arguments: (arguments + ["--report", bench.path("a/b")])[...])
    _ = try FitJob(options).run()
    return try bench.text(of: "a/b/index.html")
  }

  @Test("One page tells the objective, its gradient, the reason and the certificate, and needs no other file")
  func page() throws {
    let page = try report(bench.rows(), "--target", "y", "--penalty", "lasso:0.1", "--test", "0.25")
    for part in [
      "1/N · Σ(y − Xw − b)² + 0.1 Σ |w|", "<mo>∂</mo><mi>w</mi><mo>=</mo>",
      "<mi>sign</mi>", "converged",
      "certificate",
      "R², rows fitted", "R², rows kept back", "color=red", "Residuals", "Coefficients against the penalty",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(!page.contains("<script") && !page.contains("src=") && !page.contains("<link"))
    #expect(page.components(separatedBy: "<figure").count - 1 == 4)
  }

  @Test("One or two features are drawn with the line, the plane, the probabilities or the regions")
  func data() throws {
    let lines = (0..<30).map {
      "\($0 % 6),\($0 % 5),\(Double($0 % 6) * 2 + Double($0 % 4)),\(($0 % 6 + $0 % 4) / 5)"
    }
    func columns(_ kept: [Int]) throws -> String {
      let names = ["u", "v", "y", "c"]
      let rows = lines.map { line in
        let cells = line.split(separator: ",")
        return kept.map { String(cells[$0]) }.joined(separator: ",")
      }
      return try bench.file(
        "few.csv", ([kept.map { names[$0] }.joined(separator: ",")] + rows).joined(separator: "\n"))
    }
    #expect(try report(columns([0, 2]), "--target", "y").contains("y against u"))
    #expect(try report(columns([0, 1, 2]), "--target", "y").contains("What the model predicts"))
    let one = try report(columns([0, 3]), "--target", "c", "--model", "logistic", "--penalty", "ridge:0.01")
    #expect(one.contains("c by u") && one.contains("decision"))
    let two = try report(
      columns([0, 1, 3]), "--target", "c", "--model", "softmax", "--penalty", "ridge:0.01")
    #expect(two.contains("What the model decides") && two.contains("decided 1"))
  }

  @Test("Numbers at the ends of the range, whose predictions overflow, are drawn as far as they can be")
  func overflow() throws {
    let one = try bench.file("one.csv", "a,y\n-1.7e149,0\n1.7e149,1\n1e149,1\n-1e149,0\n3,1\n")
    let two = try bench.file(
      "two.csv", "a,b,y\n-1.7e149,1,0\n1.7e149,2,1\n1e149,3e148,1\n-1e149,4,0\n3,5,1\n")
    for file in [one, two] {
      for model in ["linear", "softmax"] {
        let page = try report(
          file, "--target", "y", "--model", model, "--no-standardize", "--optimizer", "adam",
          "--learning-rate",
          "1e300", "--iterations", "1")
        #expect(page.contains("none, since it did not converge"))
      }
    }
  }

  @Test("A fit that did not converge has a report too, with the reason")
  func notConverged() throws {
    let file = try bench.rows()
    let page = try report(file, "--target", "y", "--optimizer", "gradient-descent", "--learning-rate", "1e9")
    #expect(page.contains("diverged") && page.contains("none, since it did not converge"))
  }

  @Test("A folder that cannot be made is told before the fit")
  func unwritable() throws {
    let file = try bench.rows()
    let options = try FitOptions(arguments: [file, "--target", "y", "--report", file + "/inner"])
    var steps = 0
    let error = #expect(throws: ChainRuleError.self) { try FitJob(options).run { _ in steps += 1 } }
    #expect(
      error?.description
        == "fit --report: \(file)/inner: the folder cannot be made; name a folder that may be written, such as report",
      "\(String(describing: error))")
    #expect(steps == 0)
  }
}
