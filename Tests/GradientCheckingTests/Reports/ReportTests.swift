import GradientChecking
import Testing

@Suite("Reports of checks")
struct ReportTests {
  static func checked(_ i: Int, _ given: Double, _ truth: Double) -> CheckedDerivative {
    CheckedDerivative(
      .coordinate(i, of: "w", shape: [20]), given: given, truth: TrueDerivative(truth, errorBar: 1e-9))
  }

  @Test("One wrong derivative makes the whole wrong, one untold leaves it open, none has nothing to say")
  func outcomes() {
    let (right, wrong) = (Self.checked(0, 1, 1), Self.checked(1, 2, 1))
    let untold = CheckedDerivative(.direction(1), given: 1, truth: TrueDerivative(.nan, errorBar: .infinity))
    #expect(GradientReport(of: "f", [right]).outcome == .right)
    #expect(GradientReport(of: "f", [right, untold]).outcome == .cannotTell)
    #expect(GradientReport(of: "f", [right, untold, wrong]).outcome == .wrong)
    #expect(GradientReport(of: "f", []).outcome == .cannotTell)
    #expect(
      GradientReport(of: "f", [untold, wrong]).exitStatus == 1
        && GradientReport(of: "f", [untold]).exitStatus == 0)
    let edge = CheckedDerivative(.direction(1), given: 3, truth: TrueDerivative(slopes: 0, 1))
    #expect(GradientReport(of: "f", [right, edge]).outcome == .wrong)
  }

  @Test("The worst is the one that is farthest off relatively, and NaN before all")
  func worst() {
    let report = GradientReport(
      of: "f",
      [
        Self.checked(0, 1e6, 1.01e6), Self.checked(1, 1, 1.5), Self.checked(2, .nan, 1),
        Self.checked(3, 1, 1),
      ])
    #expect(report.worst?.place == .coordinate(2, of: "w", shape: [20]))
    #expect(report.failures.map(\.place.description) == ["w[2]", "w[1]", "w[0]"])
    #expect(report.counts == (right: 1, wrong: 3, kink: 0, cannotTell: 0))
  }

  @Test("The text has the outcome, the place, both values, the cause, and no line above 100 columns")
  func text() {
    let report = GradientReport(
      of: String(repeating: "a very long name of a loss ", count: 8),
      (0..<20).map { Self.checked($0, 1.000001 * Double($0 + 1), Double($0 + 1)) },
      blamed: [
        BlamedOperation(
          "mean", operands: "r [3]", mode: .reverse, coordinate: "r[1]", given: 2, truth: 0.5,
          cause: "a factor 4, " + String(repeating: "and more words ", count: 12))
      ],
      cause: "a factor 1.000001", evaluations: 460,
      coverage: Coverage(coordinates: 20, of: 10_000, directions: 3, visibleError: 1e-6),
      smallest: GradientReport.SmallestFailure(
        point: Array(repeating: 1, count: 20), derivative: Self.checked(0, 1.000001, 1)),
      notes: ["A note."])
    #expect(report.text.split(separator: "\n").allSatisfy { $0.count <= 100 }, "\(report)")
    for part in [
      "WRONG (20 wrong)", "w[19]", "1.000001", "mean of r [3]", "a ratio of 4", "and 12 more", "99.8 %",
      "A note.",
    ] {
      #expect(
        report.text.contains(part) || report.text.replacing("\n  ", with: " ").contains(part),
        "\(part) in \(report)")
    }
    #expect("\(WrongGradient(report))".contains(report.text))
  }

  @Test("The given and the true value are written with the digits in which they differ")
  func digits() {
    let report = GradientReport(of: "f", [Self.checked(0, 1.0000002, 1)])
    #expect(report.text.contains("1.0000002") && report.text.contains("1.00000000 ± 1.0e-9"), "\(report)")
  }

  @Test("Markdown has a table whose rows have as many cells, and nothing that is read as markup")
  func markdown() {
    let report = GradientReport(
      of: "f_*|x|", [Self.checked(0, 2, 1), Self.checked(1, 2, 1)], cause: "a factor 2")
    let rows = report.markdown.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(rows.count == 4 && Set(rows.map { $0.replacing("\\|", with: "").count { $0 == "|" } }).count == 1)
    #expect(
      report.markdown.contains("f\\_\\*\\|x\\|") && report.markdown.contains("Likely cause: a factor 2."))
  }

  @Test("What could have been missed is said with its probability")
  func coverage() {
    #expect(Coverage(coordinates: 1000, of: 10_000).missChance == 0.9 && Coverage(all: 0).missChance == 0)
    let report = GradientReport(
      of: "f", [Self.checked(0, 1, 1)],
      coverage: Coverage(coordinates: 1000, of: 10_000, directions: 3, visibleError: 2e-8))
    #expect(
      report.text.replacing("\n  ", with: " ").contains(
        "with a probability of 90.0 %; directions then see it"))
    #expect(!GradientReport(of: "f", [Self.checked(0, 1, 1)]).text.contains("probability"))
  }
}
