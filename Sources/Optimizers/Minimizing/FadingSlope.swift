import ChainRule

/// Whether a slope that is small at a point fades without a minimum ahead, as that of exp(−x) does.
///
/// Newton's method tells: towards a minimum its steps shrink, fast to one with curvature and by a factor to one without,
/// and on a slope that fades they keep their length, or grow.
struct FadingSlope {
  private let evaluation: Evaluation
  private let free: [Int]

  /// - Parameter free: The coefficients that may move.
  init(_ evaluation: Evaluation, over free: [Int]) {
    self.evaluation = evaluation
    self.free = free
  }

  /// Whether five Newton steps from a point do not come to shrink.
  func fades(from current: Iterate) throws -> Bool {
    var current = current
    var first: Double?
    for _ in 0..<5 {
      let slope = greatestMagnitude(try slopes(current))
      let step = try newtonStep(current)
      let length = greatestMagnitude(step)
      guard length > 0, length.isFinite else { return false }
      if let first, length < 0.85 * first { return false }
      first = first ?? length
      var point = current.point
      for (index, move) in zip(free, step) { point[index] += move }
      guard let next = try Iterate(trying: point, on: evaluation) else { return false }
      if try !(greatestMagnitude(slopes(next)) > 0.1 * slope) { return false }
      current = next
    }
    return true
  }

  /// Whether the slope, which is 0 at a point, is one that has faded: seen where it is not yet 0, on the way from the
  /// origin.
  func hasFaded(at current: Iterate) throws -> Bool {
    var (inner, outer) = (0.0, 1.0)
    func iterate(_ share: Double) throws -> Iterate? {
      try Iterate(trying: current.point.map { $0 * share }, on: evaluation)
    }
    func hasSlope(_ share: Double) throws -> Bool {
      guard let there = try iterate(share) else { return false }
      // Not so small that its curvature would vanish.
      return try greatestMagnitude(slopes(there)) > 1e-200
    }
    guard try hasSlope(0) else { return false }
    for _ in 0..<30 {
      let middle = 0.5 * (inner + outer)
      if try hasSlope(middle) { inner = middle } else { outer = middle }
    }
    guard let edge = try iterate(inner) else { return false }
    return try fades(from: edge)
  }

  /// An approximate solution of H d = −g by conjugate gradients, in the free coefficients.
  ///
  /// - Source: Nocedal and Wright, Numerical Optimization (2006), §5.1.
  func newtonStep(_ current: Iterate) throws -> [Double] { try conjugateGradients(current).step }

  /// How far a Newton step would bring the value down, by the quadratic model; infinite if there is a slope without
  /// curvature.
  func promisedDecrease(at current: Iterate) throws -> Double { try conjugateGradients(current).decrease }

  private func conjugateGradients(_ current: Iterate) throws -> (step: [Double], decrease: Double) {
    // Coefficients in units far apart would hide each other: in those of their curvature they are alike.
    let units = try units(at: current.point)
    var residual = zip(try slopes(current), units).map { $0 * $1 }
    // Of a gradient of size 1 no square vanishes.
    let size = greatestMagnitude(residual)
    guard size > 0 else { return (residual, 0) }
    func product(_ direction: [Double]) throws -> [Double] {
      let moved = try self.product(zip(direction, units).map { $0 * $1 }, at: current.point)
      return zip(moved, units).map { $0 * $1 / size }
    }
    func inUnits(_ step: [Double]) -> [Double] { zip(step, units).map { $0 * $1 } }
    var decrease = 0.0
    residual = residual.map { -$0 / size }
    var step = residual.map { _ in 0.0 }
    var direction = residual
    var squares = dot(residual, residual)
    let first = squares
    let target = 1e-6 * squares
    var greatest = 0.0
    for _ in 0..<Swift.min(2 * free.count, 50) where squares > target {
      let moved = try product(direction)
      let bend = dot(direction, moved)
      let curvature = bend / dot(direction, direction)
      greatest = Swift.max(greatest, curvature)
      // Along softmax's common intercept, slope and curvature are rounding errors; a slope that is not one has no end.
      if !(curvature > 1e-14 * greatest) {
        return (inUnits(step), squares < 1e-2 * first ? decrease : .infinity)
      }
      let length = squares / bend
      decrease += 0.5 * length * squares * size
      for index in step.indices {
        step[index] += length * direction[index]
        residual[index] -= length * moved[index]
      }
      let next = dot(residual, residual)
      for index in step.indices { direction[index] = residual[index] + next / squares * direction[index] }
      squares = next
    }
    return (inUnits(step), decrease)
  }

  /// The units in which each coefficient has a curvature of 1, if they are few enough to ask one by one.
  private func units(at point: [Double]) throws -> [Double] {
    guard free.count <= 64 else { return free.map { _ in 1 } }
    var bends: [Double] = []
    for index in free.indices {
      bends.append(try product(free.indices.map { $0 == index ? 1 : 0 }, at: point)[index])
    }
    let greatest = bends.reduce(0) { Swift.max($0, $1) }
    // What has no curvature to speak of keeps the unit of what has most.
    return bends.map { 1 / Swift.max($0, $0 > 1e-40 * greatest ? 1e-300 : greatest, 1e-300).squareRoot() }
  }

  /// H d in the free coefficients.
  func product(_ direction: [Double], at point: [Double]) throws -> [Double] {
    var whole = Array(repeating: 0.0, count: point.count)
    for (index, value) in zip(free, direction) { whole[index] = value }
    let product = try evaluation.hessianProduct(at: point, along: whole)
    return free.map { product[$0] }
  }

  private func slopes(_ current: Iterate) throws -> [Double] {
    let slopes = try evaluation.shortestSubgradient(current.gradient, at: current.point)
    return free.map { slopes[$0] }
  }
}
