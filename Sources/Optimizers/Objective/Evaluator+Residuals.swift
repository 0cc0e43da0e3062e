public import ChainRule

/// The residuals of a sum of squares at a point, with their derivatives.
public struct Linearization: Sendable {
  /// The coefficients.
  public let point: [Double]
  /// One number for each row: the smooth part of the objective is the sum of their squares.
  public let residuals: NDArray<Double>
  /// The derivative of each residual in each coefficient, `[n, m]`.
  public let jacobian: NDArray<Double>

  /// Whether all numbers are finite.
  var isFinite: Bool {
    residuals.firstNonFinite == nil && jacobian.firstNonFinite == nil
  }
}

extension Linearization {
  /// The norm of what rounding in the last bits of coefficients and residuals makes of the residuals.
  var noise: Double {
    let (n, m) = (residuals.shape[0], point.count)
    var reach = [Double](repeating: 0, count: n)
    jacobian.withElements { elements in
      for i in 0..<n {
        for j in 0..<m { reach[i] += (elements[i * m + j] * point[j]).magnitude }
      }
    }
    return 4 * 0x1p-53 * (euclideanNorm(residuals.elements) + euclideanNorm(reach))
  }
}

/// The program of a sum of squares, with the data bound.
struct ResidualProgram {
  private let terms: [SumOfSquares.Term]
  /// By term, and in it by parameter; nil where a residual does not depend on one.
  private let jacobians: [[Tensor?]]
  private let bound: BoundProgram
  /// The square root of the weight of each row.
  private let roots: [Double]
  /// The number of rows of each term.
  private let counts: [Int]

  /// Derives the Jacobian, and binds the data.
  ///
  /// - Throws: `ChainRuleError` if the smooth part is no sum of squares, or a weight is negative.
  init(_ objective: Objective, data: Bindings<Double>) throws {
    let terms = try SumOfSquares(objective.smooth, over: objective.parameters).terms
    self.terms = terms
    jacobians = try terms.map { term in
      let read = Set(term.residual.parameters)
      return try objective.parameters.map {
        read.contains($0) ? try term.residual.jacobian(withRespectTo: $0) : nil
      }
    }
    let outputs = terms.flatMap { [$0.residual, $0.weight] } + jacobians.flatMap { $0.compactMap(\.self) }
    // One tensor may be residual and factor at once.
    var seen: Set<Tensor> = []
    bound = try BoundProgram(outputs.filter { seen.insert($0).inserted }, objective, data: data)
    // The weights alone: where the parameters are 0 now, the residuals may have no value.
    try bound.session.run(only: terms.map(\.weight))
    var (roots, counts): ([Double], [Int]) = ([], [])
    for term in terms {
      try Self.requireMemory(objective.rowCount)
      let weights = try bound.vector(of: [term.weight])
      if let weight = weights.first(where: { !($0 >= 0 && $0.isFinite) }) {
        throw Objective.refuse(
          term.residual.labelled, "a square is weighted by \(weight)", "weights are 0 or more, and finite")
      }
      counts.append(weights.count)
      roots += weights.map { $0.squareRoot() }
    }
    (self.roots, self.counts) = (roots, counts)
  }

  private static let operation = "Evaluator.residuals"

  /// Refuses more rows than there is memory for, with copies of residuals and weights.
  private static func requireMemory(_ rows: Int) throws {
    try AvailableMemory.require(
      rows, of: 32, for: "\(rows) residuals", kind: .optimization, in: operation,
      mend: "use fewer rows, or .truncatedNewton(), which keeps none")
  }

  /// √wᵢ rᵢ for all rows.
  func residuals(at point: [Double], _ layout: ParameterLayout) throws -> [Double] {
    try bound.move(to: point, layout)
    let outputs = terms.map(\.residual)
    try bound.session.run(only: outputs)
    try Self.requireMemory(roots.count)
    return zip(try bound.vector(of: outputs), roots).map { $0 * $1 }
  }

  func linearization(at point: [Double], _ layout: ParameterLayout) throws -> Linearization {
    try bound.move(to: point, layout)
    try bound.session.run()
    let m = layout.count
    let jacobian = try NDArray<Double>.initialized(shape: [roots.count, m], in: Self.operation) { elements in
      elements.update(repeating: 0, count: roots.count * m)
      var row = 0
      for (count, parts) in zip(counts, jacobians) {
        for (part, range) in zip(parts, layout.ranges) {
          guard let part else { continue }
          try bound.session.withElements(of: part) { derivatives in
            for i in 0..<count {
              for j in range.indices {
                elements[(row + i) * m + j] =
                  roots[row + i] * derivatives[i * range.count + j - range.lowerBound]
              }
            }
          }
        }
        row += count
      }
    }
    try Self.requireMemory(roots.count)
    let residuals = zip(try bound.vector(of: terms.map(\.residual)), roots).map { $0 * $1 }
    return Linearization(
      point: point, residuals: try NDArray(shape: [roots.count], elements: residuals), jacobian: jacobian)
  }
}

extension Evaluator {
  /// The residuals at a point, weighted such that the smooth part is the sum of their squares.
  ///
  /// The squares of ridge penalties are rows too, one for each coefficient.
  ///
  /// ```swift
  /// let (x, w) = (Tensor.input("x", shape: [.batch]), Tensor.parameter("w", shape: []))
  /// let evaluator = try Evaluator(Objective(sum(squared(w * x - 1)), data: [x: [1, 2, 4]]))
  /// try evaluator.residuals(at: [0.5])  // [-0.5, 0.0, 1.0]
  /// ```
  ///
  /// - Throws: `ChainRuleError` if the smooth part is no sum of squares, or has no value there, or the point has another
  ///   number of coefficients.
  public func residuals(at point: [Double]) throws -> [Double] {
    try check(point, "the point")
    counts.values += 1
    return try boundResiduals().residuals(at: point, objective.layout)
  }

  /// The residuals at a point with their Jacobian.
  ///
  /// ```swift
  /// let (x, w) = (Tensor.input("x", shape: [.batch]), Tensor.parameter("w", shape: []))
  /// let evaluator = try Evaluator(Objective(sum(squared(w * x - 1)), data: [x: [1, 2, 4]]))
  /// try evaluator.linearizedResiduals(at: [0.5]).jacobian.elements  // [1.0, 2.0, 4.0]
  /// ```
  ///
  /// - Throws: As `residuals(at:)` does.
  public func linearizedResiduals(at point: [Double]) throws -> Linearization {
    try check(point, "the point")
    counts.values += 1
    counts.jacobians += 1
    return try boundResiduals().linearization(at: point, objective.layout)
  }

  private func boundResiduals() throws -> ResidualProgram {
    if let residualProgram { return residualProgram }
    let program = try ResidualProgram(objective, data: objective.data)
    residualProgram = program
    return program
  }
}
