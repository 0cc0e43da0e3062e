extension NDArray {
  /// The array in an `.npy` file on disk; see `init(npy:)`.
  ///
  /// ```swift
  /// let X: NDArray<Double> = [[1, 2], [3, 4]]
  /// try X.write(npyFile: "X.npy")
  /// try NDArray<Double>(npyFile: "X.npy") == X  // true
  /// ```
  ///
  /// - Throws: `ChainRuleError` of kind `.file` that names the path, if the file cannot be read or is no such file.
  public init(npyFile path: String) throws {
    self = try .reading(FileBytes.input(path, operation: "NDArray(npyFile:)"))
  }

  /// Writes the array to an `.npy` file on disk, replacing one that is there as a whole; see `npy(as:)`.
  ///
  /// - Parameters:
  ///   - path: Where the file is to be.
  ///   - type: The type of the elements in the file; by default that of the scalar.
  /// - Throws: `ChainRuleError` of kind `.file` that names the path, if the file cannot be written or an element does
  ///   not fit the type.
  public func write(npyFile path: String, as type: NPYType? = nil) throws {
    let operation = "NDArray.write(npyFile:as:)"
    try FileBytes.write(npy(as: type, operation: operation, operands: path), to: path, operation: operation)
  }
}

extension IndexArray {
  /// The indices in an `.npy` file on disk; see `init(npy:)`.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` that names the path, if the file cannot be read or is no such file.
  public init(npyFile path: String) throws {
    self = try .reading(FileBytes.input(path, operation: "IndexArray(npyFile:)"))
  }

  /// Writes the indices to an `.npy` file on disk, replacing one that is there as a whole; see `npy(as:)`.
  ///
  /// - Parameters:
  ///   - path: Where the file is to be.
  ///   - type: The type of the elements in the file; by default int64.
  /// - Throws: `ChainRuleError` of kind `.file` that names the path, if the file cannot be written or an element does
  ///   not fit the type.
  public func write(npyFile path: String, as type: NPYType? = nil) throws {
    let operation = "IndexArray.write(npyFile:as:)"
    try FileBytes.write(npy(as: type, operation: operation, operands: path), to: path, operation: operation)
  }
}

extension NPZArchive {
  /// The archive in an `.npz` file on disk; see `init(bytes:)`.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` that names the path, if the file cannot be read or is no such archive.
  public init(file path: String) throws {
    self = try .reading(FileBytes.input(path, operation: "NPZArchive(file:)"))
  }

  /// Writes the archive to an `.npz` file on disk, replacing one that is there as a whole.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` that names the path, if the file cannot be written.
  public func write(to path: String) throws {
    let operation = "NPZArchive.write(to:)"
    try AvailableMemory.require(
      byteCount, of: 1, for: "an archive of \(countedBytes(byteCount))", kind: .file, in: operation,
      operands: path, mend: "write a smaller archive")
    try FileBytes.write(bytes(), to: path, operation: operation)
  }
}
