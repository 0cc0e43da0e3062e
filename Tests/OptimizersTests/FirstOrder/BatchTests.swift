import ChainRule
import Optimizers
import Testing

/// Batches of every size, from seeds that draw the same rows again.
@Suite("Batches")
struct BatchTests {
  private static func run(
    _ batches: Batches, passes: Int = 1, rate: Double = 0.05, clipping: Double = .infinity
  ) throws -> Solution {
    try minimize(
      FirstOrderTests.regression(),
      using: .gradientDescent(learningRate: rate).clipped(to: clipping).inBatches(batches),
      until: StoppingRule(maximumIterations: passes))
  }

  private static let rows: [(x: [Double], y: Double)] = [
    ([1, 0], 3), ([0, 1], 1), ([1, 1], 4), ([2, 1], 7), ([-1, 1], -1.5), ([0, -2], -1.2),
  ]

  /// One pass of gradient descent over batches in order, by hand.
  private static func byHand(size: Int, rate: Double) -> [Double] {
    var point = [0.0, 0, 0]
    for start in stride(from: 0, to: rows.count, by: size) {
      let batch = rows[start..<min(start + size, rows.count)]
      var gradient = [0.0, 0, 0]
      for (x, y) in batch {
        let r = x[0] * point[0] + x[1] * point[1] + point[2] - y
        for (index, factor) in (x + [1]).enumerated() {
          gradient[index] += 2 * r * factor / Double(batch.count)
        }
      }
      for index in 0..<3 { point[index] -= rate * gradient[index] }
    }
    return point
  }

  @Test("A pass over batches is what one computes by hand; the last one may be short", arguments: 1...9)
  func pass(size: Int) throws {
    let solution = try Self.run(.inOrder(size: size))
    let expected = Self.byHand(size: size, rate: 0.05)
    #expect(
      zip(solution.point, expected).allSatisfy { abs($0 - $1) < 1e-14 }, "\(solution.point), \(expected)")
  }

  @Test("Batches of all rows or more are all rows", arguments: [6, 7, 1000])
  func whole(size: Int) throws {
    let whole = try Self.run(.all, passes: 20).point
    #expect(try Self.run(.inOrder(size: size), passes: 20).point == whole)
    let shuffled = try Self.run(.shuffled(size: size, seed: 3), passes: 20).point
    #expect(zip(shuffled, whole).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test("One seed draws the same batches again, and another draws others", arguments: [1, 2, 5])
  func seeds(size: Int) throws {
    let first = try Self.run(.shuffled(size: size, seed: 8), passes: 3).point
    #expect(try Self.run(.shuffled(size: size, seed: 8), passes: 3).point == first)
    #expect(try Self.run(.shuffled(size: size, seed: 9), passes: 3).point != first)
  }

  @Test("Batches without rows are refused", arguments: [0, -1])
  func empty(size: Int) {
    let error = #expect(throws: ChainRuleError.self) { try Self.run(.inOrder(size: size)) }
    #expect(error?.description.contains("batches of \(size) rows; a batch has one row or more") == true)
  }

  @Test("Schedules have the factors of their formulas")
  func schedules() {
    let rows: [(Schedule, [(step: Int, factor: Double)])] = [
      (.constant, [(0, 1), (1000, 1)]),
      (.step(every: 10, factor: 0.5), [(0, 1), (9, 1), (10, 0.5), (29, 0.25)]),
      (.exponential(factor: 0.9), [(0, 1), (2, 0.81)]),
      (.inverseTime(decay: 0.5), [(0, 1), (2, 0.5), (6, 0.25)]),
      (.cosine(steps: 10), [(0, 1), (5, 0.5), (10, 0), (99, 0)]),
      (.cosine(steps: 4, floor: 0.2), [(0, 1), (2, 0.6), (4, 0.2)]),
      (.warmUp(steps: 4, then: .exponential(factor: 0.5)), [(0, 0.25), (3, 1), (4, 1), (6, 0.25)]),
      (.onPlateau(factor: 0.1, patience: 3), [(0, 1), (50, 1)]),
    ]
    for (schedule, values) in rows {
      for (step, factor) in values {
        #expect(abs(schedule.factor(step: step) - factor) < 1e-15, "\(schedule) at \(step)")
      }
    }
    let plateau = Schedule.warmUp(steps: 2, then: .onPlateau(factor: 0.1, patience: 3))
    #expect(abs(plateau.factor(step: 7, plateaus: 2) - 0.01) < 1e-17)
  }

  @Test(
    "Schedules with impossible numbers are refused",
    arguments: [
      Schedule.step(every: 0, factor: 0.5), .exponential(factor: 1.5), .inverseTime(decay: -1),
      .cosine(steps: 0), .cosine(steps: 3, floor: 2), .warmUp(steps: 0, then: .constant),
      .onPlateau(factor: 0.5, patience: 0), .warmUp(steps: 3, then: .exponential(factor: 0)),
    ])
  func impossible(_ schedule: Schedule) {
    #expect(throws: ChainRuleError.self) {
      try minimize(
        FirstOrderTests.regression(), using: .gradientDescent(learningRate: 0.1).scheduled(schedule))
    }
  }

  @Test("A gradient that is too long keeps its direction, and a short one stays")
  func clipping() throws {
    let free = try Self.run(.all).point
    let clipped = try Self.run(.all, clipping: 0.5).point
    let length = (clipped.reduce(0) { $0 + $1 * $1 }).squareRoot()
    #expect(abs(length - 0.05 * 0.5) < 1e-15)
    #expect(zip(free, clipped).allSatisfy { abs($0 / free[0] - $1 / clipped[0]) < 1e-12 })
    #expect(try Self.run(.all, clipping: 1e6).point == free)
  }

  @Test("What is maximised is reported as it is, and ends at a maximum")
  func maximizing() throws {
    let x = Tensor.parameter("x", shape: [])
    let objective = try Objective.maximizing(3 - squared(x - 2))
    #expect("\(objective)".hasPrefix("maximise "))
    for solution in [
      try minimize(objective, from: [0], using: .lbfgs()),
      try minimize(objective, from: [0], using: .gradientDescent(learningRate: 0.2)),
    ] {
      #expect(solution.isConverged && abs(solution.value - 3) < 1e-12, "\(solution)")
      #expect(abs(solution.point[0] - 2) < 1e-6)
    }
    let bottom = try minimize(Objective.maximizing(squared(x)), from: [0], using: .lbfgs())
    #expect(bottom.status == .stationaryNotMinimum, "\(bottom)")
  }
}
