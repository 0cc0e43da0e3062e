extension NDArray {
  /// The array in an `.npy` file on disk, which stays there: only the parts that are read come into memory.
  ///
  /// ```swift
  /// try NDArray<Double>(repeating: 0.5, shape: [1000, 3]).write(npyFile: "features.npy")
  /// let features = try NDArray<Double>(mappingNPYFile: "features.npy")
  /// let X = Tensor.input("X", shape: [.batch, 3])
  /// try sum(X).evaluate(at: [X: features])  // 1500.0
  /// ```
  ///
  /// Everything that takes an array takes this one. It is a value like any other: the file is never written to, and to
  /// write to the array copies all of it into memory first.
  ///
  /// The elements must lie in the file as they lie in memory: of the scalar's own type, little-endian, in C order. Nobody
  /// may write to the file while the array is in use. A file whose length has changed is refused when a session runs; one
  /// that is cut short in the middle of a run ends the process.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` that names the path, if the file cannot be read, is cut short or no such
  ///   file, or has elements of another kind, which `init(npyFile:)` can read.
  /// - Complexity: O(1).
  public init(mappingNPYFile path: String) throws {
    let operation = "NDArray(mappingNPYFile:)"
    let file = try FileBytes.open(path, operation: operation)
    var input = FileInput(
      bytes: try file.bytes(from: 0, count: min(file.byteCount, 1 << 20)), operation: operation,
      operands: path)
    input.byteCount = file.byteCount
    let header = try NPYHeader(input)
    if let problem = Self.obstacle(header) {
      throw input.error(
        problem.what, mend: problem.mend + ", or read the file into memory with NDArray(npyFile:)")
    }
    if header.count == 0 {
      self.init(shape: header.shape, storage: AlignedStorage(count: 0))
      return
    }
    let mapping = try FileMapping(reading: file)
    self.init(
      shape: header.shape, storage: AlignedStorage(mapping, from: header.dataStart, count: header.count))
  }

  /// Why elements in a file are not what they are in memory, and the mend; nil if they are.
  private static func obstacle(_ header: NPYHeader) -> (what: String, mend: String)? {
    let own: NPYType = Scalar.precision == .double ? .float64 : .float32
    if header.type != own {
      return (
        "the elements are \(header.type), and those of an NDArray<\(Scalar.self)> are \(own)",
        header.type.isFloating
          ? "map it as NDArray<\(header.type == .float64 ? "Double" : "Float")>" : "save it as \(own)"
      )
    }
    if header.isBigEndian != (1.bigEndian == 1) {
      return ("the elements are in the other byte order", "save it with array.astype('<\(own.code)')")
    }
    if header.isFortranOrder && header.shape.count(where: { $0 > 1 }) > 1 {
      return ("the elements are in Fortran order", "save numpy.ascontiguousarray(array)")
    }
    if !header.dataStart.isMultiple(of: AlignedStorage<Scalar>.alignment) {
      return (
        "the elements begin at byte \(header.dataStart), no multiple of \(AlignedStorage<Scalar>.alignment)",
        "save it with NumPy 1.14 or later"
      )
    }
    return nil
  }
}
