/// Records each different expression once, so that equal expressions are the same node.
///
/// It is shared by whoever builds a formula and whoever takes down its steps: what one of them records changes nothing for the
/// other but the identity of nodes.
final class TensorPool {
  private struct Key: Hashable {
    let primitive: Primitive
    let inputs: [ObjectIdentifier]
  }

  private var known: [Key: Tensor] = [:]
  private var sizes: [ObjectIdentifier: Int] = [:]

  func recording(_ primitive: Primitive, _ inputs: [Tensor]) -> Tensor {
    let key = Key(primitive: primitive, inputs: inputs.map(\.node.identity))
    if let known = known[key] { return known }
    let tensor = Tensor.recording(primitive, inputs)
    known[key] = tensor
    let operands = inputs.reduce(0) { $0 + size(of: $1) }
    sizes[tensor.node.identity] = Swift.min(primitive.isFormulaSign ? operands + 1 : operands, 1000)
    return tensor
  }

  /// How many symbols and names of functions an expression has, up to a thousand.
  func size(of tensor: Tensor) -> Int { Swift.max(1, sizes[tensor.node.identity] ?? 1) }

  /// A tensor recorded outside, standing for itself; symbols with equal meaning become one.
  func leaf(_ tensor: Tensor) -> Tensor {
    switch tensor.node.primitive {
    case .leaf(.extent), .leaf(.freedom): break
    default: return tensor
    }
    let key = Key(primitive: tensor.node.primitive, inputs: [])
    if let known = known[key] { return known }
    known[key] = tensor
    return tensor
  }
}

extension Primitive {
  /// Whether it is written as more than its operands beside each other.
  fileprivate var isFormulaSign: Bool {
    switch self {
    case .leaf, .reshape, .broadcast, .arithmetic(.add), .arithmetic(.subtract), .arithmetic(.multiply),
      .arithmetic(.divide), .elementwise(.negate), .matrixProduct:
      false
    default: true
    }
  }
}
