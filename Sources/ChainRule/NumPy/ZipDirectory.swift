/// The end of a zip archive, which says where its central directory lies and how many records it has.
///
/// Archives must end with it: without a comment and without bytes after it, so that there is one way to read them.
///
/// - Source: PKWARE, "APPNOTE.TXT", §4.3.14 to §4.3.16.
struct ZipDirectory {
  static let signature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
  static let zip64Signature: [UInt8] = [0x50, 0x4B, 0x06, 0x06]
  static let locatorSignature: [UInt8] = [0x50, 0x4B, 0x06, 0x07]

  /// The number of records.
  let count: Int
  /// The positions of the records.
  let range: Range<Int>

  /// Finds the directory.
  init(_ input: FileInput) throws {
    let end = try Self.endRecord(in: input)
    let place: (count: UInt64, size: UInt64, start: UInt64, end: Int)
    let short = (
      count: input.uint16(at: end + 10), size: input.uint32(at: end + 12), start: input.uint32(at: end + 16)
    )
    if input.has(Self.locatorSignature, at: end - 20) {
      let long = try Self.zip64End(input, before: end)
      place = (input.uint64(at: long + 32), input.uint64(at: long + 40), input.uint64(at: long + 48), long)
      guard short.count == Int(UInt16.max) || UInt64(short.count) == place.count,
        short.size == .max || UInt64(short.size) == place.size,
        short.start == .max || UInt64(short.start) == place.start
      else { throw input.damage("the two end records of the archive differ") }
    } else {
      place = (UInt64(short.count), UInt64(short.size), UInt64(short.start), end)
    }
    count = Int(clamping: place.count)
    range = try Self.checkedRange(input, start: place.start, size: place.size, end: place.end)
    // A record has 46 bytes at least, so a count that the file cannot hold is refused before any work is done.
    guard count <= range.count / 46 else {
      throw input.damage("the central directory of \(countedBytes(range.count)) cannot have \(count) records")
    }
  }

  /// The position of the end record, which takes up the last 22 bytes.
  private static func endRecord(in input: FileInput) throws -> Int {
    let end = input.bytes.count - 22
    guard input.has(signature, at: end), input.uint16(at: end + 20) == 0 else {
      let isArray = input.bytes.starts(with: NPYHeader.magic)
      throw input.error(
        "the file does not end with the end record of a zip archive",
        mend: isArray
          ? "it is an .npy file; read it with NDArray(npy:)"
          : "it is no .npz archive, is cut short, or has a comment or other bytes at its end")
    }
    guard input.uint32(at: end + 4) == 0, input.uint16(at: end + 8) == input.uint16(at: end + 10) else {
      throw input.error("the archive is one part of a split archive", mend: "join the parts first")
    }
    return end
  }

  /// The position of the zip64 end record that the locator before `end` points at.
  private static func zip64End(_ input: FileInput, before end: Int) throws -> Int {
    let start = end - 20 - 56
    guard input.has(zip64Signature, at: start), input.uint64(at: end - 12) == UInt64(start),
      input.uint64(at: start + 4) == 44, input.uint32(at: end - 16) == 0, input.uint32(at: end - 4) == 1,
      input.uint64(at: start + 16) == 0, input.uint64(at: start + 24) == input.uint64(at: start + 32)
    else { throw input.damage("the zip64 end record at byte \(max(start, 0)) is damaged") }
    return start
  }

  private static func checkedRange(
    _ input: FileInput, start: UInt64, size: UInt64, end: Int
  ) throws -> Range<Int> {
    guard let first = Int(exactly: start), let size = Int(exactly: size), first <= end, size == end - first
    else {
      throw input.error(
        "the central directory of \(size) bytes at byte \(start) does not end at the end record at byte \(end)",
        mend: "the archive is damaged or has bytes before its beginning; write it again with np.savez")
    }
    return first..<end
  }

  /// The members in the order of the directory, after all checks.
  func members(in input: FileInput) throws -> [(name: String, bytes: [UInt8])] {
    var records: [ZipRecord] = []
    records.reserveCapacity(count)
    var names: Set<String> = []
    var position = range.lowerBound
    for _ in 0..<count {
      let record = try ZipRecord(input, at: position, before: range.upperBound)
      guard names.insert(record.name).inserted else {
        throw input.error(
          "member \(record.name): the archive has two members of this name", mend: "rename one of them")
      }
      records.append(record)
      position = record.end
    }
    guard position == range.upperBound else {
      throw input.damage(
        "the central directory has more than its \(count) records at byte \(position)")
    }
    let ranges = try records.map { try $0.dataRange(in: input, before: range.lowerBound) }
    try checkTiling(records, ranges, in: input)
    return try zip(records, ranges).map { record, data in
      try record.verify(input, data)
      try AvailableMemory.require(
        data.count, of: 1, for: "the \(countedBytes(data.count)) of member \(record.name)", kind: .file,
        in: input.operation, operands: input.operands, mend: "read a smaller archive")
      return (record.name, Array(input.bytes[data]))
    }
  }

  /// Demands that the members fill the file up to the directory, without overlaps and without gaps.
  private func checkTiling(_ records: [ZipRecord], _ ranges: [Range<Int>], in input: FileInput) throws {
    var position = 0
    for index in records.indices.sorted(by: { records[$0].localStart < records[$1].localStart }) {
      let start = records[index].localStart
      if start < position {
        throw input.damage(
          "member \(records[index].name): it begins at byte \(start), inside of another member")
      }
      if start > position { throw junk(position, start, input) }
      position = ranges[index].upperBound
    }
    if position < range.lowerBound { throw junk(position, range.lowerBound, input) }
  }

  private func junk(_ start: Int, _ end: Int, _ input: FileInput) -> ChainRuleError {
    input.damage("the bytes from \(start) to \(end) belong to no member")
  }
}
