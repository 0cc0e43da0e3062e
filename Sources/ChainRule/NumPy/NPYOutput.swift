/// The bytes of a `.npy` file while its elements are appended.
struct NPYOutput {
  /// The header and the elements so far.
  private(set) var bytes: [UInt8]
  private let type: NPYType
  private let shape: [Int]
  private let operation: String
  private let operands: String

  /// Writes the header.
  init(_ type: NPYType, shape: [Int], operation: String, operands: String) throws {
    self.type = type
    self.shape = shape
    self.operation = operation
    self.operands = (operands.isEmpty ? "" : operands + ", ") + "array \(shape)"
    let limit = NPYHeaderParser.maximumRank
    guard shape.count <= limit else {
      throw ChainRuleError(
        .file, in: operation, operands: operands.isEmpty ? "array of rank \(shape.count)" : operands,
        problem: "the array has \(shape.count) axes and NumPy reads at most \(limit)",
        mend: "reshape it to fewer axes")
    }
    let count = NDArray<Double>.count(of: shape) ?? 0
    try AvailableMemory.require(
      count, of: type.byteCount, for: "\(counted(count)) of \(countedBytes(type.byteCount))", kind: .file,
      in: operation, operands: self.operands, mend: "write a smaller array")
    bytes = NPYHeader.encoded(type, shape: shape)
    bytes.reserveCapacity(bytes.count + count * type.byteCount)
  }

  /// Appends a number, or returns false where the type cannot hold it.
  ///
  /// A finite `Double` may be rounded to float32 but not to infinity.
  mutating func append<Scalar: TensorScalar>(_ value: Scalar) -> Bool {
    switch type {
    case .float64: bytes.append(littleEndian: Double(value).bitPattern)
    case .float32:
      let rounded = Float(value)
      if rounded.isInfinite && value.isFinite { return false }
      bytes.append(littleEndian: rounded.bitPattern)
    case .int32:
      guard let integer = Int32(exactly: value) else { return false }
      bytes.append(littleEndian: integer)
    case .int64:
      guard let integer = Int64(exactly: value) else { return false }
      bytes.append(littleEndian: integer)
    case .bool:
      guard value == 0 || value == 1 else { return false }
      bytes.append(value == 1 ? 1 : 0)
    }
    return true
  }

  /// Appends an integer, or returns false where the type cannot hold it exactly.
  mutating func append(_ value: Int) -> Bool {
    switch type {
    case .float64:
      guard let number = Double(exactly: value) else { return false }
      bytes.append(littleEndian: number.bitPattern)
    case .float32:
      guard let number = Float(exactly: value) else { return false }
      bytes.append(littleEndian: number.bitPattern)
    case .int32:
      guard let integer = Int32(exactly: value) else { return false }
      bytes.append(littleEndian: integer)
    case .int64: bytes.append(littleEndian: Int64(value))
    case .bool:
      guard value == 0 || value == 1 else { return false }
      bytes.append(UInt8(value))
    }
    return true
  }

  /// The error that the element at a position in row-major order does not fit the type.
  func misfit(_ value: String, at offset: Int) -> ChainRuleError {
    ChainRuleError(
      .file, in: operation, operands: operands,
      problem: "\(elementName(at: offset, in: shape)) is \(value), which \(type) cannot hold",
      mend: "write the array in the type that it has by default")
  }
}
