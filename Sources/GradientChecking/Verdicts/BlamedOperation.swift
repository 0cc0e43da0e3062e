/// An operation whose rule gave a wrong derivative, with what shows it.
///
/// ```swift
/// let blamed = BlamedOperation(
///   "mean", operands: "r [3]", mode: .reverse, coordinate: "r[1]", given: 2, truth: 0.6666666666666666,
///   cause: "a factor 3: it is not divided by the number of elements")
/// blamed.ratio  // 3.0
/// ```
public struct BlamedOperation: Sendable, Hashable {
  /// The operation, as the library names it.
  public let operation: String
  /// Its operands by name and shape; empty where there is nothing to tell.
  public let operands: String
  /// The mode whose rule is at fault.
  public let mode: CheckedDerivative.Mode
  /// The coordinate of the operand whose derivative is farthest off.
  public let coordinate: String
  /// What the rule gave there.
  public let given: Double
  /// What is right there.
  public let truth: Double
  /// What the mistake looks like, as a part of a sentence; empty where it looks like nothing known.
  public let cause: String

  /// An operation to blame.
  public init(
    _ operation: String, operands: String = "", mode: CheckedDerivative.Mode, coordinate: String,
    given: Double,
    truth: Double, cause: String = ""
  ) {
    (self.operation, self.operands, self.mode) = (operation, operands, mode)
    (self.coordinate, self.given, self.truth, self.cause) = (coordinate, given, truth, cause)
  }

  /// The given value over the right one.
  public var ratio: Double { given / truth }
}
