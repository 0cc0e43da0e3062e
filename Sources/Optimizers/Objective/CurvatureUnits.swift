import ChainRule

/// The unit that each coefficient has by its curvature: the length at which its own parabola rises as far as a Newton step in each
/// coefficient by itself would bring the value down.
///
/// In these units neither the coefficients' nor the objective's play a part in where a step leads: not even digits change with powers
/// of two. Of more than a few coefficients the curvature of each would cost too much. They have one unit, by the curvature along the
/// gradient, as long as it shows none of them far from the others; else they are equilibrated (`Equilibration`), which leaves the answer
/// the same in any units, though not the last digits.
enum CurvatureUnits {
  /// Up to so many coefficients the curvature of each is asked for.
  static let mostCoefficients = 16

  /// The inverse of the curvature of each coefficient, in magnitude.
  static func inverseCurvatures(at current: Iterate, on evaluator: Evaluator) throws -> [Double] {
    let n = current.point.count
    let gradient = current.gradient
    var bends: [Double]
    if n <= mostCoefficients {
      bends = try (0..<n).map { index in
        try bend(at: current, along: (0..<n).map { $0 == index ? 1 : 0 }, on: evaluator)
      }
    } else if greatestMagnitude(gradient) == 0 {
      bends = gradient
    } else {
      bends = try manyCurvatures(at: current, on: evaluator)
    }
    // Where nothing curves, a step that is as long as the point is far off does for a first one.
    for index in bends.indices where !(bends[index] > 0 && bends[index].isFinite) {
      let size = Swift.abs(current.point[index])
      let slope = Swift.abs(gradient[index])
      bends[index] = slope > 0 ? slope / (size > 0 ? size : 1) : 1
    }
    return bends.map { 1 / $0 }
  }

  private static func manyCurvatures(at current: Iterate, on evaluator: Evaluator) throws -> [Double] {
    let greatest = greatestMagnitude(current.gradient)
    let direction = current.gradient.map { $0 / greatest }
    let product = { try evaluator.hessianProduct(at: current.point, along: $0) }
    do {
      let along = try product(direction)
      if !Equilibration.isBalanced(along),
        let units = try Equilibration(dimensions: direction.count, product: product).units
      {
        return units.map { 1 / $0 / $0 }
      }
      let common = Swift.abs(dot(direction, along)) / dot(direction, direction)
      return direction.map { _ in common }
    } catch let error as ChainRuleError where error.kind == .nonFinite || error.kind == .singular {
      return direction.map { _ in 0 }
    }
  }

  private static func bend(at current: Iterate, along direction: [Double], on evaluator: Evaluator) throws
    -> Double
  {
    do {
      return Swift.abs(dot(direction, try evaluator.hessianProduct(at: current.point, along: direction)))
    } catch let error as ChainRuleError where error.kind == .nonFinite || error.kind == .singular {
      return 0
    }
  }
}
