import ChainRule
import Foundation
import GradientChecking
import Testing

/// Mistakes in every rule: each is proved, the operation is named, and what it looks like.
@Suite("Mutants of derivative rules")
struct ShadowMutantTests {
  /// How many losses each rule is spoiled in; `CHAINRULE_MUTANTS` asks for another number.
  static var count: Int {
    if let asked = ProcessInfo.processInfo.environment["CHAINRULE_MUTANTS"].flatMap(Int.init) { return asked }
    #if DEBUG
      return 1
    #else
      return 6
    #endif
  }

  /// Unoptimised, each mistake is planted in every other rule.
  private func isTried(_ target: Int, _ mutant: RuleMutant) -> Bool {
    #if DEBUG
      return target % 2 == RuleMutant.allCases.firstIndex(of: mutant).map { $0 % 2 }
    #else
      return true
    #endif
  }

  @Test(
    "Every mistake is proved, 98 % are blamed on their operation, 90 % explained",
    arguments: RuleMutant.allCases)
  func mutants(_ mutant: RuleMutant) throws {
    for mode in [CheckedDerivative.Mode.reverse, .forward] {
      var tally = MutantTally()
      for (number, target) in PlantedTarget.all.enumerated() where isTried(number, mutant) {
        var generator = SeededGenerator(seed: UInt64(number))
        for sweep in target.cases(Self.count, &generator) {
          let sample = try SweepSample(sweep, &generator)
          let sampled = try SampledLoss(sample, &generator)
          // Only what the case recorded, not what makes a loss of it.
          let nodes = Traversal(from: [sample.output.node]).nodes.filter(target.matches)
          if nodes.isEmpty || sampled.leaves.isEmpty { continue }
          tally = tally + (try MutantTally(mutant, mode, in: nodes, of: sampled, named: "\(sweep)"))
        }
      }
      let problems = tally.missed.prefix(8).joined(separator: "\n")
      if ProcessInfo.processInfo.environment["CHAINRULE_MUTANTS"] != nil {
        print(mutant, mode, tally.planted, tally.proved, tally.blamed, tally.explained)
      }
      #expect(tally.planted >= 10, "\(mutant), \(mode)")
      #expect(
        tally.proved == tally.planted, "\(mutant), \(mode): \(tally.proved) of \(tally.planted)\n\(problems)")
      #expect(tally.blamed * 100 >= tally.planted * 98, "\(mutant), \(mode): \(tally.blamed)\n\(problems)")
      #expect(
        tally.explained * 100 >= tally.planted * 90, "\(mutant), \(mode): \(tally.explained)\n\(problems)")
    }
  }
}

extension PlantedTarget {
  /// Some cases that have the row and are not empty, with repetitions if there are fewer.
  func cases(_ count: Int, _ generator: inout SeededGenerator) -> [SweepCase] {
    // A case that has the row is named after it; one that a closure computes has no shadow.
    let cases = family.cases.filter { sweep in
      sweep.name.hasPrefix(row ?? "") && sweep.name != "scaled cube" && sweep.rows > 0
        && sweep.inputs.allSatisfy { input in !input.shape.extents.contains(0) && input.shape.rank > 0 }
    }
    return cases.isEmpty ? [] : (0..<count).map { _ in cases[Int(generator.uniform() * Double(cases.count))] }
  }
}
