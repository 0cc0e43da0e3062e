import Foundation

/// Writes generated arrays to files, and `manifest.json` with what the peers read of it.
final class FolderWriter {
  private struct Entry: Encodable {
    let dtype: String
    let shape: [Int]
    let formula: String
    let first3: [Double]
  }

  private let folder: String
  private var handles: [String: FileHandle] = [:]
  private var entries: [String: Entry] = [:]

  /// - Throws: `DataMistake` if the folder cannot be made.
  init(_ folder: String) throws {
    self.folder = folder
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw DataMistake(file: folder, problem: "the folder cannot be made", mend: "check the path")
    }
  }

  /// Writes all arrays of `groups`, and says so after each group.
  func write(_ groups: [DataGroup], saying say: (String) -> Void) throws {
    for group in groups {
      try group.generate(append)
      for array in group.arrays {
        try handles.removeValue(forKey: array.name)?.close()
        say("wrote \(array.file), \(array.bytes) bytes")
      }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try save(try encoder.encode(entries), "manifest.json")
  }

  private func append(_ array: ArraySpec, _ block: [Double]) throws {
    if entries[array.name] == nil {
      try save(Data(), array.file)
      handles[array.name] = FileHandle(forWritingAtPath: folder + "/" + array.file)
      entries[array.name] = Entry(
        dtype: array.element.rawValue, shape: array.shape, formula: array.formula,
        first3: block.prefix(3).map { array.rounded($0) })
    }
    do {
      try handles[array.name]?.write(contentsOf: Self.bytes(block, array.element))
    } catch {
      throw DataMistake(
        file: folder + "/" + array.file, problem: "it cannot be written", mend: "check the space on the disk")
    }
  }

  private func save(_ data: Data, _ file: String) throws {
    do {
      try data.write(to: URL(fileURLWithPath: folder + "/" + file))
    } catch {
      throw DataMistake(
        file: folder + "/" + file, problem: "it cannot be written",
        mend: "check the folder and the space on the disk")
    }
  }

  private static func bytes(_ block: [Double], _ element: ArraySpec.Element) -> Data {
    switch element {
    case .double: block.withUnsafeBytes { Data($0) }
    case .single: block.map { Float($0) }.withUnsafeBytes { Data($0) }
    case .integer: block.map { Int32($0) }.withUnsafeBytes { Data($0) }
    }
  }
}
