public import ChainRule

/// Levenberg and Marquardt's method for sums of squares: each step solves the linear model of the residuals within a region
/// in which the model can be trusted.
///
/// A model of one's own takes a few lines: an expression for what is predicted, and its difference from what was measured.
///
/// ```swift
/// let t = Tensor.input("t", shape: [.batch])
/// let y = Tensor.input("y", shape: [.batch])
/// let a = Tensor.parameter("a", shape: [], initial: 1)
/// let k = Tensor.parameter("k", shape: [], initial: 0.1)
/// let decay = try Objective(
///   mean(squared(a * exp(-k * t) - y)), data: [t: [0, 1, 2, 3], y: [4, 2, 1, 0.5]])
/// let solution = try minimize(decay, using: .levenbergMarquardt())
/// print(try solution[a], try solution[k])  // 4.0 0.6931471805599453
/// ```
///
/// Coefficients are scaled by the columns of the Jacobian, so units do not matter, and a Jacobian whose columns depend on
/// each other is no obstacle. Ridge penalties are further squares.
///
/// It has converged where a further step without damping is lost in the rounding of the residuals, or would change neither
/// a coefficient nor the residuals by more than a hundredth of the tolerance, relative to each.
///
/// - Source: J. J. Moré, "The Levenberg–Marquardt algorithm: implementation and theory", Lecture Notes in Mathematics 630
///   (1978).
public struct LevenbergMarquardt: Optimizer, EvaluatedOptimizer, Hashable, Codable {
  /// The radius of the first region, in lengths of the start's coefficients.
  public var initialRadius: Double

  /// Chooses how far the first step may go.
  ///
  /// - Parameter initialRadius: The length of the first step at most, relative to the coefficients at the start, each
  ///   measured by what it does to the residuals.
  public init(initialRadius: Double = 1) { self.initialRadius = initialRadius }

  /// What is remembered between steps.
  public struct State: OptimizerState {
    /// Where the search is.
    public var current: Iterate
    /// The length that a step may have, after `scales`.
    public internal(set) var radius: Double
    /// The greatest norm that each column of the Jacobian had so far.
    public internal(set) var scales: [Double]
    /// How far the minimum is, as the linear model of the residuals has it.
    public internal(set) var optimality: LeastSquaresOptimality?
    /// Where the search began.
    let origin: Origin
    /// The model at the point; not kept in a file, since it can be computed again.
    var model: ResidualModel?

    private enum CodingKeys: CodingKey {
      case current, radius, scales, optimality, origin
    }

    /// Whether all vectors have an element for each coefficient.
    public func fits(_ evaluator: Evaluator) -> Bool {
      current.fits(evaluator.dimension)
        && [scales, origin.point].allSatisfy { $0.count == evaluator.dimension }
    }
  }

  /// Where a search began: what ran away did so from there.
  struct Origin: Codable, Hashable, Sendable {
    let point: [Double]
    /// The norm of the residuals there.
    let residual: Double
  }

  /// What tables and messages call it.
  public var name: String {
    initialRadius == 1 ? "Levenberg–Marquardt" : "Levenberg–Marquardt (first radius \(initialRadius))"
  }

  /// Kinks and losses that are no sums of squares need another method.
  public func objection(to objective: Objective) -> Sentence? {
    if !objective.isSmooth {
      return "\(name) minimises sums of squares, and \(objective.kinks)"
    }
    if !(initialRadius > 0 && initialRadius.isFinite) { return "the first radius is \(initialRadius)" }
    let (rows, width) = (objective.rowCount, objective.layout.count)
    if objective.data.entries.contains(where: \.array.isInFile), rows > (1 << 23) / Swift.max(width, 1) {
      let file = "and the rows lie in a file because they are many"
      return
        "\(name) keeps the derivative of every residual in memory, [\(rows), \(width)], \(file); use \(OptimizerSetting.truncatedNewton)"
    }
    return SquareSearch(objective.smooth, over: objective.parameters).objection.map {
      "\(name) minimises sums of squares, and of this loss \($0); \(SquareSearch.mend)"
    }
  }

  /// The state before the first step.
  ///
  /// - Throws: What evaluating the residuals throws, and if a weight is negative.
  public func start(at point: [Double], on evaluator: Evaluator) throws -> State {
    let linear = try evaluator.linearizedResiduals(at: point)
    guard let model = try ResidualModel(linear) else {
      let iterate = Iterate(
        point: point, value: linear.sumOfSquares, gradient: Array(repeating: .nan, count: point.count))
      return State(
        current: iterate, radius: initialRadius, scales: point.map { _ in 1 },
        origin: Origin(point: point, residual: .greatestFiniteMagnitude))
    }
    let scales = model.optimality.scales
    let length = euclideanNorm(zip(scales, point).map { $0 * $1 })
    return State(
      current: model.iterate, radius: initialRadius * (length > 0 && length.isFinite ? length : 1),
      scales: scales, optimality: model.optimality,
      origin: Origin(point: point, residual: model.optimality.residual), model: model)
  }

  /// Tries shorter and shorter steps until one lowers the sum of squares as its linear model promises.
  ///
  /// - Throws: What evaluating the residuals throws.
  public func step(_ state: inout State, on evaluator: Evaluator) throws {
    guard let model = try state.model ?? ResidualModel(anewAt: state.current.point, on: evaluator) else {
      state.current.isStuck = true
      return
    }
    let region = TrustRegion(damped: model.damped, linear: model.linear, scales: state.scales)
    let residuals = model.linear.residuals.elements
    let (norm, noise) = (model.optimality.residual, model.optimality.noise)
    let length = euclideanNorm(zip(state.scales, state.current.point).map { $0 * $1 })
    var isWidened = false
    // A radius halves in 2100 steps from the greatest number to the least.
    for _ in 0..<2200 {
      let (step, damping) = try region.step(radius: state.radius)
      let trial = zip(state.current.point, step.step).map { $0 + $1 }
      if trial == state.current.point || step.scaledNorm <= 0x1p-54 * length { break }
      let found = try Self.residuals(at: trial, evaluator)
      guard found.allSatisfy(\.isFinite) else {
        state.radius = 0.1 * Swift.min(state.radius, step.scaledNorm)
        continue
      }
      // In differences of squares, the digits that both share do not cancel.
      let actual = zip(residuals, found).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 + $1.1) }
      let predicted = step.predictedDecrease
      let isSeen = predicted > 4 * norm * noise
      let isBetter = isSeen ? actual > 1e-4 * predicted : actual >= -4 * norm * noise
      if isBetter, let next = try ResidualModel(evaluator.linearizedResiduals(at: trial)),
        isSeen || next.optimality.offset < 0.9 * model.optimality.offset
      {
        let ratio = isSeen ? actual / predicted : 1
        adapt(&state, ratio, step, damping, found, actual, norm)
        (state.current, state.model) = (next.iterate, next)
        state.optimality = next.optimality.comparing(
          to: state.scales, at: trial, from: state.origin.point, residual: state.origin.residual)
        state.scales = zip(state.scales, next.optimality.scales).map { Swift.max($0, $1) }
        return
      }
      if isSeen {
        adapt(&state, actual / predicted, step, damping, found, actual, norm)
        continue
      }
      // Where differences are lost in rounding, those of shorter steps are so too; the longest is tried once.
      if isWidened || damping == 0 { break }
      state.radius = .greatestFiniteMagnitude
      isWidened = true
    }
    state.current.isStuck = true
  }

  /// The residuals at a point that may lie anywhere; infinite where a matrix is singular.
  private static func residuals(at point: [Double], _ evaluator: Evaluator) throws -> [Double] {
    if !point.allSatisfy(\.isFinite) { return [.infinity] }
    do {
      return try evaluator.residuals(at: point)
    } catch let error as ChainRuleError where error.kind == .singular {
      return [.infinity]
    }
  }

  /// Shortens or widens the region by how well the model foretold the decrease.
  private func adapt(
    _ state: inout State, _ ratio: Double, _ step: DampedStep, _ damping: Double, _ found: [Double],
    _ actual: Double, _ norm: Double
  ) {
    if ratio > 0.25 {
      if ratio >= 0.75 || damping == 0 { state.radius = 2 * step.scaledNorm }
      return
    }
    // The minimum of the parabola through both values and the slope at the first.
    let slope = -(step.predictedDecrease - damping * step.scaledNorm * step.scaledNorm)
    var factor = actual >= 0 ? 0.5 : 0.5 * slope / (slope + 0.5 * actual)
    if !(euclideanNorm(found) < 10 * norm && factor >= 0.1) { factor = 0.1 }
    state.radius = factor * Swift.min(state.radius, 10 * step.scaledNorm)
  }
}

extension Optimizer where Self == LevenbergMarquardt {
  /// Levenberg and Marquardt's method, for sums of squares.
  ///
  /// ```swift
  /// let x = Tensor.parameter("x", shape: [2])
  /// let rosenbrock = try Objective(squared(1 - x[0]) + 100 * squared(x[1] - squared(x[0])))
  /// try minimize(rosenbrock, from: [[-1.2, 1]], using: .levenbergMarquardt())[x]  // [1. 1.]
  /// ```
  public static func levenbergMarquardt(initialRadius: Double = 1) -> LevenbergMarquardt {
    LevenbergMarquardt(initialRadius: initialRadius)
  }
}
