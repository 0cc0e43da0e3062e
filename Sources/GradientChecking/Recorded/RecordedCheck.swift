internal import ChainRule

/// The derivatives of one recorded loss at one point, each judged by the shadow.
struct RecordedCheck {
  /// How many scalar operations may be spent on looking at coordinates one by one, where a kink asks for it.
  static let kinkBudget = 10_000_000
  /// In how many random directions subgradients are tried, and derivatives that come by direction are taken.
  static let directionCount = 3

  let point: RecordedPoint
  let truth: ShadowGradient<Wide>
  let rules: DerivativeRules
  let rounding: Rounding
  let seed: UInt64

  /// - Throws: ``Unshadowed`` if the loss has an operation without a shadow.
  init(of point: RecordedPoint, rules: DerivativeRules, seed: UInt64) throws {
    self.point = point
    self.rules = rules
    self.seed = seed
    truth = try ShadowGradient(of: point.loss, in: point.variables, at: point.shadow)
    rounding = Rounding(of: point)
  }

  var shapes: [[Int]] { truth.derivatives.map(\.shape) }
  var count: Int { truth.derivatives.reduce(0) { $0 + $1.elements.count } }

  /// What rounding may do to derivatives that are computed in double precision, found out when it is first asked for.
  final class Rounding {
    private let point: RecordedPoint
    private lazy var derivatives = try? ShadowGradient<Enclosure<Double>>(
      of: point.loss, in: point.variables, at: point.shadow
    ).derivatives

    init(of point: RecordedPoint) { self.point = point }

    func of(_ variable: Int, _ element: Int) -> Double {
      derivatives?[variable].elements[element].radius ?? .infinity
    }

    func along(_ direction: [ShadowArray<Double>]) -> Double {
      guard let derivatives else { return .infinity }
      return zip(derivatives, direction).reduce(0) { sum, pair in
        zip(pair.0.elements, pair.1.elements).reduce(sum) {
          $0 + ($1.0.radius + $1.0.magnitude * 0x1p-52) * abs($1.1)
        }
      }
    }
  }

  /// The judgement of a gradient: given as numbers, and as formulas where they are known.
  func judgedGradient(
    _ given: [NDArray<Double>], _ formula: [ShadowArray<Wide>]?, mode: CheckedDerivative.Mode
  ) throws -> [CheckedDerivative] {
    let judge = DerivativeJudge(mode: mode, order: 1)
    let claims = claims(given, formula, truth.derivatives)
    if let node = truth.decisions.undecided.first {
      return claims.map { judge.untold($0, DerivativeJudge.tooClose(node)) }
    }
    if truth.decisions.ties.isEmpty { return claims.map(judge.judged) }
    return try judgedAtKink(claims, judge)
  }

  private func claims(
    _ given: [NDArray<Double>], _ formula: [ShadowArray<Wide>]?, _ truth: [ShadowArray<Wide>]
  ) -> [DerivativeJudge.Claim] {
    point.variables.indices.flatMap { variable in
      let label = point.variables[variable].label
      return truth[variable].elements.indices.map { element in
        DerivativeJudge.Claim(
          place: .coordinate(element, of: label, shape: truth[variable].shape),
          given: given[variable].elements[element], formula: formula?[variable].elements[element],
          truth: truth[variable].elements[element], rounding: { rounding.of(variable, element) })
      }
    }
  }

  /// Coordinates that move what ties by their slopes to both sides, then random directions: a subgradient lies
  /// between the slopes in every one.
  private func judgedAtKink(
    _ claims: [DerivativeJudge.Claim], _ judge: DerivativeJudge
  ) throws -> [CheckedDerivative] {
    var affordable = max(16, Self.kinkBudget / max(1, truth.operations))
    var zeros = shapes.map { shape in ShadowArray<Double>(shape: shape) { _ in 0 } }
    var judged: [CheckedDerivative] = []
    for variable in shapes.indices {
      for element in zeros[variable].elements.indices {
        let claim = claims[judged.count]
        guard truth.isTied[variable].elements[element] else {
          judged.append(judge.judged(claim))
          continue
        }
        guard affordable > 0 else {
          judged.append(judge.untold(claim, "the loss has a kink in too many coordinates to look at each"))
          continue
        }
        affordable -= 1
        zeros[variable].elements[element] = 1
        judged.append(try judge.judged(claim, along: zeros, in: self))
        zeros[variable].elements[element] = 0
      }
    }
    var directions = RandomDirections(seed: seed)
    for number in 1...Self.directionCount {
      let isTied = number % 2 == 1
      let direction =
        isTied ? directions.nextTied(in: shapes, isFirst: number == 1) : directions.next(in: shapes)
      let claim = product(of: claims, along: direction, .direction(number))
      let along = try judge.judged(claim, along: direction, in: self)
      if along.verdict.isFailure { judged.append(along) }
    }
    return judged
  }

  /// The directional derivative that a gradient amounts to.
  private func product(
    of claims: [DerivativeJudge.Claim], along direction: [ShadowArray<Double>],
    _ place: CheckedDerivative.Place
  ) -> DerivativeJudge.Claim {
    let steps = direction.flatMap(\.elements)
    let hasFormula = claims.allSatisfy { $0.formula != nil }
    func total(_ value: (DerivativeJudge.Claim) -> Wide) -> Wide {
      zip(claims, steps).reduce(Wide(0)) { $0 + value($1.0) * Wide($1.1) }
    }
    return DerivativeJudge.Claim(
      place: place, given: total { Wide($0.given) }.approximation,
      formula: hasFormula ? total { $0.formula ?? Wide(0) } : nil, truth: total(\.truth),
      rounding: { rounding.along(direction) })
  }
}

extension DerivativeJudge {
  /// Decides by the slopes to both sides along a direction.
  func judged(
    _ claim: Claim, along direction: [ShadowArray<Double>], in check: RecordedCheck
  ) throws -> CheckedDerivative {
    let slopes = try SideSlopes(of: check.point, along: direction, value: check.truth.value)
    if let problem = slopes.problem { return untold(claim, problem) }
    if !slopes.areEqual { return judged(claim, between: slopes.below, and: slopes.above) }
    return judged(
      Claim(
        place: claim.place, given: claim.given, formula: claim.formula, truth: slopes.above,
        rounding: claim.rounding))
  }
}
