import ChainRule

extension Table {
  /// A sentence for each column that reads as categories but looks like numbers, one of them misspelt.
  ///
  /// In such a column that was not said to hold categories, nine of ten different texts or more read as numbers. That may be meant, as with
  /// codes; if not, the column would become one feature a text.
  ///
  /// ```
  /// column "age": 162 of 163 different texts read as numbers, but row 17 is "12..5"
  /// ```
  ///
  /// - Complexity: O(rows + length of the levels) for each column of categories.
  public var warnings: [String] {
    zip(columnNames, columnNames.indices).compactMap { name, position in
      guard isGuessed(name), let levels = levels(at: position), Categories.seemMisspelt(levels) != nil,
        case .categories(let categories) = column(at: position), let sentence = categories.misspeltNumber
      else { return nil }
      return "column \(quoted(name)): \(sentence)"
    }
  }
}

extension Categories {
  /// Which levels are no numbers, if they are a tenth of all at most; nil if they are more.
  static func seemMisspelt(_ levels: [String]) -> [Bool]? {
    let isText = levels.map { level in
      let bytes = Array(level.utf8)
      return CSVNumber(bytes, 0, bytes.count) == .text
    }
    return isText.count { $0 } * 10 <= levels.count ? isText : nil
  }

  /// Where a level seems to be a misspelt number, a part of a sentence that says so.
  var misspeltNumber: String? {
    guard let isText = Self.seemMisspelt(levels), let row = codes.firstIndex(where: { isText[$0] }) else {
      return nil
    }
    let numbers = isText.count { !$0 }
    return
      "\(numbers) of \(levels.count) different texts read as numbers, but row \(row + 1) is \(quoted(levels[codes[row]]))"
  }
}
