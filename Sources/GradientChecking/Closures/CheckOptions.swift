/// How much a check of a gradient may cost, and how it judges.
///
/// Here a derivative that is off by a millionth is let pass:
///
/// ```swift
/// var options = CheckOptions()
/// options.leniency = 1e-6
/// let report = try checkGradient(of: { $0[0] * $0[0] }, gradient: { [2.000001 * $0[0]] }, at: [3], options: options)
/// report.outcome  // right
/// ```
public struct CheckOptions: Sendable {
  /// The finite differences that closures are checked by.
  public var differences = CentralDifferences()
  /// In how many random directions all coordinates are looked at together; their cost does not grow with the coordinates.
  public var directions = 3
  /// How many evaluations of the function may be spent on coordinates one by one; what is not affordable is said.
  public var evaluationLimit = 100_000
  /// The seed of the directions, and of the coordinates if not all are affordable.
  public var seed: UInt64 = 1
  /// The relative error that passes although it is known to be one: 0 for none.
  public var leniency = 0.0
  /// The widest error bar, relative to the derivative, that still allows to call it right: a smaller number is stricter.
  public var widestBar = 0.1
  /// Whether a small point is looked for at which a wrong gradient is wrong too.
  public var looksForSmallPoint = true

  /// The usual: every coordinate up to some three thousand, three directions, no leniency.
  public init() {}
}
