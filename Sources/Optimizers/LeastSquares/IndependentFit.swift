import ChainRule

/// The fit of independent columns, and from it the answer for all.
struct IndependentFit {
  let system: WeightedSystem
  let refinement: AugmentedRefinement
  /// The other columns, each with its combination of the independent ones in the scale of the system.
  private(set) var combinations: [(column: Int, fit: AugmentedRefinement.Result)] = []

  init(_ system: WeightedSystem, maximumSteps: Int) {
    self.system = system
    let all = Array(0..<system.columns)
    var factorization = PivotedQR(
      columnByColumn: system.weightedColumns(all), rows: system.rows.count, columns: all.count)
    var kept = all
    if factorization.rank < all.count {
      kept = factorization.leftmostIndependentColumns
      // That they are independent is known; a second judgement could only contradict the first.
      factorization = PivotedQR(
        columnByColumn: system.weightedColumns(kept), rows: system.rows.count, columns: kept.count,
        tolerance: 0)
      if factorization.rank < kept.count {
        kept = factorization.order.prefix(factorization.rank).map { kept[$0] }.sorted()
        factorization = PivotedQR(
          columnByColumn: system.weightedColumns(kept), rows: system.rows.count, columns: kept.count,
          tolerance: 0)
      }
    }
    refinement = AugmentedRefinement(
      system: system, factorization: factorization, kept: kept, maximumSteps: maximumSteps)
    let surplus = all.filter { !Set(kept).contains($0) }
    combinations = surplus.map { ($0, refinement.solve(system.column($0))) }
  }

  func solution(
    for input: LeastSquaresInput, dependent: LeastSquares.DependentColumns
  ) throws -> LeastSquaresSolution {
    let (m, problems) = (system.columns, input.problems)
    let condition = refinement.factorization.conditionEstimate
    var coefficients = [Double](repeating: 0, count: m * problems)
    var (sums, steps, lastCorrection) = ([Double](), 0, 0.0)
    for problem in 0..<problems {
      let (right, power) = scaledTarget(problem, of: input)
      let fit = refinement.solve(right)
      var exact = Array(repeating: DoubleDouble(0), count: m)
      for (place, column) in refinement.kept.enumerated() {
        exact[column] = fit.coefficients[place].scaled(byPowerOfTwo: power - system.columnPowers[column])
      }
      if dependent == .minimumNorm && !combinations.isEmpty { exact = shortest(exact) }
      for column in 0..<m {
        let coefficient = exact[column].rounded
        guard coefficient.isFinite else {
          throw input.error(
            .nonFinite, "the coefficient of column \(column) is beyond the greatest number",
            mend: "measure that column, or b, in another unit")
        }
        coefficients[column * problems + problem] = coefficient
      }
      let sum = fit.sumOfSquares(system.weights).rounded
      sums.append(max(0, sum).scaled(byPowerOfTwo: 2 * power + system.weightPower))
      steps = max(steps, fit.steps)
      lastCorrection = max(lastCorrection, fit.lastCorrection)
    }
    return LeastSquaresSolution(
      coefficients: try NDArray(shape: [m] + input.targets.shape.dropFirst(), elements: coefficients),
      residualSumOfSquares: try NDArray(shape: Array(input.targets.shape.dropFirst()), elements: sums),
      rank: refinement.kept.count,
      dependentColumns: combinations.map { dependence($0.column, $0.fit, condition) },
      conditionEstimate: condition, steps: steps, lastCorrection: lastCorrection)
  }

  /// The targets of the rows in use, and the power of two taken out of them.
  private func scaledTarget(_ problem: Int, of input: LeastSquaresInput) -> ([Double], Int) {
    let problems = input.problems
    var right = input.targets.withElements { b in system.rows.map { b[$0 * problems + problem] } }
    let greatest = right.reduce(0) { max($0, $1.magnitude) }
    let power = greatest > 0 ? Int(greatest.exponent) + 1 : 0
    for i in right.indices { right[i] = right[i].scaled(byPowerOfTwo: -power) }
    return (right, power)
  }

  /// Of all coefficients that fit as well, the shortest: what is left after the combinations that change no fit.
  private func shortest(_ coefficients: [DoubleDouble]) -> [DoubleDouble] {
    let m = system.columns
    // Each column here is a change of coefficients without effect: 1 for a dependent column, less its combination.
    let changes = NDArray<Double>.initialized(shape: [m, combinations.count]) { target in
      target.update(repeating: 0, count: m * combinations.count)
      for (place, combination) in combinations.enumerated() {
        target[combination.column * combinations.count + place] = 1
        for (index, column) in refinement.kept.enumerated() {
          let power = system.columnPowers[combination.column] - system.columnPowers[column]
          target[column * combinations.count + place] =
            -combination.fit.coefficients[index].rounded.scaled(byPowerOfTwo: power)
        }
      }
    }
    let greatest = coefficients.reduce(0) { max($0, $1.high.magnitude) }
    guard greatest > 0, greatest.isFinite else { return coefficients }
    let power = Int(greatest.exponent) + 1
    let fit = IndependentFit(WeightedSystem(changes, weights: nil), maximumSteps: refinement.maximumSteps)
    let scaled = coefficients.map { $0.scaled(byPowerOfTwo: -power) }
    // The problem is linear in its targets: both halves of each number are projected, and added.
    var result = fit.refinement.solve(scaled.map(\.high)).residuals
    let rest = fit.refinement.solve(scaled.map(\.low)).residuals
    for column in 0..<m { result[column].add(rest[column]) }
    return result.map { $0.scaled(byPowerOfTwo: power) }
  }

  /// A combination in the units of the data, without the terms that are its rounding errors.
  private func dependence(
    _ column: Int, _ fit: AugmentedRefinement.Result, _ condition: Double
  ) -> ColumnDependence {
    let values = fit.coefficients.map(\.rounded)
    let norm = zip(system.column(column), system.weights).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }.squareRoot()
    let distance = norm > 0 ? max(0, fit.sumOfSquares(system.weights).rounded).squareRoot() / norm : 0
    // Entries rounded by u, or off by the distance, move the factors by the condition number times that.
    let noise =
      min(2 * condition * (4 * 0x1p-53 + distance), 0.01) * values.reduce(0) { max($0, $1.magnitude) }
    let terms = zip(refinement.kept, values).filter { $0.1.magnitude > noise }.map { kept, value in
      ColumnDependence.Term(
        column: kept,
        coefficient: value.scaled(byPowerOfTwo: system.columnPowers[column] - system.columnPowers[kept]))
    }
    return ColumnDependence(column: column, terms: terms, relativeDistance: distance)
  }
}
