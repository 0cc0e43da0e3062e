/// A digest that a file in JSON carries of itself: of all its bytes, with zeros where the digest stands.
///
/// With the same byte, each step of FNV-1a takes different states to different states: it exchanges bits and multiplies by
/// an odd number. So a change of any one byte is always found, and other damage but once in 2⁶⁴ times. It is no
/// signature: who wants to forge a file can compute it too.
///
/// - Source: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, "The FNV Non-Cryptographic Hash Algorithm", IETF draft
///   (2019), section 2.
package enum ContentDigest {
  /// What stands in place of the digest while it is computed.
  static let blank = String(repeating: "0", count: 16)

  /// The file with its digest in place of the zeros; as it is if it has no place for one.
  package static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    guard let place = place(in: bytes) else { return bytes }
    var sealed = bytes
    sealed.replaceSubrange(place, with: digest(of: bytes, blanking: place))
    return sealed
  }

  /// Whether the file has the digest that it carries.
  static func isIntact(_ bytes: [UInt8]) -> Bool {
    guard let place = place(in: bytes) else { return false }
    return bytes[place].elementsEqual(digest(of: bytes, blanking: place))
  }

  private static func digest(of bytes: [UInt8], blanking place: Range<Int>) -> [UInt8] {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for (index, byte) in bytes.enumerated() {
      state = (state ^ UInt64(place.contains(index) ? UInt8(ascii: "0") : byte)) &* 0x100_0000_01B3
    }
    let digits = String(state, radix: 16)
    return Array((String(repeating: "0", count: 16 - digits.count) + digits).utf8)
  }

  /// Where the digest stands: behind its key, which no text in the file can hold, since quotes in one are escaped.
  private static func place(in bytes: [UInt8]) -> Range<Int>? {
    let key = Array("\"digest\" : \"".utf8)
    guard let start = bytes.firstRange(of: key)?.upperBound, start + 16 < bytes.count,
      bytes[start + 16] == UInt8(ascii: "\"")
    else { return nil }
    return start..<start + 16
  }
}
