/// The proof that no direction separates rows, from multipliers that nearly make the sum of all inequalities vanish.
///
/// Let `r = Σ λᵢaᵢ + Σ μⱼeⱼ` be what is left, and `H = Σ mᵢaᵢaᵢᵀ + Σ mⱼeⱼeⱼᵀ` with 0 ≤ mᵢ ≤ λᵢ and any mⱼ ≥ 0. With `H c = r` the
/// multipliers λᵢ − mᵢ aᵢ·c and μⱼ − mⱼ eⱼ·c leave nothing, and they are positive as long as `|aᵢ·c| < 1`. So rounding errors in
/// the multipliers do no harm, and all that has to be bounded is `‖a‖ ‖r‖ / (the least eigenvalue of H)`.
package struct OverlapProof {
  /// How much of itself a multiplier changes at most: below 1 the proof holds.
  ///
  /// Infinite where H may be singular.
  package let change: Double
  /// The greatest norm of c.
  package let correction: Double

  /// - Parameters:
  ///   - rest: r, in the coefficients that take part.
  ///   - error: How far off its norm may be.
  ///   - matrix: H in these coefficients, by rows.
  ///   - reach: The greatest norm of an inequality.
  package init(rest: [Double], error: Double, matrix: [Double], reach: Double) {
    let n = rest.count
    guard n > 0 else {
      (change, correction) = (0, 0)
      return
    }
    guard let factor = CholeskyFactor(matrix, width: n, chosen: Array(0..<n)) else {
      (change, correction) = (.infinity, .infinity)
      return
    }
    // The trace of the inverse is at least one over the least eigenvalue.
    let trace = (0..<n).reduce(0.0) { sum, place in
      sum + factor.solve((0..<n).map { $0 == place ? 1 : 0 })[place]
    }
    let greatest = (0..<n).reduce(0) { $0 + matrix[$1 * n + $1] }
    // Rounding moves eigenvalues by less than a half of what the trace stands for.
    let isSound = trace * greatest * Double(n) * 0x1p-40 < 1
    let size = rest.reduce(0) { $0 + $1 * $1 }.squareRoot() + error
    correction = isSound ? 2 * trace * size : .infinity
    change = correction * reach
  }
}
