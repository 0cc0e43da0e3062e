/// Derivatives from function values by central differences, each with a measured error bound.
///
/// ```swift
/// let slope = try CentralDifferences().derivative(at: 1) { x in x * x * x }
/// abs(slope.value - 3) <= slope.errorBound  // true
/// slope.errorBound < 1e-11                  // true
/// ```
///
/// No step has to be chosen. A ladder of steps runs from a quarter of `max(|x|, 1)` downwards; the slopes are
/// extrapolated twice to step 0; the change of successive extrapolations measures the truncation error, and a
/// table of differences the function's own rounding errors, which can be far above its last digit. The rung
/// with the smallest sum gives the value. Steps where the function is not finite are left out. Where the steps
/// of that rung reach across a kink, which shows as a curvature that smaller steps do not see, the ladder is
/// climbed once more within it; a kink at the point itself is told by the slopes to both sides. Where no
/// steps agree with each other, the value is NaN and the bound infinite.
///
/// The bound is an estimate with a safety factor (2 on truncation, 8 on the deviation of the noise), not a
/// proof: a function may hide a structure narrower than the smallest step, or farther from the point than
/// all function values asked for.
///
/// - Source: J. J. Moré, S. M. Wild, "Estimating Computational Noise", SIAM J. Sci. Comput. 33(3), 2011.
public struct CentralDifferences: Sendable {
  /// The most steps to try; each costs two calls of the function.
  public var maximumSteps: Int

  /// Creates the method; the default reaches steps near 2e-7, and 1e-9 on steep functions.
  public init(maximumSteps: Int = 11) {
    self.maximumSteps = maximumSteps
  }

  /// Returns the derivative of `function` at `x`.
  ///
  /// At a kink the value is the mean of the two one-sided slopes, the bound reaches both, and `slopes` tells them.
  ///
  /// ```swift
  /// let bent = try CentralDifferences().derivative(at: 0) { x in abs(x) }
  /// bent.value          // 0.0
  /// bent.slopes != nil  // true
  /// ```
  ///
  /// - Throws: ``DifferenceError`` if `x` is not finite, and what `function` throws.
  /// - Complexity: At most `2 maximumSteps + 13` calls of `function`, about 24 where it is smooth; each time that the
  ///   steps are brought within a nearer kink, at most as many again and 22.
  public func derivative(
    at x: Double, of function: (Double) throws -> Double
  ) throws -> DifferenceEstimate {
    try check([x])
    return try estimate(at: x, reach: max(abs(x), 1) / 4, centre: nil, of: function)
  }

  /// Returns the derivative of `function` at `point` along `direction`, which need not have length 1.
  ///
  /// The cost does not depend on the number of coordinates.
  ///
  /// ```swift
  /// let slope = try CentralDifferences().directionalDerivative(at: [1, 2], along: [1, 1]) { $0[0] * $0[1] }
  /// slope.agrees(with: 3)  // true
  /// ```
  ///
  /// - Throws: ``DifferenceError`` if the point is empty or not finite, or the direction is not finite or of
  ///   another length, and what `function` throws.
  /// - Complexity: That of ``derivative(at:of:)``.
  public func directionalDerivative(
    at point: [Double], along direction: [Double], of function: ([Double]) throws -> Double
  ) throws -> DifferenceEstimate {
    try check(point)
    guard direction.count == point.count else {
      throw DifferenceError.directionLength(direction.count, pointLength: point.count)
    }
    if let i = direction.firstIndex(where: { !$0.isFinite }) {
      throw DifferenceError.directionNotFinite(coordinate: i, value: direction[i])
    }
    // No coordinate may move farther than a quarter of its own size.
    let reach = zip(point, direction).map { p, d in max(abs(p), 1) / (4 * abs(d)) }.min() ?? .infinity
    // Along the zero vector every function is constant.
    guard direction.contains(where: { $0 != 0 }) else {
      return DifferenceEstimate(value: 0, errorBound: 0, evaluations: 0, step: .nan)
    }
    let line = { t in try function(zip(point, direction).map { p, d in p + t * d }) }
    return try estimate(
      at: 0, reach: min(reach, .greatestFiniteMagnitude), centre: nil, of: line)
  }

  /// Returns the derivative of `function` along every coordinate, each with its own step.
  ///
  /// ```swift
  /// let slopes = try CentralDifferences().gradient(at: [1, 2]) { $0[0] * $0[1] }
  /// zip(slopes, [2, 1]).map { $0.agrees(with: $1) }  // [true, true]
  /// ```
  ///
  /// - Throws: ``DifferenceError`` if the point is empty or not finite, and what `function` throws.
  /// - Complexity: That of ``derivative(at:of:)`` for each coordinate, but one call at the point for all.
  public func gradient(
    at point: [Double], of function: ([Double]) throws -> Double
  ) throws -> [DifferenceEstimate] {
    try check(point)
    let centre = try function(point)
    return try point.indices.map { i in
      var moved = point
      return try estimate(at: point[i], reach: max(abs(point[i]), 1) / 4, centre: centre) { x in
        moved[i] = x
        return try function(moved)
      }
    }
  }

  private func check(_ point: [Double]) throws {
    guard !point.isEmpty else { throw DifferenceError.emptyPoint }
    if let i = point.firstIndex(where: { !$0.isFinite }) {
      throw DifferenceError.pointNotFinite(coordinate: i, value: point[i])
    }
  }
}
