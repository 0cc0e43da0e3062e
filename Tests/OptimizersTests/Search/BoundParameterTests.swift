import ChainRule
import Optimizers
import Testing

@Suite("Data of what is to be found")
struct BoundParameterTests {
  let x = Tensor.input("x", shape: [.batch])
  let w = Tensor.parameter("w", shape: [], initial: 1)
  let c = Tensor.parameter("c", shape: [])

  @Test("A parameter that is minimised over has no data, by whichever door")
  func refused() throws {
    let loss = mean(squared(w * x - c))
    let sentence =
      "Objective: w []: it is to be found, and data are bound to it; give its start to minimize(_:from:), "
      + "or leave it out of the parameters to keep it as it is"
    let data: Bindings<Double> = [x: [1, 2, 3], w: 5]
    for make in [
      { try Objective(loss, data: data) }, { try Objective(loss, over: [w, c], data: data) },
      { try Objective.maximizing(-loss, data: data) },
    ] {
      let error = #expect(throws: ChainRuleError.self) { try make() }
      #expect(error?.description == sentence)
    }
  }

  @Test("One that is left out of the parameters keeps the value in the data")
  func kept() throws {
    let objective = try Objective(mean(squared(w * x - c)), over: [w], data: [x: [1, 2, 3], c: 6])
    let solution = try minimize(objective, using: .truncatedNewton())
    #expect(Swift.abs(try solution[w].scalar - 36.0 / 14) < 1e-8)
  }
}
