import ChainRule

/// The fit of independent columns, and from it the answer for all.
struct IndependentFit {
  let system: WeightedSystem
  let refinement: AugmentedRefinement
  /// The other columns, each with its combination of the independent ones in the scale of the system.
  private(set) var combinations: [(column: Int, fit: AugmentedRefinement.Result)] = []

  /// - Throws: `ChainRuleError` if there is no memory for factors and residuals.
  init(_ system: WeightedSystem, of input: LeastSquaresInput, maximumSteps: Int) throws {
    self.system = system
    let (n, all) = (system.rows.count, Array(0..<system.columns))
    func requireMemory(_ numbers: Int) throws {
      try input.requireMemory(n, of: numbers, for: "the factors of \(n) rows and \(all.count) columns")
    }
    // Beside the factors, targets, residuals and their corrections.
    try requireMemory(all.count + 6 + 3 * input.problems)
    var factorization = system.factorization(of: all)
    var kept = all
    if factorization.rank < all.count {
      let pivots = factorization.order.prefix(factorization.rank).sorted()
      kept = factorization.leftmostIndependentColumns
      // Both factorisations, and of each other column the residuals.
      try requireMemory(kept.count + 3 * (all.count - kept.count) + 6 + 3 * input.problems)
      factorization = system.factorization(of: kept)
      // Columns just above the tolerance in one order may be below it in another: the pivots are the safe choice.
      if factorization.rank < kept.count && kept != pivots {
        kept = pivots
        factorization = system.factorization(of: kept)
      }
      if factorization.rank < kept.count {
        kept = factorization.order.prefix(factorization.rank).map { kept[$0] }.sorted()
        factorization = system.factorization(of: kept)
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
    let targets = (0..<problems).map { scaledTarget($0, of: input) }
    let fits = targets.map { refinement.solve($0.0) }
    // What light rows say below heavy ones is either known to 12 digits, or it is not claimed to be known.
    if system.rowScales != nil && !(fits + combinations.map(\.fit)).allSatisfy(isCertain) {
      return try IndependentFit(system.judgedByColumns, of: input, maximumSteps: refinement.maximumSteps)
        .solution(for: input, dependent: dependent)
    }
    let condition = refinement.factorization.conditionEstimate
    var coefficients = [Double](repeating: 0, count: m * problems)
    var (sums, steps, lastCorrection) = ([Double](), 0, 0.0)
    for problem in 0..<problems {
      let (fit, power) = (fits[problem], targets[problem].1)
      var exact = Array(repeating: DoubleDouble(0), count: m)
      for (place, column) in refinement.kept.enumerated() {
        exact[column] = fit.coefficients[place].scaled(byPowerOfTwo: power - system.columnPowers[column])
      }
      if dependent == .minimumNorm && !combinations.isEmpty { exact = try shortest(exact, input) }
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
      if system.hasUnequalRows { lastCorrection = max(lastCorrection, refinement.noise(of: fit)) }
    }
    return LeastSquaresSolution(
      coefficients: try NDArray(shape: [m] + input.targets.shape.dropFirst(), elements: coefficients),
      residualSumOfSquares: try NDArray(shape: Array(input.targets.shape.dropFirst()), elements: sums),
      rank: refinement.kept.count,
      dependentColumns: combinations.map { dependence($0.column, $0.fit, condition) },
      conditionEstimate: condition, steps: steps, lastCorrection: lastCorrection)
  }

  private func isCertain(_ fit: AugmentedRefinement.Result) -> Bool {
    // With heavy rows first, the first solution is right to some digits in every row. One that refinement turns into
    // another was refined by what heavy rows leave of their rounding.
    fit.lastCorrection <= 0x1p-40 && fit.greatestCorrection <= 0x1p-26 && refinement.noise(of: fit) <= 0x1p-40
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
  private func shortest(_ coefficients: [DoubleDouble], _ input: LeastSquaresInput) throws -> [DoubleDouble] {
    let m = system.columns
    // Each column here is a change of coefficients without effect: 1 for a dependent column, less its combination.
    let changes = try NDArray<Double>.initialized(shape: [m, combinations.count], in: input.operation) {
      target in
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
    let fit = try IndependentFit(
      WeightedSystem(changes, weights: nil, in: input.operation), of: input,
      maximumSteps: refinement.maximumSteps)
    // The rows of that problem are columns here, perhaps in another order.
    let rows = fit.system.rows
    let scaled = rows.map { coefficients[$0].scaled(byPowerOfTwo: -power) }
    // The problem is linear in its targets: both halves of each number are projected, and added.
    let high = fit.refinement.solve(scaled.map(\.high)).residuals
    let low = fit.refinement.solve(scaled.map(\.low)).residuals
    var result = coefficients
    for (place, column) in rows.enumerated() {
      result[column] = high[place]
      result[column].add(low[place])
    }
    return result.map { $0.scaled(byPowerOfTwo: power) }
  }

  /// A combination in the units of the data, without the terms that are its rounding errors.
  private func dependence(
    _ column: Int, _ fit: AugmentedRefinement.Result, _ condition: Double
  ) -> ColumnDependence {
    let values = fit.coefficients.map(\.rounded)
    let norm = zip(system.column(column), system.weights).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }.squareRoot()
    let distance = norm > 0 ? max(0, fit.sumOfSquares(system.weights).rounded).squareRoot() / norm : 0
    // Entries rounded by u, or off by the distance, move the factors by the condition number times that. A combination
    // that holds with more digits than a double has is one of entries without rounding.
    let error = distance < 0x1p-60 ? distance : 4 * 0x1p-53 + distance
    let greatest = values.reduce(0) { max($0, $1.magnitude) }
    let noise = min(max(2 * condition * error, 0x1p-60), 0.01) * greatest
    let terms = zip(refinement.kept, values).filter { $0.1.magnitude > noise }.map { kept, value in
      ColumnDependence.Term(
        column: kept,
        coefficient: value.scaled(byPowerOfTwo: system.columnPowers[column] - system.columnPowers[kept]))
    }
    return ColumnDependence(column: column, terms: terms, relativeDistance: distance)
  }
}
