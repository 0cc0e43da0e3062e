/// How an operation passes a cotangent to its operands: what a mask on the cotangent is to the operands (see `Mask`).
package enum CotangentFlow: Hashable, Sendable {
  /// Element by element, times a partial derivative; operands broadcast. With poles it is infinite where operand and result
  /// need not be.
  case scaled(hasPoles: Bool)
  /// Element by element, up to a number from −1 to 1, or not at all; operands broadcast.
  case passed
  /// Elements are moved, repeated or added up, whatever their values; the rule does to a mask what it does to a cotangent.
  case moved
  /// Each element of an operand reaches many of the result; the family says which, in `reach`.
  case mixed
  /// A leaf, or an operation with derivative zero everywhere.
  case none

  /// Whether an element of the result depends only on those at the same place, in operands that broadcast.
  package var isElementwise: Bool {
    switch self {
    case .scaled, .passed: true
    case .moved, .mixed, .none: false
    }
  }
}
