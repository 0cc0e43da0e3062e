/// The arrays for a program's leaves, checked against their shapes, and the lengths they give to symbols.
struct BoundData<Scalar: TensorScalar> {
  /// In the order of the program's leaves.
  private(set) var arrays: [NDArray<Scalar>] = []
  /// In the order of the program's index leaves.
  private(set) var indices: [IndexArray] = []
  private(set) var lengths: [Shape.Extent: Int] = [:]
  /// The first tensor that gave each symbol its length, for the error of a second that disagrees.
  private var sources: [Shape.Extent: String] = [:]
  private let operation: String

  /// - Parameter earlier: What has the data that leaves keep which `bindings` does not name.
  init(
    _ bindings: Bindings<Scalar>, for program: Program<Scalar>, in operation: String,
    keeping earlier: ProgramData<Scalar>? = nil
  ) throws {
    self.operation = operation
    let bound = try BindingMatch(bindings, program, operation)
    for (position, leaf) in program.leaves.enumerated() {
      guard let array = bound.arrays[position] ?? earlier?.arrays[position] ?? Self.initial(leaf) else {
        throw refuse(leaf.labelled, "nothing is bound to it", "bind an array of shape \(leaf.node.shape)")
      }
      try check(array.shape, for: leaf)
      arrays.append(array)
    }
    for (position, leaf) in program.indexLeaves.enumerated() {
      guard let integers = bound.indices[position] ?? earlier?.indices[position] ?? Self.fixed(leaf) else {
        throw refuse(leaf.labelled, "nothing is bound to it", "bind integers of shape \(leaf.node.shape)")
      }
      try check(integers.shape, for: leaf)
      indices.append(integers)
    }
    for step in program.schedule.steps {
      try checkExtent(step)
      try checkFreedom(step, program.schedule.steps)
    }
    for (leaf, integers) in zip(program.indexLeaves, indices) { try checkRange(integers, of: leaf) }
  }

  /// The length of an extent, once all leaves are bound.
  func length(of extent: Shape.Extent) -> Int {
    if case .fixed(let length) = extent { length } else { lengths[extent] ?? 0 }
  }

  private func refuse(_ operands: String, _ problem: String, _ mend: String) -> ChainRuleError {
    ChainRuleError(.binding, in: operation, operands: operands, problem: problem, mend: mend)
  }

  private static func initial(_ leaf: Tensor) -> NDArray<Scalar>? {
    guard case .leaf(.parameter(_, let initial)) = leaf.node.primitive else { return nil }
    return initial.map { NDArray<Scalar>($0) }
  }

  private static func fixed(_ leaf: Tensor) -> IndexArray? {
    if case .leaf(.fixedIndices(let integers)) = leaf.node.primitive { integers } else { nil }
  }

  private mutating func check(_ lengths: [Int], for leaf: Tensor) throws {
    let shape = leaf.node.shape
    let operands = "\(leaf.labelled) ← array \(Shape(lengths))"
    guard shape.rank == lengths.count else {
      throw refuse(
        operands, "the array has \(lengths.count) \(lengths.count == 1 ? "axis" : "axes")",
        "it needs shape \(shape)")
    }
    for (axis, (extent, length)) in zip(shape.extents, lengths).enumerated() {
      if case .fixed(let fixed) = extent {
        if fixed != length {
          throw refuse(operands, "axis \(axis) has length \(length)", "it needs shape \(shape)")
        }
      } else if let known = self.lengths[extent], known != length {
        throw refuse(
          operands, "\(extent) is \(length) here but \(known) in \(sources[extent] ?? "")",
          "bind arrays with the same \(extent)")
      } else if self.lengths[extent] == nil {
        self.lengths[extent] = length
        sources[extent] = operands
      }
    }
  }

  private func checkRange(_ integers: IndexArray, of leaf: Tensor) throws {
    guard case .leaf(.indices(_, let bound)) = leaf.node.primitive else { return }
    if bound.isSymbolic && lengths[bound] == nil { throw unknown(bound) }
    let limit = length(of: bound)
    guard let position = integers.elements.firstIndex(where: { $0 < 0 || $0 >= limit }) else { return }
    throw refuse(
      leaf.labelled, "element \(position) is \(integers.elements[position])",
      limit == 0 ? "there is nothing to index: \(bound) is 0" : "indices run from 0 to \(limit - 1)")
  }

  /// A program that computes with the value of a symbol, as every mean over rows does, or takes the greatest along
  /// it, needs it to be 1 or more, and needs some leaf to give it.
  private func checkExtent(_ step: ExecutionOrder.Step) throws {
    for extent in step.node.shape.symbols where lengths[extent] == nil {
      throw unknown(extent)
    }
    switch step.primitive {
    case .leaf(.extent(let extent)):
      guard let length = lengths[extent] else { throw unknown(extent) }
      if length == 0 { throw empty(extent, "a mean over no elements is undefined") }
    case .reduction(let reduction) where reduction.needsElement:
      let shape = step.node.inputs[0].shape
      for axis in reduction.axes where length(of: shape[axis]) == 0 {
        throw empty(shape[axis], "there are no elements for \(reduction.name) to choose from")
      }
    default: return
    }
  }

  /// A number of elements less a correction, which something is divided by, must be positive.
  private func checkFreedom(_ step: ExecutionOrder.Step, _ steps: [ExecutionOrder.Step]) throws {
    guard case .arithmetic(.divide) = step.primitive else { return }
    var divisor = steps[step.inputs[1]]
    if case .elementwise(.sqrt) = divisor.primitive { divisor = steps[divisor.inputs[0]] }
    guard case .arithmetic(.subtract) = divisor.primitive,
      case .leaf(.number(let correction)) = steps[divisor.inputs[1]].primitive,
      let (count, extent) = count(steps[divisor.inputs[0]], steps), count <= correction
    else { return }
    throw refuse(
      sources[extent] ?? "",
      "\(extent) is \(length(of: extent)), and \(Tensor(divisor.node).label) leaves no degree of freedom",
      "bind more")
  }

  /// The value of a product of a few numbers and extents, and one of these; nil for anything else.
  private func count(
    _ step: ExecutionOrder.Step, _ steps: [ExecutionOrder.Step], depth: Int = 8
  ) -> (Double, Shape.Extent)? {
    if depth == 0 { return nil }
    switch step.primitive {
    case .leaf(.extent(let extent)): return (Double(length(of: extent)), extent)
    case .arithmetic(.multiply):
      let factors = step.inputs.map { steps[$0] }
      guard let (right, extent) = count(factors[1], steps, depth: depth - 1) else { return nil }
      if case .leaf(.number(let left)) = factors[0].primitive { return (left * right, extent) }
      return count(factors[0], steps, depth: depth - 1).map { ($0.0 * right, extent) }
    default: return nil
    }
  }

  private func empty(_ extent: Shape.Extent, _ problem: String) -> ChainRuleError {
    refuse(sources[extent] ?? "", "\(extent) is 0, and \(problem)", "bind at least one")
  }

  private func unknown(_ extent: Shape.Extent) -> ChainRuleError {
    refuse(
      "\(extent)", "no input has an axis of this length",
      "use an input whose shape holds \(extent)")
  }
}
