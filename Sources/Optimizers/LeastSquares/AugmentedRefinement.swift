import ChainRule

/// The iterative refinement of coefficients x and residuals t together, which solve t + A x = b and Aᵀ W t = 0.
///
/// One solution by Q R has a relative error of about κ u, or κ² u where the residuals are large. What it leaves of both
/// equations is formed in double-double arithmetic, from the matrix and the weights as given, and the solution for that is
/// added: each step gains about −log₁₀(κ u) digits, until x is right to the last bit. Roots of weights occur only in the
/// factorisation, so their rounding has no effect on the limit.
///
/// - Source: Å. Björck, "Iterative refinement of linear least squares solutions I", BIT 7 (1967); J. Demmel, Y. Hida,
///   E. J. Riedy, X. S. Li, "Extra-precise iterative refinement for overdetermined least squares problems", ACM TOMS 35
///   (2009), on keeping x and t in the greater precision as well.
struct AugmentedRefinement {
  let system: WeightedSystem
  /// The factorisation of the weighted columns `kept`.
  let factorization: PivotedQR
  /// The columns of the matrix that take part.
  let kept: [Int]
  /// 30 unless a test plants a solver that does not refine.
  var maximumSteps = 30

  /// Coefficients of the scaled columns, in the order of `kept`, and residuals, in the order of the system's rows.
  struct Result {
    var coefficients: [DoubleDouble]
    var residuals: [DoubleDouble]
    /// The number of solutions added up; the first is no refinement yet.
    var steps = 0
    /// The greatest change by the last step over the greatest coefficient.
    var lastCorrection = 0.0
    /// The greatest change by any step after the first, over the greatest coefficient.
    var greatestCorrection = 0.0

    /// Σ wᵢ tᵢ².
    func sumOfSquares(_ weights: [Double]) -> DoubleDouble {
      var sum = DoubleDouble(0)
      for (weight, residual) in zip(weights, residuals) {
        let weighted = residual.times(weight)
        sum.add(product: residual.high, weighted)
        sum.add(residual.low * weighted.high)
      }
      return sum
    }
  }

  func solve(_ right: [Double]) -> Result {
    var result = Result(
      coefficients: Array(repeating: DoubleDouble(0), count: kept.count),
      residuals: Array(repeating: DoubleDouble(0), count: right.count))
    var last = Double.infinity
    while result.steps < maximumSteps {
      let (first, second) = defects(of: result, right)
      let (change, residualChange) = correction(first, second)
      let norm = change.reduce(0) { max($0, $1.magnitude) }
      let size = zip(result.coefficients, change).reduce(0) { max($0, ($1.0.high + $1.1).magnitude) }
      // The first correction may be as great as the first solution, where residuals are great; from then on, one that
      // does not halve the last has no right digit.
      if result.steps > 1 && !(norm <= last / 2) {
        // It is not added, but it shows how much is wrong at least.
        result.lastCorrection = max(result.lastCorrection, size > 0 ? norm / size : 0)
        break
      }
      for j in kept.indices { result.coefficients[j].add(change[j]) }
      for i in right.indices { result.residuals[i].add(residualChange[i]) }
      result.steps += 1
      result.lastCorrection = size > 0 ? norm / size : 0
      if result.steps > 1 {
        result.greatestCorrection = max(result.greatestCorrection, result.lastCorrection)
      }
      last = norm
      let isExact = zip(result.coefficients, change).allSatisfy {
        $1.magnitude <= 0x1p-60 * $0.high.magnitude || $1.magnitude <= 0x1p-100 * size
      }
      if isExact { break }
    }
    return result
  }

  /// How far coefficients may be off since Aᵀ W t is formed with 32 digits only, over the greatest coefficient.
  ///
  /// Rows so heavy that even the last of those digits outweighs the light rows leave nothing right of what these determine.
  func noise(of result: Result) -> Double {
    let m = system.columns
    var bounds = [Double](repeating: 0, count: kept.count)
    system.matrix.withUnsafePointer { a in
      for (i, residual) in result.residuals.enumerated() {
        let size = 0x1p-100 * system.weights[i] * residual.high.magnitude
        for (j, column) in kept.enumerated() {
          bounds[j] += size * (a[system.rows[i] * m + column] * system.columnFactors[column]).magnitude
        }
      }
    }
    // In a random direction: in that of the heavy row itself, the triangle would show none of it to the light ones.
    var generator = SeededGenerator(seed: 4)
    for j in bounds.indices { bounds[j] *= generator.normalPair().0 }
    let (change, _) = correction(Array(repeating: 0, count: result.residuals.count), bounds)
    let size = result.coefficients.reduce(0) { max($0, $1.high.magnitude) }
    return change.reduce(0) { max($0, $1.magnitude) } / (size > 0 ? size : 1)
  }

  /// b − t − A x and −Aᵀ W t.
  private func defects(of state: Result, _ right: [Double]) -> (rows: [Double], columns: [Double]) {
    let m = system.columns
    var rows = [Double](repeating: 0, count: right.count)
    var sums = Array(repeating: DoubleDouble(0), count: kept.count)
    let factors = kept.map { system.columnFactors[$0] }
    let isStart = state.steps == 0
    if isStart { return (right, Array(repeating: 0, count: kept.count)) }
    system.matrix.withUnsafePointer { a in
      for i in right.indices {
        let start = system.rows[i] * m
        var rest = DoubleDouble(right[i])
        rest.add(state.residuals[i].negated)
        let weighted = state.residuals[i].times(-system.weights[i])
        for j in kept.indices {
          let entry = a[start + kept[j]] * factors[j]
          rest.add(product: -entry, state.coefficients[j])
          sums[j].add(product: entry, weighted)
        }
        rows[i] = rest.rounded
      }
    }
    return (rows, sums.map(\.rounded))
  }

  /// The solution for what both equations leave, from the factorisation.
  private func correction(_ rows: [Double], _ columns: [Double]) -> ([Double], [Double]) {
    let rank = factorization.rank
    var z = zip(rows, system.roots).map { $0 * $1 }
    factorization.applyTransposedQ(to: &z)
    var h = factorization.order.prefix(rank).map { columns[$0] }
    factorization.solveTransposedTriangle(&h)
    var x = (0..<rank).map { z[$0] - h[$0] }
    factorization.solveTriangle(&x)
    var change = [Double](repeating: 0, count: kept.count)
    for (place, value) in zip(factorization.order, x) { change[place] = value }
    for k in 0..<rank { z[k] = h[k] }
    factorization.applyQ(to: &z)
    for i in z.indices { z[i] /= system.roots[i] }
    return (change, z)
  }
}
