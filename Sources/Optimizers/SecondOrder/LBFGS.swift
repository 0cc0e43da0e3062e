public import ChainRule
/// The quasi-Newton method with limited memory: curvature learnt from the last steps and the change of the gradient.
///
/// Each step goes along `−H g`, where H is built from the last pairs of a step s and the change y of the gradient, to a
/// point that satisfies the strong Wolfe conditions.
///
/// - Complexity: O(memory · coefficients) for each step, and about one evaluator of the gradient.
/// - Source: Liu and Nocedal, "On the limited memory BFGS method for large scale optimization", Math. Programming 45
///   (1989); Nocedal and Wright, Numerical Optimization (2006), algorithm 7.4.
public struct LBFGS: Optimizer, EvaluatedOptimizer {
  /// How many steps are remembered.
  public var memory: Int

  /// Creates a method that remembers `memory` steps.
  public init(memory: Int = 12) { self.memory = memory }

  /// What tables and messages call it.
  public var name: String { "L-BFGS" }

  /// A step and the change of the gradient for each that is remembered.
  func rememberedVectors(of count: Int) -> Int { 2 * mostPairs(of: count) }

  /// As many steps as there are coefficients span all of them; twice as many are as good as more.
  private func mostPairs(of count: Int) -> Int { Swift.min(memory, Swift.max(64, 2 * count)) }

  /// What it remembers between steps.
  public struct State: OptimizerState {
    /// Where the search is.
    public var current: Iterate
    var pairs: [Pair] = []
    /// The inverse of the curvature of each coefficient, where the memory was empty last.
    var inverseCurvatures: [Double]
    var stagnation: Stagnation

    /// Whether all vectors have an element for each coefficient.
    public func fits(_ evaluator: Evaluator) -> Bool {
      let n = evaluator.dimension
      return current.fits(n) && stagnation.isSound && inverseCurvatures.count == n
        && pairs.allSatisfy { $0.step.count == n && $0.change.count == n }
    }
  }

  /// A step, and the change of the gradient that it brought.
  struct Pair: Codable, Hashable, Sendable {
    let step: [Double]
    let change: [Double]
  }

  /// Objectives with kinks or walls need another method, and so does a memory without room.
  public func objection(to objective: Objective) -> Sentence? {
    if memory < 1 { return "a memory of \(memory) steps; it remembers 1 or more" }
    return objective.isSmooth
      ? nil : "\(name) follows gradients, and \(objective.kinks)"
  }

  /// The state at a point, with an empty memory.
  public func start(at point: [Double], on evaluator: Evaluator) throws -> State {
    let current = try Iterate(at: point, on: evaluator)
    return State(
      current: current, inverseCurvatures: point.map { _ in 1 }, stagnation: Stagnation(current))
  }

  /// One line search; where the learnt curvature leads nowhere, along the gradient with an empty memory.
  public func step(_ state: inout State, on evaluator: Evaluator) throws {
    let old = state.current
    var next: Iterate?
    if !state.pairs.isEmpty {
      let direction = Self.direction(old.gradient, state.pairs, state.inverseCurvatures)
      next = try search(from: state, along: direction, startingWith: 1, on: evaluator)
      if next == nil { state.pairs = [] }
    }
    if next == nil, old.gradient.contains(where: { $0 != 0 }) {
      state.inverseCurvatures = try CurvatureUnits.inverseCurvatures(at: old, on: evaluator)
      let direction = zip(old.gradient, state.inverseCurvatures).map { -$0 * $1 }
      next = try search(from: state, along: direction, startingWith: 1, on: evaluator)
    }
    guard let next else {
      state.current.isStuck = true
      return
    }
    state.current = next
    remember(
      Pair(step: difference(next.point, old.point), change: difference(next.gradient, old.gradient)), &state)
    if state.stagnation.isIdle(at: next) { state.current.isStuck = true }
  }

  private func search(
    from state: State, along direction: [Double], startingWith length: Double, on evaluator: Evaluator
  ) throws -> Iterate? {
    let slack = state.stagnation.slack(at: state.current.value)
    return try LineSearch(from: state.current, along: direction, slack: slack, on: evaluator)
      .search(startingWith: length)
  }

  /// Keeps a pair if the curvature along the step is positive beyond rounding: only such keep H positive definite.
  private func remember(_ pair: Pair, _ state: inout State) {
    let bend = dot(pair.step, pair.change)
    // In units of the curvature, coefficients with greater numbers do not hide the others.
    let (steps, changes) = pair.step.indices.reduce((0.0, 0.0)) {
      let (step, change, inverse) = (pair.step[$1], pair.change[$1], state.inverseCurvatures[$1])
      return ($0.0 + step / inverse * step, $0.1 + change * inverse * change)
    }
    guard bend > 1e-15 * steps.squareRoot() * changes.squareRoot() else { return }
    state.pairs.append(pair)
    let most = mostPairs(of: pair.step.count)
    if state.pairs.count > most { state.pairs.removeFirst(state.pairs.count - most) }
  }

  /// −H g by the two loops over the pairs, from the inverse of each coefficient's curvature.
  static func direction(_ gradient: [Double], _ pairs: [Pair], _ inverse: [Double]) -> [Double] {
    var result = gradient.map { -$0 }
    var shares: [Double] = []
    for pair in pairs.reversed() {
      let share = dot(pair.step, result) / dot(pair.step, pair.change)
      shares.append(share)
      for index in result.indices { result[index] -= share * pair.change[index] }
    }
    if let last = pairs.last {
      let changes = last.change.indices.reduce(0) { $0 + last.change[$1] * inverse[$1] * last.change[$1] }
      let scale = dot(last.step, last.change) / changes
      for index in result.indices { result[index] *= scale * inverse[index] }
    }
    for (pair, share) in zip(pairs, shares.reversed()) {
      let rest = share - dot(pair.change, result) / dot(pair.step, pair.change)
      for index in result.indices { result[index] += rest * pair.step[index] }
    }
    return result
  }
}

extension Optimizer where Self == LBFGS {
  /// The quasi-Newton method with limited memory, for smooth objectives of any size.
  ///
  /// ```swift
  /// let x = Tensor.parameter("x", shape: [2])
  /// let rosenbrock = try Objective(squared(1 - x[0]) + 100 * squared(x[1] - squared(x[0])))
  /// try minimize(rosenbrock, from: [[-1.2, 1]], using: .lbfgs())[x]  // [1. 1.]
  /// ```
  ///
  /// - Parameter memory: How many steps are remembered.
  public static func lbfgs(memory: Int = 12) -> LBFGS { LBFGS(memory: memory) }
}
