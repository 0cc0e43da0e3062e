package import ChainRule

/// The arithmetic that the middle of an enclosure is computed in.
package protocol EnclosureCentre: Sendable {
  init(_ value: Double)
  init(real constant: RealConstant)

  var rounded: Double { get }
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  static prefix func - (a: Self) -> Self
  static func < (a: Self, b: Self) -> Bool

  /// A bound of the relative error of a sum, product or quotient.
  static var roundoff: Double { get }
  /// Whether the number is a double, so that sums and products with another one are exact.
  var isDouble: Bool { get }
  /// The function, and a bound of its absolute error.
  func value(of function: RealFunction) -> (value: Self, error: Double)
}

extension DoubleDouble: EnclosureCentre {
  package init(real constant: RealConstant) { self = constant.value }
  package var isDouble: Bool { low == 0 }
}

/// In double precision the radius of an enclosure says what rounding may do to a computation of the same expression.
extension Double: EnclosureCentre {
  package init(real constant: RealConstant) { self = constant.value.rounded }
  package var rounded: Double { self }
  package static var roundoff: Double { 0x1p-53 }
  package var isDouble: Bool { false }

  package func value(of function: RealFunction) -> (value: Double, error: Double) {
    let (value, error) = DoubleDouble(self).value(of: function)
    return (value.rounded, error + 0x1p-52 * abs(value.rounded))
  }
}
