import ChainRule

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

  /// Evaluates the objective at a point.
  ///
  /// ```swift
  /// let w = Tensor.parameter("w", shape: [2])
  /// let iterate = try Iterate(at: [1, 2], on: Evaluator(Objective(sum(squared(w)))))
  /// print(iterate.value, iterate.gradient)  // 5.0 [2.0, 4.0]
  /// ```
  ///
  /// - Throws: What evaluating throws.
  public init(at point: [Double], on evaluator: Evaluator) throws {
    self.point = point
    (value, gradient) = try evaluator.smoothGradient(at: point)
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

extension Iterate {
  /// A point that may lie where the objective has no finite value or gradient; nil there.
  init?(trying point: [Double], on evaluator: Evaluator) throws {
    guard point.allSatisfy(\.isFinite) else { return nil }
    do {
      try self.init(at: point, on: evaluator)
    } catch let error as ChainRuleError where error.kind == .nonFinite || error.kind == .singular {
      return nil
    }
    if !isFinite { return nil }
  }
}
