/// The numbers that a program computes from: bound arrays, parameters, constants.
final class ProgramData<Scalar: TensorScalar> {
  /// The arrays of the leaves; those of parameters are this object's own.
  private(set) var arrays: [NDArray<Scalar>]
  let constants: [NDArray<Scalar>]
  let indices: [IndexArray]
  /// The elements of `indices`, where instructions find them.
  let integers: [IntegerMemory]
  let lengths: [Shape.Extent: Int]
  /// What was bound for, as the caller knows it.
  let operation: String
  /// Those of `arrays` that lie in files.
  private let arraysInFiles: [NDArray<Scalar>]

  /// - Parameters:
  ///   - storage: Names the leaves that the arrays are bound to.
  ///   - other: Data of the same program, with which the memory of parameters is shared.
  /// - Throws: `ChainRuleError` if there is no memory for them, or a file has changed its length.
  init(
    _ storage: StoragePlan, _ programConstants: ProgramConstants<Scalar>, _ bound: BoundData<Scalar>,
    sharing other: ProgramData? = nil
  ) throws {
    let operation = bound.lengths.operation
    self.operation = operation
    arrays = try storage.leaves.enumerated().map { position, leaf in
      let array = bound.arrays[position]
      guard case .leaf(.parameter) = leaf.node.primitive else { return array }
      if let other { return other.arrays[position] }
      // A copy of its own, because a session writes parameters in place.
      return try array.copied(in: operation, of: leaf.node)
    }
    constants = try programConstants.arrays(bound.lengths)
    arraysInFiles = arrays.filter(\.isInFile)
    indices = bound.indices
    integers = try zip(storage.indexLeaves, bound.indices).map { leaf, indices in
      guard let memory = IntegerMemory(indices.elements) else {
        throw ChainRuleError.noMemory(
          for: indices.count, bytes: MemoryLayout<Int>.stride, leaf.node, in: operation)
      }
      return memory
    }
    lengths = bound.lengths.known
    try refuseChangedFiles()
  }

  var addresses: DataAddresses {
    DataAddresses(
      machine: Machine(Scalar.precision), leaves: arrays.map { Address($0.storage.pointer) },
      constants: constants.map { Address($0.storage.pointer) },
      integers: integers.map { UnsafePointer($0.pointer) }, lengths: lengths, operation: operation)
  }

  /// Refuses files that were cut short or have grown since their arrays were made.
  ///
  /// - Throws: `ChainRuleError` of kind `.file`.
  func refuseChangedFiles() throws {
    for array in arraysInFiles { try array.storage.refuseChange() }
  }

  /// Whether some of the arrays lie in files.
  var readsFiles: Bool { !arraysInFiles.isEmpty }

  /// The memory of the leaf numbered `leaf`, which must be a parameter's.
  func parameter(_ leaf: Int) -> UnsafeMutableBufferPointer<Scalar> {
    UnsafeMutableBufferPointer(start: arrays[leaf].storage.pointer, count: arrays[leaf].count)
  }
}
