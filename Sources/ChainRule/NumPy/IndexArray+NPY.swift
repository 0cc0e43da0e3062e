extension IndexArray {
  /// The indices in the bytes of an `.npy` file, as `numpy.save` writes it.
  ///
  /// Elements may be int32, int64 or bool, which becomes 0 or 1, in either byte order and in C or Fortran order.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` if the bytes are not such a file; a floating type is refused even
  ///   where all numbers are whole.
  /// - Complexity: O(count). Memory is obtained only for elements that are really there.
  public init(npy bytes: [UInt8]) throws {
    self = try .reading(FileInput(bytes: bytes, operation: "IndexArray(npy:)"))
  }

  /// The bytes of an `.npy` file with these indices, as `numpy.save` writes them.
  ///
  /// - Parameter type: The type of the elements in the file; by default int64. Every conversion must be exact.
  /// - Throws: `ChainRuleError` of kind `.file` if an element does not fit the type, or the rank is more than the 64
  ///   that NumPy has.
  /// - Complexity: O(count).
  public func npy(as type: NPYType? = nil) throws -> [UInt8] {
    try npy(as: type, operation: "IndexArray.npy(as:)")
  }

  /// Reads the indices for one of the operations that do.
  static func reading(_ input: FileInput) throws -> IndexArray {
    let content = try NPYContent(input)
    let type = content.header.type
    if type.isFloating {
      throw content.error(
        "the elements are \(type) and indices are integers",
        mend: "read them as NDArray, or save array.astype('int64')")
    }
    let count = content.header.count
    try AvailableMemory.require(
      count, for: "\(counted(count)) of 8 bytes", kind: .file, in: input.operation, operands: input.operands,
      mend: "read a smaller array")
    var elements = [Int](repeating: 0, count: count)
    content.forEachInteger { elements[$0] = $1 }
    return IndexArray(checkedShape: content.header.shape, elements: elements)
  }

  /// Writes the indices for one of the operations that do.
  func npy(as type: NPYType?, operation: String, operands: String = "") throws -> [UInt8] {
    var output = try NPYOutput(type ?? .int64, shape: shape, operation: operation, operands: operands)
    for offset in 0..<count where !output.append(elements[offset]) {
      throw output.misfit("\(elements[offset])", at: offset)
    }
    return output.bytes
  }
}
