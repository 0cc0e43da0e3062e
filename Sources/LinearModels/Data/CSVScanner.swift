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
  /// The whole text.
  let bytes: [UInt8]
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

  /// Starts at the first byte that is not of a byte order mark.
  init(bytes: [UInt8], separator: UInt8, place: CSVPlace) {
    self.bytes = bytes
    self.separator = separator
    self.place = place
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Whether no record begins here any more; to be asked between records only.
  var isAtEnd: Bool { position == bytes.count }

  /// The next field of the record that has begun, or the first of the next one.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` if quotes are not used as the grammar has it.
  mutating func next() throws -> CSVField {
    var field = CSVField(start: position, end: position, line: line)
    if position < bytes.count, bytes[position] == CSVByte.quote {
      try scanQuoted(&field)
    } else {
      try scanPlain(&field)
    }
    try endField(&field)
    return field
  }

  private mutating func scanPlain(_ field: inout CSVField) throws {
    let count = bytes.count
    var index = position
    var union: UInt8 = 0
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
    field.end = index
    field.isASCII = union < 0x80
    position = index
  }

  private mutating func scanQuoted(_ field: inout CSVField) throws {
    let count = bytes.count
    var index = position + 1
    var union: UInt8 = 0
    field.start = index
    field.isQuoted = true
    while true {
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
