import ChainRule
import Testing

/// Programs with a mistake, each with the exact error that names it.
@Suite("Wrong programs")
struct WrongProgramTests {
  struct Wrong: Sendable, CustomTestStringConvertible {
    let message: String
    let program: @Sendable () throws -> Void
    var testDescription: String { message }
  }

  static let X = Tensor.input("X", shape: [.batch, 3])
  static let y = Tensor.input("y", shape: [.batch])
  static let w = Tensor.parameter("w", shape: [3])
  static let v = Tensor.parameter("v", shape: [2])
  static let b = Tensor.parameter("b", shape: [])
  static let column = (X • Tensor.parameter("W", shape: [3, 1])).named("ŷ")
  static let loss = mean(squared(X • w + b - y))

  private static func wrong(_ message: String, _ tensor: @escaping @Sendable () throws -> Tensor) -> Wrong {
    Wrong(message: message) { _ = try tensor().shape }
  }

  private static func unbound(
    _ message: String, _ bindings: @escaping @Sendable () throws -> Bindings<Double>
  )
    -> Wrong
  {
    Wrong(message: message) { _ = try Program<Double>(computing: [loss]).run(bindings()) }
  }

  static let shapes: [Wrong] = [
    wrong("matmul: X [N, 3] • v [2]: the inner dimensions 3 and 2 differ; v needs shape [3]") { X • v },
    wrong("matmul: X [N, 3] • b []: b is a scalar; scale with *") { X • b },
    wrong("matmul: T [2, 2, 2] • w [3]: the inner dimensions 2 and 3 differ; w needs shape [2]") {
      Tensor.input("T", shape: [2, 2, 2]) • w
    },
    wrong("matmul: y [N] • w [3]: the inner dimensions N and 3 differ; w needs shape [N]") { y • w },
    wrong("add: X [N, 3] + v [2]: axis -1 has the lengths 3 and 2; they must be equal, or one of them 1") {
      X + v
    },
    wrong(
      "add: y [N] + w [3]: axis -1 has the lengths N and 3; a symbol such as N fits only itself or a fixed 1"
    ) {
      y + w
    },
    wrong(
      "subtract: ŷ [N, 1] − y [N]: broadcasting would pair every row with every row, [N, N]; "
        + "give both the same rank: remove axis 1 of the longer, or reshape the shorter"
    ) { mean(squared(column - y)) },
    wrong("multiply: w [3] × v [2]: axis -1 has the lengths 3 and 2; they must be equal, or one of them 1") {
      w * v
    },
    wrong("divide: w [3] / v [2]: axis -1 has the lengths 3 and 2; they must be equal, or one of them 1") {
      w / v
    },
    wrong("greater: w [3] > v [2]: axis -1 has the lengths 3 and 2; they must be equal, or one of them 1") {
      w .> v
    },
    // The first mistake is told, not what follows from it.
    wrong("matmul: X [N, 3] • v [2]: the inner dimensions 3 and 2 differ; v needs shape [3]") { (X • v) + w },
  ]

  static let located: [Wrong] = [
    wrong("maximum: w [3] with v [2]: axis -1 has the lengths 3 and 2; they must be equal, or one of them 1")
    {
      maximum(w, v)
    },
    wrong("power: w [3] with v [2]: axis -1 has the lengths 3 and 2; they must be equal, or one of them 1") {
      pow(w, v)
    },
    wrong(
      "select: [w > 0] [3] with v [2] with 0 []: axis -1 has the lengths 3 and 2; "
        + "they must be equal, or one of them 1"
    ) { select(w .> 0, v, 0) },
    wrong(
      "meanSquaredError: p [5, 1] against t [5]: a loss does not broadcast; "
        + "reshape one of them, so that both have the same shape"
    ) { meanSquaredError(.input("p", shape: [5, 1]), .input("t", shape: [5])) },
    wrong("sum: X [N, 3]: axis 2 is out of range; axes run from 0 to 1, or from -2 to -1") {
      sum(X, along: [2])
    },
    wrong("mean: b []: axis 0 is out of range; a scalar has no axes") { mean(b, along: [0]) },
    wrong("sum: X [N, 3]: axis -1 is named twice; name each axis once") { sum(X, along: [1, -1]) },
    wrong("mean: e [0, 2]: there are no elements to average; a mean needs one element or more") {
      mean(.input("e", shape: [0, 2]), along: [0])
    },
    wrong("transposed: X [N, 3]: [0] does not name every axis; name each of its 2 axes once") {
      X.transposed(axes: [0])
    },
    wrong("reshaped: w [3] to [2, 2]: 3 and 4 elements; the product of the lengths must be 3") {
      w.reshaped(to: [2, 2])
    },
    wrong("reshaped: X [N, 3] to [3]: the symbolic axes differ; keep N, in this order") {
      X.reshaped(to: [3])
    },
    wrong(
      "reshaped: X [N, 3] to [3, N]: elements would move from one row to another; "
        + "the lengths between symbolic axes must keep their products"
    ) { X.reshaped(to: [3, .batch]) },
    wrong("reshaped: w [3] to [-3]: a length is negative; lengths are 0 or more") { w.reshaped(to: [-3]) },
    wrong(
      "broadcast: w [3] to [3, 2]: axis 0 of length 3 cannot become 2; "
        + "shapes align at their last axes, and only a fixed length 1 stretches"
    ) { w.broadcast(to: [3, 2]) },
    wrong(
      "broadcast: X [N, 3] to [3]: [3] has fewer axes; "
        + "shapes align at their last axes, and only a fixed length 1 stretches"
    ) { X.broadcast(to: [3]) },
    wrong("input: [2]: the name is empty; name it, so that errors and formulas can") {
      .input("", shape: [2])
    },
    wrong("input: a\nb [2]: the name has a line break; keep it on one line") { .input("a\nb", shape: [2]) },
    wrong("named: w [3]: the name has a line break; keep it on one line") { w.named("a\nb") },
    wrong("input: q [2, N]: .batch stands at axis 1; put the rows first") {
      .input("q", shape: [2, .batch])
    },
    wrong("parameter: q [N]: a parameter has no rows; give axis 0 a fixed length or another symbol") {
      .parameter("q", shape: [.batch])
    },
    wrong("input: q [-2]: the length of axis 0 is -2; lengths are 0 or more") {
      .input("q", shape: [-2])
    },
    wrong(
      "input: q [N]: the length of axis 0 is the symbol \"N\", which is taken; use .batch for the rows"
    ) {
      .input("q", shape: [.symbol("N")])
    },
    wrong("parameter: q [2]: the initial value has shape [3]; give it shape [2]") {
      .parameter("q", shape: [2], initial: [1, 2, 3])
    },
    wrong("named: w [3]: the name is empty; name it, so that errors and formulas can") { w.named("") },
  ]

  static let uses: [Wrong] = [
    Wrong(message: "gradient: Xw [N]: only a scalar has a gradient; reduce it with sum or mean first") {
      _ = try (X • w).gradient(withRespectTo: [w])
    },
    Wrong(
      message:
        "gradient: v [2]: this gradient was taken with respect to w; name v in gradient(withRespectTo:)"
    ) {
      _ = try loss.gradient(withRespectTo: [w])[v].shape
    },
    unbound("Program.run: y [N]: nothing is bound to it; bind an array of shape [N]") {
      [X: [[1, 2, 3]], w: [0, 0, 0], b: 0]
    },
    unbound("Program.run: y [N] ← array [1]: y is bound twice; bind each tensor once") {
      [X: [[1, 2, 3]], y: [1], w: [0, 0, 0], b: 0, y: [2]]
    },
    unbound("Program.run: v [2] ← array [2]: the program does not read v; it reads X, w, b, y") {
      [X: [[1, 2, 3]], y: [1], w: [0, 0, 0], b: 0, v: [0, 0]]
    },
    unbound(
      "Program.run: y [N] ← array [2]: N is 2 here but 1 in X [N, 3] ← array [1, 3]; bind arrays with the same N"
    ) { [X: [[1, 2, 3]], y: [1, 2], w: [0, 0, 0], b: 0] },
    unbound("Program.run: w [3] ← array [2]: axis 0 has length 2; it needs shape [3]") {
      [X: [[1, 2, 3]], y: [1], w: [0, 0], b: 0]
    },
    unbound("Program.run: X [N, 3] ← array [3]: the array has 1 axis; it needs shape [N, 3]") {
      [X: [1, 2, 3], y: [1], w: [0, 0, 0], b: 0]
    },
    unbound(
      "Program.run: X [N, 3] ← array [0, 3]: N is 0, and a mean over no elements is undefined; bind at least one"
    ) {
      [X: try NDArray(shape: [0, 3], elements: []), y: [], w: [0, 0, 0], b: 0]
    },
    Wrong(
      message:
        "NDArray(shape:elements:): shape [2, 3]: the shape needs 6 elements and 2 came; 2 fill the shape [2]"
    ) {
      _ = try NDArray<Double>(shape: [2, 3], elements: [1, 2])
    },
    Wrong(message: "NDArray(rows:): row 1 has 1 element and row 0 has 2; rows of a matrix are equally long") {
      _ = try NDArray<Double>(rows: [[1, 2], [3]])
    },
    Wrong(
      message:
        "NDArray.scalar: array [0]: the array has 0 elements, not just one; read elements by subscript or with elements"
    ) { _ = try NDArray<Double>([]).scalar },
    Wrong(message: "Program: w [3] ← v [2]: the new value has another shape; it needs shape [3]") {
      _ = try Program<Double>(computing: [loss], updating: [w: v])
    },
    Wrong(message: "Program: X [N, 3] ← X [N, 3]: X is not a parameter; only parameters can be updated") {
      _ = try Program<Double>(computing: [loss], updating: [X: X])
    },
    Wrong(message: "Program: w [3] ← 2w [3]: w is updated twice; give each parameter one new value") {
      _ = try Program<Double>(computing: [loss], updating: [w: w, w: 2 * w])
    },
    Wrong(message: "Values: w [3]: the program computes b; name w in Program(computing:)") {
      _ = try Program<Double>(computing: [b]).run([b: 1])[w]
    },
    Wrong(
      message: "evaluate: N: no input has an axis of this length; use an input whose shape holds N"
    ) { _ = try Tensor.extent(.batch).evaluate() },
  ]

  @Test("Shapes that do not fit are refused by name", arguments: shapes)
  func shapeErrors(_ wrong: Wrong) { expect(wrong) }

  @Test("Named functions say where they were called", arguments: located)
  func locatedErrors(_ wrong: Wrong) { expect(wrong, location: true) }

  @Test("Programs that are used wrongly are refused by name", arguments: uses)
  func useErrors(_ wrong: Wrong) { expect(wrong) }

  @Test("An error is compared by what it says, not by where it was made")
  func equality() throws {
    func error(_ tensor: Tensor) throws -> ChainRuleError { try #require(tensor.invalidity) }
    let first = try error(sum(Self.w, along: [5]))
    let second = try error(sum(Self.w, along: [5]))
    #expect(first == second && first.location != second.location)
    #expect(first.kind == .axis && first.operation == "sum" && first.operands == "w [3]")
    #expect(try error(sum(Self.w, along: [6])) != first)
    #expect(Set([first, second]).count == 1)
  }

  @Test("The first error survives whatever is recorded on top of it")
  func propagation() {
    let bad = Self.X • Self.v
    let built = exp(sum((bad + 1) * Self.y).named("q") / 2)
    #expect(built.invalidity == bad.invalidity)
    #expect(throws: ChainRuleError.self) { try built.gradient(withRespectTo: [Self.v]) }
    #expect(throws: ChainRuleError.self) { try Program<Double>(computing: [built]) }
    #expect(throws: ChainRuleError.self) { try built.evaluate() }
    #expect(built.formula.unicode.hasPrefix("invalid (matmul: X [N, 3] • v [2]"))
    #expect("\(built)".hasPrefix("invalid tensor (matmul"))
  }

  private func expect(_ wrong: Wrong, location: Bool = false) {
    do {
      try wrong.program()
      Issue.record("no error; expected \(wrong.message)")
    } catch let error as ChainRuleError {
      var text = "\(error)"
      if let place = error.location {
        #expect(location && place.file == "ChainRuleTests/WrongProgramTests.swift")
        text = String(text.dropLast(" (\(place))".count))
      } else {
        #expect(!location)
      }
      #expect(text == wrong.message)
    } catch {
      Issue.record("another error: \(error)")
    }
  }
}
