import ChainRule
import Testing

/// What is said to be linear takes no time that grows with the square: with 20 000 tensors that would be minutes.
@Suite("Costs that are linear", .timeLimit(.minutes(1)))
struct LinearCostTests {
  static let count = 20_000
  static let parameters = (0..<count).map {
    Tensor.parameter("p\($0)", shape: [1], initial: NDArray([Double($0)]))
  }

  @Test("The gradient of many tensors put together, in both modes and as a matrix")
  func concatenation() throws {
    let whole = concatenate(Self.parameters, along: 0)
    let loss = sum(squared(whole))
    let gradient = try loss.gradient(withRespectTo: Self.parameters)
    let last = gradient[Self.parameters[Self.count - 1]]
    #expect(try last.evaluate() == NDArray([Double(2 * (Self.count - 1))]))
    let directions = Self.parameters.map { _ in Tensor.constant([1]) }
    let slope = try loss.jacobianVectorProduct(withRespectTo: Self.parameters, along: directions)
    #expect(try slope.evaluate() == NDArray(Double(Self.count) * Double(Self.count - 1)))
    let stacked = try sum(stack(Self.parameters) * stack(Self.parameters)).gradient(
      withRespectTo: Self.parameters)
    #expect(stacked.derivatives.count == Self.count)
  }

  @Test("Many bindings set and removed one by one, many outputs and updates read one by one")
  func bindings() throws {
    var bindings: Bindings<Double> = [:]
    for parameter in Self.parameters { bindings[parameter] = [0] }
    for (number, parameter) in Self.parameters.enumerated() {
      bindings[parameter] = NDArray([Double(number)])
    }
    for parameter in Self.parameters { bindings[parameter] = nil }
    #expect(bindings[Self.parameters[7]] == nil)
    for parameter in Self.parameters { bindings[parameter] = [3] }
    let doubled = Self.parameters.map { $0 * 2 }
    let values = try Program<Double>(computing: doubled).run(bindings)
    for tensor in doubled { #expect(try values[tensor] == [6]) }
    let session = try Session(Program<Double>(computing: doubled), binding: bindings)
    try session.run()
    for tensor in doubled { #expect(try session.value(of: tensor) == [6]) }
    try session.run(only: doubled.reversed())
    for tensor in doubled { #expect(try session.value(of: tensor) == [6]) }
  }

  @Test("A tensor that was bound twice and is set again is bound once")
  func boundTwice() throws {
    let x = Tensor.input("x", shape: [])
    var bindings: Bindings<Double> = [x: 1, x: 2]
    #expect(throws: ChainRuleError.self) { try x.evaluate(at: bindings) }
    #expect(bindings[x] == 2)
    bindings[x] = 3
    #expect(try x.evaluate(at: bindings) == 3)
    bindings[x] = nil
    #expect(bindings[x] == nil)
    bindings[x] = 4
    #expect(try x.evaluate(at: bindings) == 4)
  }
}
