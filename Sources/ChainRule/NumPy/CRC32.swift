/// The checksum of the zip format: the cyclic redundancy check of 32 bits with the reflected polynomial 0xEDB88320.
///
/// - Source: PKWARE, "APPNOTE.TXT", §4.4.7; the byte-wise table is that of W3C, "PNG specification", annex D.
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }

  /// The checksum of some of the bytes.
  static func checksum(_ bytes: [UInt8], in range: Range<Int>) -> UInt32 {
    let table = table
    var value: UInt32 = 0xFFFF_FFFF
    for position in range {
      value = table[Int(UInt8(truncatingIfNeeded: value) ^ bytes[position])] ^ (value >> 8)
    }
    return ~value
  }
}
