import ChainRule

/// An objective at work: its programs with the data bound, evaluated at points, and a count of what was asked.
///
/// Points are vectors of all coefficients, in the order of the objective's parameters.
///
/// ```swift
/// let w = Tensor.parameter("w", shape: [2])
/// let evaluator = try Evaluator(Objective(squared(w[0] - 3) + 10 * squared(w[1] + 1)))
/// print(try evaluator.smoothGradient(at: [0, 0]))  // (value: 19.0, gradient: [-6.0, 20.0])
/// evaluator.counts.gradients                       // 1
/// ```
public final class Evaluator {
  /// The objective.
  public let objective: Objective
  /// What was asked so far.
  public internal(set) var counts = Counts()

  /// How often an objective was evaluated.
  public struct Counts: Codable, Hashable, Sendable {
    /// How often the loss was computed, with or without its gradient.
    public internal(set) var values = 0
    /// How often its gradient was computed.
    public internal(set) var gradients = 0
    /// How often its Hessian was multiplied by a direction.
    public internal(set) var products = 0
    /// How often the Jacobian of its residuals was computed.
    public internal(set) var jacobians = 0
  }

  /// The number of coefficients.
  public var dimension: Int { objective.layout.count }

  /// What was evaluated last with its gradient.
  private var last: (point: [Double], value: Double, gradient: [Double])?
  private let first: BoundProgram
  private let gradients: [Tensor]
  /// The Hessian, where it is the same everywhere, once it was asked for.
  var knownHessian: [Double]?
  /// Whether that is still to be found out.
  package var mayHaveConstantHessian = true
  /// The program of the Hessian, once it was asked for; nil where it is too large.
  private var wholeHessian: HessianProgram??
  /// Whether there is a minimum, once that was asked.
  var knownExistence: MinimumExistence?
  /// The residuals, once they were asked for.
  var residualProgram: ResidualProgram?
  private var second: (directions: [Tensor], products: [Tensor])?
  private var secondProgram: BoundProgram?

  /// Derives the gradient, and binds the data.
  ///
  /// - Throws: `ChainRuleError` if the data do not fit the loss.
  public init(_ objective: Objective) throws {
    self.objective = objective
    gradients = try objective.smooth.gradient(withRespectTo: objective.parameters).derivatives
    first = try BoundProgram([objective.smooth] + gradients, objective, data: objective.data)
  }

  /// The smooth part at a point.
  ///
  /// - Throws: `ChainRuleError` if the point has another number of coefficients, or the loss has no value there, such as
  ///   the inverse of a singular matrix.
  public func smoothValue(at point: [Double]) throws -> Double {
    try check(point, "the point")
    counts.values += 1
    try first.move(to: point, objective.layout)
    try first.session.run(only: [objective.smooth])
    return try first.session.withElements(of: objective.smooth) { $0[0] }
  }

  /// The smooth part and its gradient at a point.
  ///
  /// - Throws: As `smoothValue(at:)` does.
  public func smoothGradient(at point: [Double]) throws -> (value: Double, gradient: [Double]) {
    try check(point, "the point")
    counts.values += 1
    counts.gradients += 1
    try first.move(to: point, objective.layout)
    try first.session.run()
    let value = try first.session.withElements(of: objective.smooth) { $0[0] }
    let gradient = try first.vector(of: gradients)
    last = (point, value, gradient)
    return (value, gradient)
  }

  /// The iterate with a value and a gradient of this evaluator, whoever made it.
  ///
  /// - Throws: As `smoothValue(at:)` does.
  func verified(_ iterate: Iterate) throws -> Iterate {
    if let last, last == (iterate.point, iterate.value, iterate.gradient) { return iterate }
    var own = try Iterate(at: iterate.point, on: self)
    own.isStuck = iterate.isStuck
    return own
  }

  /// The Hessian of the smooth part at a point, times a direction.
  ///
  /// ```swift
  /// let w = Tensor.parameter("w", shape: [2])
  /// let evaluator = try Evaluator(Objective(squared(w[0] - 3) + 10 * squared(w[1] + 1)))
  /// try evaluator.hessianProduct(at: [0, 0], along: [1, -1])  // [2.0, -20.0]
  /// ```
  ///
  /// - Throws: As `smoothValue(at:)` does, and if the direction has another number of coefficients.
  public func hessianProduct(at point: [Double], along direction: [Double]) throws -> [Double] {
    try check(point, "the point")
    try check(direction, "the direction")
    counts.products += 1
    if let hessian = try constantHessian() {
      let n = dimension
      return (0..<n).map { row in
        var sum = 0.0
        for column in 0..<n { sum += hessian[row * n + column] * direction[column] }
        return sum
      }
    }
    let (directions, products) = try secondOrder()
    let bound = try productProgram()
    try bound.move(to: point, objective.layout)
    for (tensor, range) in zip(directions, objective.layout.ranges) where bound.reads(tensor) {
      try bound.session.withMutableElements(of: tensor) { target in
        for (offset, index) in range.enumerated() { target[offset] = direction[index] }
      }
    }
    try bound.session.run(only: products)
    return try bound.vector(of: products)
  }

  /// The Hessian times a direction, as an expression.
  private func secondOrder() throws -> (directions: [Tensor], products: [Tensor]) {
    if let second { return second }
    let parameters = objective.parameters
    // Parameters too, so that they can be written in place.
    let directions = try parameters.enumerated().map {
      Tensor.parameter("direction \($0)", shape: try $1.shape)
    }
    let products = try objective.smooth.hessianVectorProduct(
      withRespectTo: parameters, along: directions
    ).derivatives
    second = (directions, products)
    return (directions, products)
  }

  private func productProgram() throws -> BoundProgram {
    if let secondProgram { return secondProgram }
    let (directions, products) = try secondOrder()
    // The loss itself is not run: it holds the rows, where the products depend on nothing but their number.
    let outputs = products.contains(objective.smooth) ? products : [objective.smooth] + products
    let program = try BoundProgram(outputs, objective, data: objective.data, with: directions)
    secondProgram = program
    return program
  }

  func hessianProgram() throws -> HessianProgram? {
    if let wholeHessian { return wholeHessian }
    let program = try HessianProgram(objective, gradients)
    wholeHessian = .some(program)
    return program
  }

  /// Whether the smooth part has the same Hessian everywhere, as its derivative shows: it is quadratic or linear.
  func hasConstantHessian() throws -> Bool {
    let read = Set(try secondOrder().products.flatMap(\.parameters))
    return !objective.parameters.contains { read.contains($0) }
  }

  /// Refuses a vector of another length than that of all coefficients.
  func check(_ vector: [Double], _ name: String) throws {
    if vector.count == dimension { return }
    throw ChainRuleError(
      .optimization, in: "Evaluator", operands: objective.parameters.map(\.labelled).joined(separator: ", "),
      problem: "\(name) has \(vector.count) elements", mend: "it needs \(dimension), one for each coefficient"
    )
  }

  /// Goes on counting where another evaluator left off.
  func resume(from counts: Counts) { self.counts = counts }

  /// The operation that first gives no finite number at a point; nil if none does.
  func firstNonFinite(at point: [Double]) throws -> String? {
    try first.move(to: point, objective.layout)
    return try first.session.firstNonFinite().map { "\($0)" }
  }

  /// Computes values and gradients from some rows only.
  func select(rows: Range<Int>) throws { try first.session.select(rows: rows) }

  /// Computes values and gradients from some rows only, in the order given.
  func select(rows: [Int]) throws { try first.session.select(rows: rows) }

  /// Computes from all rows again.
  func selectAllRows() { first.session.selectAllRows() }
}

extension Evaluator {
  /// What the penalties with kinks add at a point.
  ///
  /// - Throws: `ChainRuleError` if the point has another number of coefficients.
  public func kinkedValue(at point: [Double]) throws -> Double {
    try check(point, "the point")
    let layout = objective.layout
    return zip(objective.penalties, layout.ranges).enumerated().reduce(0) { sum, entry in
      let (position, (penalty, range)) = entry
      return sum + penalty.kinkedValue(point[range], groupSize: layout.groupSize(position))
    }
  }

  /// The coefficients that may move both ways without meeting a kink or a wall, and which no group binds together.
  func freeCoefficients(at point: [Double]) -> [Int] {
    zip(objective.penalties, objective.layout.ranges).flatMap { penalty, range in
      range.filter { penalty.isSmooth(at: point[$0]) }
    }
  }

  /// The point that minimises `step · kinked penalties + ½‖· − point‖²`.
  ///
  /// ```swift
  /// let w = Tensor.parameter("w", shape: [2])
  /// let evaluator = try Evaluator(Objective(sum(squared(w)), penalties: [w: .lasso(1)]))
  /// try evaluator.proximalPoint([3, 0.25], step: 0.5)  // [2.5, 0.0]
  /// ```
  ///
  /// - Throws: `ChainRuleError` if the point has another number of coefficients.
  public func proximalPoint(_ point: [Double], step: Double) throws -> [Double] {
    try proximalPoint(point, steps: point.map { _ in step })
  }

  /// The point that minimises `kinked penalties + ½ Σ (· − point)²/step`, with a step for each coefficient; those of a group have the
  /// same.
  ///
  /// - Throws: `ChainRuleError` if the point or the steps have another number of coefficients.
  func proximalPoint(_ point: [Double], steps: [Double]) throws -> [Double] {
    try check(point, "the point")
    try check(steps, "the steps")
    var result = point
    for (position, penalty) in objective.penalties.enumerated() where penalty.hasKinks {
      let range = objective.layout.ranges[position]
      penalty.proximalStep(
        &result[range], steps: steps[range], groupSize: objective.layout.groupSize(position))
    }
    return result
  }

  /// The shortest subgradient of smooth part and penalties: the gradient where it exists, and 0 exactly where the point
  /// is stationary.
  ///
  /// - Throws: `ChainRuleError` if the gradient or the point has another number of coefficients.
  public func shortestSubgradient(_ gradient: [Double], at point: [Double]) throws -> [Double] {
    try check(point, "the point")
    try check(gradient, "the gradient")
    var result = gradient
    for (position, penalty) in objective.penalties.enumerated() where penalty.hasKinks {
      let range = objective.layout.ranges[position]
      penalty.shortestSubgradient(
        &result[range], at: point[range], groupSize: objective.layout.groupSize(position))
    }
    return result
  }
}
