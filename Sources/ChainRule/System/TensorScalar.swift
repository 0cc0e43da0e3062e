/// The numbers that arrays hold and programs compute in: `Double` and `Float`.
///
/// Do not conform further types: the kernels under a program exist for these two.
public protocol TensorScalar: BinaryFloatingPoint, Codable, LosslessStringConvertible, Sendable {
  /// Which of the two precisions this is.
  static var precision: Precision { get }
}

/// The two precisions a program can run in.
public enum Precision: String, Sendable, CaseIterable {
  /// IEEE 754 binary64, 15 to 17 significant digits.
  case double
  /// IEEE 754 binary32, 6 to 9 significant digits.
  case single
}

extension Double: TensorScalar {
  /// `Precision.double`.
  public static var precision: Precision { .double }
}

extension Float: TensorScalar {
  /// `Precision.single`.
  public static var precision: Precision { .single }
}
