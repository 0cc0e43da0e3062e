import ChainRule
import Testing

@Suite("Gradients")
struct GradientTests {
  let x = Tensor.parameter("x", shape: [])

  private func derivatives(of function: (Tensor) -> Tensor, at point: Double, orders: Int) throws -> [Double]
  {
    var tensor = function(x)
    var tensors: [Tensor] = []
    for _ in 0..<orders {
      tensor = try tensor.gradient(withRespectTo: [x])[x]
      tensors.append(tensor)
    }
    let values = try Program<Double>(computing: tensors + [x]).run([x: NDArray(point)])
    return try values.arrays.dropLast().map { try $0.scalar }
  }

  @Test("Every order of x⁵ and of exp(2x) is the one known")
  func higherOrders() throws {
    // 5·2⁴, 20·2³, 60·2², 120·2, 120, 0.
    #expect(try derivatives(of: { pow($0, 5) }, at: 2, orders: 6) == [80, 160, 240, 240, 120, 0])
    let exponential = try derivatives(of: { exp(2 * $0) }, at: 0, orders: 8)
    #expect(exponential == [2, 4, 8, 16, 32, 64, 128, 256])
  }

  @Test("The two uses of a tensor add up")
  func fanOut() throws {
    let b = x + x
    #expect(try derivatives(of: { _ in b + b }, at: 3, orders: 1) == [4])
    #expect(try derivatives(of: { $0 * $0 * $0 }, at: 3, orders: 2) == [27, 18])
  }

  @Test("A tensor that the loss does not depend on has derivative zero, in its own shape")
  func independent() throws {
    let other = Tensor.parameter("other", shape: [2, 3])
    let gradient = try squared(x).gradient(withRespectTo: [other, x])
    #expect(try gradient[other].evaluate() == NDArray(repeating: 0, shape: [2, 3]))
    #expect(try gradient[other].shape == [2, 3])
  }

  @Test("Intermediate tensors, inputs and the loss itself can be differentiated by")
  func intermediates() throws {
    let input = Tensor.input("u", shape: [.batch])
    let middle = (x * input).named("m")
    let loss = sum(squared(middle))
    let gradient = try loss.gradient(withRespectTo: [loss, middle, input, x])
    let values = try Program<Double>(computing: gradient.derivatives).run([input: [1, 2], x: 3])
    #expect(values.arrays == [1, [6, 12], [18, 36], 30])
  }

  @Test("A tensor used under its name and without it has one derivative, all uses added")
  func namedUses() throws {
    let plain = squared(x)
    let named = plain.named("q")
    let loss = named * plain
    let gradient = try loss.gradient(withRespectTo: [named, x])
    // d(q · q)/dq = 2q = 18 at x = 3, and dx⁴/dx = 108.
    #expect(try Program(computing: gradient.derivatives).run([x: 3]).arrays == [18, 108])
    #expect(gradient[plain] == gradient[named])
  }

  @Test("Derivatives at kinks and ties follow the convention")
  func kinks() throws {
    let cases: [((Tensor) -> Tensor, Double, Double)] = [
      ({ abs($0) }, 0, 0), ({ relu($0) }, 0, 0), ({ maximum($0, 0) }, 0, 0.5), ({ minimum(0, $0) }, 0, 0.5),
      ({ maximum($0, $0) }, 3, 1), ({ pow($0, 0) }, 0, 0), ({ pow($0, 1) }, 0, 1), ({ pow($0, 2) }, 0, 0),
      ({ pow($0, Tensor.constant(0) + 0) }, 0, 0), ({ pow(0, $0) }, 2, 0), ({ ($0 .> 1) * $0 }, 1, 0),
    ]
    for (function, point, expected) in cases {
      #expect(try derivatives(of: function, at: point, orders: 1) == [expected])
    }
  }

  @Test("A branch not taken contributes nothing, to second order, even where it is infinite")
  func masks() throws {
    let cases: [(String, (Tensor) -> Tensor, Double, [Double])] = [
      ("√x behind x > 0", { select($0 .> 0, sqrt($0), 0) }, 0, [0, 0]),
      ("√x behind x > 0, at 4", { select($0 .> 0, sqrt($0), 0) }, 4, [0.25, -1.0 / 32]),
      ("log x behind x > 0", { select($0 .> 0, log($0), $0) }, 0, [1, 0]),
      ("log x behind x > 0, below", { select($0 .> 0, log($0), squared($0)) }, -1, [-2, 2]),
      ("1/x", { select($0 .!= 0, 1 / $0, 5 * $0) }, 0, [5, 0]),
      ("sin(x)/x", { select($0 .== 0, 1, sin($0) / $0) }, 0, [0, 0]),
      ("exp(1/x)", { select($0 .== 0, squared($0), exp(1 / $0)) }, 0, [0, 2]),
      ("nested", { select($0 .> 0, select($0 .> 1, sqrt($0 - 1), log($0)), $0) }, 0, [1, 0]),
      ("x^1.5", { select($0 .> 0, pow($0, 1.5), 0) }, 0, [0, 0]),
      ("sum of √x", { sum(select($0 .> 0, sqrt($0).broadcast(to: [3]), 0)) }, 0, [0, 0]),
      (
        "√x through reshape and product",
        { sum(select($0 .> 0, (sqrt($0) * Tensor.constant([1, 2])).reshaped(to: [2, 1]), 0)) }, 0, [0, 0]
      ),
      (
        "√x through a matrix product",
        { sum(select($0 .> 0, Tensor.constant([[1, 2], [3, 4]]) • sqrt($0).broadcast(to: [2]), 0)) }, 0,
        [0, 0]
      ),
      ("condition that is not 0 or 1", { select(-3 * ($0 .== 0), $0, sqrt($0)) }, 0, [1, 0]),
    ]
    for (name, function, point, expected) in cases {
      let found = try derivatives(of: function, at: point, orders: 2)
      #expect(found == expected, "\(name): \(found)")
    }
  }

  @Test("A zero that arithmetic made is not a mask: 0 · ∞ stays not a number")
  func arithmeticZeros() throws {
    #expect(try derivatives(of: { squared(sqrt($0)) }, at: 0, orders: 1)[0].isNaN)
  }

  @Test("Both branches of one choice leave nothing masked, so that nothing below is selected again")
  func complementaryMasks() throws {
    let below = exp(x)
    let loss = select(below .> 1, squared(below), 3 * below)
    let gradient = try loss.gradient(withRespectTo: [x])[x]
    // d/dx e²ˣ = 2e²ˣ; e² rounds otherwise than e · e.
    let expected = try exp(Tensor(2)).evaluate().map { 2 * $0 }
    #expect(try gradient.evaluate(at: [x: 1]).isApproximatelyEqual(to: expected, relativeTolerance: 1e-15))
    let selections = Traversal(from: [gradient.node]).nodes.count { node in
      if case .select = node.primitive { true } else { false }
    }
    // The cotangent of each branch, and the rule of the square behind its mask; not the rules of 3 · and exp.
    #expect(selections <= 4)
  }

  @Test("Masks meet: a tensor used behind one and beside it keeps its other derivative")
  func masksMeet() throws {
    let both = try derivatives(of: { select($0 .> 5, exp($0), 0) + 3 * exp($0) }, at: 0, orders: 2)
    #expect(both == [3, 3])
    let two = try derivatives(
      of: {
        let root = sqrt($0)
        return select($0 .> 1, root, 0) + select($0 .> 2, root, 0)
      }, at: 0, orders: 1)
    #expect(two == [0])
  }

  @Test("No digits are lost where sigmoid, tanh and softplus saturate")
  func saturation() throws {
    // d/dx tanh = sech²; at 20, 4e^-40 (1 - 2e^-40 …) = 1.6993417021166355e-17. σ' at ±40 is e^-40 (1 - 2e^-40).
    let steep = try derivatives(of: { tanh($0) }, at: 20, orders: 1)[0]
    #expect(Swift.abs(steep / 1.6993417021166355e-17 - 1) < 1e-14)
    for point in [40.0, -40] {
      let flat = try derivatives(of: { sigmoid($0) }, at: point, orders: 1)[0]
      #expect(Swift.abs(flat / 4.248354255291589e-18 - 1) < 1e-14)
    }
    #expect(try derivatives(of: { softplus($0) }, at: -700, orders: 1)[0] > 0)
    #expect(try softplus(Tensor(800)).evaluate() == 800)
    #expect(try sigmoid(Tensor(-800)).evaluate() == 0)
  }

  @Test("Everything a rule records knows the forward tensor it differentiates")
  func origins() throws {
    let root = sqrt(x)
    let gradient = try (3 * root).gradient(withRespectTo: [x])
    #expect(gradient[x].node.origin === root.node)
    #expect(root.node.origin == nil)
    #expect(gradient[x].origin == nil)
  }
}
