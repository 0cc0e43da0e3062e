import ChainRule
import Testing

@Suite("Reports of non-finite values")
struct NonFiniteReportTests {
  let x = Tensor.input("x", shape: [.batch])
  let w = Tensor.parameter("w", shape: [])

  private func report(_ outputs: [Tensor], _ bindings: Bindings<Double>) throws -> String? {
    try Program<Double>(computing: outputs).firstNonFinite(bindings)?.description
  }

  @Test("Finite computations have nothing to report")
  func finite() throws {
    #expect(try report([sum(exp(x))], [x: [1, 2]]) == nil)
  }

  @Test("The forward operation is named, with the operand that it met")
  func forward() throws {
    let shifted = (x - w).named("z")
    #expect(
      try report([sum(exp(log(shifted)))], [x: [3, 1, 2], w: 1])
        == "log: log(z) is -inf at [1] (forward pass), from z = 0.0")
    #expect(
      try report([x / w], [x: [1], w: 0])
        == "divide: x / w is inf at [0] (forward pass), from x = 1.0, w = 0.0")
    #expect(
      try report([exp(x)], [x: [1, 1000]]) == "exp: exp(x) is inf at [1] (forward pass), from x = 1000.0")
  }

  @Test("A backward operation is named with the expression whose derivative it belongs to")
  func backward() throws {
    let loss = sum(sqrt(x))
    let gradient = try loss.gradient(withRespectTo: [x])
    let program = try Program<Double>(computing: [loss, gradient[x]])
    let found = try program.firstNonFinite([x: [4, 0]])
    #expect(found?.isBackward == true && found?.operation == "divide" && found?.index == [1])
    #expect(found?.differentiated == "√x" && found?.value == .infinity)
    #expect(found?.operands.map(\.value) == [1, 0])
  }

  @Test("Data that is not finite is itself reported, not what is computed from it")
  func data() throws {
    #expect(try report([sum(squared(x))], [x: NDArray([1, .nan])]) == "x: the data is nan at [1]")
  }

  @Test("A sum that overflows names its greatest element")
  func overflow() throws {
    #expect(
      try report([sum(x)], [x: NDArray([1e308, 1e308, 3])])
        == "sum: Σx is inf (forward pass), from x = 1e+308")
  }

  @Test("A session reports as its program does, in single precision too")
  func session() throws {
    let session = try Session(Program<Float>(computing: [exp(w * x)]), binding: [x: [1, 100], w: 1])
    #expect(try session.firstNonFinite()?.operation == "exp")
    #expect(throws: ChainRuleError.self) { try session.value(of: session.program.outputs[0]) }
    try session.withMutableElements(of: w) { $0[0] = 0.5 }
    #expect(try session.firstNonFinite() == nil)
  }
}
