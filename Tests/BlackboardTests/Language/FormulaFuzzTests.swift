import Blackboard
import ChainRule
import Foundation
import Testing

/// No text ends the process, and every text that is refused is refused with a place in it.
@Suite("The reader of formulas takes any text")
struct FormulaFuzzTests {
  #if DEBUG
    private static let count = 3000
  #else
    private static let count = 30_000
  #endif
  private static let drawn =
    ProcessInfo.processInfo.environment["CHAINRULE_FUZZ"].flatMap { Int($0) } ?? count

  private static let seeds: [[Character]] = [
    "mean((y - X*w - b)^2)", "let r = y - X*w; sum(r'*r)/N + λ*norm1(w)", "2/N · Xᵀ(ŷ − y)",
    "‖x‖² + |s|^3 - ⌊s⌋⌈s⌉",
    #"\frac{2}{N} X^{\top} (\hat{y} - y)"#,
    #"\left\|x\right\| + \operatorname{softmax}_{0}(A) \odot {x}_{:,\,\mathrm{new}}"#,
    "x[0:2] + A[:, 1][0:2]", "[x > 0] ⊙ x + (1 − [x ≤ y]) ⊙ y", "A⁻ᵀB + A^-1*x - (A + B)∘²",
    "Σ₀,₁(A ⊙ B) · 𝟏", "diag(x) A + I",
    "log(|det(A)|) + tr(A*B) + logdet(A'*A)", "log softmax₀(A) + cumsum from the end₁(B)",
    "huber(y - X*w, 1.5)",
    "select(x .> y, max(x, 0), min₁(A))", "pad(x, [1:4], [6])", "concat₁(A, B)", "onehot(0, 3)",
    "[1, 2.5e-3, -4] * x",
    "t₁ + t₂, where t₁ = Σx, t₂ = t₁²", "“a + b” ⊙ y", "transpose(A, [1, 0])", "sum(X, axis=0) @ w.T",
    "ψ₃(s) + σ′(s)",
    "reshape(A, [9]) ./ ones(9)", "(0, …, N − 1) + y", "scatter(y, (0, 1, 2))", "sort descending(x, by y)",
  ].map { Array($0) }

  private static let alphabet = Array(
    "+−-*/^'.,;:=<>≤≥≠|‖()[]{}⌊⌋⌈⌉√Σ∘⊙·@•ᵀ⁻¹²₀₁₉𝟏𝟎I∞…N“”_\\ 0123456789.eE xyzXAswbλŷ\u{302}\u{0}\n\t½٣é")

  @Test("Mutations of formulas and random text are read or refused with a column")
  func mutations() throws {
    let reader = FormulaReader()
    var read = 0
    for seed in 0..<Self.drawn {
      var draw = SeededGenerator(seed: UInt64(seed))
      let text = Self.text(&draw)
      do {
        let result =
          seed % 2 == 0 ? try reader.read(text, with: RandomFormula.symbols) : try reader.read(text)
        _ = try result.tensor.shape
        read += 1
      } catch let error as FormulaError {
        let isInside = (1...(text.count + 1)).contains(error.column)
        #expect(isInside && !error.problem.isEmpty, "seed \(seed): \(text.debugDescription): \(error)")
      } catch {
        Issue.record("seed \(seed): \(text.debugDescription): \(error)")
      }
    }
    // Mutations that were all refused would tell little.
    #expect(read * 20 > Self.drawn)
  }

  private static func text(_ draw: inout SeededGenerator) -> String {
    func below(_ count: Int, _ draw: inout SeededGenerator) -> Int { Int(draw.uniform() * Double(count)) }
    if below(12, &draw) == 0 {
      let scalars = (0..<below(40, &draw)).compactMap { _ in
        Unicode.Scalar(UInt32(below(below(2, &draw) == 0 ? 0x3000 : 0x11_0000, &draw)))
      }
      return String(String.UnicodeScalarView(scalars))
    }
    var text = seeds[below(seeds.count, &draw)]
    for _ in 0...below(4, &draw) {
      let place = below(text.count + 1, &draw)
      switch below(6, &draw) {
      case 0 where place < text.count: text.remove(at: place)
      case 1, 2: text.insert(alphabet[below(alphabet.count, &draw)], at: place)
      case 3 where place < text.count: text[place] = alphabet[below(alphabet.count, &draw)]
      case 4:
        let other = seeds[below(seeds.count, &draw)]
        let from = below(other.count, &draw)
        text.insert(contentsOf: other[from..<min(other.count, from + below(12, &draw))], at: place)
      default:
        let end = min(text.count, place + below(10, &draw))
        text.insert(contentsOf: text[place..<end], at: below(text.count + 1, &draw))
      }
    }
    return String(text)
  }

  static let long: [(text: String, column: Int, problem: String)] = [
    (String(repeating: "x+", count: 500_000) + "x", 200_001, "the formula has more than 200000 characters"),
    (
      String(repeating: "(", count: 10_000) + "x" + String(repeating: ")", count: 10_000), 1001,
      "more than 1000 brackets are open here"
    ),
    (String(repeating: "exp(", count: 10_000), 4001, "more than 1000 brackets are open here"),
    (String(repeating: "|", count: 10_000), 2001, "more than 1000 brackets are open here"),
    (String(repeating: "(", count: 999) + "x", 999, "( is not closed"),
    (String(repeating: "-", count: 50_000), 50_001, "nothing follows -"),
    (String(repeating: "x*", count: 50_000), 100_001, "nothing follows *"),
  ]

  @Test("What is too long or too deep is refused where it becomes so", arguments: long)
  func refusesLongOnes(row: (text: String, column: Int, problem: String)) throws {
    let error = #expect(throws: FormulaError.self) { try FormulaReader().read(row.text) }
    #expect(error?.column == row.column)
    #expect(error?.problem == row.problem)
  }

  @Test("What is long and not too deep is read")
  func readsLongOnes() throws {
    let count = 10_000
    for text in [
      String(repeating: "x+", count: count) + "x", String(repeating: "-", count: count) + "x",
      "x" + String(repeating: "^1", count: count), String(repeating: "√", count: count) + "x",
      String(repeating: "let a = x;", count: 1) + String(repeating: "a·", count: count) + "a",
    ] { #expect(try FormulaReader().read(text).tensor.shape == []) }
  }

  /// Prints how long texts of growing length take, where asked to; a claim of time is no test.
  @Test("Time by length", .enabled(if: ProcessInfo.processInfo.environment["CHAINRULE_TIMES"] != nil))
  func times() throws {
    let parts = [
      "sum": "X*w + ", "names": "λ*w' * w - ", "nested": "exp(", "wrong": "x + ) + ",
      "latex": "\\frac{x}{2} + ",
    ]
    for (name, part) in parts.sorted(by: { $0.key < $1.key }) {
      for size in [25_000, 50_000, 100_000, 199_000, 1_000_000, 2_000_000] {
        let text = String(repeating: part, count: size / part.count) + "1"
        let start = ContinuousClock.now
        _ = try? FormulaReader().read(text)
        print("time", name, size, start.duration(to: .now))
      }
    }
  }
}
