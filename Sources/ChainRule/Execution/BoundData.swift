/// The arrays for a program's leaves, checked against their shapes, and the lengths they give to symbols.
struct BoundData<Scalar: TensorScalar> {
  /// In the order of the program's leaves.
  private(set) var arrays: [NDArray<Scalar>] = []
  private(set) var lengths: [Shape.Extent: Int] = [:]
  /// The first tensor that gave each symbol its length, for the error of a second that disagrees.
  private var sources: [Shape.Extent: String] = [:]
  private let operation: String

  /// - Parameter earlier: What leaves keep that `bindings` does not name.
  init(
    _ bindings: Bindings<Scalar>, for program: Program<Scalar>, in operation: String,
    keeping earlier: [NDArray<Scalar>]? = nil
  ) throws {
    self.operation = operation
    let bound = try match(bindings, to: program.leaves)
    for (position, leaf) in program.leaves.enumerated() {
      guard let array = bound[position] ?? earlier?[position] ?? Self.initial(leaf) else {
        throw refuse(leaf.labelled, "nothing is bound to it", "bind an array of shape \(leaf.node.shape)")
      }
      try check(array, for: leaf)
      arrays.append(array)
    }
    for step in program.schedule.steps { try checkExtent(step) }
  }

  private func refuse(_ operands: String, _ problem: String, _ mend: String) -> ChainRuleError {
    ChainRuleError(.binding, in: operation, operands: operands, problem: problem, mend: mend)
  }

  /// The binding of each leaf, found by the leaf itself or by a tensor that names it.
  private func match(_ bindings: Bindings<Scalar>, to leaves: [Tensor]) throws -> [NDArray<Scalar>?] {
    let positions = Dictionary(uniqueKeysWithValues: zip(leaves, leaves.indices))
    var bound: [NDArray<Scalar>?] = Array(repeating: nil, count: leaves.count)
    for (tensor, array) in bindings.entries {
      try tensor.validate()
      let operands = "\(tensor.labelled) ← array \(Shape(array.shape))"
      guard let position = positions[tensor.unnamed] else {
        let names = leaves.map(\.label).joined(separator: ", ")
        throw refuse(
          operands, "the program does not read \(tensor.label)",
          names.isEmpty ? "it needs no bindings" : "it reads \(names)")
      }
      if bound[position] != nil {
        throw refuse(operands, "\(tensor.label) is bound twice", "bind each tensor once")
      }
      bound[position] = array
    }
    return bound
  }

  private static func initial(_ leaf: Tensor) -> NDArray<Scalar>? {
    guard case .leaf(.parameter(_, let initial)) = leaf.node.primitive else { return nil }
    return initial.map { NDArray<Scalar>($0) }
  }

  private mutating func check(_ array: NDArray<Scalar>, for leaf: Tensor) throws {
    let shape = leaf.node.shape
    let operands = "\(leaf.labelled) ← array \(Shape(array.shape))"
    guard shape.rank == array.shape.count else {
      throw refuse(
        operands, "the array has \(array.rank) \(array.rank == 1 ? "axis" : "axes")",
        "it needs shape \(shape)")
    }
    for (axis, (extent, length)) in zip(shape.extents, array.shape).enumerated() {
      if case .fixed(let fixed) = extent {
        if fixed != length {
          throw refuse(operands, "axis \(axis) has length \(length)", "it needs shape \(shape)")
        }
      } else if let known = lengths[extent], known != length {
        throw refuse(
          operands, "\(extent) is \(length) here but \(known) in \(sources[extent] ?? "")",
          "bind arrays with the same \(extent)")
      } else if lengths[extent] == nil {
        lengths[extent] = length
        sources[extent] = operands
      }
    }
  }

  /// A program that computes with the value of a symbol, as every mean over rows does, needs it to be 1 or more,
  /// and needs some leaf to give it.
  private func checkExtent(_ step: Schedule.Step) throws {
    for extent in step.node.shape.symbols where lengths[extent] == nil {
      throw unknown(extent)
    }
    guard case .leaf(.extent(let extent)) = step.primitive else { return }
    guard let length = lengths[extent] else { throw unknown(extent) }
    if length == 0 {
      throw refuse(
        sources[extent] ?? "", "\(extent) is 0, and a mean over no elements is undefined",
        "bind at least one")
    }
  }

  private func unknown(_ extent: Shape.Extent) -> ChainRuleError {
    refuse(
      "\(extent)", "no input has an axis of this length",
      "use an input whose shape holds \(extent)")
  }
}
