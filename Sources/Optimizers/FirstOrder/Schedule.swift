#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How a learning rate changes from step to step: a factor of the rate that the optimizer was given.
public indirect enum Schedule: Hashable, Codable, Sendable {
  /// Always 1.
  case constant
  /// Multiplied by `factor` after every `interval` steps.
  case step(every: Int, factor: Double)
  /// `factor` to the power of the step.
  case exponential(factor: Double)
  /// `1/(1 + decay · step)`.
  case inverseTime(decay: Double)
  /// Half a cosine wave from 1 to `floor` in `steps` steps, and `floor` from then on.
  case cosine(steps: Int, floor: Double = 0)
  /// A straight rise to 1 in `steps` steps, and then another schedule, counted from there.
  case warmUp(steps: Int, then: Schedule)
  /// Multiplied by `factor` whenever the value has not fallen for `patience` steps.
  case onPlateau(factor: Double, patience: Int)

  /// The factor at a step, counted from 0.
  ///
  /// ```swift
  /// Schedule.warmUp(steps: 4, then: .constant).factor(step: 1)  // 0.5
  /// Schedule.exponential(factor: 0.5).factor(step: 3)                   // 0.125
  /// ```
  ///
  /// - Parameters:
  ///   - step: The number of steps done.
  ///   - plateaus: How often the value was found not to fall.
  public func factor(step: Int, plateaus: Int = 0) -> Double {
    let t = Double(step)
    switch self {
    case .constant: return 1
    case .step(let interval, let factor): return pow(factor, Double(step / Swift.max(interval, 1)))
    case .exponential(let factor): return pow(factor, t)
    case .inverseTime(let decay): return 1 / (1 + decay * t)
    case .cosine(let steps, let floor):
      if step >= steps { return floor }
      return floor + (1 - floor) * (1 + cos(Double.pi * t / Double(steps))) / 2
    case .warmUp(let steps, let next):
      // A negative length is none, lest the difference overflow.
      return step < steps
        ? (t + 1) / Double(steps) : next.factor(step: step - Swift.max(steps, 0), plateaus: plateaus)
    case .onPlateau(let factor, _): return pow(factor, Double(plateaus))
    }
  }

  /// After how many steps without a fall the value is on a plateau; nil if the schedule does not ask.
  var patience: Int? {
    switch self {
    case .onPlateau(_, let patience): patience
    case .warmUp(_, let next): next.patience
    default: nil
    }
  }

  /// What is wrong with the numbers, or nil.
  var problem: String? {
    switch self {
    case .constant: nil
    case .step(let interval, let factor):
      interval < 1 ? "an interval of \(interval) steps" : Self.problem(factor)
    case .exponential(let factor): Self.problem(factor)
    case .inverseTime(let decay): decay >= 0 && decay.isFinite ? nil : "a decay of \(decay)"
    case .cosine(let steps, let floor):
      steps < 1 ? "a wave of \(steps) steps" : floor >= 0 && floor <= 1 ? nil : "a floor of \(floor)"
    case .warmUp(let steps, let next): steps < 1 ? "a warm-up of \(steps) steps" : next.problem
    case .onPlateau(let factor, let patience):
      patience < 1 ? "a patience of \(patience) steps" : Self.problem(factor)
    }
  }

  private static func problem(_ factor: Double) -> String? {
    factor > 0 && factor <= 1 ? nil : "a factor of \(factor), not above 0 and at most 1"
  }
}
