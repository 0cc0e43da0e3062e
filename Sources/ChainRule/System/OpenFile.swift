/// A regular file that is open for reading, piece by piece or as a mapping.
///
/// Reading names the position each time, so that several readers can share one file.
package final class OpenFile: Sendable {
  /// The path that it was opened by.
  package let path: String
  /// Its length in bytes when it was opened.
  package let byteCount: Int
  let operation: String
  let descriptor: FileDescriptor

  /// Takes over an open file.
  init(_ descriptor: FileDescriptor, path: String, operation: String) throws {
    self.descriptor = descriptor
    self.path = path
    self.operation = operation
    guard let count = descriptor.byteCount else {
      throw ChainRuleError(
        .file, in: operation, operands: path,
        problem: "the length of the file is not known: \(FileDescriptor.reason)")
    }
    byteCount = count
  }

  /// Some bytes kept from before, followed by up to `count` bytes of the file from a position on.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` if the system refuses, or there is no memory for them.
  package func bytes(from offset: Int, count: Int, after kept: ArraySlice<UInt8> = []) throws -> [UInt8] {
    try AvailableMemory.require(
      kept.count + count, of: 1, for: countedBytes(kept.count + count) + " of the file", kind: .file,
      in: operation, operands: path, mend: "read a smaller file")
    var bytes: [UInt8] = []
    bytes.reserveCapacity(kept.count + count)
    bytes.append(contentsOf: kept)
    bytes.append(contentsOf: repeatElement(0, count: count))
    let read = bytes.withUnsafeMutableBytes { bytes in
      descriptor.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[kept.count...]), at: offset)
    }
    guard let read else {
      throw failure("the file cannot be read: \(FileDescriptor.reason)", "check the disk")
    }
    bytes.removeLast(count - read)
    return bytes
  }

  /// Refuses a file whose length is another than when it was opened.
  ///
  /// - Throws: `ChainRuleError` of kind `.file`.
  package func refuseChange() throws {
    guard let now = descriptor.byteCount, now != byteCount else { return }
    throw failure(
      "the file had \(countedBytes(byteCount)) when it was opened, and has \(now) now",
      "let the program that writes it finish first, or read a copy")
  }

  func failure(_ problem: String, _ mend: String) -> ChainRuleError {
    ChainRuleError(.file, in: operation, operands: path, problem: problem, mend: mend)
  }
}
