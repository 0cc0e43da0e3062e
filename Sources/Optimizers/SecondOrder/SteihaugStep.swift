/// A step that lowers the quadratic model of an objective within a radius.
///
/// - Source: Steihaug (1983); Nocedal and Wright, Numerical Optimization (2006), algorithm 7.2.
struct SteihaugStep {
  private(set) var step: [Double]
  /// How far the model falls; 0 if a product with the Hessian is not finite at once.
  private(set) var decrease = 0.0
  private(set) var reachesEdge = false

  var length: Double { dot(step, step).squareRoot() }

  /// Solves `H p = −g` by conjugate gradients, until the residual is a fraction `forcing` of the gradient.
  init(
    from current: Iterate, radius: Double, forcing: Double, products: Int, on evaluator: Evaluator
  ) throws {
    // Of a gradient of size 1 no square overflows or vanishes.
    let size = greatestMagnitude(current.gradient)
    var search = ConjugateGradients(solving: current.gradient.map { -$0 / size })
    defer { step = search.step }
    step = search.step
    let target = forcing * forcing * search.squares
    for _ in 0..<products where search.squares > target || search.squares.isNaN {
      let moved = try evaluator.hessianProduct(at: current.point, along: search.direction).map { $0 / size }
      let bend = dot(search.direction, moved)
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
      search.descend(moved, curvature: bend)
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
