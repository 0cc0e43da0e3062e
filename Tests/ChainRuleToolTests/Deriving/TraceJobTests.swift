import ChainRuleTool
import CommandArguments
import Testing

@Suite("chainrule trace")
struct TraceJobTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  private func text(_ formula: String, at numbers: String) throws -> String {
    let file = try bench.file("numbers.json", numbers)
    return try TraceJob(TraceOptions(arguments: [formula, "--at", file])).run()
  }

  @Test("Values, local derivatives, adjoints and their formulas stand side by side")
  func trace() throws {
    #expect(
      try text("x^2 + 3x", at: #"{"x": 2}"#) == """
        tensor        value  local derivatives         adjoint  adjoint formula
        x             2.0                              7.0      x̄ = 2 · v̄1 · x + 3 · v̄2
        v1 = x²       4.0    ∂v1/∂x = 2x               1.0      v̄1 = v̄3
        v2 = 3x       6.0    ∂v2/∂x = 3                1.0      v̄2 = v̄3
        v3 = v1 + v2  10.0   ∂v3/∂v1 = 1, ∂v3/∂v2 = 1  1.0      v̄3 = 1
        """)
  }

  @Test("The lesson's gradient is [-6, -8] and -2")
  func lesson() throws {
    let trace = try text(
      "let ŷ = X*w + b; mean((y - ŷ)^2)",
      at: #"{"X": [[1, 2], [3, 4], [5, 6]], "y": [7, 8, 9], "w": [0, 0.5], "b": 5}"#)
    let lines = trace.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("w ") && $0.contains("[-6., -8.]") && $0.hasSuffix("w̄ = Xᵀv̄1") })
    #expect(lines.contains { $0.hasPrefix("b ") && $0.contains("-2.0") })
    #expect(lines.contains { $0.hasPrefix("v1 = Xw") && $0.contains("∂v1/∂w = X") })
  }

  @Test("Shapes are those of the numbers where custom has others")
  func shapes() throws {
    #expect(try text("sum(b)", at: #"{"b": [[1, 2], [3, 4]]}"#).contains("10.0"))
  }

  static let mistakes: [(numbers: String, sentence: String)] = [
    ("[1]", "it is no JSON object; write {\"w\": [1, 2], \"b\": 0.5}"),
    (#"{"x": [1, [2]]}"#, "x is no number, and no list of numbers or of lists of equal length"),
    ("{}", "there are no numbers for x []"),
    (#"{"x": 1, "xx": 2}"#, "the formula has no symbol xx; did you mean x?"),
  ]

  @Test("Numbers that do not fit are refused", arguments: mistakes)
  func refuses(row: (numbers: String, sentence: String)) throws {
    let error = #expect(throws: ArgumentMistake.self) { try text("x^2", at: row.numbers) }
    #expect(error?.description == "\(bench.path("numbers.json")): \(row.sentence)")
  }
}
