/// Reads the dictionary in the header of a `.npy` file, which is written as Python writes one.
///
/// Only what such a header needs is understood: strings without escapes, `True` and `False`, and a tuple of
/// decimal integers. Everything else is an error, never evaluated.
struct NPYHeaderParser {
  /// The values of the three keys, each nil until it was read.
  struct Fields {
    var descr: String?
    var isFortranOrder: Bool?
    var shape: [Int]?
  }

  /// As many axes as an array of NumPy may have.
  static let maximumRank = 64

  private let input: FileInput
  private let end: Int
  private var position: Int
  private var fields = Fields()
  private var seen: Set<String> = []

  /// A parser of the bytes in `range`.
  init(_ input: FileInput, in range: Range<Int>) {
    self.input = input
    position = range.lowerBound
    end = range.upperBound
  }

  /// The values of the dictionary, after which nothing but white space may follow.
  mutating func parse() throws -> Fields {
    try expect("{", before: "the dictionary")
    while !skip("}") {
      try parseEntry()
      if skip(",") { continue }
      try expect("}", or: "','", before: "the end of the dictionary")
      break
    }
    skipSpace()
    if position < end { throw unexpected("nothing but spaces") }
    return fields
  }

  /// Reads one key and its value.
  private mutating func parseEntry() throws {
    skipSpace()
    let start = position
    guard let key = try parseString() else { throw unexpected("a key in quotes") }
    guard ["descr", "fortran_order", "shape"].contains(key) else {
      throw input.error(
        "the header has the key '\(key)' at byte \(start)",
        mend: "its keys are 'descr', 'fortran_order' and 'shape'")
    }
    guard seen.insert(key).inserted else {
      throw input.error(
        "the header has the key '\(key)' twice, again at byte \(start)", mend: "leave one of them")
    }
    try expect(":", before: "the value of '\(key)'")
    skipSpace()
    switch key {
    case "descr": fields.descr = try parseDescr()
    case "shape": fields.shape = try parseShape()
    default: fields.isFortranOrder = try parseBool()
    }
  }

  private mutating func parseDescr() throws -> String {
    if let descr = try parseString() { return descr }
    guard position < end, input.bytes[position] == UInt8(ascii: "[") else {
      throw unexpected("a string for 'descr'")
    }
    throw input.error(
      "'descr' is a list at byte \(position): the elements are records",
      mend: "save each field as an array of its own")
  }

  /// A text in single or double quotes, or nil where none begins.
  private mutating func parseString() throws -> String? {
    let start = position
    guard start < end, [UInt8(ascii: "'"), UInt8(ascii: "\"")].contains(input.bytes[start]) else {
      return nil
    }
    let quote = input.bytes[start]
    position += 1
    while position < end, input.bytes[position] != quote {
      let byte = input.bytes[position]
      guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\\") else {
        throw unexpected("a plain ASCII character")
      }
      position += 1
    }
    guard position < end else {
      throw input.error("the text that begins at byte \(start) of the header has no closing quote")
    }
    position += 1
    return input.printable(start + 1..<position - 1)
  }

  private mutating func parseBool() throws -> Bool {
    let start = position
    while position < end, isLetter(input.bytes[position]) { position += 1 }
    if matches("True", start..<position) { return true }
    if matches("False", start..<position) { return false }
    position = start
    throw unexpected("True or False for 'fortran_order'")
  }

  private mutating func parseShape() throws -> [Int] {
    try expect("(", before: "the tuple of 'shape'")
    var shape: [Int] = []
    while !skip(")") {
      let extent = try parseExtent(axis: shape.count)
      guard shape.count < Self.maximumRank else {
        throw input.error(
          "the shape has more than \(Self.maximumRank) axes", mend: "NumPy has no arrays of a higher rank")
      }
      shape.append(extent)
      if skip(",") { continue }
      // Python takes `(3)` for a number; the tuple is `(3,)`.
      if shape.count == 1 { throw unexpected("',' after the only extent, as in (3,),") }
      try expect(")", or: "','", before: "the end of the shape")
      break
    }
    return shape
  }

  private mutating func parseExtent(axis: Int) throws -> Int {
    skipSpace()
    let start = position
    let isNegative = skip("-")
    let digits = position
    var extent = 0
    var isTooLarge = false
    while position < end, input.bytes[position] >= UInt8(ascii: "0"),
      input.bytes[position] <= UInt8(ascii: "9")
    {
      let (product, first) = extent.multipliedReportingOverflow(by: 10)
      let (sum, second) = product.addingReportingOverflow(Int(input.bytes[position] - UInt8(ascii: "0")))
      isTooLarge = isTooLarge || first || second
      extent = isTooLarge ? 0 : sum
      position += 1
    }
    if position == digits { throw unexpected("an extent or ')'") }
    let text = input.printable(start..<position)
    if position - digits > 1 && input.bytes[digits] == UInt8(ascii: "0") {
      throw input.error(
        "the extent \(text) at byte \(start) begins with 0", mend: "Python writes no such number")
    }
    if isNegative {
      throw input.error("the extent \(text) of axis \(axis) is negative", mend: "extents are 0 or more")
    }
    if isTooLarge { throw input.error("the extent \(text) of axis \(axis) is larger than \(Int.max)") }
    return extent
  }
}

extension NPYHeaderParser {
  private mutating func skipSpace() {
    while position < end, [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(input.bytes[position]) { position += 1 }
  }

  /// Moves past a character and the white space before it, or does not move.
  private mutating func skip(_ character: UnicodeScalar) -> Bool {
    skipSpace()
    guard position < end, input.bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func expect(
    _ character: UnicodeScalar, or alternative: String = "", before what: String
  ) throws {
    if skip(character) { return }
    throw unexpected("'\(character)' \(alternative.isEmpty ? "" : "or \(alternative) ")before \(what)")
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  private func matches(_ word: StaticString, _ range: Range<Int>) -> Bool {
    range.count == word.utf8CodeUnitCount && "\(word)".utf8.elementsEqual(input.bytes[range])
  }

  /// The error that something else stands where `expected` belongs.
  private func unexpected(_ expected: String) -> ChainRuleError {
    let found = position < end ? "'\(printableByte(input.bytes[position]))'" : "its end"
    return input.error(
      "the header has \(found) at byte \(position) where \(expected) belongs",
      mend: "a header reads {'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }")
  }
}
