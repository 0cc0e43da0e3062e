/// The pullback of a custom operation, recorded once on stands for the operands, the output and its cotangent.
///
/// What its author recorded shows whether it is linear in the cotangent, as a pullback is, and which elements of the cotangent
/// each of its elements is made of: so masks go through it.
struct RecordedPullback {
  private let operands: [Tensor]
  private let output: Tensor
  private let cotangent: Tensor
  /// One for each operand, nil where it is 0; as many as its author returned.
  let results: [Tensor?]

  init(_ definition: CustomDefinition, operands: [Shape], output: Shape) {
    self.operands = operands.map { .leaf(.leaf(.input("operand")), shape: $0) }
    self.output = .leaf(.leaf(.input("output")), shape: output)
    cotangent = .leaf(.leaf(.input("cotangent")), shape: output)
    results = definition.pullback(cotangent, self.operands, self.output)
  }

  /// Whether what was recorded for an operand is linear in the cotangent.
  ///
  /// Custom operations within it are believed: nothing is known of what they compute.
  func isLinear(at index: Int) -> Bool {
    guard let result = results[index], result.invalidity == nil else { return true }
    let traversal = Traversal(from: [result.node])
    var depends = Array(repeating: false, count: traversal.nodes.count)
    for (position, node) in traversal.nodes.enumerated() {
      if node === cotangent.node {
        depends[position] = true
        continue
      }
      let inputs = node.inputs.compactMap { traversal.index(of: $0) }
      let varying = inputs.indices.filter { depends[inputs[$0]] }
      if varying.isEmpty { continue }
      depends[position] = true
      if case .custom = node.primitive { continue }
      let linearity = node.primitive.family.linearity
      guard linearity.holds(in: varying) else { return false }
      // A constant that is added makes it affine.
      let isAffine = inputs.indices.contains { other in
        !depends[inputs[other]] && linearity.holds(in: varying + [other]) && !node.inputs[other].repeatsZero
      }
      if isAffine { return false }
    }
    return depends[depends.count - 1] || result.node.repeatsZero
  }

  /// The cotangents of operands, given that of the output.
  ///
  /// - Parameters:
  ///   - indices: The operands asked for.
  ///   - cotangent: That of the output, which is 0 where its mask is.
  func applied(
    _ indices: [Int], cotangent: Cotangent, operands: [Tensor], output: Tensor
  ) -> [Cotangent?] {
    var known: [ObjectIdentifier: Replayed] = [self.output.node.identity: Replayed(tensor: output)]
    for (stand, operand) in zip(self.operands, operands) {
      known[stand.node.identity] = Replayed(tensor: operand)
    }
    known[self.cotangent.node.identity] = Replayed(
      tensor: cotangent.value, mask: cotangent.mask, isVarying: true)
    let wanted = indices.map { results[$0] }
    for node in Traversal(from: wanted.compactMap { $0?.node }).nodes where known[node.identity] == nil {
      known[node.identity] = Replayed(node, node.inputs.compactMap { known[$0.identity] })
    }
    return wanted.map { result in
      result.flatMap { known[$0.node.identity] }.map { Cotangent($0.tensor, mask: $0.mask) }
    }
  }
}

/// A node of a recorded pullback, recorded again on what the stands stand for.
private struct Replayed {
  let tensor: Tensor
  /// Outside of which it is 0; nil for nowhere.
  var mask: Mask?
  /// Whether it depends on the cotangent.
  var isVarying = false

  init(tensor: Tensor, mask: Mask? = nil, isVarying: Bool = false) {
    self.tensor = tensor
    self.mask = mask
    self.isVarying = isVarying
  }

  init(_ node: Node, _ operands: [Replayed]) {
    let isUnchanged = zip(operands, node.inputs).allSatisfy { $0.tensor.node === $1 }
    let recorded =
      isUnchanged ? Tensor(node) : Substitution.recording(node.primitive, operands.map(\.tensor), like: node)
    isVarying = operands.contains(where: \.isVarying)
    guard isVarying, recorded.invalidity == nil, let mask = Self.mask(of: node, operands) else {
      tensor = recorded
      return
    }
    self.mask = mask
    let family = node.primitive.family
    tensor = family.flow == .passed || family.flow == .moved ? recorded : mask.guarding(recorded)
  }

  /// Outside of which the operation on operands that are 0 outside of their masks is 0.
  private static func mask(of node: Node, _ operands: [Replayed]) -> Mask? {
    let family = node.primitive.family
    let varying = operands.filter(\.isVarying)
    guard let first = varying[0].mask, varying.allSatisfy({ $0.mask != nil }) else { return nil }
    switch family.flow {
    case .scaled, .passed: return varying.dropFirst().reduce(first) { Mask.union($0, $1.mask) }
    case .moved, .mixed:
      // Sums of masks count what is not 0; so do their products with ones.
      guard varying.count == 1, family.flow == .moved || family.linearity == .each else { return nil }
      let counted = operands.map { operand -> Tensor in
        let shape = operand.tensor.node.shape
        if operand.isVarying { return first.tensor.filling(shape) }
        return operand.tensor.node.holdsIndices || family.flow == .moved
          ? operand.tensor : Tensor.number(1).filling(shape)
      }
      return first.replacing(.recording(node.primitive, counted))
    case .none: return nil
    }
  }
}
