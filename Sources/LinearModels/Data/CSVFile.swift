import ChainRule
import Foundation

/// CSV files on disk as bytes; the door from tables to the file system.
enum CSVFile {
  /// The bytes of a regular file.
  static func bytes(at path: String, in operation: String) throws -> [UInt8] {
    let mend = "check the path; it is relative to the current directory"
    try check(path, operation, mend: mend)
    // Links are followed to what is read. A pipe or a device would have no end.
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    do {
      let type = try FileManager.default.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType
      if type == .typeDirectory {
        throw failure(path, operation, "the path is a directory", "name a file in it")
      }
      guard type == .typeRegular else {
        throw failure(path, operation, "the path is not a regular file", "copy its content to a file")
      }
      let file = try FileHandle(forReadingFrom: url)
      defer { try? file.close() }
      // Piece by piece, as converting the whole would hold it twice.
      var bytes: [UInt8] = []
      while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty { bytes.append(contentsOf: piece) }
      return bytes
    } catch let error as ChainRuleError {
      throw error
    } catch {
      throw failure(path, operation, FileBytes.reason(error, verb: "read"), mend)
    }
  }

  /// Writes a file whole or not at all: other programs see the old content or the new one, never a part.
  static func write(_ bytes: [UInt8], to path: String, in operation: String) throws {
    let mend = "check the path; its folder must exist and be writable"
    try check(path, operation, mend: mend)
    var isDirectory: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue {
      throw failure(path, operation, "the path is a directory", "name a file in it")
    }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw failure(path, operation, FileBytes.reason(error, verb: "written"), mend)
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
