#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file of our own in the temporary folder, for numbers that need not be in memory.
///
/// It loses its name at once, so that nothing is left of it when the process ends, however it ends. All of its bytes are
/// written before they are mapped: a full disk is an error here, and not a signal later.
package struct ScratchFile {
  private let descriptor: FileDescriptor
  private let folder: String
  private let operation: String
  /// Its length so far.
  package private(set) var byteCount = 0

  /// Makes an empty file in the folder that `TMPDIR` names, or the system's.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` if it cannot be made.
  package init(operation: String) throws {
    folder = FileBytes.temporaryFolder
    self.operation = operation
    var name = Array((folder + "/chainrule-XXXXXX").utf8CString)
    let number = mkstemp(&name)
    guard number >= 0 else {
      throw Self.failure(folder, operation, "no file can be made there: \(FileDescriptor.reason)")
    }
    unlink(name)
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    descriptor = FileDescriptor(owning: number)
  }

  /// Appends numbers as they lie in memory.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` if the disk is full.
  package mutating func append(_ numbers: [Double]) throws {
    try numbers.withUnsafeBytes { try append($0) }
  }

  private mutating func append(_ bytes: UnsafeRawBufferPointer) throws {
    guard let written = descriptor.write(bytes, at: byteCount), written == bytes.count else {
      throw Self.failure(folder, operation, "the disk is full, \(byteCount) bytes into a file")
    }
    byteCount += bytes.count
  }

  /// Appends zeros; every byte is written, so that the disk has room for it.
  mutating func appendZeros(_ count: Int) throws {
    let piece = [UInt8](repeating: 0, count: min(count, 1 << 20))
    var left = count
    while left > 0 {
      try piece.withUnsafeBytes { try append(UnsafeRawBufferPointer(rebasing: $0.prefix(left))) }
      left -= min(left, piece.count)
    }
  }

  /// The file as an array of this shape, which it must fill; it can be written to like any other.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` if the system does not map it.
  package func array<Scalar: TensorScalar>(shape: [Int]) throws -> NDArray<Scalar> {
    guard let count = NDArray<Scalar>.count(of: shape),
      count * MemoryLayout<Scalar>.stride == byteCount
    else { preconditionFailure("a file of \(byteCount) bytes under shape \(shape)") }
    return NDArray(shape: shape, storage: try storage(count: count))
  }

  /// Zeros in a file of their own.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` if there is no room for them.
  static func storage<Scalar: TensorScalar>(
    zeros count: Int, operation: String
  ) throws -> AlignedStorage<Scalar> {
    var file = try ScratchFile(operation: operation)
    try file.appendZeros(count * MemoryLayout<Scalar>.stride)
    return try file.storage(count: count)
  }

  private func storage<Scalar: TensorScalar>(count: Int) throws -> AlignedStorage<Scalar> {
    if count == 0 { return AlignedStorage(count: 0) }
    guard let mapping = FileMapping(writing: descriptor, byteCount: byteCount) else {
      throw Self.failure(folder, operation, "a file there cannot be mapped: \(FileDescriptor.reason)")
    }
    return AlignedStorage(mapping, from: 0, count: count)
  }

  private static func failure(_ folder: String, _ operation: String, _ problem: String) -> ChainRuleError {
    ChainRuleError(
      .file, in: operation, operands: "temporary folder \(folder)", problem: problem,
      mend: "set TMPDIR to a folder on a disk with more room")
  }
}

extension NDArray {
  /// Whether the elements lie in a file, and the system brings those into memory that are touched.
  package var isInFile: Bool { storage.isInFile }

  /// Makes an array whose elements `body` writes, every one of them: in memory, or in a file in the temporary folder.
  ///
  /// What is made of arrays in files is put into files as well; so nothing is in memory whole.
  ///
  /// - Throws: `ChainRuleError` if there is no room for the file or the memory, and what `body` throws.
  package static func initialized(
    shape: [Int], inFile: Bool, _ operation: String, _ body: (UnsafeMutablePointer<Scalar>) throws -> Void
  ) throws -> NDArray {
    guard inFile else { return try initialized(shape: shape, in: operation, body) }
    let count = try validatedCount(of: shape, in: operation)
    let storage: AlignedStorage<Scalar> = try ScratchFile.storage(zeros: count, operation: operation)
    try body(storage.pointer)
    return NDArray(shape: shape, storage: storage)
  }
}
