import ChainRule

/// Whether values fall from a stationary point in a direction without curvature: the saddle of x³, or a plateau.
///
/// No curvature tells them from a minimum, but values do. Where the first change that shows is one downwards, and by more than
/// the slope foretells, the point is no minimum, and the function not convex.
struct FlatDescent {
  private let current: Iterate
  private let evaluator: Evaluator
  private let free: [Int]

  /// - Parameter free: The coefficients that may move.
  init(_ current: Iterate, _ evaluator: Evaluator, over free: [Int]) {
    (self.current, self.evaluator, self.free) = (current, evaluator, free)
  }

  /// Where a lower value was found.
  struct Find {
    let distance: Double
    let decrease: Double
  }

  /// Looks along some directions in the free coefficients, up to as far as the coefficients are great.
  func find(along directions: [[Double]]) throws -> Find? {
    let here = try value(at: current.point)
    let slopes = try evaluator.shortestSubgradient(current.gradient, at: current.point)
    let size = Swift.max(1, greatestMagnitude(current.point))
    let visible = 1e-10 * Swift.max(1, Swift.abs(here))
    for direction in directions {
      let slope = zip(free, direction).reduce(0) { $0 + slopes[$1.0] * $1.1 }
      for side in [-1.0, 1] {
        for exponent in (0...10).reversed() {
          let length = size / Double(1 << (2 * exponent))
          var point = current.point
          for (index, share) in zip(free, direction) { point[index] += side * length * share }
          let change = try value(at: point) - here
          // Not a number is no descent either.
          if !(change <= visible) { break }
          if change < -visible - 2 * Swift.abs(slope) * length {
            return Find(distance: length, decrease: -change)
          }
        }
      }
    }
    return nil
  }

  private func value(at point: [Double]) throws -> Double {
    do {
      return try evaluator.smoothValue(at: point) + evaluator.kinkedValue(at: point)
    } catch let error as ChainRuleError where error.kind == .singular {
      return .infinity
    }
  }
}
