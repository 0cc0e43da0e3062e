import ChainRule

extension Table {
  /// Refuses columns that were taken for categories because a field is no number, though numbers or names of rows seem to
  /// be meant: each of their texts would become a feature.
  ///
  /// - Throws: `ChainRuleError` of kind `.data` that names the column, the first such row, its text, and the options that
  ///   settle it.
  func refuseDisguises(excluding excluded: Set<String>, in operation: String) throws {
    for (position, name) in columnNames.enumerated() where !excluded.contains(name) && isGuessed(name) {
      guard let levels = levels(at: position) else { continue }
      if let finding = ColumnFinding(levels, uses(of: levels.count, at: position), rowCount: rowCount) {
        throw finding.error(operation, column: name)
      }
    }
  }

  /// For each level how many rows have it, and which is the first.
  private func uses(of levelCount: Int, at position: Int) -> [ColumnFinding.Use] {
    var uses = [ColumnFinding.Use](repeating: .init(), count: levelCount)
    for rows in blocks {
      let (values, start) = column(at: position, rows: rows)
      guard case .categories(let categories) = values else { continue }
      for offset in 0..<rows.count {
        let code = categories.codes[start + offset]
        if uses[code].count == 0 { uses[code].firstRow = rows.lowerBound + offset }
        uses[code].count += 1
      }
    }
    return uses
  }
}

/// What is wrong with a column of texts as features.
struct ColumnFinding {
  /// How a level is used.
  struct Use {
    var count = 0
    var firstRow = 0
  }

  private enum Kind {
    case disguised(Disguise)
    /// Most texts are numbers, and this one is not.
    case odd(numbers: Int, texts: Int)
    /// Nearly every row has a text of its own.
    case names(texts: Int, rows: Int)
  }

  private let kind: Kind
  private let row: Int
  private let text: String

  /// With fewer rows, texts of their own say nothing of what is meant.
  private static let fewestRows = 10

  /// The finding; nil if nothing speaks against the column.
  init?(_ levels: [String], _ uses: [Use], rowCount: Int) {
    let present = levels.indices.filter { uses[$0].count > 0 }
    let isNumber = levels.map(Disguise.isNumber)
    var disguises = levels.indices.map { isNumber[$0] ? nil : Disguise(levels[$0]) }
    // A unit is one where most texts have it: 3a, 3b and 4a are names.
    var units: [Disguise: Int] = [:]
    for level in present {
      if case .unit? = disguises[level], let unit = disguises[level] { units[unit, default: 0] += 1 }
    }
    for level in present {
      if case .unit? = disguises[level], let unit = disguises[level], (units[unit] ?? 0) * 2 <= present.count
      {
        disguises[level] = nil
      }
    }
    let numeric = present.filter { isNumber[$0] || disguises[$0] != nil }
    let rows = numeric.reduce(0) { $0 + uses[$1].count }
    if numeric.count * 2 > present.count || rows * 2 > rowCount {
      guard let odd = present.filter({ !isNumber[$0] }).min(by: { uses[$0].firstRow < uses[$1].firstRow })
      else {
        return nil
      }
      (row, text) = (uses[odd].firstRow, levels[odd])
      kind = disguises[odd].map(Kind.disguised) ?? .odd(numbers: numeric.count, texts: present.count)
    } else if rowCount >= Self.fewestRows, present.count * 10 >= rowCount * 9 {
      let first = present.min { uses[$0].firstRow < uses[$1].firstRow } ?? 0
      (row, text) = (uses[first].firstRow, levels[first])
      kind = .names(texts: present.count, rows: rowCount)
    } else {
      return nil
    }
  }

  /// The error, with the options that settle it.
  func error(_ operation: String, column: String) -> ChainRuleError {
    let (problem, mend): (String, Sentence) =
      switch kind {
      case .disguised(let disguise):
        (
          "row \(row + 1) is \(quoted(text)), \(disguise.name), which is read as text",
          Sentence(disguise.mend)
        )
      case .odd(let numbers, let texts):
        (
          "row \(row + 1) is \(quoted(text)), which is no number, and \(numbers) of \(texts) different texts are numbers",
          "mend it or leave it empty if it is missing"
        )
      case .names(let texts, let rows):
        (
          "row \(row + 1) is \(quoted(text)), and nearly every row has a text of its own: \(texts) of \(rows)",
          ""
        )
      }
    return ChainRuleError(
      .data, in: operation, operands: "column \(quoted(column))", saying: Sentence(problem),
      advice: .either(
        mend, "give \(CSVSetting.without(column: column)) to leave the column out",
        "give \(CSVSetting.categories(column: column)) to take each text as a category"))
  }
}
