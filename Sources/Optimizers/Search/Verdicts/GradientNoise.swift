import ChainRule

/// What rounding makes of the slopes at a point: by how much they miss what the curvature foretells for points near by.
///
/// No size of the value says so: beside a constant of 1e12 a slope has all its digits, and where it is the sum of differences of
/// numbers of 1e9 it has half of them. So the slopes are evaluated at points as near as the step that is in question, and nearer than a
/// millionth of the way behind, or where the curvature is the same everywhere: it is all that changes them. To that comes what the last bits of coefficients, and of
/// the way that they came, make of the slopes.
///
/// - Source: J. J. Moré, S. M. Wild, "Estimating computational noise", SIAM J. Sci. Comput. 33 (2011), for noise that is measured.
struct GradientNoise {
  /// What each slope may be off.
  let bounds: [Double]
  /// What values near by differ by, beyond what slope and curvature foretell.
  let value: Double

  /// How far the points near by are, in Newton steps.
  private static let distances = [0.5, 1, 4, 16, 64]
  /// No farther than this share of the size of a coefficient, or of the way that it came: more where a search came to a stand.
  private static let (near, farther) = (0x1p-20, 0x1p-8)

  init(
    at current: Iterate, _ model: LocalModel, _ extent: SearchExtent, on evaluator: Evaluator
  ) throws {
    let farthest = try evaluator.hasConstantHessian() ? 1 : current.isStuck ? Self.farther : Self.near
    let reach = extent.reach(at: current.point)
    var bounds = try model.slopeChanges(along: reach, addsMagnitudes: true).map { 8 * 0x1p-53 * $0 }
    var value = 0.0
    var generator = SeededGenerator(seed: 0)
    for distance in Self.distances {
      let near = current.point.indices.map { index in
        let x = current.point[index]
        let length = Swift.min(distance * Swift.abs(model.step[index]), farthest * reach[index])
        return x + (generator.next() % 2 == 0 ? 1 : -1) * Swift.max(length, 2 * x.ulp)
      }
      let within = try evaluator.proximalPoint(near, step: 0)
      guard let found = try Iterate(trying: within, on: evaluator) else { continue }
      let move = difference(within, current.point)
      let foretold = try model.slopeChanges(along: move)
      let rise = dot(current.gradient, move) + 0.5 * dot(foretold, move)
      value = Swift.max(value, Swift.abs(found.value - current.value - rise))
      for index in bounds.indices {
        let change = found.gradient[index] - current.gradient[index]
        bounds[index] = Swift.max(bounds[index], 4 * Swift.abs(change - foretold[index]))
      }
    }
    (self.bounds, self.value) = (bounds, value)
  }

  /// What a slope along a direction may be off.
  func bound(along direction: [Double]) -> Double {
    zip(bounds, direction).reduce(0) { $0 + $1.0 * Swift.abs($1.1) }
  }
}
