import ChainRule
import LinearModels
import Testing

@Suite struct RowSplitTests {
  @Test("Each row is in one part, and the test part has the rounded share")
  func counts() throws {
    for (rows, fraction, test) in [
      (10, 0.2, 2), (10, 0.25, 3), (10, 0.24, 2), (3, 0.5, 2), (7, 0.0, 0), (150, 0.3, 45),
    ] {
      let split = try RowSplit(rowCount: rows, testFraction: fraction, seed: 1)
      #expect(split.test.count == test)
      #expect((split.training + split.test).sorted() == Array(0..<rows))
      #expect(split.training == split.training.sorted() && split.test == split.test.sorted())
    }
  }

  @Test("A seed decides the split, on every machine")
  func seeds() throws {
    let splits = try (0..<20).map { try RowSplit(rowCount: 12, testFraction: 0.25, seed: $0) }
    #expect(try splits[7] == RowSplit(rowCount: 12, testFraction: 0.25, seed: 7))
    #expect(Set(splits).count > 15)
    // The same algorithm in Python, with integers of any size.
    #expect(splits[7].test == [7, 8, 11])
  }

  @Test("Each row is drawn equally often, and so is each pair")
  func uniform() throws {
    var single = [Int](repeating: 0, count: 6)
    var pairs: [[Int]: Int] = [:]
    let draws = 30_000
    for seed in 0..<draws {
      let test = try RowSplit(rowCount: 6, testFraction: 1.0 / 3, seed: UInt64(seed)).test
      for row in test { single[row] += 1 }
      pairs[test, default: 0] += 1
    }
    // Binomial counts: six standard deviations on either side.
    #expect(
      single.allSatisfy { abs(Double($0) - Double(draws) / 3) < 6 * (Double(draws) * 2 / 9).squareRoot() })
    #expect(pairs.count == 15)
    #expect(
      pairs.values.allSatisfy {
        abs(Double($0) - Double(draws) / 15) < 6 * (Double(draws) * 14 / 225).squareRoot()
      })
  }

  @Test("Strata are split in the same ratio, rounded, and add up to the same number")
  func strata() throws {
    let strata =
      [Int](repeating: 0, count: 50) + [Int](repeating: 1, count: 33) + [Int](repeating: 2, count: 7)
    let split = try RowSplit(rowCount: 90, testFraction: 0.3, seed: 4, strata: strata)
    let counts = (0..<3).map { stratum in split.test.count { strata[$0] == stratum } }
    #expect(counts == [15, 10, 2])
    #expect((split.training + split.test).sorted() == Array(0..<90))
  }

  @Test("Folds share out the rows, and strata evenly among them")
  func folds() throws {
    let strata = (0..<23).map { $0 % 5 == 0 ? 1 : 0 }
    for strata in [nil, strata] {
      let folds = try RowSplit.folds(4, rowCount: 23, seed: 9, strata: strata)
      #expect(folds.map(\.test.count) == [6, 6, 6, 5])
      #expect(folds.flatMap(\.test).sorted() == Array(0..<23))
      #expect(folds.allSatisfy { ($0.training + $0.test).sorted() == Array(0..<23) })
      if let strata {
        let ones = folds.map { fold in fold.test.count { strata[$0] == 1 } }
        #expect(ones.allSatisfy { $0 == 1 || $0 == 2 })
      }
    }
  }

  @Test("Splits that cannot be are refused")
  func refused() throws {
    let operation = "RowSplit(rowCount:testFraction:seed:strata:): "
    for fraction in [-0.1, 1, 1.5, .nan, .infinity] {
      #expect(
        sentence { try RowSplit(rowCount: 9, testFraction: fraction, seed: 1) }
          == operation + "the test fraction is \(fraction); it is at least 0 and less than 1")
    }
    #expect(
      sentence { try RowSplit(rowCount: 3, testFraction: 0.1, seed: 1) }
        == operation + "0.1 of 3 rows is 0 rows for testing; both parts need at least one row")
    #expect(kind { try RowSplit(rowCount: 0, testFraction: 0, seed: 1) } == .data)
    #expect(kind { try RowSplit(rowCount: -5, testFraction: 0.5, seed: 1) } == .data)
    #expect(
      sentence { try RowSplit(rowCount: 3, testFraction: 0.4, seed: 1, strata: [1]) }
        == operation + "1 strata came for 3 rows; each row is in one stratum")
    for count in [-1, 0, 1, 6] {
      #expect(
        sentence { try RowSplit.folds(count, rowCount: 5, seed: 1) }
          == "RowSplit.folds(_:rowCount:seed:strata:): 5 rows cannot make \(count == 1 ? "1 fold" : "\(count) folds"); "
          + "folds are at least 2, and at most as many as there are rows")
    }
  }

  @Test("Tables are split by rows, keeping levels, and by classes if asked to")
  func tables() throws {
    let iris = try Table(csvFile: resource("iris"))
    let (training, test) = try iris.split(testFraction: 0.2, seed: 3, stratifiedBy: "species")
    #expect(training.rowCount == 120 && test.rowCount == 30)
    let species = try test.numbers("species")
    for number in 0..<3 { #expect(species.count { $0 == Double(number) } == 10) }
    let fold = try iris.folds(5, seed: 3, stratifiedBy: "species")[4]
    #expect(try iris.rows(at: fold.test).classLabels("species").codes == (0..<30).map { $0 / 10 })
  }
}
