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
    _ bindings: Bindings<Scalar>, to order: ExecutionOrder, _ storage: StoragePlan, in operation: String,
    keeping earlier: ProgramData<Scalar>? = nil
  ) throws {
    lengths = BoundLengths(operation)
    let bound = try BindingMatch(bindings, to: storage, operation)
    for (position, leaf) in storage.leaves.enumerated() {
      guard
        let array = try bound.arrays[position] ?? earlier?.arrays[position] ?? Self.initial(leaf, operation)
      else {
        throw lengths.refuse(
          leaf.labelled, "nothing is bound to it", "bind an array of shape \(leaf.node.shape)")
      }
      try lengths.check(array.shape, for: leaf)
      arrays.append(array)
    }
    for (position, leaf) in storage.indexLeaves.enumerated() {
      guard let integers = bound.indices[position] ?? earlier?.indices[position] ?? Self.fixed(leaf) else {
        throw lengths.refuse(
          leaf.labelled, "nothing is bound to it", "bind integers of shape \(leaf.node.shape)")
      }
      try lengths.check(integers.shape, for: leaf)
      indices.append(integers)
    }
    try lengths.check(order.steps, storage)
    for (leaf, integers) in zip(storage.indexLeaves, indices) {
      try lengths.checkRange(integers, of: leaf)
    }
  }

  private static func initial(_ leaf: Tensor, _ operation: String) throws -> NDArray<Scalar>? {
    guard case .leaf(.parameter(_, let initial)) = leaf.node.primitive else { return nil }
    return try initial?.converted(to: Scalar.self, in: operation)
  }

  private static func fixed(_ leaf: Tensor) -> IndexArray? {
    if case .leaf(.fixedIndices(let integers)) = leaf.node.primitive { integers } else { nil }
  }
}

/// Which binding belongs to which leaf, found by the leaf itself or by a tensor that names it.
struct BindingMatch<Scalar: TensorScalar> {
  /// In the order of the leaves; nil where nothing is bound.
  private(set) var arrays: [NDArray<Scalar>?]
  /// In the order of the index leaves.
  private(set) var indices: [IndexArray?]
  private let operation: String

  init(_ bindings: Bindings<Scalar>, to storage: StoragePlan, _ operation: String) throws {
    self.operation = operation
    let (leaves, indexLeaves) = (storage.leaves, storage.indexLeaves)
    arrays = Array(repeating: nil, count: leaves.count)
    indices = Array(repeating: nil, count: indexLeaves.count)
    let numbers = Dictionary(uniqueKeysWithValues: zip(leaves, leaves.indices))
    let integers = Dictionary(uniqueKeysWithValues: zip(indexLeaves, indexLeaves.indices))
    func surplus(_ tensor: Tensor, _ operands: String) -> ChainRuleError {
      let read = (leaves + indexLeaves).filter { !$0.node.isFixed }
      if read.contains(where: { $0.label == tensor.label }) {
        return refuse(
          operands, "the program reads another tensor of the name \(tensor.label), and not this one",
          "bind the one that the outputs were made of: each call of Tensor.input or .parameter makes a new one"
        )
      }
      let names = read.map(\.label).joined(separator: ", ")
      return refuse(
        operands, "the program does not read \(tensor.label)",
        names.isEmpty ? "it needs no bindings" : "it reads \(names)")
    }
    for (tensor, array) in bindings.entries {
      try tensor.validate()
      var operands: String { "\(tensor.labelled) ← array \(Shape(array.shape))" }
      if let position = integers[tensor.unnamed], !tensor.unnamed.node.isFixed {
        try bind(whole(array, operands), position, tensor, operands)
        continue
      }
      guard let position = numbers[tensor.unnamed] else { throw surplus(tensor, operands) }
      if arrays[position] != nil { throw twice(tensor, operands) }
      arrays[position] = array
    }
    for (tensor, indices) in bindings.indexEntries {
      try tensor.validate()
      var operands: String { "\(tensor.labelled) ← indices \(Shape(indices.shape))" }
      if numbers[tensor.unnamed] != nil {
        throw refuse(operands, "\(tensor.label) takes numbers, not indices", "bind an NDArray")
      }
      guard let position = integers[tensor.unnamed], !tensor.unnamed.node.isFixed else {
        throw surplus(tensor, operands)
      }
      try bind(indices, position, tensor, operands)
    }
  }

  private mutating func bind(
    _ integers: IndexArray, _ position: Int, _ tensor: Tensor, _ operands: @autoclosure () -> String
  ) throws {
    if indices[position] != nil { throw twice(tensor, operands()) }
    indices[position] = integers
  }

  private func refuse(_ operands: String, _ problem: String, _ mend: String) -> ChainRuleError {
    ChainRuleError(.binding, in: operation, operands: operands, problem: problem, mend: mend)
  }

  private func twice(_ tensor: Tensor, _ operands: String) -> ChainRuleError {
    refuse(operands, "\(tensor.label) is bound twice", "bind each tensor once")
  }

  /// Numbers as integers, if they are, and are small enough for their precision to tell them apart.
  private func whole(_ array: NDArray<Scalar>, _ operands: @autoclosure () -> String) throws -> IndexArray {
    guard AvailableMemory.holds(array.count * (MemoryLayout<Scalar>.stride + 2 * MemoryLayout<Int>.stride))
    else {
      throw refuse(
        operands(), "there is no memory for \(counted(array.count)) of \(MemoryLayout<Int>.stride) bytes",
        "bind integers with Bindings.bind(_:to:)")
    }
    let limit = Scalar(sign: .plus, exponent: Scalar.Exponent(Scalar.significandBitCount + 1), significand: 1)
    let elements = try array.elements.enumerated().map { position, element in
      guard element.rounded() == element, element.magnitude < limit else {
        throw refuse(
          operands(), "element \(position) is \(element)",
          "indices are whole numbers; bind them with Bindings.bind(_:to:)")
      }
      return Int(element)
    }
    return try IndexArray(shape: array.shape, elements: elements)
  }
}

extension Node {
  /// Whether this leaf holds integers that never change.
  var isFixed: Bool {
    if case .leaf(.fixedIndices) = primitive { true } else { false }
  }
}
