import ChainRule
import Testing

@Suite("Sessions")
struct SessionTests {
  let x = Tensor.input("x", shape: [.batch])
  let y = Tensor.input("y", shape: [.batch])
  let w = Tensor.parameter("w", shape: [], initial: 1)
  let loss: Tensor
  let slope: Tensor

  init() throws {
    loss = mean(squared(w * x - y))
    slope = try loss.gradient(withRespectTo: [w])[w]
  }

  private func session(updating updates: KeyValuePairs<Tensor, Tensor> = [:]) throws -> Session<Double> {
    try Session(
      Program<Double>(computing: [loss, slope], updating: updates), binding: [x: [1, 2], y: [2, 4]])
  }

  @Test("Parameters written in place change the next run, and only it")
  func inPlace() throws {
    let session = try session()
    try session.run()
    #expect(try session.value(of: loss) == 2.5 && session.value(of: slope) == -5)
    let before = try session.value(of: w)
    try session.withMutableElements(of: w) { $0[0] = 2 }
    #expect(before == 1)
    #expect(try session.value(of: w) == 2)
    #expect(throws: ChainRuleError.self) { try session.value(of: loss) }
    try session.run()
    #expect(try session.value(of: loss) == 0 && session.value(of: slope) == 0)
    #expect(try session.withElements(of: slope) { $0.count } == 1)
  }

  @Test("A value without its gradient leaves the gradient without a value")
  func valueOnly() throws {
    let session = try session()
    try session.run(only: [loss])
    #expect(try session.value(of: loss) == 2.5)
    let stale = ChainRuleError(
      .binding, in: "Session.value", operands: slope.labelled,
      problem: "it has no value for the present data and parameters", mend: "call run first")
    #expect(throws: stale) { try session.value(of: slope) }
    try session.run()
    #expect(try session.value(of: slope) == -5)
  }

  @Test("Iterations apply all updates at once, after the outputs")
  func iterate() throws {
    let a = Tensor.parameter("a", shape: [], initial: 1)
    let b = Tensor.parameter("b", shape: [], initial: 1)
    // Fibonacci: both new values come from the old ones.
    let program = try Program<Double>(computing: [a + b], updating: [a: b, b: a + b])
    let session = try Session(program, binding: [:])
    #expect(try session.iterate(6, recording: program.outputs[0]) == [2, 3, 5, 8, 13, 21])
    #expect(try session.value(of: a) == 13 && session.value(of: b) == 21)
    #expect(try session.value(of: program.outputs[0]) == 21)
    #expect(try session.iterate(0, recording: program.outputs[0]) == [])
    #expect(try session.iterate(-3) == [])
    #expect(try session.value(of: a) == 13)
  }

  @Test("Iterated in parts or at once, descent is the same bit for bit, and the same as by hand")
  func descent() throws {
    let first = try session(updating: [w: w - 0.05 * slope])
    let second = try session(updating: [w: w - 0.05 * slope])
    let losses = try first.iterate(40, recording: loss)
    let parts = try second.iterate(15, recording: loss) + second.iterate(25, recording: loss)
    #expect(losses == parts)
    #expect(try first.value(of: w) == second.value(of: w))
    var weight = 1.0
    for recorded in losses {
      let residuals = [weight - 2, weight * 2 - 4]
      #expect(Swift.abs(recorded - (residuals[0] * residuals[0] + residuals[1] * residuals[1]) / 2) < 1e-14)
      weight -= 0.05 * (residuals[0] * 1 + residuals[1] * 2)
    }
  }

  @Test("Data can be replaced, with another number of rows; parameters keep what they learned")
  func rebinding() throws {
    let session = try session(updating: [w: w - 0.05 * slope])
    try session.iterate(3)
    let learned = try session.value(of: w)
    try session.bind([x: [1, 2, 3], y: [2, 4, 6]])
    #expect(try session.value(of: w) == learned)
    try session.run()
    let error = try learned.scalar - 2
    #expect(try Swift.abs(session.value(of: loss).scalar - error * error * 14 / 3) < 1e-14)
    #expect(throws: ChainRuleError.self) { try session.bind([x: [1]]) }
    try session.run()
    #expect(try Swift.abs(session.value(of: loss).scalar - error * error * 14 / 3) < 1e-14)
  }

  @Test("Arrays handed to a session are not written to")
  func ownership() throws {
    let start: NDArray<Double> = 5
    let session = try session(updating: [w: w - slope])
    try session.bind([w: start])
    try session.iterate(2)
    #expect(start == 5)
    #expect(try session.value(of: w) != 5)
  }

  @Test("What is not an output or a parameter is refused by name")
  func refusals() throws {
    let session = try session()
    let other = Tensor.parameter("other", shape: [2])
    #expect(throws: ChainRuleError.self) { try session.value(of: other) }
    #expect(throws: ChainRuleError.self) { try session.run(only: [other]) }
    #expect(throws: ChainRuleError.self) { try session.iterate(1, recording: other) }
    do {
      try session.withMutableElements(of: x) { _ in }
      Issue.record("no error")
    } catch {
      #expect(
        "\(error)"
          == "Session.withMutableElements: x [N]: it is not a parameter of the program; the program has w")
    }
    let vector = try Session(Program<Double>(computing: [w * x]), binding: [x: [1, 2]])
    #expect(throws: ChainRuleError.self) { try vector.iterate(1, recording: vector.program.outputs[0]) }
  }
}
