import ChainRule
import Optimizers
import Testing

@Suite("The line search ends where the strong Wolfe conditions hold")
struct LineSearchTests {
  private static func product(_ u: [Double], _ v: [Double]) -> Double {
    zip(u, v).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// What the conditions demand of a point, without slack.
  private static func holds(_ end: Iterate, _ start: Iterate, _ direction: [Double]) -> Bool {
    let slope = product(start.gradient, direction)
    let moved = zip(end.point, start.point).map { $0 - $1 }
    let length = product(moved, direction) / product(direction, direction)
    return end.value <= start.value + 0.999 * LineSearch.decrease * length * slope
      && abs(product(end.gradient, direction)) <= -1.001 * LineSearch.curvature * slope
  }

  @Test(
    "On Rosenbrock's function, from first steps of 1e-12 to 1e40",
    arguments: [1e-12, 1e-6, 1e-3, 1, 1e3, 1e9, 1e40])
  func rosenbrock(length: Double) throws {
    let evaluator = try Evaluator(TestFunctions.rosenbrock())
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<40 {
      let point = [4 * generator.uniform() - 2, 4 * generator.uniform() - 2]
      let start = try Iterate(at: point, on: evaluator)
      let turn = 1.8 * generator.uniform() - 0.9
      let (x, y) = (start.gradient[0], start.gradient[1])
      let direction = [-x + turn * y, -y - turn * x]
      let search = LineSearch(from: start, along: direction, slack: 0, on: evaluator)
      let end = try #require(try search.search(startingWith: length), "\(point)")
      #expect(Self.holds(end, start, direction), "\(point) \(direction)")
    }
  }

  @Test("Where the function has no value beyond a wall")
  func wall() throws {
    let t = TestFunctions.t
    let evaluator = try Evaluator(Objective(-log(1 - t) + 2 * squared(t - 1)))
    let start = try Iterate(at: [0], on: evaluator)
    for length in [1e-3, 0.9, 1, 50] {
      let search = LineSearch(from: start, along: [1], slack: 0, on: evaluator)
      let end = try #require(try search.search(startingWith: length))
      #expect(Self.holds(end, start, [1]) && end.point[0] < 1)
    }
  }

  @Test("Nothing is found uphill, or where the function is flat")
  func uphill() throws {
    let evaluator = try Evaluator(Objective(squared(TestFunctions.t)))
    let start = try Iterate(at: [1], on: evaluator)
    let up = try LineSearch(from: start, along: [1], slack: 0, on: evaluator).search(startingWith: 1)
    let nowhere = try LineSearch(from: start, along: [0], slack: 0, on: evaluator).search(startingWith: 1)
    #expect(up == nil && nowhere == nil)
  }
}
