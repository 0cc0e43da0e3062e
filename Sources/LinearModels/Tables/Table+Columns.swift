import ChainRule

extension Table {
  /// The column of this name.
  ///
  /// - Throws: `ChainRuleError` of kind `.data` if there is none, with the names that may be meant.
  /// - Complexity: O(1), or O(rows) if the rows lie in a file.
  public func column(_ name: String) throws -> Column {
    column(at: try position(of: name, in: "Table.column(_:)"))
  }

  /// The numbers of the column of this name, as for the target of a regression.
  ///
  /// - Throws: `ChainRuleError` of kind `.data` if there is no such column, it holds categories, or there
  ///   are no rows.
  /// - Complexity: O(1), or O(rows) if the rows lie in a file.
  public func numbers(_ name: String) throws -> [Double] {
    let operation = "Table.numbers(_:)"
    switch column(at: try position(of: name, in: operation)) {
    case .numbers(let numbers):
      try refuseNoRows(operation)
      return numbers
    case .categories(let categories): throw categories.notNumbers(in: operation, column: name)
    }
  }

  /// The numbers of the column of this name as an array, which lies in a file if the rows do.
  func numberArray(_ name: String) throws -> NDArray<Double> {
    guard isInFile else { return NDArray(try numbers(name)) }
    let operation = "Table.numbers(_:)"
    let position = try position(of: name, in: operation)
    if levels(at: position) != nil { return NDArray(try numbers(name)) }
    try refuseNoRows(operation)
    return try .initialized(shape: [rowCount], inFile: true, operation) { target in
      for rows in blocks {
        guard case .numbers(let numbers) = column(at: position, rows: rows).values else { continue }
        for (offset, number) in numbers.enumerated() { target[rows.lowerBound + offset] = number }
      }
    }
  }

  /// The classes of the column of this name, and for each row the number of its class, in a file if the rows are.
  ///
  /// - Parameter known: The classes, if they are known already, as for scoring a model.
  /// - Throws: As `classLabels(_:)` and `classLabels(_:levels:)` do.
  func classArray(_ name: String, levels known: [String]? = nil) throws -> (levels: [String], NDArray<Double>)
  {
    let operation = "Table.classLabels(_:)"
    let position = try position(of: name, in: operation)
    guard isInFile, rowCount > 0 else {
      let labels = try known.map { try classLabels(name, levels: $0) } ?? classLabels(name)
      return (labels.levels, NDArray(labels.codes.map(Double.init)))
    }
    var distinct: Set<Double> = []
    if levels(at: position) == nil {
      for rows in blocks {
        if case .numbers(let numbers) = column(at: position, rows: rows).values {
          distinct.formUnion(numbers)
        }
      }
    }
    let numbers = distinct.sorted()
    if !numbers.isEmpty, let text = reading?.respelled[name] { throw respelled(name, text, in: operation) }
    let (own, classOfCode) =
      levels(at: position).map(Categories.classes) ?? (numbers.map(levelName), Array(numbers.indices))
    let places = Dictionary(zip(known ?? own, (known ?? own).indices)) { first, _ in first }
    let codes = own.map { places[$0] }
    // The error names the first row of the class that is not known.
    if codes.contains(nil) { _ = try classLabels(name, levels: known ?? own) }
    let codeOfNumber = Dictionary(zip(numbers, codes)) { first, _ in first }
    let array = try NDArray<Double>.initialized(shape: [rowCount], inFile: true, operation) { target in
      for rows in blocks {
        switch column(at: position, rows: rows).values {
        case .numbers(let numbers):
          for (offset, number) in numbers.enumerated() {
            target[rows.lowerBound + offset] = Double((codeOfNumber[number] ?? 0) ?? 0)
          }
        case .categories(let categories):
          for (offset, code) in categories.codes.enumerated() {
            target[rows.lowerBound + offset] = Double(codes[classOfCode[code]] ?? 0)
          }
        }
      }
    }
    return (known ?? own, array)
  }

  /// The categories of the column of this name.
  ///
  /// - Throws: `ChainRuleError` of kind `.data` if there is no such column, or it holds numbers.
  /// - Complexity: O(1).
  public func categories(_ name: String) throws -> Categories {
    let operation = "Table.categories(_:)"
    guard case .categories(let categories) = column(at: try position(of: name, in: operation)) else {
      throw ChainRuleError(
        .data, in: operation, operands: "column \(quoted(name))",
        saying: "the column holds numbers",
        advice: .either("read it with \(CSVSetting.categories(column: name))", "take its classLabels"))
    }
    return categories
  }

  /// The values of the column of this name as classes, as for the target of a classification.
  ///
  /// Numbers become levels in ascending order, whole ones written without a point: 0 and 1 are `"0"` and
  /// `"1"`. Categories that all read as numbers are in that order too, and keep the texts they have: `"01"` and `"1"`
  /// are two classes.
  ///
  /// ```swift
  /// let table = try Table(csv: "passed\n1\n0\n1\n")
  /// try table.classLabels("passed").levels  // ["0", "1"]
  /// try table.classLabels("passed").codes   // [1, 0, 1]
  /// ```
  ///
  /// - Throws: `ChainRuleError` of kind `.data` if there is no such column, there are no rows, or numbers of a text were
  ///   spelled as names are, such as `007`.
  /// - Complexity: O(rows) on average, and sorting the distinct values.
  public func classLabels(_ name: String) throws -> Categories {
    let operation = "Table.classLabels(_:)"
    let column = column(at: try position(of: name, in: operation))
    try refuseNoRows(operation)
    switch column {
    case .categories(let categories): return categories.asClasses
    case .numbers(let numbers):
      if let text = reading?.respelled[name] { throw respelled(name, text, in: operation) }
      let levels = Set(numbers).sorted()
      let codes = Dictionary(uniqueKeysWithValues: zip(levels, levels.indices))
      return Categories(checkedLevels: levels.map(levelName), codes: numbers.map { codes[$0] ?? 0 })
    }
  }

  /// The values of the column of this name as classes that are already known, as for scoring a model.
  ///
  /// - Throws: `ChainRuleError` of kind `.data` if there is no such column, there are no rows, or a row has
  ///   another class; it names the first such row.
  /// - Complexity: O(rows + levels) on average.
  public func classLabels(_ name: String, levels: [String]) throws -> Categories {
    let operation = "Table.classLabels(_:levels:)"
    let position = try position(of: name, in: operation)
    try refuseNoRows(operation)
    let found: Categories
    switch column(at: position) {
    case .categories(let categories): found = categories.asClasses
    case .numbers: found = try classLabels(name)
    }
    return try found.recoded(to: levels, in: operation, column: name)
  }

  /// The error about classes that were read as numbers, by which some of them are the same.
  private func respelled(_ name: String, _ text: String, in operation: String) -> ChainRuleError {
    ChainRuleError(
      .data, in: operation, operands: "column \(quoted(name))",
      saying: "\(quoted(text)) was read as a number, which does not keep the name of a class",
      advice: "read it with \(CSVSetting.categories(column: name))")
  }

  /// Refuses a table without rows.
  func refuseNoRows(_ operation: String) throws {
    guard rowCount == 0 else { return }
    throw ChainRuleError(.data, in: operation, problem: "the table has no rows", mend: "give at least one")
  }
}

extension Categories {
  /// The error about text where numbers are needed: it names the first row that is no number.
  func notNumbers(in operation: String, column: String) -> ChainRuleError {
    let operands = "column \(quoted(column))"
    let isNumber = levels.map { level in
      let bytes = Array(level.utf8)
      return if case .finite = CSVNumber(bytes, 0, bytes.count) { true } else { false }
    }
    guard let row = codes.firstIndex(where: { !isNumber[$0] }) else {
      return ChainRuleError(
        .data, in: operation, operands: operands,
        problem: "the column holds categories, though all read as numbers",
        mend: "read it without naming it in CSVOptions.categories")
    }
    return ChainRuleError(
      .data, in: operation, operands: operands,
      saying: "row \(row + 1) is \(quoted(levels[codes[row]])), and numbers are needed",
      advice: .either(
        "mend the value", "leave it empty if it is missing",
        "name its spelling in \(CSVSetting.missingSpellings)"))
  }

  /// The names of classes that these levels are, and which of them each is: of numbers in ascending order, without the
  /// spaces around them.
  static func classes(of levels: [String]) -> (names: [String], codes: [Int]) {
    func number(_ text: String) -> Double? {
      let bytes = Array(text.utf8)
      return if case .finite(let number) = CSVNumber(bytes, 0, bytes.count) { number } else { nil }
    }
    let numbers = levels.compactMap(number)
    guard numbers.count == levels.count else { return (levels, Array(levels.indices)) }
    let trimmed = levels.map { $0.filter { $0 != " " && $0 != "\t" } }
    var value: [String: Double] = [:]
    for (name, number) in zip(trimmed, numbers) { value[name] = number }
    let names = value.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
    let places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    return (names, trimmed.map { places[$0] ?? 0 })
  }

  /// The same rows as classes.
  var asClasses: Categories {
    let (names, classOfCode) = Self.classes(of: levels)
    return Categories(checkedLevels: names, codes: codes.map { classOfCode[$0] })
  }

  /// The same rows coded by other levels.
  func recoded(to known: [String], in operation: String, column: String) throws -> Categories {
    let positions = Dictionary(zip(known, known.indices)) { first, _ in first }
    let mapping = levels.map { positions[$0] }
    let recoded = try codes.enumerated().map { row, code -> Int in
      if let position = mapping[code] { return position }
      throw ChainRuleError(
        .data, in: operation, operands: "column \(quoted(column))",
        problem: "row \(row + 1) is \(quoted(levels[code])), which is none of the known levels",
        mend: NearNames.suggestion(for: levels[code], among: known))
    }
    return Categories(checkedLevels: known, codes: recoded)
  }
}

/// A number as the name of a level: whole ones without a point, zero without a sign.
func levelName(_ number: Double) -> String { number == 0 ? "0" : number.shortestText }
