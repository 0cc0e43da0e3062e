/// A way to go from one point to a better one.
///
/// An optimizer is a value that holds its settings; what it remembers between steps is its state, which can be
/// saved and taken up again. `minimize` runs any of them, and none has a loop of its own.
public protocol Optimizer: Sendable {
  /// What is remembered between steps.
  associatedtype State: OptimizerState

  /// What tables and messages call it.
  var name: String { get }

  /// Why this optimizer cannot be used for an objective, as a sentence; nil if it can.
  func objection(to objective: Objective) -> String?

  /// The state before the first step.
  ///
  /// - Throws: What evaluating the objective throws.
  func start(at point: [Double], on evaluation: Evaluation) throws -> State

  /// One step: changes the point in the state, and the value and gradient with it.
  ///
  /// - Throws: What evaluating the objective throws.
  func step(_ state: inout State, on evaluation: Evaluation) throws

  /// What to do about a search from a point that diverged, as a clause; nil if the optimizer does not know.
  ///
  /// - Throws: What evaluating the objective throws.
  func advice(afterDivergingFrom start: [Double], on evaluation: Evaluation) throws -> String?
}

extension Optimizer {
  /// Nothing is known of most optimizers.
  public func advice(afterDivergingFrom start: [Double], on evaluation: Evaluation) throws -> String? { nil }
}

/// What an optimizer remembers: the point it is at, and more as it needs.
///
/// A state that was saved and read back continues with the same numbers to the last bit.
public protocol OptimizerState: Codable, Sendable {
  /// Where the search is, and the values there.
  var current: Iterate { get set }

  /// Whether the vectors and orders in a state that was read from a file are those of an objective.
  func fits(_ evaluation: Evaluation) -> Bool
}

extension OptimizerState {
  /// A state without vectors of its own fits if its point does.
  public func fits(_ evaluation: Evaluation) -> Bool { current.fits(evaluation.dimension) }
}

/// A point with the smooth part of the objective and its gradient there.
public struct Iterate: Codable, Hashable, Sendable {
  /// All coefficients.
  public var point: [Double]
  /// The smooth part of the objective.
  public var value: Double
  /// Its gradient.
  public var gradient: [Double]
  /// Whether the optimizer found no better point near this one, so that another step would not help.
  public var isStuck = false
  /// What a method for least squares knows about how far the minimum is; it is judged by this instead of the gradient.
  public var optimality: LeastSquaresOptimality?

  /// Evaluates the objective at a point.
  ///
  /// - Throws: What evaluating throws.
  public init(at point: [Double], on evaluation: Evaluation) throws {
    self.point = point
    (value, gradient) = try evaluation.smoothGradient(at: point)
  }

  /// A point whose value and gradient are known.
  public init(point: [Double], value: Double, gradient: [Double]) {
    self.point = point
    self.value = value
    self.gradient = gradient
  }

  /// Whether the point and the gradient have an element for each coefficient.
  func fits(_ dimension: Int) -> Bool { point.count == dimension && gradient.count == dimension }

  /// Whether all numbers are finite.
  public var isFinite: Bool {
    value.isFinite && point.allSatisfy(\.isFinite) && gradient.allSatisfy(\.isFinite)
  }
}

extension Optimizer {
  /// Objectives with kinks need an optimizer made for them.
  public func objection(to objective: Objective) -> String? {
    objective.isSmooth
      ? nil
      : "\(name) follows gradients, and \(objective.kinks)"
  }
}
