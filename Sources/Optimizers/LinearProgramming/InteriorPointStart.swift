/// An interior point method for a piecewise linear loss, which comes near to the optimum in some twenty steps.
///
/// - Source: R. Portnoy and R. Koenker, "The Gaussian hare and the Laplacian tortoise", Statistical Science 12 (1997), §4; S. Mehrotra,
///   "On the implementation of a primal-dual interior point method", SIAM J. Optim. 2 (1992).
struct InteriorPointStart {
  private let loss: PiecewiseLinearLoss
  private(set) var point: [Double]
  private(set) var multipliers: [Double]
  private(set) var steps = 0
  /// Residuals split into what is above and what is below, and the distances of multipliers from their ends.
  private var above: [Double]
  private var below: [Double]
  /// How much a row resists: great where it is interpolated.
  private(set) var weights: [Double]

  init(_ loss: PiecewiseLinearLoss, at point: [Double]) {
    self.loss = loss
    self.point = point
    let residuals = zip(loss.targets, loss.products(point)).map { $0 - $1 }
    let mean = residuals.reduce(0) { $0 + Swift.abs($1) } / Double(Swift.max(1, residuals.count))
    let margin = Swift.max(mean, Double.leastNormalMagnitude)
    above = residuals.indices.map { loss.rising[$0].isInfinite ? 0 : Swift.max(residuals[$0], 0) + margin }
    below = residuals.indices.map { loss.falling[$0].isInfinite ? 0 : Swift.max(-residuals[$0], 0) + margin }
    let unit = loss.rising.reduce(0) { $1.isFinite ? Swift.max($0, $1) : $0 }
    multipliers = residuals.indices.map { row in
      loss.rising[row].isInfinite
        ? unit : loss.falling[row].isInfinite ? -unit : 0.5 * (loss.rising[row] - loss.falling[row])
    }
    weights = multipliers
  }

  private func toRising(_ row: Int) -> Double { loss.rising[row] - multipliers[row] }
  private func toFalling(_ row: Int) -> Double { loss.falling[row] + multipliers[row] }

  /// The sum of all products that vanish at the optimum.
  private var complementarity: Double {
    var sum = 0.0
    for row in above.indices {
      if above[row] > 0 { sum += above[row] * toRising(row) }
      if below[row] > 0 { sum += below[row] * toFalling(row) }
    }
    return sum
  }

  /// Goes on until the gap is small beside the value, or no more is gained.
  mutating func run(maximumSteps: Int = 60) {
    var best = Double.infinity
    var idle = 0
    while steps < maximumSteps, idle < 4 {
      let gap = complementarity
      let value = Swift.abs(
        loss.value(zip(loss.targets, loss.products(point)).map { $0 - $1 }, point, beyond: .infinity))
      if !(gap > 1e-10 * value) { break }
      idle = gap < 0.9 * best ? 0 : idle + 1
      best = Swift.min(best, gap)
      if !step(gap) { break }
      steps += 1
    }
  }

  /// One step of prediction and correction; false where the equations cannot be solved.
  private mutating func step(_ gap: Double) -> Bool {
    let terms = Double(above.count { $0 > 0 } + below.count { $0 > 0 })
    let products = loss.products(point)
    let missing = above.indices.map { loss.targets[$0] - products[$0] - above[$0] + below[$0] }
    for row in above.indices {
      let (u, s) = (above[row], below[row])
      weights[row] = 1 / ((u > 0 ? u / toRising(row) : 0) + (s > 0 ? s / toFalling(row) : 0))
    }
    var matrix = loss.gram(weights)
    let p = loss.dimension
    let trace = (0..<p).reduce(0.0) { (sum: Double, place) in sum + matrix[place * p + place] }
    for place in 0..<p { matrix[place * p + place] += 2 * loss.squares[place] + 1e-14 * trace / Double(p) }
    guard let factor = CholeskyFactor(matrix, width: p, chosen: Array(0..<p)) else { return false }
    let sums = loss.transposedProducts(multipliers)
    let slope = (0..<p).map { (place: Int) -> Double in 2 * loss.squares[place] * point[place] - sums[place] }
    let first = direction(factor, missing, slope, target: 0, nil)
    let reach = lengths(first)
    let promised = complementarity(after: first, reach) / Swift.max(gap, Double.leastNormalMagnitude)
    let target = gap / terms * promised * promised * promised
    let second = direction(factor, missing, slope, target: target, first)
    let final = lengths(second)
    guard final.primal > 1e-12, final.dual > 1e-12 else { return false }
    move(second, final)
    return point.allSatisfy(\.isFinite)
  }

  private struct Direction {
    var point: [Double], multipliers: [Double], above: [Double], below: [Double]
  }

  private func direction(
    _ factor: CholeskyFactor, _ missing: [Double], _ slope: [Double], target: Double, _ first: Direction?
  ) -> Direction {
    let rows = above.indices
    var (up, down) = (Array(repeating: 0.0, count: rows.count), Array(repeating: 0.0, count: rows.count))
    var h = missing
    for row in rows {
      // Where the first direction overshoots, the product of its parts is what it leaves out.
      if above[row] > 0 {
        up[row] =
          target - above[row] * toRising(row) + (first.map { $0.above[row] * $0.multipliers[row] } ?? 0)
        h[row] -= up[row] / toRising(row)
      }
      if below[row] > 0 {
        down[row] =
          target - below[row] * toFalling(row) - (first.map { $0.below[row] * $0.multipliers[row] } ?? 0)
        h[row] += down[row] / toFalling(row)
      }
    }
    let right = loss.transposedProducts(rows.map { weights[$0] * h[$0] })
    let change = factor.solve(zip(right, slope).map { $0 - $1 })
    let moved = loss.products(change)
    var result = Direction(point: change, multipliers: h, above: up, below: down)
    for row in rows {
      let a = weights[row] * (h[row] - moved[row])
      result.multipliers[row] = a
      result.above[row] = above[row] > 0 ? (up[row] + above[row] * a) / toRising(row) : 0
      result.below[row] = below[row] > 0 ? (down[row] - below[row] * a) / toFalling(row) : 0
    }
    return result
  }

  /// How far everything stays positive, and a little less.
  private func lengths(_ direction: Direction) -> (primal: Double, dual: Double) {
    var (primal, dual) = (1.0 / 0.9995, 1.0 / 0.9995)
    for row in above.indices {
      if direction.above[row] < 0 { primal = Swift.min(primal, -above[row] / direction.above[row]) }
      if direction.below[row] < 0 { primal = Swift.min(primal, -below[row] / direction.below[row]) }
      let a = direction.multipliers[row]
      if a > 0, loss.rising[row].isFinite { dual = Swift.min(dual, toRising(row) / a) }
      if a < 0, loss.falling[row].isFinite { dual = Swift.min(dual, -toFalling(row) / a) }
    }
    // Squares tie the slopes to the point: then both go as far.
    if loss.squares.contains(where: { $0 > 0 }) {
      (primal, dual) = (Swift.min(primal, dual), Swift.min(primal, dual))
    }
    return (0.9995 * primal, 0.9995 * dual)
  }

  private func complementarity(after direction: Direction, _ length: (primal: Double, dual: Double)) -> Double
  {
    var sum = 0.0
    for row in above.indices {
      let a = length.dual * direction.multipliers[row]
      if above[row] > 0 { sum += (above[row] + length.primal * direction.above[row]) * (toRising(row) - a) }
      if below[row] > 0 { sum += (below[row] + length.primal * direction.below[row]) * (toFalling(row) + a) }
    }
    return Swift.max(sum, 0)
  }

  private mutating func move(_ direction: Direction, _ length: (primal: Double, dual: Double)) {
    for place in point.indices { point[place] += length.primal * direction.point[place] }
    for row in above.indices {
      multipliers[row] += length.dual * direction.multipliers[row]
      above[row] += length.primal * direction.above[row]
      below[row] += length.primal * direction.below[row]
    }
  }
}
