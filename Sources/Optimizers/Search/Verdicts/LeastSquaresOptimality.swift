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
  /// The greatest pⱼ / xⱼ, or 0: by how much a coefficient would grow.
  public let growth: Double
  /// What rounding in the last bits of coefficients and residuals makes of the residuals.
  public let noise: Double
  /// The norms of the columns of J: the units in which coefficients can be compared.
  public let scales: [Double]

  /// Whether no difference can be seen any more.
  public var isAtRoundingFloor: Bool { offset <= noise }

  /// How many columns of J are independent, as far as rounding can tell.
  public let rank: Int
  /// Of the coefficients that ran far from the start, the least norm of a column of J over the greatest that it had on the way.
  public private(set) var fading = 1.0
  /// |r| at the start; 0 where that is not known.
  public private(set) var initialResidual = 0.0

  /// Whether coefficients grow without end.
  ///
  /// They lose their influence as they do, until J can no longer tell them apart, or residuals fade to nothing. At a minimum where
  /// residuals and their derivatives vanish there is no influence left either, but nothing has run anywhere.
  var isEndless: Bool {
    fading < 1e-8 && (rank < scales.count || residual < 1e-140 && growth > 1e-6)
  }

  /// What there is to say of a search that goes on without end.
  var explanation: String {
    let mend = "the loss keeps falling as coefficients grow; add a penalty or start elsewhere"
    return rank < scales.count
      ? "only \(rank) of \(scales.count) coefficients still matter, one of them \(short(fading)) of what it did: \(mend)"
      : "‖r‖ = \(short(residual)), and a further step would still make a coefficient greater by \(short(growth)) of "
        + "itself: \(mend)"
  }

  /// The same, with the columns compared to the greatest norms that they had on the way from a start.
  func comparing(to greatest: [Double], at point: [Double], from start: [Double], residual: Double)
    -> LeastSquaresOptimality
  {
    var result = self
    result.initialResidual = residual
    for index in point.indices {
      let size = Swift.abs(point[index])
      // By what the coefficient could do to the residuals, units play no part.
      let isFar = size > 2 * Swift.abs(start[index]) && greatest[index] * size > 1e-3 * residual
      if isFar { result.fading = Swift.min(result.fading, scales[index] / greatest[index]) }
    }
    return result
  }

  /// Whether the coefficients are those of the minimum to a tolerance.
  ///
  /// Either rounding hides the rest, or the step changes both residuals and coefficients by less than a hundredth of the
  /// tolerance: where each step is as short as 0.99 of the last, those to follow add up to a hundred of it.
  public func isMet(_ tolerance: Double) -> Bool {
    isAtRoundingFloor || offset <= 0.01 * tolerance * residual && relativeStep <= 0.01 * tolerance
  }

  /// The inequality that holds, or the first that does not.
  func condition(_ tolerance: Double) -> String {
    let (limit, change) = (0.01 * tolerance, "‖Jp‖ = \(short(offset))")
    if isAtRoundingFloor { return "\(change) ≤ \(short(noise)), the rounding of the residuals" }
    if limit * residual <= noise { return "\(change) > \(short(noise)), the rounding of the residuals" }
    let ratio = "‖Jp‖/‖r‖ = \(short(offset / residual))"
    if offset > limit * residual { return "\(ratio) > \(short(limit))" }
    let step = "max |pⱼ/xⱼ| = \(short(relativeStep))"
    return relativeStep > limit
      ? "\(step) > \(short(limit))" : "\(ratio) and \(step) ≤ \(short(limit))"
  }

  init(_ linear: Linearization, _ damped: DampedLeastSquares) throws {
    let n = linear.residuals.shape[0]
    let m = linear.point.count
    var columns = [Double](repeating: 0, count: m)
    linear.jacobian.withElements { elements in
      for j in 0..<m {
        columns[j] = euclideanNorm((0..<n).map { elements[$0 * m + j] })
      }
    }
    scales = columns.map { $0 > 0 ? $0 : 1 }
    rank = damped.rank
    residual = euclideanNorm(linear.residuals.elements)
    noise = linear.noise
    let undamped = try? damped.step(damping: 0, scales: scales)
    offset = undamped.map { $0.predictedDecrease.squareRoot() } ?? .infinity
    let ratios = zip(undamped?.step ?? [], linear.point).map { $0 == 0 ? 0 : $0 / $1 }
    relativeStep = undamped == nil ? .infinity : ratios.reduce(0) { Swift.max($0, $1.magnitude) }
    growth = ratios.reduce(0) { Swift.max($0, $1) }
  }
}
