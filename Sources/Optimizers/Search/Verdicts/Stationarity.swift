import ChainRule

/// Whether a point is stationary to a tolerance, by what a Newton step would change: in units of the coefficients and of the value
/// themselves.
///
/// The root of the decrease beside the value is to be no more than the tolerance; or the greatest change of a coefficient, beside its
/// size or the way that it came, no more than the square of it; where the step leaves nothing of the value, as at an exact fit, no more
/// than the tolerance itself.
///
/// - Source: D. M. Bates and D. G. Watts, "A relative offset orthogonality convergence criterion for nonlinear least squares",
///   Technometrics 23 (1981), which compares the same two for the model of Gauss and Newton.
struct Stationarity {
  /// Below this share of the value, a change of it in one coefficient is nothing: what is lost in the last bits twice over.
  private static let nothing = 0x1p-100

  let holds: Bool
  /// The inequality that says so, or the contrary, in terms of the greatest slope.
  let text: String
  /// The greatest change of a coefficient by a Newton step, beside its size.
  private(set) var relativeStep = Double.infinity
  /// Nil where the curvature is not finite.
  let model: LocalModel?

  private let current: Iterate
  private let slopes: [Double]
  private let extent: SearchExtent
  private let evaluator: Evaluator

  /// - Parameters:
  ///   - slopes: The shortest subgradient.
  ///   - value: The objective, penalties included.
  init(
    of current: Iterate, slopes: [Double], value: Double, _ extent: SearchExtent, _ tolerance: Double,
    on evaluator: Evaluator
  ) throws {
    (self.current, self.slopes, self.extent, self.evaluator) = (current, slopes, extent, evaluator)
    let free = Set(evaluator.freeCoefficients(at: current.point))
    let moving = slopes.indices.filter { slopes[$0] != 0 || free.contains($0) }
    let greatest = greatestMagnitude(slopes)
    model = try LocalModel.finite(at: current, slopes: slopes, moving: moving, on: evaluator)
    // The share of the tolerance that is used up.
    var used = greatest == 0 ? 0 : Double.infinity
    if let model {
      let (unit, reach) = (extent.valueUnit(at: value), extent.reach(at: current.point))
      func change(beside unit: Double) -> Double {
        moving.reduce(0) { most, index in
          if model.step[index] == 0 || model.effects[index] <= Self.nothing * unit { return most }
          return Swift.max(most, Swift.abs(model.step[index]) / reach[index])
        }
      }
      func share(of unit: Double) -> Double {
        model.decrease == 0 ? 0 : (model.decrease / unit).squareRoot()
      }
      relativeStep = change(beside: unit)
      if greatest > 0 {
        used = Swift.min(share(of: unit), relativeStep / tolerance) / tolerance
        // An exact fit has no value for a decrease to be compared with: there the digits of coefficients count.
        if extent.isExactFit(at: value, promised: model.decrease, tolerance: tolerance) {
          let gain = Swift.max(unit, extent.gain(to: value))
          used = Swift.min(used, Swift.max(change(beside: gain), share(of: gain)) / tolerance)
        }
      }
      if used <= 1, try Self.slides(current, model, extent, evaluator) { used = .infinity }
    }
    holds = used <= 1
    let limit =
      used == 0 ? tolerance * (value == 0 ? 1 : Swift.abs(value)) : used.isNaN ? 0 : greatest / used
    text =
      "\(evaluator.slopeSymbol) = \(short(greatest)) \(holds ? "≤" : ">") \(short(limit))"
  }

  /// Whether there is a slope without curvature, which no step meets and no rounding explains.
  func slides() throws -> Bool {
    guard let model else { return false }
    return try Self.slides(current, model, extent, evaluator)
  }

  private static func slides(
    _ current: Iterate, _ model: LocalModel, _ extent: SearchExtent, _ evaluator: Evaluator
  ) throws -> Bool {
    let sloping = model.flat.filter { $0.slope != 0 }
    if sloping.isEmpty { return false }
    let noise = try GradientNoise(at: current, model, extent, on: evaluator)
    return sloping.contains { Swift.abs($0.slope) > noise.bound(along: $0.direction) }
  }

  /// Where no slope is more than its rounding: the inequality that says so; nil elsewhere.
  func rounding() throws -> String? {
    guard let model else { return nil }
    let noise = try GradientNoise(at: current, model, extent, on: evaluator)
    guard zip(slopes, noise.bounds).allSatisfy({ Swift.abs($0) <= $1 }) else { return nil }
    let place = slopes.indices.max { Swift.abs(slopes[$0]) < Swift.abs(slopes[$1]) } ?? 0
    return
      "no slope is more than its rounding: \(evaluator.slopeSymbol) = \(short(greatestMagnitude(slopes)))"
      + " ≤ \(short(noise.bounds[place]))"
  }
}

extension LocalModel {
  /// The model; nil where the curvature is not finite.
  static func finite(at current: Iterate, slopes: [Double], moving: [Int], on evaluator: Evaluator) throws
    -> LocalModel?
  {
    do {
      return try LocalModel(at: current, slopes: slopes, moving: moving, on: evaluator)
    } catch let error as ChainRuleError where error.kind == .nonFinite || error.kind == .singular {
      return nil
    }
  }
}

extension Evaluator {
  /// What the greatest slope is called.
  var slopeSymbol: String { objective.isSmooth ? "‖∇f‖∞" : "‖∂f‖∞" }
}
