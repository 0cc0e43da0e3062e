import ChainRule
import GradientChecking
import Testing

@Suite("Refused checks of recorded losses")
struct RecordedErrorTests {
  private let x = Tensor.parameter("x", shape: [2])
  private let notANumber = NDArray<Double>([.nan, 0])

  private func message(_ body: () throws -> Any) -> String {
    do {
      _ = try body()
      return "nothing was thrown"
    } catch { return "\(error)" }
  }

  @Test("What cannot be checked is told in a sentence")
  func sentences() {
    #expect(
      message { try checkGradient(of: squared(x), at: [x: [1, 2]]) }
        == "checkGradient: x² [2]: only a scalar has a gradient; reduce it with sum or mean first")
    #expect(
      message { try checkGradient(of: sum(log(x)), at: [x: [1, 0]]) }
        == "checkGradient: Σlog(x) []: the loss is -inf here (log: log(x) is -inf at [1] (forward pass), from x = 0.0); "
        + "check it at a point inside of its domain")
    #expect(
      message { try checkGradient(of: sum(x), at: [x: notANumber]) }
        == "checkGradient: Σx []: the loss is nan here (x: the data is nan at [0]); check it at a point inside of its domain"
    )
    let data = Tensor.input("data", shape: [2])
    #expect(
      message { try checkGradient(of: sum(data), at: [data: [1, 2]]) }
        == "checkGradient: Σdata []: there are no parameters to differentiate by; "
        + "declare them with Tensor.parameter, or name inputs in withRespectTo:")
    #expect(
      message { try checkGradient(of: sum(x), withRespectTo: [data], at: [x: [1, 2]]) }
        == "checkGradient: data [2]: Σx does not depend on it; leave it out, or use it in the loss")
    #expect(
      message { try checkGradient(of: sum(x), withRespectTo: [x, x], at: [x: [1, 2]]) }
        == "checkGradient: x [2]: it is named twice; name each variable once")
    #expect(
      message { try checkGradient(of: sum(x)) }
        == "checkGradient: x [2]: nothing is bound to it; bind an array of shape [2]")
    #expect(
      message { try checkGradient(of: sum(x), at: [x: [1, 2, 3]]) }
        == "checkGradient: x [2] ← array [3]: axis 0 has length 3; it needs shape [2]")
    #expect(
      message { try checkGradient([x: sum(x)], of: sum(x), at: [x: [1, 2]]) }
        == "checkGradient: Σx []: the derivative in x [2] has another shape; a derivative has the shape of what it is taken in"
    )
    let shapeless = message { try checkGradient(of: sum(x), in: [x], at: [x: [1, 2]]) { _ in [1] } }
    #expect(
      shapeless
        == "checkGradient: Σx []: the closure returned arrays of shape []; it needs [2]: one for each variable, of its shape"
    )
    #expect(
      message { try checkGradient(of: sum(Tensor.applying(Restless(), to: [x])), at: [x: [1, 2]]) }
        .contains("two runs at the same point gave different values"))
  }
}

/// An operation that gives another value each time.
private struct Restless: CustomOperation {
  private final class Count: @unchecked Sendable { var number = 0.0 }
  private let count = Count()
  let name = "restless"
  func shape(of operands: [Shape]) -> Shape { operands[0] }
  func evaluate<Scalar: TensorScalar>(_ operands: [NDArray<Scalar>]) -> NDArray<Scalar> {
    count.number += 1
    return operands[0].map { $0 + Scalar(count.number) }
  }
  func pullback(_ cotangent: Tensor, operands: [Tensor], output: Tensor) -> [Tensor?] { [cotangent] }
}
