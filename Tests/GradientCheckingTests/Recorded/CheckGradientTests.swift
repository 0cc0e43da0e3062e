import ChainRule
import GradientChecking
import Testing

@Suite("Checks of recorded losses")
struct CheckGradientTests {
  private let x = Tensor.parameter("x", shape: [3])

  private func data() throws -> (loss: Tensor, bindings: Bindings<Double>) {
    let X = Tensor.input("X", shape: [.batch, 2])
    let y = Tensor.input("y", shape: [.batch])
    let w = Tensor.parameter("w", shape: [2])
    let b = Tensor.parameter("b", shape: [])
    let loss = mean(softplus(-y * (X • w + b))).named("loss")
    return (loss, [X: [[1, 2], [-3, 0.5], [0.1, -1]], y: [1, -1, 1], w: [0.3, -0.2], b: 0.1])
  }

  @Test("A right gradient is right to some units of the last place, in every mode and order")
  func right() throws {
    let (loss, bindings) = try data()
    let report = try checkGradient(of: loss, at: bindings, modes: .all)
    #expect(report.isRight)
    #expect(report.subject == "loss")
    // The gradient, three directions, and the product of the Hessian in both modes.
    #expect(report.derivatives.count == 3 + 3 + 6)
    for checked in report.derivatives {
      guard case .right(.ulps(let count)) = checked.verdict else {
        Issue.record("\(checked)")
        continue
      }
      #expect(count < 20)
      #expect(checked.truth.isProved)
    }
  }

  @Test("A wrong rule is proved wrong, blamed, explained, and shown at a small point")
  func wrong() throws {
    let (loss, bindings) = try data()
    let rules = DerivativeRules { primitive in
      guard case .elementwise(.softplus) = primitive else { return nil }
      return { cotangent, index, inputs, output in
        primitive.family.pullback(cotangent, to: index, of: inputs, output: output).map { 1.000000001 * $0 }
      }
    }
    let report = try checkGradient(of: loss, at: bindings, rules: rules)
    #expect(report.outcome == .wrong)
    #expect(report.derivatives.allSatisfy { $0.verdict == .wrong(.proved) })
    #expect(report.blamed.first?.operation == "softplus")
    #expect(report.blamed.count == 1)
    #expect(report.blamed.first?.cause == "a factor 1.000000001")
    let smallest = try #require(report.smallest)
    #expect(smallest.point.allSatisfy { [0, 1, -1].contains($0) })
  }

  @Test("A single wrong coordinate of many is found")
  func single() throws {
    let v = Tensor.parameter("v", shape: [2000])
    let mask = try NDArray<Double>(shape: [2000], elements: (0..<2000).map { $0 == 1234 ? 1.1 : 1 })
    let loss = custom("square", of: [v]) {
      0.5 * sum(squared($0[0]))
    } pullback: { cotangent, v, _ in
      [cotangent * v[0] * .constant(mask)]
    }
    let point = try NDArray<Double>(shape: [2000], elements: (0..<2000).map { 1 + Double($0) / 7 })
    let report = try checkGradient(of: loss, at: [v: point])
    #expect(report.counts.wrong == 1)
    #expect(report.worst?.place == .coordinate(1234, of: "v", shape: [2000]))
    #expect(report.blamed.first?.operation == "square")
    #expect(report.blamed.first?.cause.hasPrefix("a wrong branch: a factor 1.1") == true)
  }

  @Test("A hand-written pullback is judged by the expression that it belongs to")
  func pullbacks() throws {
    let bias = Tensor.parameter("c", shape: [2])
    let X = Tensor.input("X", shape: [4, 2])
    // The bias is added to four rows, and the cotangent of one of them is returned.
    let shifted = custom("shift", of: [X, bias]) {
      $0[0] + $0[1]
    } pullback: { cotangent, _, _ in
      [cotangent, cotangent[0]]
    }
    let loss = mean(squared(shifted))
    let report = try checkGradient(of: loss, at: [X: [[1, 2], [3, 4], [5, 6], [7, 9]], bias: [0.5, 1]])
    #expect(report.blamed.first?.operation == "shift")
    #expect(report.blamed.first?.cause.hasPrefix("a missing sum: along axis 0") == true)
  }

  @Test("What is captured by an expression is differentiated as well")
  func captured() throws {
    let scale = Tensor.parameter("scale", shape: [])
    let loss = custom("scaled", of: [x]) {
      sum($0[0] * squared(scale))
    } pullback: { cotangent, x, _ in
      [cotangent * squared(scale) * exp(0 * x[0])]
    }
    let report = try checkGradient(of: loss, at: [x: [1, 2, 3], scale: 1.5], modes: [.reverse, .forward])
    #expect(report.isRight)
  }

  @Test("A second derivative that is wrong alone is found")
  func secondOrder() throws {
    let loss = custom("cube", of: [x]) {
      sum($0[0] * squared($0[0]))
    } pullback: { cotangent, x, _ in
      [cotangent * 3 * stopGradient(squared(x[0]))]
    }
    let first = try checkGradient(of: loss, at: [x: [1, 2, 3]], modes: [.reverse, .forward])
    #expect(first.isRight)
    let report = try checkGradient(of: loss, at: [x: [1, 2, 3]], modes: .all)
    #expect(report.failures.allSatisfy { $0.order == 2 && $0.verdict == .wrong(.proved) })
    #expect(report.blamed.first?.operation == "cube")
  }

  @Test("A wrong pushforward is blamed, and the gradient is not")
  func forward() throws {
    let (loss, bindings) = try data()
    let rules = DerivativeRules(replacing: { _ in nil }) { primitive in
      guard case .matrixProduct = primitive else { return nil }
      return { tangents, inputs, output in
        primitive.family.pushforward(tangents, of: inputs, output: output).map { -$0 }
      }
    }
    let report = try checkGradient(of: loss, at: bindings, modes: [.reverse, .forward], rules: rules)
    #expect(report.failures.allSatisfy { $0.mode == .forward })
    #expect(report.failures.count == 3)
    #expect(report.blamed.map(\.operation) == ["matmul"])
    #expect(report.blamed.first?.cause == "a sign")
  }

  @Test("What a closure computes is checked by differences")
  func arrays() throws {
    for (factor, outcome) in [(3.0, GradientReport.Outcome.right), (3.1, .wrong)] {
      let loss = sum(Tensor.applying(Cube(factor: factor), to: [x]))
      let report = try checkGradient(of: loss, at: [x: [1, 2, -0.5]])
      #expect(report.outcome == outcome)
      #expect(report.notes.contains { $0.hasPrefix("cube computes with arrays") })
      #expect(report.derivatives[1].place == .coordinate(1, of: "x", shape: [3]))
    }
    let reports = try checkOperation(Cube(factor: 2), on: [[[2]], [[.batch]], [[2, 2]]])
    #expect(reports.allSatisfy { $0.outcome == .wrong })
  }

  @Test("Rounded numbers of a derivative are no mistakes, and numbers that are off are")
  func roundedNumbers() throws {
    let loss = sum(pow(x, 2.3)) + sum(pow(1 + x, -1.7)) * 0.1 + sum(erf(x)) / 3
    #expect(try checkGradient(of: loss, at: [x: [0.3, 1, 2.5]], modes: .all).isRight)
    let third = sum(squared(x)) / 3
    let point: Bindings<Double> = [x: [1, 2, 4]]
    #expect(try checkGradient([x: 0.6666666666666666 * x], of: third, at: point).isRight)
    #expect(try checkGradient([x: 0.66666666666666 * x], of: third, at: point).counts.wrong == 3)
  }

  @Test("A variable that is computed from another has a derivative of its own")
  func dependent() throws {
    let h = (x * x).named("h")
    let loss = sum(exp(0.1 * h) * x)
    let report = try checkGradient(of: loss, withRespectTo: [x, h], at: [x: [1, 2, -0.5]], modes: .all)
    #expect(report.isRight)
    #expect(report.derivatives.count == 6 + 3)
    #expect(report.notes == ["Second derivatives are checked in parameters and inputs only."])
  }

  @Test("A gradient in tensors or from a closure")
  func given() throws {
    let loss = mean(squared(x))
    let point: Bindings<Double> = [x: [1, 2, 4]]
    let missing = try checkGradient([x: 2 * x], of: loss, at: point)
    #expect(missing.derivatives.allSatisfy { $0.verdict == .wrong(.proved) && $0.mode == .given })
    #expect(missing.cause?.hasPrefix("a factor 3") == true)
    #expect(try checkGradient([x: 2 * x / 3], of: loss, at: point).isRight)
    let closure = try checkGradient(of: loss, in: [x], at: point) { [$0[0].map { 2 * $0 / 3 }] }
    #expect(closure.isRight)
    let off = try checkGradient(of: loss, in: [x], at: point) { [$0[0].map { 2 * $0 / 3 * (1 + 1e-9) }] }
    #expect(off.counts.wrong == 3)
  }
}

/// x³ on arrays, with a factor in its pullback that ought to be 3.
struct Cube: CustomOperation {
  let factor: Double
  let name = "cube"
  func shape(of operands: [Shape]) -> Shape { operands[0] }
  func evaluate<Scalar: TensorScalar>(_ operands: [NDArray<Scalar>]) -> NDArray<Scalar> {
    operands[0].map { $0 * $0 * $0 }
  }
  func pullback(_ cotangent: Tensor, operands: [Tensor], output: Tensor) -> [Tensor?] {
    [cotangent * factor * squared(operands[0])]
  }
}
