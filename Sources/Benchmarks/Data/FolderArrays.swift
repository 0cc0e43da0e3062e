import ChainRule
import Foundation

/// Arrays in the files of a folder, at full size.
struct FolderArrays: ArraySource {
  let folder: String
  private let specs: [String: ArraySpec]

  /// - Parameters:
  ///   - folder: Where the files are.
  ///   - groups: What they hold.
  init(_ folder: String, groups: [DataGroup] = DataGroup.full) {
    self.folder = folder
    specs = Dictionary(uniqueKeysWithValues: groups.flatMap(\.arrays).map { ($0.name, $0) })
  }

  func isFullSize(_ workload: String) -> Bool { true }

  func shape(of name: String) throws -> [Int] { try spec(name).shape }

  func numbers<Scalar: TensorScalar>(_ name: String, as scalar: Scalar.Type) throws -> NDArray<Scalar> {
    let spec = try spec(name)
    switch (spec.element, Scalar.precision) {
    case (.double, .double), (.single, .single): return try read(spec)
    case (.double, .single): return NDArray(try read(spec) as NDArray<Double>)
    case (.single, .double): return NDArray(try read(spec) as NDArray<Float>)
    case (.integer, _):
      throw DataMistake(file: path(spec.file), problem: "it holds integers", mend: "ask for its indices")
    }
  }

  func indices(_ name: String) throws -> IndexArray {
    let spec = try spec(name)
    // Each integer is as long as a single-precision number, whose bits are carried along as they are.
    let bits: NDArray<Float> = try read(spec)
    return try IndexArray(
      shape: spec.shape, elements: bits.elements.map { Int(Int32(bitPattern: $0.bitPattern)) })
  }

  func goldenGradient(_ key: String, count: Int) throws -> [Double]? {
    let spec = ArraySpec("golden_" + key, .double, [count], "")
    if !FileManager.default.fileExists(atPath: path(spec.file)) { return nil }
    return (try read(spec) as NDArray<Double>).elements
  }

  private func spec(_ name: String) throws -> ArraySpec {
    if let spec = specs[name] { return spec }
    throw DataMistake(file: path(name + ".bin"), problem: "no such array is part of the benchmark")
  }

  private func path(_ file: String) -> String { folder + "/" + file }

  /// Reads a file into an array whose elements have the size of those in the file.
  private func read<Scalar: TensorScalar>(_ spec: ArraySpec) throws -> NDArray<Scalar> {
    let path = path(spec.file)
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw DataMistake(file: path, problem: "expected \(spec.bytes) bytes and found no file to read")
    }
    defer { try? file.close() }
    let length: Int
    do {
      length = Int(clamping: try file.seekToEnd())
      try file.seek(toOffset: 0)
    } catch {
      throw DataMistake(file: path, problem: "expected \(spec.bytes) bytes and found nothing to read")
    }
    guard length == spec.bytes else {
      throw DataMistake.length(path, expected: spec.bytes, actual: length)
    }
    var array = try NDArray<Scalar>(repeating: 0, shape: spec.shape)
    try array.withMutableElements { span in
      try span.withUnsafeMutableBufferPointer { target in
        let bytes = UnsafeMutableRawBufferPointer(target)
        var offset = 0
        while offset < spec.bytes, let piece = try file.read(upToCount: 1 << 24), !piece.isEmpty {
          let part = UnsafeMutableRawBufferPointer(
            rebasing: bytes[offset..<min(offset + piece.count, bytes.count)])
          piece.copyBytes(to: part)
          offset += piece.count
        }
        if offset != spec.bytes {
          throw DataMistake.length(path, expected: spec.bytes, actual: offset)
        }
      }
    }
    return array
  }
}
