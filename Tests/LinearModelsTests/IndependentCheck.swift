import ChainRule
import Optimizers

/// Looks whether a point that is called a minimum is one, by values of the objective alone.
///
/// No gradient of the library takes part: slopes are differences of values, and the neighbourhood is searched for a better
/// point, along the axes and in random directions, near and far.
struct IndependentCheck {
  /// What is wrong, or nil.
  let problem: String?

  /// - Parameter seed: Where the random directions begin.
  init(_ solution: Solution, seed: UInt64 = 1, directions: Int = 40) {
    do {
      problem = try Self.problem(solution, seed, directions)
    } catch {
      problem = "\(error)"
    }
  }

  private static func problem(_ solution: Solution, _ seed: UInt64, _ directions: Int) throws -> String? {
    let evaluator = try Evaluator(solution.objective)
    let sign = solution.objective.isMaximized ? -1.0 : 1
    func value(_ point: [Double]) throws -> Double {
      try evaluator.smoothValue(at: point) + evaluator.kinkedValue(at: point)
    }
    let point = solution.point
    let here = try value(point)
    // The value is that of the point, and both are numbers.
    guard here.isFinite, abs(here - sign * solution.value) <= 1e-12 * max(1, abs(here)) else {
      return "the value is \(here), not \(solution.value)"
    }
    let size = point.reduce(1) { max($0, abs($1)) }
    var generator = SeededGenerator(seed: seed)
    // A descent of a ten-millionth of the value is one, or of 1e-9 of what there is to gain on the way from the origin.
    let origin = try value(point.map { _ in 0 })
    let margin = 1e-7 * abs(here) + 1e-9 * min(1, max(abs(here), origin.isFinite ? abs(origin) : 1))
    for count in 0..<(point.count + directions) {
      var direction = point.map { _ in 2 * generator.uniform() - 1 }
      if count < point.count { direction = point.indices.map { $0 == count ? 1 : 0 } }
      for exponent in stride(from: -6.0, through: 0, by: 1) {
        let length = size * Self.power(exponent)
        for side in [-length, length] {
          let other = zip(point, direction).map { $0 + side * $1 }
          let there = try value(other)
          if there < here - margin { return "\(there) at \(other) is less than \(here) at \(point)" }
        }
      }
    }
    return nil
  }

  private static func power(_ exponent: Double) -> Double {
    (0..<Int(-exponent)).reduce(1.0) { result, _ in result / 10 }
  }
}
