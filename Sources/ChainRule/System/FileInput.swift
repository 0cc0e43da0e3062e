/// The bytes of a file as a reader sees them, and who reads them, for its errors.
///
/// Positions count from the first byte of the file. The integers of the formats are little-endian; the caller of
/// `uint16(at:)` and its relatives has checked that the file is long enough.
struct FileInput {
  /// The whole file, or as much of its beginning as its reader needs.
  let bytes: [UInt8]
  /// The operation as its caller knows it, such as `NDArray(npy:)`.
  let operation: String
  /// The path of the file or the name of the member, empty where there is none.
  var operands = ""
  /// The length of the file.
  var byteCount: Int

  /// The bytes of a whole file.
  init(bytes: [UInt8], operation: String, operands: String = "") {
    self.bytes = bytes
    self.operation = operation
    self.operands = operands
    byteCount = bytes.count
  }

  /// An error of this reader.
  func error(_ problem: String, mend: String = "") -> ChainRuleError {
    ChainRuleError(.file, in: operation, operands: operands, problem: problem, mend: mend)
  }

  /// The two bytes at a position as an integer.
  func uint16(at position: Int) -> Int {
    Int(bytes[position]) | Int(bytes[position + 1]) << 8
  }

  /// The four bytes at a position as an integer.
  func uint32(at position: Int) -> UInt32 {
    UInt32(uint16(at: position)) | UInt32(uint16(at: position + 2)) << 16
  }

  /// The eight bytes at a position as an integer.
  func uint64(at position: Int) -> UInt64 {
    UInt64(uint32(at: position)) | UInt64(uint32(at: position + 4)) << 32
  }

  /// Up to 40 of the bytes as text that can be printed: ASCII as it is, all others as `\xHH`.
  func printable(_ range: Range<Int>) -> String {
    var text = ""
    for position in range.prefix(40) { text += printableByte(bytes[position]) }
    return range.count > 40 ? text + "…" : text
  }
}

/// The byte as text that can be printed: ASCII as it is, all others as `\xHH`.
func printableByte(_ byte: UInt8) -> String {
  if byte >= 0x20 && byte < 0x7F { return String(UnicodeScalar(byte)) }
  let digits = String(byte, radix: 16, uppercase: true)
  return "\\x" + (digits.count == 1 ? "0" : "") + digits
}

/// A number of bytes in words, such as `1 byte` or `6 bytes`.
func countedBytes(_ count: Int) -> String { count == 1 ? "1 byte" : "\(count) bytes" }

extension [UInt8] {
  /// Appends the bytes of an integer, the least significant first.
  mutating func append<Value: FixedWidthInteger>(littleEndian value: Value) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
