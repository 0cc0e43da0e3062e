import ChainRule
import LinearModels
import Testing

/// Cross-validation is what one gets by hand from the folds.
@Suite("Cross-validation over a path")
struct CrossValidationTests {
  private static func rows(_ indices: [Int], of X: NDArray<Double>) throws -> NDArray<Double> {
    let width = X.shape.dropFirst().reduce(1, *)
    return try NDArray(
      shape: [indices.count] + X.shape.dropFirst(),
      elements: indices.flatMap { X.elements[$0 * width..<($0 + 1) * width] })
  }

  @Test("Errors and standard errors are those of the folds, computed by hand")
  func byHand() throws {
    let (X, y) = (PenaltyPathTests.X, PenaltyPathTests.targets(.leastSquares))
    let path = PenaltyPath(.leastSquares, .lasso, lambdas: [0.5, 0.1, 0.01])
    let checked = try path.crossValidate(X, y, folds: 4, seed: 5)
    for (index, lambda) in checked.lambdas.enumerated() {
      let model = LinearModel(.leastSquares, penalty: .lasso(lambda))
      let folds = try checked.folds.map { fold in
        let fitted = try model.fit(Self.rows(fold.training, of: X), Self.rows(fold.training, of: y))
        let found = try fitted.predict(Self.rows(fold.test, of: X)).elements
        let errors = zip(found, fold.test).map { ($0 - y.elements[$1]) * ($0 - y.elements[$1]) }
        return (mean: errors.reduce(0, +) / Double(errors.count), count: Double(errors.count))
      }
      let mean = folds.reduce(0) { $0 + $1.mean * $1.count / 30 }
      let variance = folds.reduce(0) { $0 + ($1.mean - mean) * ($1.mean - mean) * $1.count / 30 }
      #expect(abs(checked.errors[index] - mean) < 1e-8)
      #expect(abs(checked.standardErrors[index] - (variance / 3).squareRoot()) < 1e-8)
    }
    let least = checked.errors.min()
    #expect(checked.errors[checked.bestIndex] == least)
    #expect(checked.largestLambdaWithinOneStandardError >= checked.bestLambda)
    let limit = checked.errors[checked.bestIndex] + checked.standardErrors[checked.bestIndex]
    #expect(checked.errors[checked.oneStandardErrorIndex] <= limit)
    #expect(checked.errors.prefix(checked.oneStandardErrorIndex).allSatisfy { $0 > limit })
  }

  @Test("Every family is checked, reproducibly", arguments: PenaltyPathTests.families)
  func families(_ family: Family) throws {
    let path = PenaltyPath(family, .ridge, count: 3, smallestShare: 1e-3)
    let y = PenaltyPathTests.targets(family)
    func run(_ seed: UInt64) throws -> CrossValidation {
      guard family == .softmax else {
        return try path.crossValidate(PenaltyPathTests.X, y, folds: 3, seed: seed)
      }
      let labels = IndexArray(y.elements.map { Int($0) })
      return try path.crossValidate(PenaltyPathTests.X, labels: labels, folds: 3, seed: seed)
    }
    let (first, again, other) = (try run(1), try run(1), try run(2))
    #expect(first.errors == again.errors && first.scores == again.scores)
    #expect(first.errors != other.errors)
    #expect(first.errors.allSatisfy(\.isFinite) && first.scores.allSatisfy { $0 <= 1 })
    // Features do explain the targets, so a small penalty beats one that forbids them.
    #expect(first.bestIndex > 0, "\(first.errors)")
  }

  @Test("A table is checked by its columns, and noise is told from signal")
  func table() throws {
    let table = try GoldenModelTests.table("iris")
    let checked = try PenaltyPath(.softmax, .ridge, count: 4, smallestShare: 1e-4).crossValidate(
      table, target: "species", folds: 3, seed: 2)
    #expect(checked.scores[checked.bestIndex] > 0.9)
    #expect(checked.folds.allSatisfy { $0.test.count == 50 })
    let noise = NDArray((0..<30).map { (row: Int) -> Double in Double((row * 7919 + 13) % 31) })
    let none = try PenaltyPath(.leastSquares, .lasso, count: 10, smallestShare: 1e-2).crossValidate(
      PenaltyPathTests.X, noise, folds: 5, seed: 1)
    #expect(none.oneStandardErrorIndex == 0)
  }

  @Test("More folds than rows are refused")
  func tooMany() {
    #expect(
      sentence {
        try PenaltyPath(.leastSquares).crossValidate([[1], [2], [3]], [1, 2, 4], folds: 4, seed: 1)
      }
        == "RowSplit.folds(_:rowCount:seed:strata:): 3 rows cannot make 4 folds; "
        + "folds are at least 2, and at most as many as there are rows")
  }

  @Test("A class that the rows to learn from lack is left out of the loss, and said")
  func unseen() throws {
    let X: NDArray<Double> = [[1], [2], [3], [4], [5], [6], [7], [8], [9]]
    let labels: IndexArray = [0, 1, 0, 1, 1, 0, 1, 0, 2]
    let checked = try PenaltyPath(.softmax, .ridge, lambdas: [1, 0.1]).crossValidate(
      X, labels: labels, folds: 3, seed: 1)
    let fold = try #require(checked.folds.firstIndex { $0.test.contains(8) })
    #expect(
      checked.warnings == [
        "fold \(fold + 1) of 3: class 2 is not among the rows to learn from, so that its probability is 0; 1 row of it is left "
          + "out of loss and score"
      ], "\(checked.warnings)")
    #expect(checked.errors.allSatisfy { $0.isFinite && $0 < 5 }, "\(checked.errors)")
    #expect(checked.statuses == Array(repeating: [.converged, .converged], count: 3))
  }

  @Test("A fold that cannot be fitted is named, and so is one whose fits have no minimum")
  func named() throws {
    let X: NDArray<Double> = [[1], [2], [3], [4], [5], [6]]
    #expect(
      sentence {
        _ = try PenaltyPath(.logistic, .ridge).crossValidate(X, [0, 0, 1, 0, 0, 0], folds: 2, seed: 1)
      }.contains("of 2: the rows to learn from cannot be fitted: all rows have class 0; take fewer folds"))
    let checked = try PenaltyPath(.logistic, .ridge, lambdas: [0.1, 0]).crossValidate(
      X, [0, 1, 0, 0, 1, 1], folds: 6, seed: 1)
    #expect(checked.statuses.contains { $0 == [.converged, .unbounded] }, "\(checked.statuses)")
    #expect(checked.warnings.contains { $0.contains("1 fit did not converge: unbounded at λ = 0.0") })
  }

  @Test("Counts are dealt evenly by 0 and above, and rows of weight 0 are in no fold")
  func counts() throws {
    let X: NDArray<Double> = [[1], [2], [3], [4], [5], [6], [7], [8]]
    let y: NDArray<Double> = [0, 0, 0, 0, 0, 0, 3, 2]
    for seed in 1...5 {
      let path = PenaltyPath(.poisson, .ridge, lambdas: [0.1])
      let checked = try path.crossValidate(X, y, folds: 2, seed: UInt64(seed))
      #expect(checked.folds.allSatisfy { $0.test.contains(6) != $0.test.contains(7) })
      let weighted = try path.crossValidate(
        X, y, weights: [1, 0, 1, 1, 1, 1, 1, 1], folds: 2, seed: UInt64(seed))
      #expect(weighted.folds.allSatisfy { !$0.test.contains(1) && !$0.training.contains(1) })
    }
  }
}
