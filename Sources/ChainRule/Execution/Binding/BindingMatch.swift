/// Which binding belongs to which leaf of a program, found by the leaf itself or by a tensor that names it.
struct BindingMatch<Scalar: TensorScalar> {
  /// In the order of the program's leaves; nil where nothing is bound.
  private(set) var arrays: [NDArray<Scalar>?]
  /// In the order of the program's index leaves.
  private(set) var indices: [IndexArray?]
  private let operation: String

  init(_ bindings: Bindings<Scalar>, _ program: Program<Scalar>, _ operation: String) throws {
    self.operation = operation
    arrays = Array(repeating: nil, count: program.leaves.count)
    indices = Array(repeating: nil, count: program.indexLeaves.count)
    let numbers = Dictionary(uniqueKeysWithValues: zip(program.leaves, program.leaves.indices))
    let integers = Dictionary(uniqueKeysWithValues: zip(program.indexLeaves, program.indexLeaves.indices))
    func surplus(_ tensor: Tensor, _ operands: String) -> ChainRuleError {
      let read = (program.leaves + program.indexLeaves).filter { !$0.node.isFixed }
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
