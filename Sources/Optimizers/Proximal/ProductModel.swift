/// A quadratic model known by products with its Hessian only: relaxed by proximal gradient steps, solved by conjugate
/// gradients.
struct ProductModel: QuadraticModel {
  private let origin: [Double]
  private let evaluator: Evaluator
  /// The greatest curvature met so far.
  private var curvature = 0.0
  /// The least, if it is below 0.
  private var least = 0.0
  /// What is added to the Hessian's diagonal.
  private var shift = 0.0

  init(at point: [Double], on evaluator: Evaluator) {
    origin = point
    self.evaluator = evaluator
  }

  mutating func product(_ direction: [Double]) throws -> [Double] {
    var product = try evaluator.hessianProduct(at: origin, along: direction)
    if shift > 0 { for index in product.indices { product[index] += shift * direction[index] } }
    let squares = dot(direction, direction)
    if squares > 0 {
      let bend = dot(direction, product) / squares
      curvature = Swift.max(curvature, bend)
      least = Swift.min(least, bend)
    }
    return product
  }

  /// Adds to the diagonal if a direction was met in which the model falls without end; false if there was none.
  mutating func liftDownwardCurvature() -> Bool {
    guard least < -1e-10 * curvature, least.isFinite else { return false }
    shift = Swift.max(2 * shift, shift - 2 * least)
    (curvature, least) = (0, 0)
    return true
  }

  mutating func relax(
    _ point: inout [Double], _ slope: inout [Double], _ penalties: [CoefficientPenalty]
  ) throws {
    if curvature == 0 {
      _ = try product(slope)
      // Along a plane, a small curvature of its own makes for a long step.
      if curvature == 0 && least == 0 { (shift, curvature) = (1e-10, 1e-10) }
    }
    if !(curvature > 0 && curvature.isFinite) { return }
    for _ in 0..<5 {
      var moved = point
      for index in point.indices {
        moved[index] = penalties[index].proximal(
          point[index] - slope[index] / curvature, step: 1 / curvature)
        moved[index] -= point[index]
      }
      let known = curvature
      let change = try product(moved)
      // The step was too long for the curvature that it met: the next one is shorter.
      if curvature > known * (1 + 1e-8) { continue }
      for index in point.indices {
        // The sum might miss an exact zero or a wall.
        point[index] = penalties[index].proximal(point[index] - slope[index] / known, step: 1 / known)
      }
      for index in point.indices { slope[index] += change[index] }
    }
  }

  /// - Source: Nocedal and Wright, Numerical Optimization (2006), §7.1.
  mutating func newtonStep(_ slope: [Double], free: [Int]) throws -> [Double]? {
    var search = ConjugateGradients(solving: slope.map { -$0 })
    let target = 1e-6 * search.squares
    for round in 0..<Swift.min(2 * free.count, 200) where search.squares > target {
      var whole = Array(repeating: 0.0, count: origin.count)
      for (index, value) in zip(free, search.direction) { whole[index] = value }
      let product = try product(whole)
      let moved = free.map { product[$0] }
      let bend = dot(search.direction, moved)
      if !(bend > 1e-14 * curvature * dot(search.direction, search.direction)) {
        return round == 0 ? nil : search.step
      }
      search.descend(moved, curvature: bend)
    }
    return search.step
  }
}
