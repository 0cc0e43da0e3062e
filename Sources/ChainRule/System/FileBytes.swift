import Foundation

/// Files on disk, read and written whole or opened to be read in pieces: the door from the core to what has a path.
package enum FileBytes {
  /// The file at a path, for one of the operations that read formats of the core.
  static func input(_ path: String, operation: String) throws -> FileInput {
    FileInput(bytes: try bytes(at: path, operation: operation), operation: operation, operands: path)
  }

  /// The bytes of the file at a path.
  package static func bytes(at path: String, operation: String) throws -> [UInt8] {
    let file = try open(path, operation: operation)
    return try file.bytes(from: 0, count: file.byteCount)
  }

  /// The file at a path, open for reading.
  package static func open(_ path: String, operation: String) throws -> OpenFile {
    let mend = "check the path; it is relative to the current directory"
    try check(path, operation, mend: mend)
    // Links are followed to what is read. A pipe or a device would have no end.
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    do {
      let type = try FileManager.default.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType
      if type == .typeDirectory {
        throw failure(path, operation, "the path is a directory", "name a file in it")
      }
      if type == .typeSymbolicLink {
        throw failure(path, operation, "the path is a link that leads back to itself", "name the file itself")
      }
      guard type == .typeRegular else {
        throw failure(path, operation, "the path is not a regular file", "copy its content to a file")
      }
      let file = try FileHandle(forReadingFrom: url)
      defer { try? file.close() }
      // A descriptor of its own, as a file handle cannot be read from at a position by several threads.
      let own = fcntl(file.fileDescriptor, F_DUPFD_CLOEXEC, 0)
      guard own >= 0 else {
        throw failure(path, operation, "the file cannot be read: \(FileDescriptor.reason)", mend)
      }
      return try OpenFile(FileDescriptor(owning: own), path: path, operation: operation)
    } catch let error as ChainRuleError {
      throw error
    } catch {
      throw failure(path, operation, reason(error, verb: "read"), mend)
    }
  }

  /// The folder for files that need not last, without a slash at its end: that of `TMPDIR`, or the system's.
  static var temporaryFolder: String {
    let path = FileManager.default.temporaryDirectory.path
    return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// Writes a file whole or not at all: other programs see the old content or the new one, never a part.
  package static func write(_ bytes: [UInt8], to path: String, operation: String) throws {
    let mend = "check the path; its folder must exist and be writable"
    try check(path, operation, mend: mend)
    var isDirectory: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue {
      throw failure(path, operation, "the path is a directory", "name a file in it")
    }
    try AvailableMemory.require(
      bytes.count, of: 1, for: "a copy of the \(countedBytes(bytes.count)) to be written", kind: .file,
      in: operation, operands: path, mend: "write less at once")
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw failure(path, operation, reason(error, verb: "written"), mend)
    }
  }

  /// What the system says about a file that cannot be read or written.
  package static func reason(_ error: any Error, verb: String) -> String {
    switch (error as? CocoaError)?.code {
    case .fileNoSuchFile, .fileReadNoSuchFile:
      verb == "read" ? "there is no such file" : "there is no such folder"
    case .fileReadNoPermission, .fileWriteNoPermission: "the file may not be \(verb): permission is denied"
    case .fileWriteOutOfSpace: "the file cannot be written: the disk is full"
    case .fileWriteVolumeReadOnly: "the file cannot be written: the disk is read-only"
    default: "the file cannot be \(verb): \(error.localizedDescription)"
    }
  }

  private static func check(_ path: String, _ operation: String, mend: String) throws {
    if path.isEmpty { throw failure("", operation, "the path is empty", mend) }
    // The system would take the part before it for the path.
    if path.utf8.contains(0) { throw failure("", operation, "the path has a NUL character", mend) }
  }

  private static func failure(
    _ path: String, _ operation: String, _ problem: String, _ mend: String
  ) -> ChainRuleError {
    ChainRuleError(.file, in: operation, operands: path, problem: problem, mend: mend)
  }
}
