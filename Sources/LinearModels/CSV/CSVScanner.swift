import ChainRule

/// One field of a CSV text: where its content lies in the bytes, without the quotes around it.
struct CSVField {
  /// The position of the first byte of the content.
  var start: Int
  /// The position behind the last byte of the content.
  var end: Int
  /// The physical line on which the field begins, counted from 1.
  let line: Int
  /// Whether the field stands in quotes.
  var isQuoted = false
  /// Whether the content has pairs of quotes that stand for one.
  var hasEscapes = false
  /// Whether the content has no byte above 127.
  var isASCII = true
  /// Whether the field is the last of its record.
  var endsRecord = false
}

/// Cuts the bytes of a CSV text into fields, by the grammar of RFC 4180.
///
/// A record ends with LF, CRLF or CR, the last one also with the text. Whatever ends a line inside quotes
/// belongs to the field, and is counted as a line nevertheless. A quote has no place in a field that does
/// not begin with one.
///
/// - Source: Y. Shafranovich, "Common Format and MIME Type for Comma-Separated Values (CSV) Files", RFC
///   4180 (2005), section 2. It ends lines with CRLF only.
struct CSVScanner {
  /// The part of the text that is at hand; positions count from its beginning.
  private(set) var bytes: [UInt8]
  /// The file that the text goes on in; nil where all of it is at hand.
  private let file: OpenFile?
  /// The position in the file behind the bytes at hand.
  private var fileOffset: Int
  /// How many bytes are read at once.
  private let pieceSize: Int
  /// The byte between two fields.
  let separator: UInt8
  /// Where the text comes from and what its columns are called, for errors.
  var place: CSVPlace
  /// The position of the next byte to be read.
  private(set) var position: Int
  /// The physical line of that byte.
  private(set) var line = 1
  /// The index of the next field in its record.
  private(set) var column = 0
  /// Whether a byte at hand is 0, which is in no text.
  private var hasNUL: Bool

  /// Starts at the first byte that is not of a byte order mark.
  init(bytes: [UInt8], separator: UInt8, place: CSVPlace) {
    self.bytes = bytes
    (file, fileOffset, pieceSize) = (nil, bytes.count, 1)
    self.separator = separator
    self.place = place
    position = Self.start(of: bytes)
    hasNUL = bytes.contains(0)
  }

  /// Starts at the first byte of a file that is not of a byte order mark, and reads it piece by piece.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` if the file cannot be read.
  init(file: OpenFile, pieceSize: Int, separator: UInt8, place: CSVPlace) throws {
    bytes = try file.bytes(from: 0, count: min(file.byteCount, max(pieceSize, 3)))
    fileOffset = bytes.count
    self.file = file
    self.pieceSize = pieceSize
    self.separator = separator
    self.place = place
    position = Self.start(of: bytes)
    hasNUL = bytes.contains(0)
  }

  /// Refuses a text in an encoding of two or four bytes a character, with or without its mark.
  ///
  /// - Throws: `ChainRuleError` of kind `.file`.
  func refuseWideEncoding() throws {
    let start = Array(bytes.prefix(4))
    let isMarked = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
    // The first two characters of a text are ASCII nearly always: of each of them all bytes but one are 0.
    let zeros = start.map { $0 == 0 }
    let isWider = zeros.count { $0 } == 3 || start == [0xFF, 0xFE, 0, 0] || start == [0, 0, 0xFE, 0xFF]
    guard isMarked || isWider || zeros == [true, false, true, false] || zeros == [false, true, false, true]
    else { return }
    throw place.failure(
      .file, "the text is in the encoding UTF-\(isWider ? 32 : 16)", "save the file in the encoding UTF-8")
  }

  private static func start(of bytes: [UInt8]) -> Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// Whether no record begins here any more; to be asked between records only.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` if the file cannot be read.
  mutating func isAtEnd() throws -> Bool {
    if position < bytes.count { return false }
    return try readOn(keeping: position) == nil
  }

  /// Reads the next piece of the file behind the bytes at hand, of which those before a position are let go.
  ///
  /// - Returns: By how much positions are less than before; nil if there is no more.
  private mutating func readOn(keeping start: Int) throws -> Int? {
    guard let file, fileOffset < file.byteCount else { return nil }
    // A field longer than a piece is read in ever greater ones, so that its bytes are not copied again and again.
    let size = min(max(pieceSize, bytes.count - start), file.byteCount - fileOffset)
    let known = bytes.count - start
    bytes = try file.bytes(from: fileOffset, count: size, after: bytes[start...])
    if bytes.count == known {
      try file.refuseChange()
      throw place.failure(.file, "the file ends before its length", "read a copy")
    }
    fileOffset += bytes.count - known
    position -= start
    hasNUL = bytes.contains(0)
    return start
  }

  /// The next field of the record that has begun, or the first of the next one; it is at hand until the one after it.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` if quotes are not used as the grammar has it, or the file cannot be read.
  mutating func next() throws -> CSVField {
    if position == bytes.count { _ = try readOn(keeping: position) }
    var field = CSVField(start: position, end: position, line: line)
    if position < bytes.count, bytes[position] == CSVByte.quote {
      try scanQuoted(&field)
    } else {
      try scanPlain(&field)
    }
    let column = column
    try endField(&field)
    if hasNUL, bytes[field.start..<field.end].contains(0) {
      throw place.malformed(
        field.line, column, "the field has a NUL byte, which is in no text",
        "save the file in the encoding UTF-8")
    }
    return field
  }

  private mutating func scanPlain(_ field: inout CSVField) throws {
    var index = position
    var union: UInt8 = 0
    while true {
      let count = bytes.count
      while index < count {
        let byte = bytes[index]
        if byte == separator || byte == CSVByte.lineFeed || byte == CSVByte.carriageReturn { break }
        if byte == CSVByte.quote {
          throw place.malformed(
            line, column, "a quote stands in a field that does not begin with one",
            "put the whole field in quotes and double the quotes inside")
        }
        union |= byte
        index += 1
      }
      guard index == count, let shift = try readOn(keeping: field.start) else { break }
      field.start -= shift
      index -= shift
    }
    field.end = index
    field.isASCII = union < 0x80
    position = index
  }

  private mutating func scanQuoted(_ field: inout CSVField) throws {
    var index = position + 1
    var union: UInt8 = 0
    field.start = index
    field.isQuoted = true
    while true {
      // The byte behind this one decides with it.
      while index + 1 >= bytes.count, let shift = try readOn(keeping: field.start) {
        field.start -= shift
        index -= shift
      }
      let count = bytes.count
      guard index < count else {
        throw place.malformed(
          field.line, column, "the quote that opens this field is never closed",
          "close it, or double the quotes inside the field")
      }
      let byte = bytes[index]
      if byte == CSVByte.quote {
        guard index + 1 < count, bytes[index + 1] == CSVByte.quote else { break }
        field.hasEscapes = true
        index += 1
      } else if byte == CSVByte.lineFeed {
        line += 1
      } else if byte == CSVByte.carriageReturn {
        // The LF of a CRLF counts the line.
        if index + 1 == count || bytes[index + 1] != CSVByte.lineFeed { line += 1 }
      }
      union |= byte
      index += 1
    }
    field.end = index
    field.isASCII = union < 0x80
    position = index + 1
  }

  /// Steps over what ends the field: a separator, the end of a line, or the end of the text.
  private mutating func endField(_ field: inout CSVField) throws {
    while position + 1 >= bytes.count, let shift = try readOn(keeping: field.start) {
      field.start -= shift
      field.end -= shift
    }
    guard position < bytes.count else {
      field.endsRecord = true
      column = 0
      return
    }
    let byte = bytes[position]
    if byte == separator {
      position += 1
      column += 1
      return
    }
    guard byte == CSVByte.lineFeed || byte == CSVByte.carriageReturn else {
      throw place.malformed(
        line, column, "text follows the closing quote", "double the quotes inside the field")
    }
    position += 1
    if byte == CSVByte.carriageReturn, position < bytes.count, bytes[position] == CSVByte.lineFeed {
      position += 1
    }
    line += 1
    column = 0
    field.endsRecord = true
  }
}

/// The bytes that mean something in a CSV text.
enum CSVByte {
  /// The double quote.
  static let quote: UInt8 = 0x22
  /// The end of a line on Unix.
  static let lineFeed: UInt8 = 0x0A
  /// The first half of the end of a line in RFC 4180.
  static let carriageReturn: UInt8 = 0x0D

  /// Whether the byte is a space or a tab.
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
