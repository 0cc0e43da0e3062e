public import ChainRule
/// A way to go from one point to a better one.
///
/// An optimizer is a value that holds its settings; what it remembers between steps is its state, which can be
/// saved and taken up again. `minimize` runs any of them, and none has a loop of its own.
///
/// An optimizer of one's own says where the search is. The value and the gradient that it is judged by are the objective's: they are
/// computed anew, unless they are those that `Iterate(at:on:)` found last.
public protocol Optimizer: Sendable {
  /// What is remembered between steps.
  associatedtype State: OptimizerState

  /// What tables and messages call it.
  var name: String { get }

  /// Why this optimizer cannot be used for an objective, as a sentence; nil if it can.
  func objection(to objective: Objective) -> Sentence?

  /// The state before the first step.
  ///
  /// - Throws: What evaluating the objective throws.
  func start(at point: [Double], on evaluator: Evaluator) throws -> State

  /// One step: changes the point in the state, and the value and gradient with it.
  ///
  /// - Throws: What evaluating the objective throws.
  func step(_ state: inout State, on evaluator: Evaluator) throws

  /// What to do about a search from a point that diverged, as a clause; nil if the optimizer does not know.
  ///
  /// - Throws: What evaluating the objective throws.
  func advice(afterDivergingFrom start: [Double], on evaluator: Evaluator) throws -> String?
}

extension Optimizer {
  /// Nothing is known of most optimizers.
  public func advice(afterDivergingFrom start: [Double], on evaluator: Evaluator) throws -> String? { nil }
}

/// An optimizer of this library, whose states hold what the evaluator computed.
///
/// Of any other the value and the gradient are computed anew, so that no search ends by numbers that are not the objective's.
protocol EvaluatedOptimizer: Optimizer {
  /// How many vectors of so many coefficients it remembers between steps, beside the few that every search needs.
  func rememberedVectors(of count: Int) -> Int
}

extension EvaluatedOptimizer {
  /// Most remember one or two.
  func rememberedVectors(of count: Int) -> Int { 2 }
}

/// What an optimizer remembers: the point it is at, and more as it needs.
///
/// A state that was saved and read back continues with the same numbers to the last bit.
public protocol OptimizerState: Codable, Sendable {
  /// Where the search is, and the values there.
  var current: Iterate { get set }

  /// What a method for least squares knows about how far the minimum is. Those of this library are judged by this instead of the
  /// gradient.
  var optimality: LeastSquaresOptimality? { get }

  /// Whether the vectors and orders in a state that was read from a file are those of an objective.
  func fits(_ evaluator: Evaluator) -> Bool
}

extension OptimizerState {
  /// Other methods are judged by the gradient.
  public var optimality: LeastSquaresOptimality? { nil }

  /// A state without vectors of its own fits if its point does.
  public func fits(_ evaluator: Evaluator) -> Bool { current.fits(evaluator.dimension) }
}

extension Optimizer {
  /// Objectives with kinks need an optimizer made for them.
  public func objection(to objective: Objective) -> Sentence? {
    objective.isSmooth
      ? nil
      : "\(name) follows gradients, and \(objective.kinks)"
  }
}
