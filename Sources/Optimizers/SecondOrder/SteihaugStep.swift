/// A step that lowers the quadratic model of an objective within a radius.
///
/// - Source: Steihaug (1983); Nocedal and Wright, Numerical Optimization (2006), algorithm 7.2.
struct SteihaugStep {
  private(set) var step: [Double]
  /// How far the model falls; 0 if a product with the Hessian is not finite at once.
  private(set) var decrease = 0.0
  private(set) var reachesEdge = false

  var length: Double { dot(step, step).squareRoot() }

  /// Conjugate gradients on `H p = −g`, until the residual is a share `forcing` of the gradient.
  init(
    from current: Iterate, radius: Double, forcing: Double, products: Int, on evaluation: Evaluation
  ) throws {
    // Of a gradient of size 1 no square overflows or vanishes.
    let size = greatestMagnitude(current.gradient)
    var residual = current.gradient.map { -$0 / size }
    step = residual.map { _ in 0 }
    var direction = residual
    var squares = dot(residual, residual)
    let target = forcing * forcing * squares
    for _ in 0..<products {
      let moved = try evaluation.hessianProduct(at: current.point, along: direction).map { $0 / size }
      let bend = dot(direction, moved)
      guard bend.isFinite else { break }
      // The model falls by this much for each unit of length along the direction, before it bends.
      let slope = squares
      let edge = lengthToEdge(direction, radius)
      let full = slope / bend
      let length = bend > 0 && full < edge ? full : edge
      for index in step.indices { step[index] += length * direction[index] }
      decrease += (length * slope - 0.5 * length * length * bend) * size
      if length == edge {
        reachesEdge = true
        return
      }
      for index in residual.indices { residual[index] -= length * moved[index] }
      let next = dot(residual, residual)
      if next <= target { return }
      for index in direction.indices {
        direction[index] = residual[index] + next / squares * direction[index]
      }
      squares = next
    }
  }

  /// How far it is along a direction to the edge of the region.
  private func lengthToEdge(_ direction: [Double], _ radius: Double) -> Double {
    let a = dot(direction, direction)
    let b = dot(step, direction)
    let c = Swift.max(0, radius * radius - dot(step, step))
    // The form that does not cancel for b ≥ 0, which holds along conjugate gradients from 0.
    return c / (b + (b * b + a * c).squareRoot())
  }
}
