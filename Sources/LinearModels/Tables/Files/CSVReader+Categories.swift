import ChainRule

// The second pass over a CSV text, which collects the categories of columns that have them.
extension CSVReader {
  /// The categories of the columns that have them, nil for the others.
  mutating func collectCategories() throws -> [Categories?] {
    var collectors = builders.map { $0.kind == .categories ? CategoryCollector() : nil }
    guard rowCount > 0, collectors.contains(where: { $0 != nil }) else {
      return collectors.map { $0?.categories }
    }
    for column in collectors.indices where collectors[column] != nil {
      // The codes as texts come, and those of sorted levels.
      try requireMemory(
        rowCount, of: 16, for: "the \(rowCount) texts of column \(scanner.place.names[column])")
      collectors[column]?.reserveCapacity(rowCount)
    }
    for record in 0..<rowCount + dropped.count {
      let isDropped = dropped.contains(record)
      for column in builders.indices {
        let field = try body.next()
        if !isDropped, collectors[column] != nil {
          try collectors[column]?.requireRoom(in: "CSV")
          collectors[column]?.append(body.text(of: field))
        }
      }
    }
    return collectors.map { $0?.categories }
  }

  /// Writes the codes of categories to a row file; returns the levels of each of the kept columns, nil for numbers.
  mutating func collectCategories(
    into values: inout NDArray<Double>, _ kept: [Int]
  ) throws -> [[String]?] {
    var collectors = kept.map { builders[$0].kind == .categories ? CategoryCollector() : nil }
    guard rowCount > 0, collectors.contains(where: { $0 != nil }) else {
      return collectors.map { $0?.sorted.levels }
    }
    var places = [Int?](repeating: nil, count: builders.count)
    for (place, column) in kept.enumerated() where collectors[place] != nil { places[column] = place }
    let width = kept.count
    return try values.withMutableElements { elements in
      var row = 0
      for record in 0..<rowCount + dropped.count {
        let isDropped = dropped.contains(record)
        for column in builders.indices {
          let field = try body.next()
          guard !isDropped, let place = places[column] else { continue }
          try collectors[place]?.requireRoom(in: "CSV")
          let code = collectors[place]?.code(of: body.text(of: field)) ?? 0
          if code == Self.mostLevels { throw tooManyLevels(column, line: field.line) }
          elements[row * width + place] = Double(code)
        }
        if !isDropped { row += 1 }
      }
      let sorted = collectors.map { $0?.sorted }
      for (place, entry) in sorted.enumerated() {
        guard let rank = entry?.rank else { continue }
        for row in 0..<rowCount {
          elements[row * width + place] = Double(rank[Int(elements[row * width + place])])
        }
      }
      return sorted.map { $0?.levels }
    }
  }

  /// Where rows have no room in memory, the levels of a column must have.
  private static let mostLevels = 100_000

  private func tooManyLevels(_ column: Int, line: Int) -> ChainRuleError {
    let many = "more than \(Self.mostLevels) different texts"
    guard let (first, text) = builders[column].firstText else {
      return scanner.place.unusable(
        line, column, "up to here the column has \(many)", "leave the column out")
    }
    return scanner.place.unusable(
      first, column, "\(quoted(text)) is no number, and as categories the column has \(many)",
      "mend the value, or leave the column out")
  }
}
