import ChainRule
import Testing

@Suite("Observers of the backward pass")
struct PullbackObserverTests {
  static let X = Tensor.input("X", shape: [.batch, 2])
  static let w = Tensor.parameter("w", shape: [2])
  static let b = Tensor.parameter("b", shape: [])

  private func observe(_ loss: Tensor, _ variables: [Tensor]) throws -> (Gradient, [PullbackObservation]) {
    var seen: [PullbackObservation] = []
    let gradient = try loss.gradient(withRespectTo: variables, rules: .standard) { seen.append($0) }
    return (gradient, seen)
  }

  @Test("Each contribution is told in its three steps, and the last is what the gradient is made of")
  func steps() throws {
    let eta = Self.X • Self.w + Self.b
    let loss = sum(squared(eta))
    let (gradient, seen) = try observe(loss, [Self.w, Self.b])
    // sum, square, the sum with b in both operands, and the product with w; nothing leads on to X.
    #expect(seen.map(\.node.primitive.family.name) == ["sum", "square", "add", "add", "matmul"])
    let bias = try #require(seen.first { $0.node === eta.node && $0.input == 1 })
    #expect(bias.cotangent.node.shape == [.batch] && bias.afterRule.node.shape == [.batch])
    #expect(bias.afterMask == bias.afterRule)
    #expect(bias.afterUnbroadcasting.node.shape == [])
    #expect(bias.afterUnbroadcasting == gradient[Self.b])
    #expect(seen.last?.afterUnbroadcasting == gradient[Self.w])
  }

  @Test("A mask shows as a step of its own")
  func masks() throws {
    let root = sqrt(Self.w)
    let (gradient, seen) = try observe(sum(select(Self.w .> 0, root, 0)), [Self.w])
    let step = try #require(seen.first { $0.node === root.node })
    let values = try Program<Double>(computing: [step.afterRule, step.afterMask, gradient[Self.w]]).run([
      Self.w: [0, 4]
    ])
    #expect(values.arrays[0].elements[0].isNaN)
    #expect(values.arrays[1] == [0, 0.25])
    #expect(values.arrays[2] == [0, 0.25])
  }

  @Test("What contributions to one tensor add up to is its cotangent")
  func sums() throws {
    let y = exp(Self.w)
    let (_, seen) = try observe(sum(y * y + 3 * y), [Self.w])
    let own = seen.filter { $0.node.inputs[$0.input] === y.node }
    let cotangent = try #require(seen.first { $0.node === y.node }?.cotangent)
    let values = try Program<Double>(computing: own.map(\.afterUnbroadcasting) + [cotangent]).run([
      Self.w: [0, 1]
    ])
    let total = values.arrays.dropLast().reduce([0.0, 0.0]) { sum, array in zip(sum, array.elements).map(+) }
    #expect(own.count == 3)
    #expect(NDArray(total).isApproximatelyEqual(to: values.arrays[3], relativeTolerance: 1e-15))
  }

  @Test("An observer changes nothing")
  func unchanged() throws {
    let loss = sum(squared(select(Self.X • Self.w .> 0, Self.X • Self.w, Self.b)))
    let plain = try loss.gradient(withRespectTo: [Self.w, Self.b])
    let (observed, _) = try observe(loss, [Self.w, Self.b])
    for variable in [Self.w, Self.b] {
      #expect("\(plain[variable].formula)" == "\(observed[variable].formula)")
    }
  }
}
