import ChainRule
import Optimizers
import Testing

@Suite("Many starts find the minima that there are")
struct MultiStartTests {
  private static let t = Tensor.parameter("t", shape: [])
  /// Two peaks and three valleys, at ±2 and 0 before the slope tilts them.
  private static var valleys: Tensor { squared(t) * squared(squared(t) - 4) * 0.1 + 0.2 * t }

  @Test("Three valleys, sorted by depth", arguments: SecondOrderMethod.allCases)
  func valleys(_ method: SecondOrderMethod) throws {
    let objective = try Objective(Self.valleys)
    let found =
      switch method {
      case .lbfgs: try multiStart(objective, starts: 30, within: -3...3, seed: 1, using: .lbfgs())
      case .truncatedNewton:
        try multiStart(objective, starts: 30, within: -3...3, seed: 1, using: .truncatedNewton())
      }
    #expect(found.minima.map { $0.point[0].rounded() } == [-2, 0, 2], "\(found)")
    #expect(found.minima.map(\.value) == found.minima.map(\.value).sorted())
    #expect(found.hits.reduce(0, +) + found.failures.count == 30)
    #expect(found.best?.point == found.minima[0].point)
  }

  @Test("The wells of a cosine are a whole turn apart, and a peak is none")
  func cosine() throws {
    let objective = try Objective(cos(Self.t))
    let found = try multiStart(objective, starts: 40, within: -6...6, seed: 2, using: .lbfgs())
    #expect(found.minima.count >= 2)
    for solution in found.minima {
      let turns = (solution.point[0] / .pi - 1) / 2
      #expect(abs(turns - turns.rounded()) < 1e-7)
    }
    let peak = try multiStart(objective, starts: 3, within: 0...0, using: .lbfgs())
    #expect(
      peak.minima.isEmpty && peak.best == nil
        && peak.failures.map(\.status) == [
          .stationaryNotMinimum, .stationaryNotMinimum, .stationaryNotMinimum,
        ])
  }

  @Test("The highest peak comes first")
  func maximizing() throws {
    let found = try multiStart(
      Objective.maximizing(-Self.valleys), starts: 30, within: -3...3, seed: 1, using: .lbfgs())
    #expect(found.minima.map { $0.point[0].rounded() } == [-2, 0, 2])
    #expect(found.best.map { $0.value > 0.3 } == true)
  }

  @Test("The same seed finds the same, and what makes no sense is refused")
  func edges() throws {
    let objective = try Objective(Self.valleys)
    let twice = try (0..<2).map { _ in
      try multiStart(objective, starts: 5, within: -3...3, seed: 4, using: .lbfgs()).minima.map(\.point)
    }
    #expect(twice[0] == twice[1])
    let error = #expect(throws: ChainRuleError.self) {
      try multiStart(objective, starts: 0, within: -3...3, using: .lbfgs())
    }
    #expect(error.map { "\($0)" } == "multiStart: 0 starts; give it 1 or more")
  }
}
