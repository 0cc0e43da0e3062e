import Blackboard
import ChainRule
import Foundation
import Testing

/// What the library prints is read back.
@Suite("Printed formulas are read back")
struct RoundTripTests {
  #if DEBUG
    private static let count = 300
  #else
    private static let count = 1500
  #endif
  private static let drawn =
    ProcessInfo.processInfo.environment["CHAINRULE_FORMULAS"].flatMap { Int($0) } ?? count

  @Test("Random formulas are read back with the values that they were printed for", arguments: [false, true])
  func randomFormulas(isLaTeX: Bool) throws {
    var (read, untold, drawn) = (0, 0, 0)
    var failures: [String: Int] = [:]
    var examples: [String] = []
    for seed in 0..<Self.drawn {
      let sample = RandomFormula(seed: UInt64(seed), operations: 4)
      let formula = sample.tensor.formula
      switch Self.outcome(of: sample.tensor, isLaTeX ? formula.latex : formula.unicode, seed) {
      case .skipped: continue
      case .same: read += 1
      case .different(let problem) where problem.contains("is is not told"): untold += 1
      case .different(let problem):
        let last = sample.operations.last ?? 0
        failures["\(last)", default: 0] += 1
        if examples.count < 400 {
          examples.append("\(seed): \(isLaTeX ? formula.latex : formula.unicode)\n   \(problem)")
        }
      }
      drawn += 1
    }
    #expect(failures.isEmpty, "\(failures): \(examples.joined(separator: "\n"))")
    // What nothing tells is the length of 𝟏 within a function, which is rare.
    #expect(read + untold == drawn && untold * 200 <= drawn, "\(read) read, \(untold) of \(drawn) untold")
  }

  @Test("Gradients of random losses are read back, with the names that long parts were given")
  func gradients() throws {
    var (read, drawn) = (0, 0)
    var failures: [String] = []
    for seed in 0..<(Self.drawn / 4) {
      let sample = RandomFormula(seed: UInt64(seed), operations: 6)
      guard
        let gradient = try? sum(sample.tensor).gradient(withRespectTo: [
          RandomFormula.leaves[seed % 10].tensor
        ])
      else { continue }
      let tensor = gradient.derivatives[0]
      switch Self.outcome(of: tensor, tensor.formula.unicode, seed) {
      case .skipped: continue
      case .same: read += 1
      case .different(let problem) where problem.contains("is is not told"): break
      case .different(let problem): failures.append("\(seed): \(tensor.formula.unicode)\n  \(problem)")
      }
      drawn += 1
    }
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    #expect(read * 100 >= drawn * 95, "\(read) of \(drawn) read back")
  }

  @Test(
    "A text with a wrong sign, a lost transpose or another number is found out",
    arguments: [("+", "−"), ("2", "3"), ("Σ₀", "Σ₁")] as [(from: String, to: String)])
  func mistakesAreSeen(change: (from: String, to: String)) throws {
    var (seen, drawn) = (0, 0)
    for seed in 0..<200 {
      let tensor = RandomFormula(seed: UInt64(seed), operations: 4).tensor
      let text = tensor.formula.unicode
      guard text.contains(change.from) else { continue }
      let wrong = text.replacing(change.from, with: change.to)
      if case .skipped = Self.outcome(of: tensor, text, seed) { continue }
      drawn += 1
      if case .different = Self.outcome(of: tensor, wrong, seed) { seen += 1 }
    }
    #expect(drawn > 5 && seen * 10 >= drawn * 8, "\(seen) of \(drawn)")
  }

  enum Outcome { case skipped, same, different(String) }

  static func outcome(of tensor: Tensor, _ text: String, _ seed: Int) -> Outcome {
    do {
      let data = try RandomFormula.data(seed: UInt64(seed), rows: 2 + seed % 3)
      func value(_ tensor: Tensor) throws -> NDArray<Double> {
        try Program<Double>(computing: [tensor] + RandomFormula.leaves.map(\.tensor)).run(data).arrays[0]
      }
      guard let expected = try? value(tensor), expected.elements.allSatisfy(\.isFinite) else {
        return .skipped
      }
      let back = try FormulaReader().read(text, with: Self.named(in: tensor), shape: tensor.shape)
      let found = try value(back.tensor)
      return areAlike(expected, found) ? .same : .different("\(expected) and \(found)")
    } catch {
      return .different("\(error)")
    }
  }

  /// The leaves, and the tensors that were named.
  private static func named(in tensor: Tensor) -> [String: Tensor] {
    var symbols = RandomFormula.symbols
    for node in Traversal(from: [tensor.node]).nodes {
      guard case .name(let name) = node.primitive else { continue }
      var text = name.text
      var number = 1
      while let other = symbols[text], other != Tensor(node) {
        number += 1
        text = name.text + Subscripts.text(of: number)
      }
      symbols[text] = Tensor(node)
    }
    return symbols
  }

  /// Whether the elements are the same, also under axes of length 1 or spread over axes along which they do not vary.
  static func areAlike(_ left: NDArray<Double>, _ right: NDArray<Double>) -> Bool {
    func isNear(_ a: Double, _ b: Double) -> Bool {
      Swift.abs(a - b) <= 1e-12 * Swift.max(1, Swift.abs(a)) * 100
    }
    if left.shape.filter({ $0 != 1 }) == right.shape.filter({ $0 != 1 }) {
      return zip(left.elements, right.elements).allSatisfy(isNear)
    }
    guard let first = left.elements.first else { return right.elements.isEmpty }
    return (left.elements + right.elements).allSatisfy { isNear(first, $0) }
  }
}
