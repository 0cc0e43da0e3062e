import ChainRule

extension MixedGraph {
  /// The families of operations recorded, with those of the gradient.
  var families: Set<String> {
    Set(Traversal(from: outputs.map(\.node)).nodes.map { $0.primitive.family.name })
  }

  /// Data of so many rows, and the plain evaluation of it.
  func data<Scalar: KernelScalar>(
    rows: Int, seed: UInt64, _: Scalar.Type
  ) throws -> (bindings: Bindings<Scalar>, plain: PlainEvaluation<Scalar>) {
    var draw = SeededGenerator(seed: seed)
    var arrays: [Tensor: NDArray<Scalar>] = [:]
    for leaf in leaves {
      let shape = leaf.node.shape.extents.map { if case .fixed(let length) = $0 { length } else { rows } }
      arrays[leaf] = try NDArray(
        shape: shape, elements: (0..<shape.reduce(1, *)).map { _ in Scalar(2 * draw.uniform() - 1) })
    }
    let integers = IndexArray((0..<rows).map { _ in Int(draw.uniform() * Double(columns)) })
    var bindings = Bindings(leaves.compactMap { leaf in arrays[leaf].map { (leaf, $0) } })
    if Traversal(from: outputs.map(\.node)).index(of: positions.node) != nil {
      bindings.bind(integers, to: positions)
    }
    return (bindings, PlainEvaluation(rows: rows, bindings: arrays, indices: [positions: integers]))
  }

  /// A program of the outputs in which all leaves stand, since bound data that nothing reads are errors.
  func program<Scalar>(_: Scalar.Type) throws -> Program<Scalar> {
    try Program<Scalar>(computing: outputs + leaves)
  }
}
