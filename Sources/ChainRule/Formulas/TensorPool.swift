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

  func recording(_ primitive: Primitive, _ inputs: [Tensor]) -> Tensor {
    let key = Key(primitive: primitive, inputs: inputs.map(\.node.identity))
    if let known = known[key] { return known }
    let tensor = Tensor.recording(primitive, inputs)
    known[key] = tensor
    return tensor
  }

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
