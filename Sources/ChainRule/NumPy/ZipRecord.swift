/// One record of the central directory of a zip archive: a stored file, its name and where it lies.
///
/// - Source: PKWARE, "APPNOTE.TXT – .ZIP File Format Specification", §4.3.7 and §4.3.12 (headers), §4.5.3 (zip64).
struct ZipRecord {
  static let localSignature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  static let centralSignature: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
  /// The newest version of the format, 6.3, in tenths.
  static let maximumVersion = 63
  /// The flag of names in UTF-8, the only one that does not change how the file is read.
  static let utf8Flag = 1 << 11

  /// The name of the member without `.npy`.
  let name: String
  /// The position of the local header.
  let localStart: Int
  /// The position after this record.
  let end: Int
  private let flags: Int
  private let checksum: UInt32
  private let size: Int
  private let nameRange: Range<Int>

  /// Reads the record at a position of a directory that ends at `directoryEnd`.
  init(_ input: FileInput, at start: Int, before directoryEnd: Int) throws {
    guard directoryEnd - start >= 46, input.has(Self.centralSignature, at: start) else {
      throw input.damage("the central directory has no record at byte \(start)")
    }
    let nameEnd = start + 46 + input.uint16(at: start + 28)
    let extraEnd = nameEnd + input.uint16(at: start + 30)
    end = extraEnd + input.uint16(at: start + 32)
    guard end <= directoryEnd else {
      throw input.damage("the record at byte \(start) is longer than the central directory")
    }
    nameRange = start + 46..<nameEnd
    flags = input.uint16(at: start + 8)
    name = try NPZName.parsed(input, in: nameRange, isUTF8: flags & Self.utf8Flag != 0)
    try Self.checkFeatures(input, name, at: start, flags)
    checksum = input.uint32(at: start + 16)
    var zip64 = try Zip64Extra(input, in: nameEnd..<extraEnd, member: name)
    let full = try zip64.value(input.uint32(at: start + 24))
    let stored = try zip64.value(input.uint32(at: start + 20))
    localStart = try zip64.value(input.uint32(at: start + 42))
    guard full == stored else {
      throw input.error(
        "member \(name): the sizes \(full) and \(stored) differ in a member that is not compressed")
    }
    size = full
  }

  /// Refuses what is not supported, by the record at `start`.
  private static func checkFeatures(_ input: FileInput, _ name: String, at start: Int, _ flags: Int) throws {
    let version = Int(input.bytes[start + 6])
    let method = input.uint16(at: start + 10)
    if flags & 1 != 0 {
      throw input.error("member \(name): it is encrypted", mend: "write it without a password")
    }
    if method != 0 {
      throw input.error(
        "member \(name): it is compressed by method \(method)",
        mend: "write it with np.savez instead of np.savez_compressed")
    }
    if flags & 8 != 0 {
      throw input.error(
        "member \(name): its size follows the data, as in archives written to a stream",
        mend: "write it to a file")
    }
    if version > maximumVersion {
      throw input.damage(
        "member \(name): it needs version \(version / 10).\(version % 10) of the zip format, and 6.3 is the last"
      )
    }
    if input.uint16(at: start + 34) != 0 {
      throw input.error(
        "member \(name): it lies in another part of a split archive", mend: "join the parts first")
    }
    if flags & ~utf8Flag != 0 {
      throw input.damage(
        "member \(name): the flags 0x\(String(flags, radix: 16)) are not supported")
    }
  }

  /// The positions of the bytes of the member, after its local header has been compared with this record.
  func dataRange(in input: FileInput, before directoryStart: Int) throws -> Range<Int> {
    let start = localStart
    guard start <= directoryStart - 30, input.has(Self.localSignature, at: start) else {
      throw input.damage("member \(name): there is no local header at byte \(start)")
    }
    let nameEnd = start + 30 + input.uint16(at: start + 26)
    let extraEnd = nameEnd + input.uint16(at: start + 28)
    guard extraEnd <= directoryStart, size <= directoryStart - extraEnd else {
      throw input.damage(
        "member \(name): its \(countedBytes(size)) at byte \(start) do not end before the central directory")
    }
    let localName = start + 30..<nameEnd
    var zip64 = try Zip64Extra(input, in: nameEnd..<extraEnd, member: name)
    let full = try zip64.value(input.uint32(at: start + 22))
    let stored = try zip64.value(input.uint32(at: start + 18))
    try agree(input, "name", localName.count == nameRange.count && input.equal(localName, nameRange))
    try agree(input, "flags", input.uint16(at: start + 6) == flags)
    try agree(input, "method", input.uint16(at: start + 8) == 0)
    try agree(input, "checksum", input.uint32(at: start + 14) == checksum)
    try agree(input, "size", full == size && stored == size)
    return extraEnd..<extraEnd + size
  }

  /// Compares the checksum with that of the bytes.
  func verify(_ input: FileInput, _ data: Range<Int>) throws {
    if CRC32.checksum(input.bytes, in: data) == checksum { return }
    throw input.damage("member \(name): its bytes do not have the checksum that is recorded")
  }

  private func agree(_ input: FileInput, _ what: String, _ isEqual: Bool) throws {
    if isEqual { return }
    throw input.damage(
      "member \(name): the \(what) in the local header at byte \(localStart) is not that of the central directory"
    )
  }
}

extension FileInput {
  /// An error of an archive that no program writes.
  func damage(_ problem: String) -> ChainRuleError {
    error(problem, mend: "the archive is damaged; write it again with np.savez")
  }

  /// Whether these bytes stand at a position, which may be beyond the end.
  func has(_ expected: [UInt8], at position: Int) -> Bool {
    guard position >= 0, position <= bytes.count - expected.count else { return false }
    return expected.indices.allSatisfy { bytes[position + $0] == expected[$0] }
  }

  /// Whether two ranges of the same length hold the same bytes.
  func equal(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    zip(left, right).allSatisfy { bytes[$0] == bytes[$1] }
  }
}
