public import ChainRule

/// Newton's method in a trust region, with the steps from conjugate gradients on products with the Hessian.
///
/// A step solves `H p = −g` to a residual that shrinks as the gradient does, so that products are not wasted far from
/// the minimum and convergence is fast near it. Where the curvature is negative, the step goes to the edge of the region.
///
/// - Complexity: For each step one gradient, and as many products with the Hessian as conjugate gradients need.
/// - Source: Steihaug, "The conjugate gradient method and trust regions in large scale optimization", SIAM J. Numer.
///   Anal. 20 (1983); Eisenstat and Walker, "Choosing the forcing terms in an inexact Newton method", SIAM J. Sci.
///   Comput. 17 (1996), choice 2; Conn, Gould and Toint, Trust-Region Methods (2000), §6.1 and §17.4.2.
public struct TruncatedNewton: Optimizer, EvaluatedOptimizer {
  /// The most products with the Hessian in one step; nil for twice as many as there are coefficients, and 50.
  public var maximumProducts: Int?

  /// Creates a method.
  ///
  /// - Parameter maximumProducts: The most products with the Hessian in one step; nil for twice as many as there are
  ///   coefficients, and 50.
  public init(maximumProducts: Int? = nil) { self.maximumProducts = maximumProducts }

  /// What tables and messages call it.
  public var name: String { "truncated Newton" }

  /// What it remembers between steps.
  public struct State: OptimizerState {
    /// Where the search is.
    public var current: Iterate
    /// How far a step may go, in units of the coefficients.
    var radius: Double
    /// The unit of each coefficient.
    var units: [Double]
    /// What the units are the lengths for: a difference of values.
    var unitDecrease: Double
    /// Steps done, and whether the model foretold the last one badly.
    var steps = 0
    var isSurprised = false
    /// The residual to leave, as a share of the gradient.
    var forcing = 0.5
    var stagnation: Stagnation

    /// Whether the point has an element for each coefficient.
    public func fits(_ evaluator: Evaluator) -> Bool {
      current.fits(evaluator.dimension) && stagnation.isSound && steps.isCount
        && units.count == evaluator.dimension
    }
  }

  /// Objectives with kinks or walls need another method, and so does a step without products.
  public func objection(to objective: Objective) -> Sentence? {
    if let maximumProducts, maximumProducts < 1 {
      return "\(maximumProducts) products in a step; it needs 1 or more"
    }
    return objective.isSmooth
      ? nil : "\(name) follows gradients, and \(objective.kinks)"
  }

  /// The state at a point, with a region as wide as the point is far from 0, or as the first step is long if that is longer.
  public func start(at point: [Double], on evaluator: Evaluator) throws -> State {
    let current = try Iterate(at: point, on: evaluator)
    var state = State(
      current: current, radius: 1, units: point.map { _ in 1 }, unitDecrease: 0,
      stagnation: Stagnation(current))
    guard current.isFinite, current.gradient.contains(where: { $0 != 0 }) else { return state }
    let inverse = try CurvatureUnits.inverseCurvatures(at: current, on: evaluator)
    state.unitDecrease = zip(current.gradient, inverse).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }
    setUnits(&state, inverse)
    let place = zip(point, state.units).map { $0 / $1 }
    state.radius = Swift.max(1, dot(place, place).squareRoot())
    // The model is the function itself, and products with its Hessian cost nothing: the first step goes to the minimum.
    if try evaluator.constantHessian() != nil {
      state.forcing = Self.leastForcing
      let step = try trial(state, radius: 1e150, on: evaluator)
      if !step.reachesEdge && step.decrease > 0 { state.radius = Swift.max(state.radius, 2 * step.length) }
    }
    return state
  }

  /// Measures each coefficient by its curvature.
  private func setUnits(_ state: inout State, _ inverse: [Double]) {
    let units = inverse.map { (state.unitDecrease * $0).squareRoot() }
    if units.allSatisfy({ $0 > 0 && $0.isFinite }) { state.units = units }
  }

  private func trial(_ state: State, radius: Double, on evaluator: Evaluator) throws -> SteihaugStep {
    let count = state.current.point.count
    return try SteihaugStep(
      from: state.current, units: state.units, radius: radius, forcing: state.forcing,
      products: maximumProducts ?? 2 * count + 50, on: evaluator)
  }

  /// One step that is taken: the region shrinks until there is one.
  public func step(_ state: inout State, on evaluator: Evaluator) throws {
    let old = state.current
    let slack = state.stagnation.slack(at: old.value)
    state.steps += 1
    // Units change where the model does; of a few coefficients they are measured again then.
    if state.steps > 1, state.isSurprised || state.steps & (state.steps - 1) == 0,
      old.point.count <= CurvatureUnits.mostCoefficients, try evaluator.constantHessian() == nil
    {
      setUnits(&state, try CurvatureUnits.inverseCurvatures(at: old, on: evaluator))
    }
    state.isSurprised = false
    while true {
      let trial = try trial(state, radius: state.radius, on: evaluator)
      let point = zip(old.point, trial.step).map { $0 + $1 }
      // A region below rounding, or a Hessian that is not finite, leaves no step.
      if point == old.point || !(trial.decrease > 0) {
        state.current.isStuck = true
        return
      }
      guard let next = try Iterate(trying: point, on: evaluator) else {
        state.radius = 0.1 * trial.length
        state.isSurprised = true
        continue
      }
      let agreement = Self.decrease(from: old, to: next, trial, slack) / trial.decrease
      if agreement < 0.25 {
        state.radius = 0.25 * trial.length
      } else if agreement > 0.75 && trial.reachesEdge {
        // Not so far that the square of the radius overflows.
        state.radius = Swift.min(1e150, state.radius * (agreement > 0.9 && agreement < 1.1 ? 4 : 2))
      }
      if !(agreement > 0.5 && agreement < 2) { state.isSurprised = true }
      if agreement < 1e-4 { continue }
      state.forcing = Self.forcing(state.forcing, from: old, to: next)
      state.current = next
      if state.stagnation.isIdle(at: next) { state.current.isStuck = true }
      return
    }
  }

  /// How far the value fell; from the slopes at both ends, where the values differ by rounding only.
  private static func decrease(
    from old: Iterate, to next: Iterate, _ trial: SteihaugStep, _ slack: Double
  ) -> Double {
    let fall = old.value - next.value
    if Swift.abs(fall) > slack || trial.decrease > 100 * slack { return fall }
    return -0.5 * (dot(old.gradient, trial.step) + dot(next.gradient, trial.step))
  }

  /// Below this, rounding errors of products are the residual.
  private static let leastForcing = 1e-8

  /// 0.9 times the square of the gradient's fall, unless that is a sudden drop from a coarse residual.
  private static func forcing(_ last: Double, from old: Iterate, to next: Iterate) -> Double {
    let share = greatestMagnitude(next.gradient) / greatestMagnitude(old.gradient)
    let chosen = 0.9 * share * share
    let kept = 0.9 * last * last
    return Swift.max(leastForcing, Swift.min(0.5, kept > 0.1 ? Swift.max(chosen, kept) : chosen))
  }
}

extension Optimizer where Self == TruncatedNewton {
  /// Newton's method in a trust region, for smooth objectives of any size.
  ///
  /// ```swift
  /// let x = Tensor.parameter("x", shape: [2])
  /// let rosenbrock = try Objective(squared(1 - x[0]) + 100 * squared(x[1] - squared(x[0])))
  /// try minimize(rosenbrock, from: [[-1.2, 1]], using: .truncatedNewton())[x]  // [1. 1.]
  /// ```
  ///
  /// - Parameter maximumProducts: The most products with the Hessian in one step; nil for twice as many as there are
  ///   coefficients, and 50.
  public static func truncatedNewton(maximumProducts: Int? = nil) -> TruncatedNewton {
    TruncatedNewton(maximumProducts: maximumProducts)
  }
}
