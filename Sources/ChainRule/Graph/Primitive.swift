/// The closed set of recorded operations, one case for each family in `Operations/`.
///
/// Everything else is composed of these. Passes that must know every operation switch over this enum, so a
/// family without a rule, a shape, a notation or a kernel does not compile.
package enum Primitive: Hashable, Sendable {
  case leaf(Leaf)
  case name(Name)
  case elementwise(Elementwise)
  case arithmetic(Arithmetic)
  case comparison(Comparison)
  case select(Select)
  case matrixProduct(MatrixProduct)
  case permutation(Permutation)
  case reshape(Reshape)
  case broadcast(Broadcast)
  case sum(Sum)

  /// The family's answers: shape, derivative, notation.
  package var family: any PrimitiveFamily {
    switch self {
    case .leaf(let family): family
    case .name(let family): family
    case .elementwise(let family): family
    case .arithmetic(let family): family
    case .comparison(let family): family
    case .select(let family): family
    case .matrixProduct(let family): family
    case .permutation(let family): family
    case .reshape(let family): family
    case .broadcast(let family): family
    case .sum(let family): family
    }
  }

  /// The error of an invalid tensor.
  package static func invalid(_ error: ChainRuleError) -> Primitive { .leaf(.invalid(error)) }
}

/// What each family of primitives answers about itself, in the file that also holds its public functions.
package protocol PrimitiveFamily: Hashable, Sendable {
  /// The operation's name in errors and reports: `matmul`.
  var name: String { get }

  /// How cotangents pass through, which decides what masks and broadcasting need.
  var flow: CotangentFlow { get }

  /// The shape of the result, or an error that names the operands.
  func shape(
    of operands: [Tensor], at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape

  /// The cotangent of `inputs[index]`, given that of `output`; nil where it is zero everywhere.
  ///
  /// Written in recorded, differentiable operations. For elementwise families the result has the shape of the
  /// output; the engine undoes broadcasting.
  func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: [Tensor], output: Tensor
  ) -> Tensor?

  /// The application to operands that are already written, in `style`.
  func written(_ operands: [Written], shape: Shape, in style: NotationStyle) -> Written
}

/// How a primitive passes cotangents to its inputs.
package enum CotangentFlow: Sendable {
  /// Element by element, multiplied by a partial derivative; operands broadcast.
  case elementwise
  /// Element by element, unchanged up to sign (add, subtract, negate); operands broadcast.
  case elementwiseLinear
  /// One operand is chosen element by element.
  case select
  /// Elements are moved, repeated, added or combined linearly: each input element reaches some outputs.
  case linear
  /// A leaf, or an operation with derivative zero everywhere.
  case none
}
