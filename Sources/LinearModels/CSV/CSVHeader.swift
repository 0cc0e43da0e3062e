import ChainRule

/// The first line of a CSV text, or what stands in for it.
struct CSVHeader {
  /// Whether the line holds the names of the columns; otherwise it is the first row.
  let hasNames: Bool

  /// The names of the columns; the scanner is left where the first row begins.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` if there is no line, or of kind `.data` if a name is empty
  ///   or there twice.
  func names(from scanner: inout CSVScanner) throws -> [String] {
    if try scanner.isAtEnd() {
      throw scanner.place.failure(
        .file, "the text is empty", hasNames ? "it needs a header line" : "it needs rows")
    }
    let start = scanner
    var names: [String] = []
    var seen: [String: Int] = [:]
    var (endsRecord, isQuoted) = (false, false)
    while !endsRecord {
      let field = try scanner.next()
      (endsRecord, isQuoted) = (field.endsRecord, field.isQuoted)
      try scanner.checkUTF8(field, column: names.count)
      guard hasNames else {
        names.append("x\(names.count + 1)")
        continue
      }
      let name = scanner.text(of: field)
      if name.utf8.allSatisfy(CSVByte.isBlank) {
        throw scanner.place.unusable(
          field.line, names.count, "the name of the column is empty", "name each column in the header line")
      }
      if let twin = seen.updateValue(names.count, forKey: name) {
        throw scanner.place.unusable(
          field.line, names.count, "\(quoted(name)) is also the name of column \(twin + 1)",
          "each column needs a name of its own")
      }
      names.append(name)
    }
    if hasNames && names.count == 1 { try refuseOtherSeparator(scanner, names[0], isQuoted) }
    if !hasNames { scanner = start }
    return names
  }

  /// Refuses a header that is one name with another separator in it: the columns would be taken for one.
  private func refuseOtherSeparator(_ scanner: CSVScanner, _ name: String, _ isQuoted: Bool) throws {
    let others = CSVOptions.Separator.allCases.filter { $0.byte != scanner.separator }
    guard !isQuoted, let other = others.first(where: { name.utf8.contains($0.byte) }),
      let own = CSVOptions.Separator.allCases.first(where: { $0.byte == scanner.separator })
    else { return }
    throw scanner.place.malformed(
      1, 0, "the header line has no \(own) but a \(other), in \(quoted(name))",
      .either(
        "save the file with \(own)s between fields", "read it with \(CSVSetting.separator(other))",
        "put the name in quotes if it is one"))
  }
}

extension CSVScanner {
  /// The content of a field as text.
  func text(of field: CSVField) -> String {
    let content = bytes[field.start..<field.end]
    guard field.hasEscapes else { return String(decoding: content, as: UTF8.self) }
    var unescaped: [UInt8] = []
    unescaped.reserveCapacity(content.count)
    var isSecond = false
    for byte in content {
      // Inside the quotes, quotes come in pairs.
      isSecond = byte == CSVByte.quote && !isSecond
      if byte != CSVByte.quote || isSecond { unescaped.append(byte) }
    }
    return String(decoding: unescaped, as: UTF8.self)
  }

  /// Refuses a field that is not UTF-8.
  ///
  /// - Throws: `ChainRuleError` of kind `.file`.
  func checkUTF8(_ field: CSVField, column: Int) throws {
    guard !field.isASCII, String(validating: bytes[field.start..<field.end], as: UTF8.self) == nil else {
      return
    }
    throw place.malformed(field.line, column, "the field is not UTF-8", "save the file in the encoding UTF-8")
  }
}
