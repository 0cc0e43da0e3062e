/// The names of members in `.npz` archives: `X` for the file `X.npy`.
///
/// Tools unpack archives into folders, so no name may lead out of the folder, whatever the system.
enum NPZName {
  /// What every file in the archive ends with.
  static let suffix = ".npy"
  /// The length of a name is written in 16 bits.
  static let maximumLength = 0xFFFF

  /// What is wrong with a member of this name, or nil.
  static func problem(_ name: String) -> String? {
    if name.isEmpty { return "it is empty" }
    if name.utf8.count + suffix.utf8.count > maximumLength {
      return "it is longer than \(maximumLength) bytes"
    }
    if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      return "it has a control character"
    }
    if name.utf8.contains(UInt8(ascii: "\\")) { return "it has a backslash" }
    if name.utf8.first == UInt8(ascii: "/") { return "it is an absolute path" }
    let start = Array(name.utf8.prefix(2))
    if start.count == 2, start[1] == UInt8(ascii: ":"), (0x61...0x7A).contains(start[0] | 0x20) {
      return "it begins with a drive letter"
    }
    // The last part is followed by the suffix: `..` would be the file `...npy`, and is refused all the same.
    for part in name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      let text = String(Substring(part))
      if ["", ".", ".."].contains(text) { return "it has the part '\(text)' between slashes" }
    }
    return nil
  }

  /// The name in the header of a member, without `.npy`.
  static func parsed(_ input: FileInput, in range: Range<Int>, isUTF8: Bool) throws -> String {
    let shown = input.printable(range)
    func refused(_ problem: String, _ mend: String = "rename the member") -> ChainRuleError {
      input.error("the member name '\(shown)' at byte \(range.lowerBound) is refused: \(problem)", mend: mend)
    }
    let bytes = input.bytes[range]
    if !isUTF8 && bytes.contains(where: { $0 >= 0x80 }) {
      throw refused("it is not ASCII and not marked as UTF-8")
    }
    guard let file = String(validating: bytes, as: UTF8.self) else { throw refused("it is not UTF-8") }
    guard file.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) else {
      throw refused("it does not end with .npy", "an .npz archive holds .npy files only")
    }
    guard let name = String(file.utf8.dropLast(suffix.utf8.count)) else { throw refused("it is not UTF-8") }
    if let problem = problem(name) { throw refused(problem) }
    return name
  }
}
