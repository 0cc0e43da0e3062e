import ChainRule
import Testing

@Suite("Tensors that custom operations capture")
struct CapturedTensorTests {
  private let x = Tensor.parameter("x", shape: [3])

  @Test("What was captured and what was an operand have one mixed second derivative, whichever comes first")
  func capturedTwice() throws {
    let k = Tensor.parameter("k", shape: [])
    let y = custom("scaled", of: [x]) {
      exp($0[0]) * squared(k)
    } pullback: { cotangent, operands, _ in
      [cotangent * exp(operands[0]) * squared(k)]
    }
    let plain = exp(x) * squared(k)
    let at: Bindings<Double> = [x: [1, 2, 3], k: 5]
    func mixed(_ y: Tensor) throws -> [NDArray<Double>] {
      let gradient = try sum(squared(y)).gradient(withRespectTo: [x, k])
      let products = try sum(squared(y)).hessianVectorProduct(withRespectTo: [x, k], along: [x, 1])
      return try [
        gradient[k].gradient(withRespectTo: [x])[x], sum(gradient[x]).gradient(withRespectTo: [k])[k],
        gradient[k].gradient(withRespectTo: [k])[k], products[x], products[k],
        sum(squared(y)).jacobian(withRespectTo: k).gradient(withRespectTo: [x])[x],
        gradient[k].gradient(withRespectTo: [x])[x].jacobian(withRespectTo: x),
      ].map { try $0.evaluate(at: at) }
    }
    for (custom, plain) in try zip(mixed(y), mixed(plain)) {
      #expect(custom.isApproximatelyEqual(to: plain, relativeTolerance: 1e-13), "\(custom) for \(plain)")
    }
  }
}
