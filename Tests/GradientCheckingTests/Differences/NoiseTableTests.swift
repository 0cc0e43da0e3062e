import struct ChainRule.SeededGenerator
import GradientChecking
import Testing

@Suite("Noise table")
struct NoiseTableTests {
  @Test("Independent noise on a parabola is read off within a factor 4", arguments: [1e-12, 1e-6, 1e-2])
  func measured(level: Double) {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let values = (0..<7).map { (i: Int) -> Double in
        let curve: Double = 1e-3 * Double(i * i) * level
        return 1 + curve + level * Double.random(in: -1...1, using: &generator)
      }
      // A uniform error of half-width 1 has the deviation 1/√3; seven values scatter around it.
      switch NoiseTable(values: values).reading {
      case .measured(let deviation), .tooWide(let deviation):
        #expect(deviation > level / 3.0.squareRoot() / 8 && deviation < 4 * level)
      case .tooNarrow, .kinked:
        Issue.record("no two values are equal, and more than two differences are large")
      }
    }
  }

  @Test("Equal neighbours are too narrow, a steep smooth function is too wide")
  func wrongSpacing() {
    #expect(NoiseTable(values: [1, 1, 1, 1, 1.5, 1.5, 1.5]).reading == .tooNarrow(0.5))
    #expect(NoiseTable(values: [0, 1, 2, 3, 4, 5, 6]).reading == .tooNarrow(0))
    #expect(NoiseTable(values: [0, 0, 0, 0, 0, 1, 2]).reading == .kinked)
    guard case .tooWide = NoiseTable(values: [1, 10, 100, 1e3, 1e4, 1e5, 1e6]).reading else {
      Issue.record("powers of ten are smooth")
      return
    }
  }

  @Test("Differences of order 1 and 2 are scaled by the published factors")
  func factors() {
    // Rows: +1 −1 +1 …, then ∓2, ±4, …: deviation at order k is 2^(k−1) √((k!)² / (2k)!), falling slowly.
    // Order 1: √(1/2) = 0.7071, order 2: 2 √(1/6) = 0.8165, order 3: 4 √(1/20) = 0.8944.
    guard case .measured(let deviation) = NoiseTable(values: [0, 1, 0, 1, 0, 1, 0]).reading else {
      Issue.record("an alternating row is noise")
      return
    }
    #expect(abs(deviation - 0.8.squareRoot()) < 1e-15)
  }
}
