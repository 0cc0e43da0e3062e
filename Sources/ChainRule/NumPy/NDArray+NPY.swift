extension NDArray {
  /// The array in the bytes of an `.npy` file, as `numpy.save` writes it.
  ///
  /// ```swift
  /// let X: NDArray<Double> = [[1, 2], [3, 4]]
  /// try NDArray<Double>(npy: X.npy()) == X  // true
  /// ```
  ///
  /// Elements may be float32, float64, int32, int64 or bool, in either byte order and in C or Fortran order. A float64
  /// becomes the nearest `Float`; integers must be held exactly; bool becomes 0 or 1.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` if the bytes are not such a file, or an integer has more digits than
  ///   the scalar.
  /// - Complexity: O(count). Memory is obtained only for elements that are really there.
  public init(npy bytes: [UInt8]) throws {
    self = try .reading(FileInput(bytes: bytes, operation: "NDArray(npy:)"))
  }

  /// The bytes of an `.npy` file with this array, as `numpy.save` writes them.
  ///
  /// - Parameter type: The type of the elements in the file; by default that of the scalar. A `Double` is rounded to
  ///   float32, and every other conversion must be exact; the zeros 0.0 and -0.0 are both the integer 0.
  /// - Throws: `ChainRuleError` of kind `.file` if an element does not fit the type, or the rank is more than the 64
  ///   that NumPy has.
  /// - Complexity: O(count).
  public func npy(as type: NPYType? = nil) throws -> [UInt8] {
    try npy(as: type, operation: "NDArray.npy(as:)")
  }

  /// Reads the array for one of the operations that do.
  static func reading(_ input: FileInput) throws -> NDArray {
    let content = try NPYContent(input)
    let shape = content.header.shape
    let storage = try validatedStorage(for: shape, in: input.operation)
    let target = storage.pointer
    switch content.header.type {
    case .float32:
      content.forEach(UInt32.self) { target[$0] = Scalar(Float(bitPattern: $1)) }
    case .float64:
      content.forEach(UInt64.self) { target[$0] = Scalar(Double(bitPattern: $1)) }
    case .int32, .int64, .bool:
      try content.forEachInteger { offset, value in
        guard let scalar = Scalar(exactly: value) else {
          throw content.error(
            at: offset, "is \(value), which \(Scalar.self) cannot hold exactly",
            mend: "read whole numbers as IndexArray, or save the array as float64")
        }
        target[offset] = scalar
      }
    }
    return withExtendedLifetime(storage) { NDArray(shape: shape, storage: storage) }
  }

  /// Writes the array for one of the operations that do.
  func npy(as type: NPYType?, operation: String, operands: String = "") throws -> [UInt8] {
    let type = type ?? (Scalar.precision == .double ? .float64 : .float32)
    var output = try NPYOutput(type, shape: shape, operation: operation, operands: operands)
    try withUnsafePointer { source in
      for offset in 0..<count {
        let value = source[offset]
        if !output.append(value) { throw output.misfit("\(value)", at: offset) }
      }
    }
    return output.bytes
  }
}
