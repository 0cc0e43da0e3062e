/// A step that lowers the quadratic model of an objective within a radius, both in units of the coefficients.
///
/// - Source: Steihaug (1983); Nocedal and Wright, Numerical Optimization (2006), algorithm 7.2.
struct SteihaugStep {
  private(set) var step: [Double]
  /// The length of the step in the units of the coefficients.
  private(set) var length = 0.0
  /// How far the model falls; 0 if a product with the Hessian is not finite at once.
  private(set) var decrease = 0.0
  private(set) var reachesEdge = false

  /// Solves `H p = −g` by conjugate gradients, until the residual is a fraction `forcing` of the gradient.
  ///
  /// - Parameter units: The unit of each coefficient.
  init(
    from current: Iterate, units: [Double], radius: Double, forcing: Double, products: Int,
    on evaluator: Evaluator
  ) throws {
    let slopes = zip(current.gradient, units).map { $0 * $1 }
    // Of a gradient of size 1 no square overflows or vanishes.
    let size = greatestMagnitude(slopes)
    var search = ConjugateGradients(solving: slopes.map { -$0 / size })
    defer {
      step = zip(search.step, units).map { $0 * $1 }
      length = dot(search.step, search.step).squareRoot()
    }
    step = search.step
    let target = forcing * forcing * search.squares
    for _ in 0..<products {
      if search.squares <= target { break }
      let moved = try evaluator.hessianProduct(
        at: current.point, along: zip(search.direction, units).map { $0 * $1 })
      let product = zip(moved, units).map { $0 * $1 / size }
      let bend = dot(search.direction, product)
      guard bend.isFinite else { break }
      let slope = search.squares
      let edge = Self.lengthToEdge(from: search.step, along: search.direction, radius)
      let full = slope / bend
      let length = bend > 0 && full < edge ? full : edge
      decrease += (length * slope - 0.5 * length * length * bend) * size
      if length == edge {
        search.move(by: edge)
        reachesEdge = true
        return
      }
      search.descend(product, curvature: bend)
    }
  }

  /// How far it is from a step along a direction to the edge of the region.
  private static func lengthToEdge(from step: [Double], along direction: [Double], _ radius: Double) -> Double
  {
    let a = dot(direction, direction)
    let b = dot(step, direction)
    let c = Swift.max(0, radius * radius - dot(step, step))
    // The form that does not cancel for b ≥ 0, which holds along conjugate gradients from 0.
    return c / (b + (b * b + a * c).squareRoot())
  }
}
