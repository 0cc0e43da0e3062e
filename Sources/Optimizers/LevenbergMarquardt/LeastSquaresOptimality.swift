import ChainRule

/// How far a point is from the least squares nearby, in measures that know no units.
///
/// The step p that the linear model of the residuals asks for, without any damping, says more than the gradient: a gradient is
/// small or great with the units of the coefficients, and of residuals that may be small everywhere.
///
/// - Source: D. M. Bates and D. G. Watts, "A relative offset orthogonality convergence criterion for nonlinear least squares",
///   Technometrics 23 (1981).
public struct LeastSquaresOptimality: Codable, Hashable, Sendable {
  /// |J p|, by how much p would change the residuals: the part of them that coefficients can take away.
  public let offset: Double
  /// |r|.
  public let residual: Double
  /// The greatest |pⱼ| / |xⱼ|, where pⱼ is not 0.
  public let relativeStep: Double
  /// What rounding in the last bits of coefficients and residuals makes of the residuals.
  public let noise: Double
  /// The norms of the columns of J: the units in which coefficients can be compared.
  public let scales: [Double]

  /// Whether no difference can be seen any more.
  public var isAtRoundingFloor: Bool { offset <= noise }

  /// Whether the point is a minimum to a tolerance, as far as the linear model says.
  public func isMet(_ tolerance: Double) -> Bool {
    isAtRoundingFloor || offset <= tolerance * residual && relativeStep <= tolerance
  }

  /// The inequality that holds, or one that does not.
  func condition(_ tolerance: Double) -> String {
    func relation(_ left: Double, _ right: Double) -> String { left <= right ? "≤" : ">" }
    if isAtRoundingFloor || offset > tolerance * residual && !(tolerance * residual > noise) {
      return "‖Jp‖ = \(short(offset)) \(relation(offset, noise)) \(short(noise)), the rounding of the residuals"
    }
    if offset > tolerance * residual {
      return "‖Jp‖/‖r‖ = \(short(offset / residual)) > \(short(tolerance))"
    }
    return "‖Jp‖/‖r‖ = \(short(offset / residual)) ≤ \(short(tolerance)), "
      + "max |pⱼ/xⱼ| = \(short(relativeStep)) \(relation(relativeStep, tolerance)) \(short(tolerance))"
  }

  init(_ linear: Linearization, _ damped: DampedLeastSquares) throws {
    let n = linear.residuals.shape[0]
    let m = linear.point.count
    var (columns, reach) = ([Double](repeating: 0, count: m), [Double](repeating: 0, count: n))
    linear.jacobian.withElements { elements in
      for j in 0..<m {
        columns[j] = DampedTriangle.norm((0..<n).map { elements[$0 * m + j] })
        for i in 0..<n { reach[i] += (elements[i * m + j] * linear.point[j]).magnitude }
      }
    }
    scales = columns.map { $0 > 0 ? $0 : 1 }
    residual = DampedTriangle.norm(linear.residuals.elements)
    noise = 4 * 0x1p-53 * (residual + DampedTriangle.norm(reach))
    let undamped = try? damped.step(damping: 0, scales: scales)
    offset = undamped.map { $0.predictedDecrease.squareRoot() } ?? .infinity
    relativeStep = zip(undamped?.step ?? [], linear.point).reduce(undamped == nil ? .infinity : 0) {
      $1.0 == 0 ? $0 : Swift.max($0, ($1.0 / $1.1).magnitude)
    }
  }
}
