import Optimizers
import Testing

/// What proximal methods ask of a penalty, against the definitions.
@Suite("Penalties")
struct PenaltyTests {
  static let penalties: [Penalty] = [
    .none, .ridge(0.7), .lasso(0.6), .elasticNet(0.8, mixing: 0.4), .groupLasso(0.9), .nonNegative,
    .box(lower: -0.5, upper: 1), .box(lower: 0.25, upper: 0.25), .lasso(0), .groupLasso(0),
  ]
  static let points: [[Double]] = [
    [0, 0], [1.5, -0.3], [-2, 2], [0.1, 0.2], [-0.5, 1], [0.25, 0.25], [0, -1.25], [0.48, -0.7],
  ]
  static let step = 0.8

  /// How a proximal step might be computed.
  typealias Prox = (Penalty, [Double]) -> [Double]
  /// How a shortest subgradient might be computed, of a slope at a point.
  typealias Shortest = (Penalty, _ slope: [Double], _ point: [Double]) -> [Double]

  static func prox(_ penalty: Penalty, _ w: [Double]) -> [Double] {
    var slice = w[...]
    penalty.proximalStep(&slice, steps: [step, step], groupSize: 2)
    return Array(slice)
  }

  static func shortest(_ penalty: Penalty, _ slope: [Double], _ point: [Double]) -> [Double] {
    var slice = slope[...]
    penalty.shortestSubgradient(&slice, at: point[...], groupSize: 2)
    return Array(slice)
  }

  /// The right steps of all penalties at all points.
  private static let steps = penalties.map { penalty in points.map { bruteForce(penalty, $0) } }

  /// The least point of `step · penalty + ½‖· − w‖²` by looking at ever finer grids.
  private static func bruteForce(_ penalty: Penalty, _ w: [Double]) -> [Double] {
    func value(_ v: [Double]) -> Double {
      let (x, z) = (v[0] - w[0], v[1] - w[1])
      return step * penalty.kinkedValue(v[...], groupSize: 2) + 0.5 * (x * x + z * z)
    }
    var (best, width) = ([0.25, 0.25], 4.0)
    while width > 1e-8 {
      let center = best
      for i in -5...5 {
        for j in -5...5 {
          let candidate = [center[0] + width * Double(i) / 5, center[1] + width * Double(j) / 5]
          if value(candidate) < value(best) { best = candidate }
        }
      }
      width /= 2
    }
    return best
  }

  /// Where a way to compute the proximal step is off by more than the grid's accuracy: values are known to 1e-16, so
  /// that points are to 1e-8.
  private func faults(_ prox: Prox) -> [String] {
    zip(Self.penalties, Self.steps).flatMap { penalty, steps in
      zip(Self.points, steps).compactMap { w, right in
        let found = prox(penalty, w)
        let error = max(abs(found[0] - right[0]), abs(found[1] - right[1]))
        return error <= 1e-6 ? nil : "\(penalty) at \(w): \(found), not \(right)"
      }
    }
  }

  @Test("The proximal step minimises what it is defined to")
  func proximal() {
    #expect(faults(Self.prox) == [])
  }

  @Test("Planted mistakes in a proximal step are found")
  func proximalMistakes() {
    let mistakes: [Prox] = [
      { penalty, w in  // the step size forgotten
        var slice = w[...]
        penalty.proximalStep(&slice, steps: [1, 1], groupSize: 2)
        return Array(slice)
      },
      { penalty, w in  // groups forgotten
        var slice = w[...]
        penalty.proximalStep(&slice, steps: [Self.step, Self.step], groupSize: 1)
        return Array(slice)
      },
      { penalty, w in  // walls forgotten
        penalty == .nonNegative ? w : Self.prox(penalty, w)
      },
    ]
    for (place, mistake) in mistakes.enumerated() {
      let found = faults(mistake)
      #expect(!found.isEmpty, "mistake \(place)")
    }
  }

  /// Where a vector is not the shortest subgradient: it lies below the function in every direction, and along its
  /// negative the function falls at the rate of its length, or it is 0.
  private func faults(_ shortest: Shortest) -> [String] {
    let directions = (0..<32).map { index in
      let angle = Double(index) * 0.196_349_540_849_362
      return [cosine(angle), cosine(angle - 1.570_796_326_794_897)]
    }
    let slopes: [[Double]] = [[0.3, -0.4], [0, 0], [-1, 0.55], [2, 1], [0.6, -0.9]]
    return Self.penalties.flatMap { penalty in
      Self.points.flatMap { point -> [String] in
        let start = penalty.kinkedValue(point[...], groupSize: 2)
        if start == .infinity { return [] }
        return slopes.compactMap { slope in
          func rate(_ v: [Double]) -> Double {
            let tiny = 1e-7
            let moved = [point[0] + tiny * v[0], point[1] + tiny * v[1]]
            let rise = penalty.kinkedValue(moved[...], groupSize: 2) - start
            return slope[0] * v[0] + slope[1] * v[1] + rise / tiny
          }
          let found = shortest(penalty, slope, point)
          let squares = found[0] * found[0] + found[1] * found[1]
          // One-sided differences are off by the second derivative times 1e-7, and rounding by 1e-9.
          let isBelow = directions.allSatisfy { rate($0) >= found[0] * $0[0] + found[1] * $0[1] - 1e-5 }
          let isShortest = squares == 0 || abs(rate([-found[0], -found[1]]) + squares) <= 1e-5
          return isBelow && isShortest ? nil : "\(penalty), slope \(slope) at \(point): \(found)"
        }
      }
    }
  }

  private func cosine(_ angle: Double) -> Double {
    // The series, to spare an import for one function; 40 terms are exact to rounding on these angles.
    var (sum, term) = (1.0, 1.0)
    for k in 1...40 {
      let divisor = (2 * k - 1) * 2 * k
      term *= -angle * angle / Double(divisor)
      sum += term
    }
    return sum
  }

  @Test("The shortest subgradient is what it is defined to be")
  func subgradient() {
    #expect(faults(Self.shortest) == [])
  }

  @Test("Planted mistakes in a subgradient are found")
  func subgradientMistakes() {
    let mistakes: [Shortest] = [
      { _, slope, _ in slope },  // the penalty forgotten
      { penalty, slope, point in  // any subgradient, not the shortest
        if case .lasso(let lambda) = penalty {
          return zip(slope, point).map { $0 + ($1 > 0 ? lambda : -lambda) }
        }
        return Self.shortest(penalty, slope, point)
      },
      { penalty, slope, point in  // walls that hold from the wrong side
        penalty == .nonNegative
          ? zip(slope, point).map { $1 <= 0 ? max($0, 0) : $0 } : Self.shortest(penalty, slope, point)
      },
    ]
    for (place, mistake) in mistakes.enumerated() {
      let found = faults(mistake)
      #expect(!found.isEmpty, "mistake \(place)")
    }
  }

  @Test("What is not a number is never turned into a coefficient or a slope of zero", arguments: penalties)
  func notANumber(_ penalty: Penalty) {
    let (moved, slope) = (Self.prox(penalty, [.nan, 0]), Self.shortest(penalty, [.nan, 0], [0, 0]))
    #expect(moved[0].isNaN, "\(moved)")
    #expect(slope[0].isNaN, "\(slope)")
  }

  @Test(
    "Coefficients that vanish are 0 without a sign",
    arguments: [Penalty.lasso(9), .groupLasso(9), .nonNegative])
  func signOfZero(_ penalty: Penalty) {
    let moved = Self.prox(penalty, [-0.5, -0.25])
    #expect(moved.allSatisfy { $0 == 0 && $0.sign == .plus }, "\(moved)")
  }
}
