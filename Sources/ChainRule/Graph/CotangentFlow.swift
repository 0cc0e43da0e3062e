/// How a primitive passes cotangents to its inputs.
package enum CotangentFlow: Sendable {
  /// Element by element, multiplied by a partial derivative; operands broadcast.
  case elementwise
  /// Element by element, unchanged up to sign (add, subtract, negate); operands broadcast.
  case elementwiseLinear
  /// One operand is chosen element by element.
  case select
  /// Elements of the first operand are moved, repeated, or added up, whatever their values.
  case linear
  /// Sums of products of elements of one operand with elements of the other.
  case bilinear
  /// Each element of the result depends on many elements of the operands, not linearly.
  case whole
  /// A leaf, or an operation with derivative zero everywhere.
  case none
}
