/// Named arrays in one file, as `numpy.savez` writes them: an `.npz` archive.
///
/// ```swift
/// let X: NDArray<Double> = [[1, 2], [3, 4]]
/// var archive = NPZArchive()
/// try archive.add(X, named: "X")
/// try archive.add([0, 1] as IndexArray, named: "labels")
/// let again = try NPZArchive(bytes: archive.bytes())
/// again.names                // ["X", "labels"]
/// try again.array("X") == X  // true
/// ```
///
/// Members are not compressed. The same arrays in the same order always give the same bytes.
public struct NPZArchive: Sendable, Hashable {
  /// One file of the archive.
  private struct Member: Hashable {
    let name: String
    let bytes: [UInt8]
  }

  private var members: [Member] = []
  private var positions: [String: Int] = [:]

  /// The names of the arrays in their order, without `.npy`.
  public var names: [String] { members.map(\.name) }

  /// An archive without arrays.
  public init() {}

  /// The archive in the bytes of an `.npz` file.
  ///
  /// The structure, the names and the checksums are checked now, each array when it is asked for.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` if the bytes are not such a file, members are compressed or encrypted, or a
  ///   name would lead out of the folder where the archive is unpacked.
  /// - Complexity: O(bytes).
  public init(bytes: [UInt8]) throws {
    self = try .reading(FileInput(bytes: bytes, operation: "NPZArchive(bytes:)"))
  }

  /// The array of numbers with this name.
  ///
  /// ```swift
  /// var archive = NPZArchive()
  /// try archive.add([0.5, 1.5] as NDArray<Double>, named: "w")
  /// try archive.array("w")                  // [0.5 1.5]
  /// try archive.array("w", as: Float.self)  // [0.5 1.5]
  /// ```
  ///
  /// - Parameters:
  ///   - name: The name without `.npy`.
  ///   - scalar: The numbers of the array, by default `Double`; see `NDArray(npy:)` for how they are converted.
  /// - Throws: `ChainRuleError` of kind `.file` if there is no such member or it is not such an array.
  public func array<Scalar: TensorScalar>(
    _ name: String, as scalar: Scalar.Type = Double.self
  ) throws -> NDArray<Scalar> {
    try .reading(input(name, operation: "NPZArchive.array(_:as:)"))
  }

  /// The array of indices with this name.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` if there is no such member or its elements are not integers.
  public func indices(_ name: String) throws -> IndexArray {
    try .reading(input(name, operation: "NPZArchive.indices(_:)"))
  }

  /// Adds an array of numbers at the end.
  ///
  /// - Parameters:
  ///   - array: The array.
  ///   - name: Its name without `.npy`; slashes make folders in the archive.
  ///   - type: The type of the elements in the file; by default that of the scalar.
  /// - Throws: `ChainRuleError` of kind `.file` if the archive has an array of this name, the name is not allowed, or
  ///   an element does not fit the type.
  public mutating func add<Scalar: TensorScalar>(
    _ array: NDArray<Scalar>, named name: String, as type: NPYType? = nil
  ) throws {
    try add(name) { try array.npy(as: type, operation: $0, operands: $1) }
  }

  /// Adds an array of indices at the end.
  ///
  /// - Parameters:
  ///   - indices: The array.
  ///   - name: Its name without `.npy`; slashes make folders in the archive.
  ///   - type: The type of the elements in the file; by default int64.
  /// - Throws: `ChainRuleError` of kind `.file` if the archive has an array of this name, the name is not allowed, or
  ///   an element does not fit the type.
  public mutating func add(_ indices: IndexArray, named name: String, as type: NPYType? = nil) throws {
    try add(name) { try indices.npy(as: type, operation: $0, operands: $1) }
  }

  /// The length of the `.npz` file, or a little more.
  var byteCount: Int { members.reduce(1 << 10) { $0 + $1.bytes.count + 2 * $1.name.utf8.count + (1 << 8) } }

  /// The bytes of the `.npz` file, which `numpy.load` reads.
  ///
  /// - Complexity: O(bytes).
  public func bytes() -> [UInt8] {
    var writer = ZipWriter()
    writer.reserveCapacity(byteCount)
    for member in members { writer.append(member.bytes, named: member.name) }
    return writer.finished()
  }

  /// Reads an archive for one of the operations that do.
  static func reading(_ input: FileInput) throws -> NPZArchive {
    var archive = NPZArchive()
    for (name, bytes) in try ZipDirectory(input).members(in: input) { archive.append(bytes, named: name) }
    return archive
  }

  private mutating func append(_ bytes: [UInt8], named name: String) {
    positions[name] = members.count
    members.append(Member(name: name, bytes: bytes))
  }

  private mutating func add(_ name: String, _ encode: (String, String) throws -> [UInt8]) throws {
    let operation = "NPZArchive.add(_:named:as:)"
    let quoted = "member " + printable(name)
    if let problem = NPZName.problem(name) {
      throw ChainRuleError(
        .file, in: operation, operands: quoted, problem: "the name is refused: \(problem)",
        mend: "choose a name such as 'weights' or 'layer1/weights'")
    }
    if positions[name] != nil {
      throw ChainRuleError(
        .file, in: operation, operands: quoted, problem: "the archive has an array of this name",
        mend: "choose another name")
    }
    append(try encode(operation, quoted), named: name)
  }

  /// The bytes of a member for a reader.
  private func input(_ name: String, operation: String) throws -> FileInput {
    if let position = positions[name] {
      return FileInput(bytes: members[position].bytes, operation: operation, operands: "member \(name)")
    }
    let others = names.prefix(10).joined(separator: ", ") + (names.count > 10 ? ", …" : "")
    throw ChainRuleError(
      .file, in: operation, operands: "member " + printable(name),
      problem: "the archive has no array of this name",
      mend: names.isEmpty ? "it is empty" : "it has \(others)")
  }

  private func printable(_ name: String) -> String {
    "'" + String(name.prefix(40).flatMap { $0.unicodeScalars.flatMap { $0.escaped(asASCII: false) } }) + "'"
  }
}
