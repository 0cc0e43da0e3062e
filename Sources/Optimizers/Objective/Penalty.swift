import ChainRule

/// What is added to a loss for the size of a parameter, or a region that it may not leave.
///
/// The penalty is always added as it stands, to a loss that is a mean over rows: `(1/N) Σ loss + penalty`.
///
/// ```swift
/// let w = Tensor.parameter("w", shape: [2])
/// let loss = squared(w[0] - 3) + squared(w[1] - 0.2)
/// let lasso = try Objective(loss, penalties: [w: .lasso(1)])
/// try minimize(lasso, using: .proximalNewton())[w]  // [2.5 0. ]
/// let ridge = try Objective(loss, penalties: [w: .ridge(1)])
/// try minimize(ridge, using: .truncatedNewton())[w] // [1.5 0.1]
/// ```
public enum Penalty: Hashable, Codable, Sendable {
  /// Nothing.
  case none
  /// `λ Σ w²`.
  case ridge(Double)
  /// `λ Σ |w|`, which makes coefficients exactly zero.
  case lasso(Double)
  /// `λ (mixing · Σ |w| + (1 − mixing) · Σ w²)`, with the mixing from 0, ridge, to 1, lasso.
  case elasticNet(Double, mixing: Double)
  /// `λ Σ ‖group‖₂`, where a group is a row of the parameter (its first axis); a vector's groups are its elements.
  case groupLasso(Double)
  /// 0 where every coefficient is at least 0, and infinite elsewhere.
  case nonNegative
  /// 0 where every coefficient lies between the bounds, and infinite elsewhere.
  case box(lower: Double, upper: Double)

  /// The factor λ′ of `λ′ Σ w²`, the smooth part.
  package var squares: Double {
    switch self {
    case .ridge(let lambda): lambda
    case .elasticNet(let lambda, let mixing): lambda * (1 - mixing)
    default: 0
    }
  }

  /// The factor λ′ of `λ′ Σ |w|`.
  package var magnitudes: Double {
    switch self {
    case .lasso(let lambda): lambda
    case .elasticNet(let lambda, let mixing): lambda * mixing
    default: 0
    }
  }

  /// Whether something remains besides the smooth part.
  package var hasKinks: Bool {
    switch self {
    case .none, .ridge: false
    case .lasso, .elasticNet: magnitudes > 0
    case .groupLasso(let lambda): lambda > 0
    case .nonNegative, .box: true
    }
  }

  /// What is wrong with the numbers, or nil.
  package var problem: String? {
    switch self {
    case .none, .nonNegative: return nil
    case .ridge(let lambda), .lasso(let lambda), .groupLasso(let lambda):
      return lambda >= 0 && lambda.isFinite ? nil : "λ is \(lambda)"
    case .elasticNet(let lambda, let mixing):
      if !(lambda >= 0 && lambda.isFinite) { return "λ is \(lambda)" }
      return mixing >= 0 && mixing <= 1 ? nil : "the mixing is \(mixing), not between 0 and 1"
    case .box(let lower, let upper):
      return lower <= upper ? nil : "the lower bound \(lower) is above the upper bound \(upper)"
    }
  }

  /// What the numbers must be.
  var mend: String {
    switch self {
    case .none, .nonNegative: ""
    case .ridge, .lasso, .groupLasso: "λ is 0 or more, and finite"
    case .elasticNet: "λ is 0 or more, and finite, and the mixing from 0 to 1"
    case .box: "give the lower bound first"
    }
  }

  /// The penalty of a parameter called `name`, as a term of a formula; nil where it adds nothing.
  package func formula(of name: String) -> String? {
    switch self {
    case .none: nil
    case .ridge(let lambda): "\(lambda) Σ \(name)²"
    case .lasso(let lambda): "\(lambda) Σ |\(name)|"
    case .elasticNet(let lambda, let mixing): "\(lambda) (\(mixing) Σ |\(name)| + \(1 - mixing) Σ \(name)²)"
    case .groupLasso(let lambda): "\(lambda) Σ ‖\(name)ᵢ‖"
    case .nonNegative, .box: nil
    }
  }

  /// The region that a parameter called `name` may not leave, as a condition; nil where it may be anywhere.
  package func condition(on name: String) -> String? {
    switch self {
    case .nonNegative: "\(name) ≥ 0"
    case .box(let lower, let upper): "\(lower) ≤ \(name) ≤ \(upper)"
    default: nil
    }
  }
}
