/// Writes zip archives as `numpy.savez` does: stored members, zip64 in all local headers, and no time of day.
///
/// The date is the first that zip can express, 1 January 1980, so that the same arrays always give the same bytes.
///
/// - Source: PKWARE, "APPNOTE.TXT", §4.3.7 to §4.3.16; the choices left open are those of Python's `zipfile`.
package struct ZipWriter {
  /// Sizes and positions above this are written in 64 bits; the tests have smaller archives and a smaller limit.
  package var largestShortSize = Int(Int32.max)
  /// Archives with more members than this have a zip64 end record.
  package var largestShortCount = Int(UInt16.max)

  private var output: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  package init() {}

  /// Makes room for members of so many bytes.
  mutating func reserveCapacity(_ bytes: Int) { output.reserveCapacity(bytes) }

  /// Appends a member whose name and uniqueness the caller has checked.
  package mutating func append(_ bytes: [UInt8], named name: String) {
    let file = Array((name + NPZName.suffix).utf8)
    let flags = UInt16(file.allSatisfy { $0 < 0x80 } ? 0 : ZipRecord.utf8Flag)
    let checksum = CRC32.checksum(bytes, in: bytes.indices)
    let start = output.count
    output += ZipRecord.localSignature
    output.append(littleEndian: UInt16(45))
    Self.appendCommon(to: &output, flags, checksum, sizes: .max, nameCount: file.count)
    output.append(littleEndian: UInt16(20))
    output += file
    Self.appendZip64(to: &output, [bytes.count, bytes.count])
    output += bytes
    appendRecord(file, flags, checksum, size: bytes.count, start: start)
  }

  /// Appends the record of a member to the directory.
  private mutating func appendRecord(
    _ file: [UInt8], _ flags: UInt16, _ checksum: UInt32, size: Int, start: Int
  ) {
    var long: [Int] = []
    if size > largestShortSize { long += [size, size] }
    if start > largestShortSize { long.append(start) }
    directory += ZipRecord.centralSignature
    // Version 4.5 on Unix made it, version 4.5 reads it.
    directory.append(littleEndian: UInt16(3 << 8 | 45))
    directory.append(littleEndian: UInt16(45))
    Self.appendCommon(to: &directory, flags, checksum, sizes: short(size), nameCount: file.count)
    directory.append(littleEndian: UInt16(long.isEmpty ? 0 : 4 + 8 * long.count))
    // Length of the comment, part of the archive, internal attributes; then the rights that Unix writes as 0600.
    directory += [0, 0, 0, 0, 0, 0]
    directory.append(littleEndian: UInt32(0o600) << 16)
    directory.append(littleEndian: short(start))
    directory += file
    if !long.isEmpty { Self.appendZip64(to: &directory, long) }
    count += 1
  }

  /// The archive with its directory.
  package mutating func finished() -> [UInt8] {
    // Not a copy: an archive may be as large as memory is.
    var bytes: [UInt8] = []
    swap(&bytes, &output)
    let size = bytes.count
    bytes += directory
    if count > largestShortCount || max(size, directory.count) > largestShortSize {
      bytes += ZipDirectory.zip64Signature
      bytes.append(littleEndian: UInt64(44))
      bytes.append(littleEndian: UInt32(45 << 16 | 45))
      bytes.append(littleEndian: UInt64(0))
      for value in [count, count, directory.count, size] { bytes.append(littleEndian: UInt64(value)) }
      bytes += ZipDirectory.locatorSignature
      bytes.append(littleEndian: UInt32(0))
      bytes.append(littleEndian: UInt64(size + directory.count))
      bytes.append(littleEndian: UInt32(1))
    }
    bytes += ZipDirectory.signature
    bytes.append(littleEndian: UInt32(0))
    for _ in 0..<2 { bytes.append(littleEndian: UInt16(clamping: count)) }
    for value in [directory.count, size] { bytes.append(littleEndian: UInt32(clamping: value)) }
    bytes.append(littleEndian: UInt16(0))
    return bytes
  }

  private func short(_ value: Int) -> UInt32 { value > largestShortSize ? .max : UInt32(value) }

  /// Appends what both headers of a member have in common: from the flags to the length of the name.
  private static func appendCommon(
    to bytes: inout [UInt8], _ flags: UInt16, _ checksum: UInt32, sizes: UInt32, nameCount: Int
  ) {
    bytes.append(littleEndian: flags)
    bytes.append(littleEndian: UInt16(0))
    bytes.append(littleEndian: UInt32(1 << 21 | 1 << 16))
    bytes.append(littleEndian: checksum)
    bytes.append(littleEndian: sizes)
    bytes.append(littleEndian: sizes)
    bytes.append(littleEndian: UInt16(nameCount))
  }

  private static func appendZip64(to bytes: inout [UInt8], _ values: [Int]) {
    bytes.append(littleEndian: UInt16(Zip64Extra.identifier))
    bytes.append(littleEndian: UInt16(8 * values.count))
    for value in values { bytes.append(littleEndian: UInt64(value)) }
  }
}
