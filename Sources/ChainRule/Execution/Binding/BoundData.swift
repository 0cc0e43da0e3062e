/// The arrays for a program's leaves, checked against their shapes.
struct BoundData<Scalar: TensorScalar> {
  /// In the order of the program's leaves.
  private(set) var arrays: [NDArray<Scalar>] = []
  /// In the order of the program's index leaves.
  private(set) var indices: [IndexArray] = []
  /// What lengths they give to symbols.
  private(set) var lengths: BoundLengths

  /// - Parameter earlier: What has the data that leaves keep which `bindings` does not name.
  init(
    _ bindings: Bindings<Scalar>, for program: Program<Scalar>, in operation: String,
    keeping earlier: ProgramData<Scalar>? = nil
  ) throws {
    lengths = BoundLengths(operation)
    let bound = try BindingMatch(bindings, program, operation)
    for (position, leaf) in program.leaves.enumerated() {
      guard let array = bound.arrays[position] ?? earlier?.arrays[position] ?? Self.initial(leaf) else {
        throw lengths.refuse(
          leaf.labelled, "nothing is bound to it", "bind an array of shape \(leaf.node.shape)")
      }
      try lengths.check(array.shape, for: leaf)
      arrays.append(array)
    }
    for (position, leaf) in program.indexLeaves.enumerated() {
      guard let integers = bound.indices[position] ?? earlier?.indices[position] ?? Self.fixed(leaf) else {
        throw lengths.refuse(
          leaf.labelled, "nothing is bound to it", "bind integers of shape \(leaf.node.shape)")
      }
      try lengths.check(integers.shape, for: leaf)
      indices.append(integers)
    }
    try lengths.check(program.schedule.steps, program.storage)
    for (leaf, integers) in zip(program.indexLeaves, indices) {
      try lengths.checkRange(integers, of: leaf)
    }
  }

  private static func initial(_ leaf: Tensor) -> NDArray<Scalar>? {
    guard case .leaf(.parameter(_, let initial)) = leaf.node.primitive else { return nil }
    return initial.map { NDArray<Scalar>($0) }
  }

  private static func fixed(_ leaf: Tensor) -> IndexArray? {
    if case .leaf(.fixedIndices(let integers)) = leaf.node.primitive { integers } else { nil }
  }
}
