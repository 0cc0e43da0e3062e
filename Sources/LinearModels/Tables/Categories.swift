public import ChainRule

/// Text values of one column: each row has one of a few levels.
///
/// ```swift
/// let species = Categories(["setosa", "virginica", "setosa"])
/// species.levels  // ["setosa", "virginica"]
/// species.codes   // [0, 1, 0]
/// ```
///
/// Levels made of texts are sorted by their Unicode scalars, so that they do not depend on the order of the
/// rows or on a language. A level may be there without a row: rows split off keep the levels of their
/// table.
public struct Categories: Hashable, Sendable {
  /// The distinct values, in the order that the codes count.
  public let levels: [String]
  /// For each row, the index of its level.
  public let codes: [Int]

  /// The levels of the texts, sorted, and which of them each row has.
  ///
  /// - Complexity: O(count) on average, and sorting the levels.
  public init(_ texts: some Sequence<String>) {
    var collector = CategoryCollector()
    for text in texts { collector.append(text) }
    self = collector.categories
  }

  /// Levels in an order of one's own, and which of them each row has.
  ///
  /// - Throws: `ChainRuleError` of kind `.data` if a level is there twice, or a code counts no level.
  /// - Complexity: O(count + levels).
  public init(levels: [String], codes: [Int]) throws {
    var seen: Set<String> = []
    for level in levels where !seen.insert(level).inserted {
      throw ChainRuleError(
        .data, in: "Categories(levels:codes:)", problem: "the level \(quoted(level)) is there twice",
        mend: "levels are distinct")
    }
    if let row = codes.firstIndex(where: { !levels.indices.contains($0) }) {
      throw ChainRuleError(
        .data, in: "Categories(levels:codes:)",
        problem: "row \(row + 1) has code \(codes[row]), of \(counted(levels.count, "level"))",
        mend: "codes count levels from 0")
    }
    self.init(checkedLevels: levels, codes: codes)
  }

  /// Levels and codes of which the caller knows that they fit.
  init(checkedLevels levels: [String], codes: [Int]) {
    self.levels = levels
    self.codes = codes
  }

  /// The number of rows.
  public var count: Int { codes.count }

  /// The codes as labels of classes, which `gather` and `oneHot` take.
  ///
  /// - Complexity: O(1).
  public var labels: IndexArray { IndexArray(codes) }

  /// The value of a row, counted from 0.
  ///
  /// - Throws: `ChainRuleError` of kind `.data` if there is no such row.
  public subscript(row: Int) -> String {
    get throws {
      guard codes.indices.contains(row) else {
        throw ChainRuleError(
          .data, in: "Categories", operands: counted(codes.count, "row"), problem: "there is no row \(row)",
          mend: codes.isEmpty ? "they are empty" : "rows are counted from 0 to \(codes.count - 1)")
      }
      return levels[codes[row]]
    }
  }

  /// The rows at these indices, in this order, with the same levels.
  func selecting(_ rows: [Int]) -> Categories {
    Categories(checkedLevels: levels, codes: rows.map { codes[$0] })
  }
}

/// Collects categories text by text.
struct CategoryCollector {
  private var codeOfLevel: [String: Int] = [:]
  private var codes: [Int] = []
  /// How many levels there is room for, and the length of all.
  private var (roomCount, textBytes) = (0, 0)

  /// Makes room for so many rows.
  mutating func reserveCapacity(_ rows: Int) { codes.reserveCapacity(rows) }

  /// Refuses further texts where there is no memory for twice as many.
  ///
  /// - Throws: `ChainRuleError` of kind `.data`.
  mutating func requireRoom(in operation: String) throws {
    let count = codeOfLevel.count
    guard count >= roomCount else { return }
    roomCount = 2 * count + 256
    // A table twice as large, as much again to sort it, and the texts beside it.
    try AvailableMemory.require(
      256 * roomCount + 2 * textBytes, of: 1, for: "\(roomCount) different texts", in: operation,
      mend: "leave the column out")
  }

  /// Takes in the value of the next row.
  mutating func append(_ text: String) { codes.append(code(of: text)) }

  /// The code of a text for now: texts are numbered as they come.
  mutating func code(of text: String) -> Int {
    if let code = codeOfLevel[text] { return code }
    let code = codeOfLevel.count
    textBytes += text.utf8.count
    codeOfLevel[text] = code
    return code
  }

  /// The levels, sorted, and for each code its place among them.
  var sorted: (levels: [String], rank: [Int]) {
    let sorted = codeOfLevel.sorted { $0.key < $1.key }
    var rank = [Int](repeating: 0, count: sorted.count)
    for (position, level) in sorted.enumerated() { rank[level.value] = position }
    return (sorted.map(\.key), rank)
  }

  /// The values so far, with sorted levels.
  var categories: Categories {
    let (levels, rank) = sorted
    return Categories(checkedLevels: levels, codes: codes.map { rank[$0] })
  }
}
