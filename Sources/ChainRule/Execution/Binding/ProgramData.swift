import ChainRuleKernels

/// The numbers that a program computes from: bound arrays, parameters, constants.
final class ProgramData<Scalar: TensorScalar> {
  /// The arrays of the leaves; those of parameters are this object's own.
  private(set) var arrays: [NDArray<Scalar>]
  let constants: [NDArray<Scalar>]
  let indices: [IndexArray]
  /// The elements of `indices`, where instructions find them.
  let integers: [IntegerMemory]
  let lengths: [Shape.Extent: Int]
  /// Those of `arrays` that lie in files.
  private let arraysInFiles: [NDArray<Scalar>]

  /// - Parameter other: Data of the same program, with which the memory of parameters is shared.
  /// - Throws: `ChainRuleError` if there is no memory for them, or a file has changed its length.
  init(_ program: Program<Scalar>, _ bound: BoundData<Scalar>, sharing other: ProgramData? = nil) throws {
    arrays = program.leaves.enumerated().map { position, leaf in
      let array = bound.arrays[position]
      guard case .leaf(.parameter) = leaf.node.primitive else { return array }
      if let other { return other.arrays[position] }
      // A copy of its own, because a session writes parameters in place.
      return .initialized(shape: array.shape) { target in
        array.withUnsafePointer { target.update(from: $0, count: array.count) }
      }
    }
    constants = try zip(program.storage.constants, program.constants).map { index, value in
      if let value { return value }
      let node = program.schedule.steps[index].node
      switch node.primitive {
      case .leaf(.extent(let extent)): return NDArray(Scalar(bound.lengths.length(of: extent)))
      case .leaf(.positions(let extent)):
        let length = bound.lengths.length(of: extent)
        guard let storage = AlignedStorage<Scalar>(ifAvailable: length) else {
          throw ChainRuleError.noMemory(for: length, bytes: MemoryLayout<Scalar>.stride, node)
        }
        for position in 0..<length { storage.pointer[position] = Scalar(position) }
        return NDArray(shape: [length], storage: storage)
      default: return 0
      }
    }
    arraysInFiles = arrays.filter(\.isInFile)
    indices = bound.indices
    integers = bound.indices.map { IntegerMemory($0.elements) }
    lengths = bound.lengths.known
    try refuseChangedFiles()
  }

  var places: DataPlaces {
    DataPlaces(
      machine: Machine(Scalar.precision), leaves: arrays.map { Address($0.storage.pointer) },
      constants: constants.map { Address($0.storage.pointer) },
      integers: integers.map { UnsafePointer($0.pointer) }, lengths: lengths)
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

  /// The first bound number that is infinite or NaN.
  func firstNonFinite(_ program: Program<Scalar>) -> NonFiniteReport? {
    let kernels = Machine(Scalar.precision).kernels.pointee
    for (leaf, array) in zip(program.leaves, arrays) {
      let position = kernels.first_non_finite(array.count, array.storage.pointer)
      if position < array.count { return NonFiniteReport(leaf: leaf, array, at: position) }
    }
    return nil
  }
}

/// Integers at an address that stays.
///
/// Why the unsafe pointer is right: it is allocated, initialised and given back by this object alone, which hands it out for
/// reading while it is kept.
final class IntegerMemory {
  let pointer: UnsafeMutablePointer<Int>
  let count: Int

  init(_ integers: [Int]) {
    count = integers.count
    pointer = .allocate(capacity: max(count, 1))
    _ = UnsafeMutableBufferPointer(start: pointer, count: count).initialize(from: integers)
  }

  deinit { pointer.deallocate() }
}
