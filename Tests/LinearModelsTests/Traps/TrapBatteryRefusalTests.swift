import ChainRule
import LinearModels
import Optimizers
import Testing

/// What cannot be fitted is refused before a step is done, with the mend.
@Suite("Trap battery: refusals")
struct TrapBatteryRefusalTests {
  static let X = TrapBatteryFitTests.X
  static let y = TrapBatteryFitTests.y
  static let squares = LinearModel(.leastSquares)
  static func table(_ text: String) throws -> Table { try Table(csv: text) }

  static let cases: [(name: String, parts: [String], run: @Sendable () throws -> Any)] = [
    (
      "NaN in one cell", ["the feature of row 1, column 1, is", "remove the row or fill in a number"],
      { try squares.fit(NDArray(rows: [[1, 2], [3, .nan]]), [1, 2]) }
    ),
    (
      "a missing value in a file", ["line 3", "price", "the value is missing"],
      { try squares.fit(table("size,price\n1,2\n2,\n3,4\n"), target: "price") }
    ),
    (
      "zero rows", ["there are no rows", "a fit needs at least one"],
      { try squares.fit(NDArray(shape: [0, 2], elements: []), NDArray([])) }
    ),
    (
      "zero rows of a table", ["no rows"],
      { try squares.fit(table("size,price\n"), target: "price") }
    ),
    (
      "all one class", ["all rows have class 1", "at least two classes"],
      { try LinearModel(.logistic).fit(X, [1, 1, 1, 1, 1]) }
    ),
    (
      "all one class of a table", ["column \"b\": all rows have class \"x\"", "at least two classes"],
      { try LinearModel(.softmax).fit(table("a,b\n1,x\n2,x\n"), target: "b") }
    ),
    (
      "a class that was not there", ["fish", "row 2"],
      {
        let model = LinearModel(.logistic, penalty: .ridge(0.1))
        let fitted = try model.fit(table("a,b\n1,cat\n2,dog\n3,dog\n"), target: "b")
        return try fitted.score(table("a,b\n1,cat\n2,fish\n"))
      }
    ),
    (
      "no such target", ["prise", "price"],
      { try squares.fit(table("size,price\n1,2\n2,3\n"), target: "prise") }
    ),
    (
      "a group lasso by Newton's method", ["kinks or walls", "use .fista()"],
      { try LinearModel(.leastSquares, penalty: .groupLasso(0.1)).fit(X, y, using: .truncatedNewton()) }
    ),
    (
      "a group lasso by a proximal Newton method", ["binds them together", "use .fista()"],
      { try LinearModel(.leastSquares, penalty: .groupLasso(0.1)).fit(X, y, using: .proximalNewton()) }
    ),
    (
      "a lasso by Adam", ["kinks or walls", "use .proximalNewton() or .fista()"],
      { try LinearModel(.leastSquares, penalty: .lasso(0.1)).fit(X, y, using: .adam()) }
    ),
    (
      "a negative penalty", ["λ is -1.0", "λ is 0 or more"],
      { try LinearModel(.leastSquares, penalty: .lasso(-1)).fit(X, y) }
    ),
    (
      "a tolerance that is everything", ["the tolerance is inf", "0 or more, and finite"],
      { try squares.fit(X, y, until: StoppingRule(tolerance: .infinity)) }
    ),
    (
      "fewer steps than none", ["-1 steps", "0 or more"],
      { try squares.fit(X, y, until: StoppingRule(maximumIterations: -1)) }
    ),
  ]

  @Test("Each is named", arguments: cases.indices)
  func refused(_ index: Int) {
    let (name, parts, run) = Self.cases[index]
    let found = sentence(run)
    for part in parts { #expect(found.contains(part), "\(name): \(found)") }
    #expect(!found.hasPrefix("no error"))
  }
}
