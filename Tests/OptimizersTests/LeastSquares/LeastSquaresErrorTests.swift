import ChainRule
import Optimizers
import Testing

@Suite("Edges and errors of direct least squares")
struct LeastSquaresErrorTests {
  private static func message(
    _ A: NDArray<Double>, _ b: NDArray<Double>, weights: NDArray<Double>? = nil
  ) -> String {
    do {
      return "solved: \(try LeastSquares.solve(A, b, weights: weights).coefficients)"
    } catch { return "\(error)" }
  }

  @Test("Shapes that do not fit are named")
  func shapes() {
    #expect(
      Self.message([1, 2], [1, 2])
        == "LeastSquares.solve: A [2], b [2]: A is not a matrix; A has a row for each observation and a column for each coefficient"
    )
    #expect(
      Self.message([[1], [2]], [1, 2, 3])
        == "LeastSquares.solve: A [2, 1], b [3]: A has 2 rows, and b does not have as many targets; b needs shape [2] or [2, k]"
    )
    #expect(
      Self.message([[1], [2]], [1, 2], weights: [1])
        == "LeastSquares.solve: A [2, 1], b [2], weights [1]: the weights do not fit the rows; weights need shape [2]"
    )
  }

  @Test("Nothing to fit is named")
  func nothing() throws {
    let noRows = try NDArray<Double>(shape: [0, 2], elements: [])
    let noColumns = try NDArray<Double>(shape: [2, 0], elements: [])
    #expect(
      Self.message(noRows, [])
        == "LeastSquares.solve: A [0, 2], b [0]: there are no rows; at least one observation is needed")
    #expect(
      Self.message(noColumns, [1, 2])
        == "LeastSquares.solve: A [2, 0], b [2]: there are no columns; a constant model is one column of ones"
    )
    #expect(
      Self.message([[1], [2]], noColumns)
        == "LeastSquares.solve: A [2, 1], b [2, 0]: there are no targets; b needs at least one column")
  }

  @Test(
    "A number that is not finite is named with its place", arguments: [Double.nan, .infinity, -.infinity])
  func nonFinite(broken: Double) throws {
    let mend = "leave out rows without a finite number"
    #expect(
      Self.message(try NDArray(rows: [[1, 2], [3, broken]]), [1, 2])
        == "LeastSquares.solve: A [2, 2], b [2]: A[1, 1] is \(broken); \(mend)")
    #expect(
      Self.message([[1], [2]], NDArray([1, broken]))
        == "LeastSquares.solve: A [2, 1], b [2]: b[1] is \(broken); \(mend)")
    #expect(
      Self.message([[1], [2]], [1, 2], weights: NDArray([broken, 0]))
        == "LeastSquares.solve: A [2, 1], b [2], weights [2]: weights[0] is \(broken); \(mend)")
  }

  @Test("Weights that cannot be used are named")
  func weights() {
    let start = "LeastSquares.solve: A [2, 1], b [2], weights [2]: "
    #expect(
      Self.message([[1], [2]], [1, 2], weights: [1, -1])
        == start + "weights[1] is -1.0; weights are 0 or greater")
    #expect(
      Self.message([[1], [2]], [1, 2], weights: [0, 0]) == start
        + "all weights are 0; one at least is greater")
    #expect(
      Self.message([[1], [2]], [1, 2], weights: [1e-100, 1e100])
        == start
        + "the weights 1e-100 and 1e+100 differ by more than a factor of 2⁵⁰⁰; give rows without influence the weight 0"
    )
  }

  @Test("A coefficient beyond the greatest number is an error, and not an infinity")
  func overflow() {
    #expect(
      Self.message([[1e-200], [1e-200]], [1e200, 1e200])
        == "LeastSquares.solve: A [2, 1], b [2]: the coefficient of column 0 is beyond the greatest number; measure that column, or b, in another unit"
    )
  }

  @Test("Numbers at the ends of the range are fitted like others", arguments: [1e-307, 1e-300, 1e300, 1e308])
  func extremes(unit: Double) throws {
    let column = try LeastSquares.solve(NDArray(rows: [[1, unit], [1, 0], [1, unit]]), [3, 1, 3])
    #expect(column.rank == 2)
    #expect(
      agreeingDigits([column.coefficients[0], column.coefficients[1] * unit], [1, 2]) > 15)
    let target = try LeastSquares.solve([[1], [1]], NDArray([unit, unit]))
    #expect(target.coefficients == NDArray([unit]))
  }

  @Test("One row, targets of 0 and columns of 0 have the answers that they should")
  func trivial() throws {
    #expect(try LeastSquares.solve([[4]], [2]).coefficients == [0.5])
    #expect(try LeastSquares.solve([[1, 2], [3, 4], [5, 7]], [0, 0, 0]).coefficients == [0, 0])
    let nothing = try LeastSquares.solve([[0, 0], [0, 0]], [3, 4])
    #expect(nothing.rank == 0)
    #expect(nothing.coefficients == [0, 0])
    #expect(nothing.residualSumOfSquares == 25)
    #expect(nothing.dependentColumns.map { $0.equation() } == ["column 0 = 0", "column 1 = 0"])
    let weighted = try LeastSquares.solve([[1], [9]], [3, 4], weights: [2, 0])
    #expect(weighted.coefficients == [3])
  }
}
