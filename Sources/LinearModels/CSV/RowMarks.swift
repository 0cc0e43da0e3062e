/// A set of rows, in one bit for each row up to the last of them.
struct RowMarks {
  private var words: [UInt64] = []
  /// How many rows are in the set.
  private(set) var count = 0

  /// Takes in a row that is not in the set.
  mutating func insert(_ row: Int) {
    while words.count <= row / 64 { words.append(0) }
    words[row / 64] |= 1 << UInt64(row % 64)
    count += 1
  }

  func contains(_ row: Int) -> Bool {
    row / 64 < words.count && words[row / 64] & (1 << UInt64(row % 64)) != 0
  }
}
