import ChainRule

/// Rows to learn from and rows to test on, drawn from a seed; each row is in one of the two.
///
/// One seed gives one split, in every run and on every machine. Both parts are in ascending order.
public struct RowSplit: Hashable, Sendable {
  /// The indices of the rows to learn from, counted from 0.
  public let training: [Int]
  /// The indices of the rows to test on, counted from 0.
  public let test: [Int]

  /// Draws a fraction of the rows for testing, each set of that size equally likely.
  ///
  /// The test part has `fraction · rowCount` rows, rounded to the nearest and from a half up. With a
  /// fraction of 0 it is empty; otherwise neither part is.
  ///
  /// With strata, such as the codes of classes, each of them is split in this ratio: it has `fraction` of
  /// its rows in the test part, rounded down or up so that the number of all stays as above.
  ///
  /// ```swift
  /// let split = try RowSplit(rowCount: 10, testFraction: 0.3, seed: 1)
  /// split.test.count                                  // 3
  /// Set(split.test).isDisjoint(with: split.training)  // true
  /// ```
  ///
  /// - Throws: `ChainRuleError` of kind `.data` if the fraction is not in 0..<1, a part would be empty, strata are
  ///   not one a row, or there is no memory for so many rows.
  /// - Complexity: O(rowCount), and sorting the strata.
  /// - Source: R. Durstenfeld, "Algorithm 235: Random permutation", Communications of the ACM 7 (1964).
  public init(rowCount: Int, testFraction: Double, seed: UInt64, strata: [Int]? = nil) throws {
    let operation = "RowSplit(rowCount:testFraction:seed:strata:)"
    func failure(_ problem: String, _ mend: String) -> ChainRuleError {
      ChainRuleError(.data, in: operation, problem: problem, mend: mend)
    }
    guard testFraction >= 0, testFraction < 1 else {
      throw failure("the test fraction is \(testFraction)", "it is at least 0 and less than 1")
    }
    try Self.checkMemory(rowCount, copies: 4, operation)
    let shuffled = try Self.shuffled(rowCount: rowCount, seed: seed, strata: strata, operation)
    let total = Int((testFraction * Double(rowCount)).rounded())
    guard total < rowCount, total > 0 || testFraction == 0 else {
      throw failure(
        "\(testFraction) of \(counted(rowCount, "row")) is \(counted(total, "row")) for testing",
        "both parts need at least one row")
    }
    let counts = Self.shares(of: shuffled.map(\.count), fraction: testFraction, total: total)
    training = zip(shuffled, counts).flatMap { $0.dropFirst($1) }.sorted()
    test = zip(shuffled, counts).flatMap { $0.prefix($1) }.sorted()
  }

  /// Splits the rows for cross-validation: each row is in the test part of one of `count` folds.
  ///
  /// The test parts have `rowCount / count` rows, the first `rowCount % count` of them one more. With
  /// strata, the numbers of rows that a stratum has in two of them differ by at most 1.
  ///
  /// ```swift
  /// let folds = try RowSplit.folds(5, rowCount: 10, seed: 1)
  /// folds.count          // 5
  /// folds[0].test.count  // 2
  /// ```
  ///
  /// - Throws: `ChainRuleError` of kind `.data` if there are fewer than two folds or fewer rows than folds,
  ///   strata are not one a row, or there is no memory for so many rows.
  /// - Complexity: O(rowCount · count), which is the size of the result, and sorting the strata.
  public static func folds(
    _ count: Int, rowCount: Int, seed: UInt64, strata: [Int]? = nil
  ) throws -> [RowSplit] {
    let operation = "RowSplit.folds(_:rowCount:seed:strata:)"
    guard count >= 2, count <= rowCount else {
      throw ChainRuleError(
        .data, in: operation, problem: "\(counted(rowCount, "row")) cannot make \(counted(count, "fold"))",
        mend: "folds are at least 2, and at most as many as there are rows")
    }
    // The result itself, and what it is made of.
    try checkMemory(rowCount, copies: count.addingReportingOverflow(4).overflow ? .max : count + 4, operation)
    let shuffled = try shuffled(rowCount: rowCount, seed: seed, strata: strata, operation)
    var fold = [Int](repeating: 0, count: rowCount)
    // Dealt like cards, on from one stratum to the next.
    for (position, row) in shuffled.joined().enumerated() { fold[row] = position % count }
    return (0..<count).map { index in
      RowSplit(
        training: (0..<rowCount).filter { fold[$0] != index },
        test: (0..<rowCount).filter { fold[$0] == index })
    }
  }

  private init(training: [Int], test: [Int]) {
    self.training = training
    self.test = test
  }

  /// Refuses more rows than there is memory for, before it is asked for.
  ///
  /// - Parameter copies: How many numbers are held at the same time for each row.
  private static func checkMemory(_ rowCount: Int, copies: Int, _ operation: String) throws {
    let (numbers, overflow) = max(rowCount, 0).multipliedReportingOverflow(by: copies)
    let (bytes, isTooMuch) = numbers.multipliedReportingOverflow(by: MemoryLayout<Int>.stride)
    guard !overflow, !isTooMuch, AvailableMemory.holds(bytes) else {
      throw ChainRuleError(
        .data, in: operation, problem: "there is no memory for the indices of \(counted(rowCount, "row"))",
        mend: "split fewer rows")
    }
  }

  /// The same split of some rows, by the numbers that they have among all.
  func mapped(_ rows: [Int]) -> RowSplit {
    RowSplit(training: training.map { rows[$0] }, test: test.map { rows[$0] })
  }

  /// The rows of each stratum, in ascending order of the strata, shuffled one stratum after the other.
  private static func shuffled(
    rowCount: Int, seed: UInt64, strata: [Int]?, _ operation: String
  ) throws -> [[Int]] {
    if let strata, strata.count != rowCount {
      throw ChainRuleError(
        .data, in: operation, problem: "\(strata.count) strata came for \(counted(rowCount, "row"))",
        mend: "each row is in one stratum")
    }
    var generator = SeededGenerator(seed: seed)
    var groups = strata.map { strata in
      Dictionary(grouping: strata.indices) { strata[$0] }.sorted { $0.key < $1.key }.map(\.value)
    }
    groups = groups ?? [Array(0..<max(0, rowCount))]
    return (groups ?? []).map { rows in
      var rows = rows
      for last in rows.indices.dropFirst().reversed() {
        rows.swapAt(last, generator.index(below: last + 1))
      }
      return rows
    }
  }

  /// How many rows of each stratum are for testing: its share rounded down, and one more where most is left
  /// over.
  private static func shares(of counts: [Int], fraction: Double, total: Int) -> [Int] {
    if counts.count == 1 { return [total] }
    let exact = counts.map { Double($0) * fraction }
    var shares = exact.map { Int($0) }
    let byRemainder = counts.indices.sorted {
      let (left, right) = (exact[$0] - Double(shares[$0]), exact[$1] - Double(shares[$1]))
      return left == right ? $0 < $1 : left > right
    }
    let missing = total - shares.reduce(0, +)
    for stratum in byRemainder.prefix(max(0, missing)) { shares[stratum] += 1 }
    return shares
  }
}

extension SeededGenerator {
  /// Draws one of the indices from 0 up to a bound of at least 1, each equally likely.
  ///
  /// - Source: D. Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019), algorithm 5.
  fileprivate mutating func index(below bound: Int) -> Int {
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let rejected = (0 &- bound) % bound
      while product.low < rejected { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }
}
