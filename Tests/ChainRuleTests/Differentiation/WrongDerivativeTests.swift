import ChainRule
import Testing

/// Wrong programs at the doors to derivatives, and custom operations that break their promises.
@Suite("Wrong derivatives")
struct WrongDerivativeTests {
  static let X = Tensor.input("X", shape: [.batch, 3])
  static let y = Tensor.input("y", shape: [.batch])
  static let w = Tensor.parameter("w", shape: [3])
  static let v = Tensor.parameter("v", shape: [2])
  static let b = Tensor.parameter("b", shape: [])
  static let line = X • w
  static let loss = mean(squared(line - y))
  static let bad = sum(w + v)

  private static let misfit =
    "add: w [3] + v [2]: axis -1 has the lengths 3 and 2; they must be equal, or one of them 1"

  static let doors: [WrongProgram] = [
    .throwing("gradient: X [N, 3]: only a scalar has a gradient; reduce it with sum or mean first") {
      try X.gradient(withRespectTo: [w])
    },
    .throwing(misfit) { try loss.gradient(withRespectTo: [bad]) },
    .throwing(
      "jacobianVectorProduct: variables and directions differ in number: 1 and 0; give each variable its direction"
    ) {
      try line.jacobianVectorProduct(withRespectTo: [w], along: [])
    },
    .throwing("jacobianVectorProduct: w [3] along v [2]: the shapes differ; the direction needs shape [3]") {
      try line.jacobianVectorProduct(withRespectTo: [w], along: [v])
    },
    .throwing("jacobianVectorProduct: u [3]: it is named twice; name each variable once") {
      try line.jacobianVectorProduct(withRespectTo: [w, w.named("u")], along: [w, w])
    },
    .throwing("vectorJacobianProduct: w [3] for Xw [N]: the shapes differ; the cotangent needs shape [N]") {
      try line.vectorJacobianProduct(of: w, withRespectTo: [w])
    },
    .throwing(misfit) { try line.vectorJacobianProduct(of: bad, withRespectTo: [w]) },
    .throwing(misfit) { try bad.jacobian(withRespectTo: w) },
    .throwing(misfit) { try line.jacobian(withRespectTo: bad) },
    .throwing("hessian: Xw [N]: only a scalar has a gradient; reduce it with sum or mean first") {
      try line.hessian(withRespectTo: w)
    },
    .throwing("hessianVectorProduct: Xw [N]: only a scalar has a gradient; reduce it with sum or mean first")
    {
      try line.hessianVectorProduct(withRespectTo: [w], along: [w])
    },
    .throwing("hessianVectorProduct: w [3] along v [2]: the shapes differ; the direction needs shape [3]") {
      try loss.hessianVectorProduct(withRespectTo: [w], along: [v])
    },
    .throwing("perExampleGradient: Xw [N]: only a scalar has a gradient; reduce it with sum or mean first") {
      try line.perExampleGradient(withRespectTo: [w])
    },
    .throwing("perExampleGradient: Σw []: no input has rows; declare data with .batch as the first extent") {
      try sum(w).perExampleGradient(withRespectTo: [w])
    },
    .throwing("perExampleGradient: X [N, 3]: X has rows itself; differentiate by what all rows share") {
      try loss.perExampleGradient(withRespectTo: [X])
    },
    .throwing("gradient: b []: this gradient was taken with respect to w; name b in gradient(withRespectTo:)")
    {
      try loss.gradient(withRespectTo: [w])[b].shape
    },
    .throwing(
      "gradient: v [2]: this gradient was taken with respect to w; name v in gradient(withRespectTo:)"
    ) {
      try loss.perExampleGradient(withRespectTo: [w])[v].shape
    },
  ]

  static let values: [WrongProgram] = [
    .recording(
      "substituting: v [2] for b [] in Σw []: the expression does not depend on b; "
        + "substitute for a tensor that it is made of"
    ) { sum(w).substituting(v, for: b) },
    // The positions of a slice and the number of a mean are part of the record: no other shape fits.
    .recording("substituting: v [2] for w [3]: the shapes differ; the replacement needs shape [3]") {
      w[2].substituting(v, for: w)
    },
    .recording("substituting: v [2] for w [3]: the shapes differ; the replacement needs shape [3]") {
      mean(w).substituting(v, for: w)
    },
    .recording("substituting: 0 [] for w [3]: the shapes differ; the replacement needs shape [3]") {
      line.substituting(0, for: w)
    },
    .operating(misfit) { line.substituting(bad, for: w) },
    .recording(
      "add: k [N]: k holds integers to gather at, not numbers to calculate with; "
        + "use gather, scatterAdd or oneHot, or declare it with Tensor.input"
    ) { (y + 1).substituting(.indices("k", shape: [.batch], below: 3), for: y) },
    .throwing("valueWithGradient: x [2]: only a scalar has a gradient; reduce it with sum or mean first") {
      try gradient(at: [1, 2]) { x in x }
    },
    .throwing("valueWithGradient: b []: nothing is bound to it; bind an array of shape []") {
      try gradient(at: [1, 2]) { (x: Tensor) in sum(x) * b }
    },
    .throwing(
      "subtract: x0 [2] − x1 [3]: axis -1 has the lengths 2 and 3; they must be equal, or one of them 1"
    ) { try valueWithGradients(at: [[1, 2], [1, 2, 3]]) { x in sum(x[0] - x[1]) } },
    .throwing("valueWithGradient: w [3]: only a scalar has a gradient; reduce it with sum or mean first") {
      try w.valueWithGradient(withRespectTo: [w], at: [w: [1, 2, 3]])
    },
    .throwing("valueWithGradient: w [3]: nothing is bound to it; bind an array of shape [3]") {
      try sum(w).valueWithGradient(withRespectTo: [w])
    },
    .throwing("evaluate: w [3] ← array [2]: axis 0 has length 2; it needs shape [3]") {
      try sum(w).evaluate(at: [w: [1, 2]])
    },
    .throwing("Program.run: b [] ← array []: the program does not read b; it reads w") {
      try Program<Double>(computing: [sum(w)]).run([w: [1, 2, 3], b: 1])
    },
    .throwing(
      "Session.iterate: w [3]: only an output with one element can be recorded; reduce it with sum or mean"
    ) {
      try Session(Program<Double>(computing: [w]), binding: [w: [1, 2, 3]]).iterate(2, recording: w)
    },
    .throwing("Session.bind: v [2] ← array [2]: the program does not read v; it reads w") {
      try Session(Program<Double>(computing: [w]), binding: [w: [1, 2, 3]]).bind([v: [1, 2]])
    },
  ]

  static let customs: [WrongProgram] = [
    .recording("f: there are no operands; give at least one") {
      custom("f", of: []) { _ in
        1
      } pullback: { _, _, _ in
        []
      }
    },
    .recording("custom operation: the name is empty; name it, so that errors and formulas can") {
      custom("", of: [w]) {
        $0[0]
      } pullback: { cotangent, _, _ in
        [cotangent]
      }
    },
    .recording("custom operation: the name has a line break; keep it on one line") {
      .applying(Promise(name: "a\nb"), to: [w])
    },
    .recording("promise: there are no operands; give at least one") { .applying(Promise(), to: []) },
    .recording("promise: w [3]: its shape rule gave [-1]; lengths are 0 or more") {
      .applying(Promise(shape: [-1]), to: [w])
    },
    .recording("promise: w [3]: Refusal(reason: \"no\")") {
      .applying(Promise(refuses: true), to: [w])
    },
    .throwing(
      "promise: array [3]: its forward computation gave an array of shape [3]; its shape rule promised [2]"
    ) {
      try Tensor.applying(Promise(shape: [2]), to: [w]).evaluate(at: [w: [1, 2, 3]])
    },
    .throwing("promise: w [3]: its pullback returned 2 cotangents; it needs 1, one for each operand") {
      try sum(Tensor.applying(Promise(), to: [w])).gradient(withRespectTo: [w])
    },
    .throwing("f: w [3]: its pullback returned 0 cotangents; it needs 1, one for each operand") {
      try sum(
        custom("f", of: [w]) {
          squared($0[0])
        } pullback: { _, _, _ in
          []
        }
      ).gradient(
        withRespectTo: [w])
    },
    .throwing(
      "f: w [3]: its pullback returned a cotangent of shape [2] for w [3]; a cotangent has the shape of its operand"
    ) {
      try sum(
        custom("f", of: [w]) {
          squared($0[0])
        } pullback: { _, _, _ in
          [v]
        }
      ).gradient(
        withRespectTo: [w])
    },
    .throwing("f: w [3]: its pullback is not linear in the cotangent; multiply by the cotangent once") {
      try custom("f", of: [w]) {
        squared($0[0])
      } pullback: { cotangent, _, _ in
        [squared(cotangent)]
      }
      .jacobianVectorProduct(withRespectTo: [w], along: [w])
    },
    .recording(misfit) {
      custom("f", of: [w]) {
        $0[0] + v
      } pullback: { cotangent, _, _ in
        [cotangent]
      }
    },
    .throwing(misfit) {
      try sum(
        custom("f", of: [w]) {
          $0[0]
        } pullback: { _, _, _ in
          [w + v]
        }
      )
      .gradient(withRespectTo: [w])
    },
  ]

  /// A custom operation that does not keep what it says.
  struct Promise: CustomOperation {
    struct Refusal: Error { let reason: String }
    var name = "promise"
    var shape: Shape?
    var refuses = false
    func shape(of operands: [Shape]) throws -> Shape {
      if refuses { throw Refusal(reason: "no") }
      return shape ?? operands[0]
    }
    func evaluate<Scalar: TensorScalar>(_ operands: [NDArray<Scalar>]) -> NDArray<Scalar> { operands[0] }
    func pullback(_ cotangent: Tensor, operands: [Tensor], output: Tensor) -> [Tensor?] {
      [cotangent, cotangent]
    }
  }

  @Test("Derivatives of what has none, along what does not fit", arguments: doors)
  func doorsErrors(_ wrong: WrongProgram) { wrong.expectRefused() }

  @Test("Values and substitutions", arguments: values)
  func valuesErrors(_ wrong: WrongProgram) { wrong.expectRefused() }

  @Test("Custom operations that break their promises", arguments: customs)
  func customsErrors(_ wrong: WrongProgram) { wrong.expectRefused() }

  @Test("An error thrown by a custom operation's computation comes out as it is")
  func customThrows() throws {
    struct Failing: CustomOperation {
      struct Failure: Error {}
      let name = "failing"
      func shape(of operands: [Shape]) -> Shape { operands[0] }
      func evaluate<S: TensorScalar>(_ operands: [NDArray<S>]) throws -> NDArray<S> { throw Failure() }
      func pullback(_ cotangent: Tensor, operands: [Tensor], output: Tensor) -> [Tensor?] { [cotangent] }
    }
    #expect(throws: Failing.Failure.self) {
      try Tensor.applying(Failing(), to: [Self.w]).evaluate(at: [Self.w: [1, 2, 3]])
    }
  }
}
