import ChainRule
import LinearModels
import Testing

/// Counts and indices that no data has: refused before memory is asked for, and without a trap.
@Suite("Hostile counts", .timeLimit(.minutes(1)))
struct HostileCountTests {
  static let integers = [
    Int.min, .min + 1, -(1 << 62), -3, -1, 0, 1, 2, 3, 1 << 48, 1 << 53, 1 << 62, .max - 1, .max,
  ]

  @Test(
    "Rows that there is no memory for cannot be split",
    arguments: [1 << 48, 1 << 53, 1 << 60, .max - 1, .max])
  func split(_ count: Int) {
    let sentence = "there is no memory for the indices of \(count) rows; split fewer rows"
    #expect(
      message { try RowSplit(rowCount: count, testFraction: 0.2, seed: 1) }
        == "RowSplit(rowCount:testFraction:seed:strata:): " + sentence)
    for folds in [2, 3, count - 1, count] {
      #expect(
        message { try RowSplit.folds(folds, rowCount: count, seed: 1) }
          == "RowSplit.folds(_:rowCount:seed:strata:): " + sentence)
    }
  }

  private func message<Result>(_ body: () throws -> Result) -> String {
    do {
      _ = try body()
      return "nothing was thrown"
    } catch { return "\(error)" }
  }

  @Test("Splits, levels, rows and classes are counted, or refused")
  func doors() throws {
    let table = try Table(
      columnNames: ["a", "b"], columns: [.numbers([1, 2, 3]), .categories(Categories(["x", "y", "x"]))])
    let encoding = try FeatureEncoding(of: table, excluding: [])
    let features: NDArray<Double> = [[0], [1], [2], [3]]
    let model = try LinearModel(.logistic).fit(features, labels: [0, 1, 0, 1])
    for first in Self.integers {
      #expect((try? Categories(["a", "b"])[first]) == (first == 0 ? "a" : first == 1 ? "b" : nil))
      #expect(!model.featureName(first).isEmpty)
      _ = try? table.rows(at: [first])
      _ = try? LinearModel(.softmax).fit(features, labels: [0, 1, 1, 0], classCount: first)
      _ = try? LinearModel(.softmax).fit(features, labels: IndexArray([0, 1, 1, first]))
      _ = try? table.folds(first, seed: 1)
      for second in Self.integers {
        if abs(Double(second)) < 9 {
          _ = try? RowSplit(rowCount: second, testFraction: 0.5, seed: 1, strata: [first])
        }
        if abs(Double(first)) < 9 { _ = try? RowSplit.folds(second, rowCount: first, seed: 1) }
        if first <= second { _ = try? encoding.features(of: table, rows: first..<second) }
      }
    }
    #expect(model.featureName(.max) == "x9223372036854775808")
    #expect(
      message { try Categories(["a"])[1] }
        == "Categories: 1 row: there is no row 1; rows are counted from 0 to 0")
  }
}
