import ChainRule

/// How near to the optimum a point is, by inequalities that can be checked from the point alone.
///
/// ```swift
/// let w = Tensor.parameter("w", shape: [2])
/// let objective = try Objective(squared(w[0] - 3) + 10 * squared(w[1] + 1))
/// let solution = try minimize(objective, using: .truncatedNewton())
/// if let certificate = solution.certificate { print(certificate) }
/// // ‖∂f‖∞ = …; f is at most … above the minimum; the coefficients are within … of the optimum
/// ```
///
/// With a convex loss, its slope bounds the objective from below everywhere, so that no point whose coefficients
/// differ by at most `radius` lies lower by more than `gap`; and a point farther away by no more than `gap` times
/// its distance in radii. Where the loss curves upwards by at least `strongConvexity` in every direction, the shortest
/// subgradient also bounds the distance.
///
/// - Source: Boyd and Vandenberghe, Convex Optimization (2004), §9.1.2 and §5.5.1.
public struct Certificate: Codable, Hashable, Sendable, CustomStringConvertible {
  /// The greatest element of the shortest subgradient, the violation of the Karush–Kuhn–Tucker conditions.
  public let stationarity: Double
  /// The duality gap: how much lower the objective can be, for a convex loss, where no coefficient differs by more than
  /// `radius`; anywhere, if the loss is quadratic and strongly convex.
  public let gap: Double
  /// The greatest difference of a coefficient that the gap looks at; the greatest number where it holds everywhere.
  public let radius: Double
  /// A lower bound of the curvature of the smooth part at the point, in every direction; nil if none above 0 is known.
  public let strongConvexity: Double?
  /// The Euclidean distance of all coefficients from the optimum is at most this; nil if no curvature bounds it.
  public let distanceBound: Double?
  /// Whether the curvature is the same everywhere, so that the bounds hold without a condition; elsewhere they hold if
  /// the curvature is nowhere between here and the optimum less than here.
  public let hasConstantCurvature: Bool

  /// Computes what is known at a point.
  init(_ current: Iterate, _ evaluator: Evaluator, _ rule: StoppingRule) throws {
    let shortest = try evaluator.shortestSubgradient(current.gradient, at: current.point)
    stationarity = greatestMagnitude(shortest)
    radius = Swift.max(1, greatestMagnitude(current.point))
    let near = DualityGap.value(current, evaluator.objective, shortest, radius: radius)
    guard rule.checksCurvature, !current.point.isEmpty else {
      (gap, strongConvexity, distanceBound, hasConstantCurvature) = (near, nil, nil, false)
      return
    }
    hasConstantCurvature = try evaluator.hasConstantHessian()
    var bend = 0.0
    do {
      bend = try SpectrumBounds(dimensions: current.point.count) {
        try evaluator.hessianProduct(at: current.point, along: $0)
      }.smallest.outerBound
    } catch let error as ChainRuleError where error.kind == .nonFinite || error.kind == .singular {
      // There is no curvature to bound anything by.
    }
    guard bend > 0, bend.isFinite else {
      (gap, strongConvexity, distanceBound) = (near, nil, nil)
      return
    }
    let squares = dot(shortest, shortest)
    strongConvexity = bend
    distanceBound = squares.squareRoot() / bend
    gap = hasConstantCurvature ? squares / (2 * bend) : near
  }

  /// What a dual value says: that no point anywhere is lower by more than the gap.
  init(stationarity: Double, globalGap: Double) {
    self.stationarity = stationarity
    gap = globalGap
    radius = .greatestFiniteMagnitude
    (strongConvexity, distanceBound, hasConstantCurvature) = (nil, nil, false)
  }

  /// What is known, as one sentence.
  public var description: String {
    var parts = ["‖∂f‖∞ = \(short(stationarity))"]
    if radius == .greatestFiniteMagnitude {
      return parts[0] + "; f is at most \(short(gap)) above the minimum, by the value of the dual"
    }
    if let distanceBound, let strongConvexity {
      let condition =
        hasConstantCurvature
        ? "" : " if the curvature between is at least the \(short(strongConvexity)) of here"
      if hasConstantCurvature { parts.append("f is at most \(short(gap)) above the minimum") }
      parts.append("the coefficients are within \(short(distanceBound)) of the optimum" + condition)
    }
    if distanceBound == nil || !hasConstantCurvature {
      parts.append(
        "for a convex loss, f is at most \(short(gap)) above any point whose coefficients differ by up to "
          + short(radius))
    }
    return parts.joined(separator: "; ")
  }
}

/// The duality gap of a convex smooth part plus penalties.
///
/// The plane that touches the smooth part f at w lies below it, so f(v) + h(v) ≥ f(w) + ∇f·(v − w) + h(v). The least
/// value of the right side is the dual objective at −∇f. Where the dual point is not feasible, because an intercept's
/// slope is not exactly 0 or a slope exceeds λ by a rounding error, that least value would be infinite; within a box
/// around w it is not.
enum DualityGap {
  static func value(
    _ current: Iterate, _ objective: Objective, _ shortest: [Double], radius: Double
  ) -> Double {
    var gap = 0.0
    for (position, penalty) in objective.penalties.enumerated() {
      let range = objective.layout.ranges[position]
      if case .groupLasso(let lambda) = penalty {
        let size = Swift.max(1, objective.layout.groupSize(position))
        for start in stride(from: range.lowerBound, to: range.upperBound, by: size) {
          gap += group(start..<start + size, lambda, current, shortest, radius)
        }
        continue
      }
      var (lower, upper) = (-Double.infinity, Double.infinity)
      switch penalty {
      case .nonNegative: lower = 0
      case .box(let low, let high): (lower, upper) = (low, high)
      default: break
      }
      for index in range {
        let (w, slope) = (current.point[index], current.gradient[index])
        // A sum of two lines, so one of these places is the lowest.
        let places = [Swift.max(lower, w - radius), Swift.min(upper, w + radius), 0]
        gap += places.reduce(0) { most, v in
          if v < lower || v > upper || v == 0 && Swift.abs(w) > radius { return most }
          return Swift.max(most, slope * (w - v) + penalty.magnitudes * (Swift.abs(w) - Swift.abs(v)))
        }
      }
    }
    return gap
  }

  /// A bound for a group: by the shortest subgradient, or by the conjugate of the norm, whichever is less.
  private static func group(
    _ range: Range<Int>, _ lambda: Double, _ current: Iterate, _ shortest: [Double], _ radius: Double
  ) -> Double {
    var (squares, slopes, rest, product) = (0.0, 0.0, 0.0, 0.0)
    for index in range {
      squares += current.point[index] * current.point[index]
      slopes += current.gradient[index] * current.gradient[index]
      rest += shortest[index] * shortest[index]
      product += current.point[index] * current.gradient[index]
    }
    let reach = radius * Double(range.count).squareRoot()
    let size = squares.squareRoot()
    let conjugate = Swift.max(0, slopes.squareRoot() - lambda) * (size + reach)
    return Swift.min(rest.squareRoot() * reach, Swift.max(0, product + lambda * size + conjugate))
  }
}
