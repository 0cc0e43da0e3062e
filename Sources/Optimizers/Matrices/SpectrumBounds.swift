import ChainRule

/// Bounds of the greatest and the least eigenvalue of a symmetric matrix of which only products with vectors are known.
///
/// Of a Hessian they give the step size below which gradient descent does not diverge, 2/λmax, and strong convexity.
///
/// - Source: Golub and Van Loan, Matrix Computations (2013), §10.1 and §10.3; J. Kuczyński, H. Woźniakowski, "Estimating
///   the largest eigenvalue by the power and Lanczos algorithms with a random start", SIAM J. Matrix Anal. Appl. 13 (1992).
package struct SpectrumBounds: Sendable {
  /// What is known of an extreme eigenvalue.
  package struct Extreme: Hashable, Sendable {
    /// The estimate: a Rayleigh quotient, so the eigenvalue is this one or lies farther out.
    package let value: Double
    /// Some eigenvalue is no farther than this from the estimate: the norm of H y − θ y for its vector y of length 1.
    package let residual: Double
    /// The eigenvalue lies between the estimate and this, except with the probability of failure.
    package let outerBound: Double
  }

  /// λmax: not below `value`, not above `outerBound`.
  package let largest: Extreme
  /// λmin: not above `value`, not below `outerBound`.
  package let smallest: Extreme
  /// A vector of length 1 in the direction of the least eigenvalue.
  package let lowest: [Double]
  /// How many products were formed.
  package let products: Int
  /// The probability, over the random start, that an outer bound does not hold.
  package let failureProbability: Double

  /// Finds the bounds by Lanczos' method from a random start, with all vectors kept orthogonal.
  ///
  /// After k steps the estimate of λmax is off by more than ε (λmax − λmin) with a probability of at most
  /// 1.648 √n exp(−√ε (2k − 1)), whatever the matrix; after as many steps as there are dimensions it is exact.
  ///
  /// - Parameters:
  ///   - steps: The most products to form.
  ///   - failureProbability: Half of it is spent on either outer bound.
  ///   - product: H v for a vector v.
  /// - Throws: `ChainRuleError` of kind `.optimization` if there are no dimensions or steps, `.array` if a product has
  ///   another length, `.nonFinite` if it is not finite; and whatever `product` throws.
  /// - Complexity: `steps` products, O(n steps²) beside them.
  package init(
    dimensions n: Int, steps: Int = 60, seed: UInt64 = 0, failureProbability: Double = 1e-6,
    product: ([Double]) throws -> [Double]
  ) throws {
    guard n > 0, steps > 0, failureProbability > 0 else {
      throw ChainRuleError(
        .optimization, in: "SpectrumBounds", problem: "\(n) dimensions, \(steps) steps",
        mend: "there is at least one of both, and a probability above 0")
    }
    try AvailableMemory.require(
      n, of: 8 * (min(n, steps) + 8), for: "\(min(n, steps)) vectors of \(n) elements", kind: .optimization,
      in: "SpectrumBounds", mend: "use fewer coefficients")
    var lanczos = LanczosProcess(dimensions: n, seed: seed)
    while lanczos.diagonal.count < min(n, steps) && !lanczos.isInvariant { try lanczos.advance(product) }
    let k = lanczos.diagonal.count
    let spectrum = try SymmetricSpectrum(lanczos.tridiagonal(), withVectors: true)
    let last = lanczos.beside.last ?? 0
    let noise = spectrum.errorBound
    func residual(_ place: Int) -> Double {
      let end = spectrum.vectors[place][k - 1].magnitude
      return (lanczos.isInvariant ? 0 : last * end) + noise
    }
    let (low, high) = (spectrum.values[0], spectrum.values[k - 1])
    var margin = noise
    if k < n && !lanczos.isInvariant {
      let logarithm = LanczosProcess.logarithm(1.648 * Double(n).squareRoot() / (failureProbability / 2))
      let root = logarithm / Double(2 * k - 1)
      let share = root * root
      // Both ends are off by at most the share of the whole spread, which is the spread found plus both errors.
      margin = share < 0.5 ? noise + share * (high - low) / (1 - 2 * share) : .infinity
    }
    largest = Extreme(value: high, residual: residual(k - 1), outerBound: high + margin)
    smallest = Extreme(value: low, residual: residual(0), outerBound: low - margin)
    lowest = lanczos.combination(spectrum.vectors[0])
    products = k
    self.failureProbability = failureProbability
  }
}
