import Blackboard
import ChainRule
import Foundation
import Testing

@Suite struct PlantedSlipTests {
  /// How many cases are drawn: more where the environment asks for them.
  private static let count =
    ProcessInfo.processInfo.environment["CHAINRULE_PROOF_CASES"].flatMap(Int.init) ?? 60

  /// Whether two expressions differ at a point, by the engine's own numbers: a judge that shares nothing with proofs.
  private func differ(_ left: Tensor, _ right: Tensor, seed: UInt64) throws -> Bool? {
    var generator = SeededGenerator(seed: seed)
    var pairs: [(Tensor, NDArray<Double>)] = []
    var seen: Set<Tensor> = []
    for leaf in left.parameters + right.parameters where seen.insert(leaf).inserted {
      let shape = try leaf.shape.extents.map { _ in 3 }
      let values = (0..<shape.reduce(1, *)).map { _ in 2 * generator.uniform() - 1 }
      pairs.append((leaf, try NDArray(shape: shape, elements: values)))
    }
    func elements(_ tensor: Tensor) throws -> [Double] {
      let own = Set(tensor.parameters)
      return try tensor.evaluate(at: Bindings(pairs.filter { own.contains($0.0) })).elements
    }
    let (a, b) = (try elements(left), try elements(right))
    var isSame = true
    for (x, y) in zip(a, b) {
      guard x.isFinite, y.isFinite else { return nil }
      let scale = max(1, abs(x), abs(y))
      if abs(x - y) > 1e-6 * scale { return true }
      if abs(x - y) > 1e-10 * scale { isSame = false }
    }
    return isSame ? false : nil
  }

  @Test("No wrong verdict of planted slips, and nearly all are refuted by name")
  func slips() throws {
    var slips = PlantedSlips(seed: 11)
    var (changed, refuted, named, wrong) = (0, 0, 0, [String]())
    for number in 0..<Self.count {
      let tree = slips.tree(1 + number % 4)
      let (left, right) = (slips.tensor(tree), slips.tensor(slips.slipped(tree)))
      guard let differ = try differ(left, right, seed: UInt64(number)) else { continue }
      let proof = try prove(left, equals: right)
      if differ {
        changed += 1
        refuted += proof.verdict == .refuted ? 1 : 0
        named += proof.verdict == .refuted && proof.fault != nil ? 1 : 0
        if proof.verdict == .proved { wrong.append("proved: \(left.formula) = \(right.formula)") }
      } else if proof.verdict == .refuted {
        wrong.append("refuted: \(left.formula) = \(right.formula): \(proof)")
      }
    }
    print("slips: \(changed) changed the value, \(refuted) refuted, \(named) named, \(wrong.count) wrong")
    #expect(wrong.isEmpty, "\(wrong.prefix(3))")
    #expect(Double(refuted) >= 0.99 * Double(changed), "\(refuted) of \(changed)")
    #expect(Double(named) >= 0.85 * Double(changed), "\(named) of \(changed)")
  }

  @Test("Harmless rewritings are proved")
  func rewritings() throws {
    var slips = PlantedSlips(seed: 12)
    var (proved, total, wrong, undecided) = (0, 0, [String](), [String]())
    for number in 0..<Self.count {
      let tree = slips.tree(1 + number % 4)
      let (left, right) = (slips.tensor(tree), slips.rewritten(tree))
      let proof = try prove(left, equals: right)
      total += 1
      switch proof.verdict {
      case .proved: proved += 1
      case .refuted: wrong.append("\(left.formula) = \(right.formula): \(proof)")
      case .undecided: undecided.append("\(left.formula) = \(right.formula): \(proof)")
      }
    }
    print("rewritings: \(proved) of \(total) proved")
    #expect(wrong.isEmpty, "\(wrong.prefix(3))")
    #expect(Double(proved) >= 0.97 * Double(total), "\(undecided.prefix(6).joined(separator: "\n\n"))")
  }

  @Test("Pairs of unrelated expressions get no wrong verdict")
  func pairs() throws {
    var slips = PlantedSlips(seed: 13)
    var wrong: [String] = []
    for number in 0..<Self.count {
      let (left, right) = (slips.tensor(slips.tree(1 + number % 3)), slips.tensor(slips.tree(1 + number % 3)))
      guard let differ = try differ(left, right, seed: UInt64(number)) else { continue }
      let proof = try prove(left, equals: right)
      if differ && proof.verdict == .proved || !differ && proof.verdict == .refuted {
        wrong.append("\(left.formula) = \(right.formula): \(proof)")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(3))")
  }
}
