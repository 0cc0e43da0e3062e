/// The extra field with which zip64 archives state sizes that 32 bits cannot hold.
///
/// - Source: PKWARE, "APPNOTE.TXT", §4.5.1 (extra fields) and §4.5.3 (zip64).
struct Zip64Extra {
  /// The kind of the extra field.
  static let identifier = 1

  private let input: FileInput
  private let member: String
  /// The values that have not been asked for yet.
  private var rest: Range<Int> = 0..<0

  /// Looks through all extra fields of one header; those of another kind are skipped.
  init(_ input: FileInput, in range: Range<Int>, member: String) throws {
    self.input = input
    self.member = member
    var position = range.lowerBound
    var isFound = false
    while position < range.upperBound {
      guard range.upperBound - position >= 4 else { throw damage(at: position) }
      let end = position + 4 + input.uint16(at: position + 2)
      guard end <= range.upperBound else { throw damage(at: position) }
      if input.uint16(at: position) == Self.identifier {
        if isFound { throw damage(at: position) }
        isFound = true
        rest = position + 4..<end
      }
      position = end
    }
  }

  /// The value of a field of 32 bits: itself, or the next of the extra field if all its bits are set.
  mutating func value(_ short: UInt32) throws -> Int {
    if short != .max { return Int(short) }
    guard rest.count >= 8 else {
      throw input.damage(
        "member \(member): the zip64 sizes that its header refers to are missing")
    }
    let long = input.uint64(at: rest.lowerBound)
    rest = rest.lowerBound + 8..<rest.upperBound
    // No size or position in the file can be so large, so the caller's comparison with the file refuses it.
    return Int(clamping: long)
  }

  private func damage(at position: Int) -> ChainRuleError {
    input.damage(
      "member \(member): the extra fields of its header are damaged at byte \(position)")
  }
}
