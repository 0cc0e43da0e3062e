import ChainRule
import Optimizers
import Testing

@Suite("Dependent columns in direct least squares")
struct DependentColumnTests {
  /// A random full-rank matrix with columns added that are combinations of it, and where they stand.
  private static func battery(_ seed: UInt64) throws -> (matrix: NDArray<Double>, targets: NDArray<Double>) {
    let known = try KnownFit.random(rows: 10, columns: 3, seed: seed)
    let rows = (0..<20).map { i -> [Double] in
      let (a, b, c) = (known.matrix[i, 0], known.matrix[i, 1], known.matrix[i, 2])
      return [a, b, a, 2 * a - 3 * b, c, 0, a + b + c]
    }
    return (try NDArray(rows: rows), known.targets)
  }

  @Test("A copy, combinations and a column of zeros are each told by their equation", arguments: 1...10)
  func equations(seed: Int) throws {
    let (matrix, targets) = try Self.battery(UInt64(seed))
    let solution = try LeastSquares.solve(matrix, targets)
    #expect(solution.rank == 3)
    let names = ["a", "b", "copy", "mix", "c", "nothing", "sum"]
    #expect(
      solution.dependentColumns.map { $0.equation(naming: names) } == [
        "copy = a", "mix = 2 · a − 3 · b", "nothing = 0", "sum = a + b + c",
      ])
    // The numbers are integers, so the combinations hold without rounding and are found without error.
    #expect(solution.dependentColumns.allSatisfy { $0.relativeDistance < 1e-25 })
    #expect(solution.dependentColumns[1].terms.map(\.coefficient) == [2, -3])
  }

  @Test(
    "Coefficients of dependent columns are 0 on request, and the others as if those columns were not there")
  func zero() throws {
    let (matrix, targets) = try Self.battery(3)
    let known = try KnownFit.random(rows: 10, columns: 3, seed: 3)
    let solution = try LeastSquares.solve(matrix, targets, dependent: .zero)
    let x = known.coefficients
    #expect(solution.coefficients.elements == [x[0], x[1], 0, 0, x[2], 0, 0])
    #expect(solution.residualSumOfSquares == NDArray(known.residualSumOfSquares))
  }

  @Test(
    "The shortest coefficients fit as well and are orthogonal to every change without effect",
    arguments: 1...10)
  func shortest(seed: Int) throws {
    let (matrix, targets) = try Self.battery(UInt64(seed))
    let known = try KnownFit.random(rows: 10, columns: 3, seed: UInt64(seed))
    let solution = try LeastSquares.solve(matrix, targets)
    let x = solution.coefficients.elements
    #expect(solution.residualSumOfSquares == NDArray(known.residualSumOfSquares))
    // Integers of at most 100 times 7 coefficients rounded once each: 7 · 3 · 100 · 2⁻⁵³ · 100 is 2e-11.
    let effective = [x[0] + x[2] + 2 * x[3] + x[6], x[1] - 3 * x[3] + x[6], x[4] + x[6]]
    for (found, right) in zip(effective, known.coefficients) { #expect((found - right).magnitude < 2e-11) }
    let changes: [[Double]] = [
      [-1, 0, 1, 0, 0, 0, 0], [-2, 3, 0, 1, 0, 0, 0], [0, 0, 0, 0, 0, 1, 0], [-1, -1, 0, 0, -1, 0, 1],
    ]
    for change in changes {
      #expect(zip(change, x).reduce(0) { $0 + $1.0 * $1.1 }.magnitude < 2e-11)
    }
  }

  @Test("Two equal columns share their coefficient")
  func share() throws {
    let solution = try LeastSquares.solve([[1, 1], [2, 2], [3, 3]], [2, 4, 6])
    #expect(solution.coefficients == [1, 1])
    #expect(solution.dependentColumns.map { $0.equation() } == ["column 1 = column 0"])
  }

  @Test("A constant beside one column for each category is told as their sum")
  func categories() throws {
    let solution = try LeastSquares.solve(
      [[1, 1, 0, 0], [1, 0, 1, 0], [1, 0, 0, 1], [1, 0, 1, 0]], [1, 2, 4, 2], dependent: .zero)
    let equations = solution.dependentColumns.map { $0.equation(naming: ["one", "red", "green", "blue"]) }
    #expect(equations == ["blue = one − red − green"])
    #expect(solution.coefficients == [4, -3, -2, 0])
    // Coefficients are kept with 32 digits; the square of what they miss is left.
    #expect(solution.residualSumOfSquares[] < 1e-60)
  }

  @Test("With fewer rows than columns, the fit is exact and the coefficients the shortest")
  func fewRows() throws {
    let solution = try LeastSquares.solve([[1, 2, 2]], [9])
    #expect(solution.coefficients == [1, 2, 2])
    #expect(solution.rank == 1)
    #expect(solution.residualSumOfSquares == 0)
    #expect(
      solution.dependentColumns.map { $0.equation() } == [
        "column 1 = 2 · column 0", "column 2 = 2 · column 0",
      ])
  }

  @Test(
    "A combination whose entries were rounded is recognised, with a distance of rounding size",
    arguments: 1...10)
  func rounded(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let rows = (0..<100).map { _ -> [Double] in
      let (a, b) = (generator.normalPair().0, generator.normalPair().1)
      return [1, a * 1e5, b * 1e-3, a / 3 + b / 7 + 0.1]
    }
    let solution = try LeastSquares.solve(NDArray(rows: rows), NDArray(rows.map { $0[1] }))
    #expect(solution.rank == 3)
    let terms = try #require(solution.dependentColumns.first).terms
    #expect(terms.map(\.column) == [0, 1, 2])
    // κ is below 10, and sums of three terms are off by 2 u: 14 digits at least.
    #expect(agreeingDigits(terms.map(\.coefficient), [0.1, 1e-5 / 3, 1e3 / 7]) > 14)
    #expect(solution.dependentColumns[0].relativeDistance < 3e-16)
  }

  @Test("A difference of a millionth of a millionth still counts as independent")
  func nearlyDependent() throws {
    let rows = (0..<8).map { [1, 1 + ($0 == 3 ? 1e-12 : 0)] }
    let solution = try LeastSquares.solve(NDArray(rows: rows), NDArray(rows.map { 2 * $0[1] }))
    #expect(solution.rank == 2)
    #expect(solution.coefficients == [0, 2])
    #expect(solution.conditionEstimate > 1e12)
  }
}
