import ChainRule
import Testing

/// What it means to differentiate in several tensors, some of which are computed from others.
@Suite("Variables")
struct VariableTests {
  static let w = Tensor.parameter("w", shape: [])

  private func values(_ tensors: [Tensor], _ point: [(Tensor, Double)] = [(w, 3)]) throws -> [Double] {
    let program = try Program<Double>(computing: tensors + point.map(\.0))
    let arrays = try program.run(Bindings(point.map { ($0, NDArray($1)) })).arrays
    return try arrays.prefix(tensors.count).map { try $0.scalar }
  }

  @Test("Each derivative is what it is alone, in every door")
  func square() throws {
    let w = Self.w
    let h = w * w
    let loss = h * h
    // L = ((w + a)² + b)² at a = b = 0, w = 3: slopes 4w³ and 2w²; second derivatives 12w², 4w, 2.
    let (slopes, curvatures) = ([108.0, 18], [[108.0, 12], [12, 2]])
    #expect(try values(loss.gradient(withRespectTo: [w, h]).derivatives) == slopes)
    #expect(try values(loss.vectorJacobianProduct(of: 1, withRespectTo: [w, h]).derivatives) == slopes)
    for (index, variable) in [w, h].enumerated() {
      #expect(try values([loss.gradient(withRespectTo: [variable])[variable]]) == [slopes[index]])
      #expect(try values([loss.jacobian(withRespectTo: variable)]) == [slopes[index]])
      #expect(try values([loss.hessian(withRespectTo: variable)]) == [curvatures[index][index]])
      let direction: [Tensor] = index == 0 ? [1, 0] : [0, 1]
      let slope = try loss.jacobianVectorProduct(withRespectTo: [w, h], along: direction)
      #expect(try values([slope]) == [slopes[index]])
      let product = try loss.hessianVectorProduct(withRespectTo: [w, h], along: direction)
      #expect(try values(product.derivatives) == curvatures[index])
    }
    let both = try loss.jacobianVectorProduct(withRespectTo: [h, w], along: [10, 1])
    #expect(try values([both]) == [288])
  }

  @Test("A rule that records the variable itself has no part in that variable's own change")
  func ownDerivative() throws {
    let w = Self.w
    let h = exp(w)
    let k = sigmoid(h * w)
    let loss = h * h + k * w
    let variables = [k, w, h]
    // The same with changes put in by hand.
    let changes = ["a", "b", "c"].map { Tensor.parameter($0, shape: []) }
    let (moved, other) = (w + changes[1], exp(w + changes[1]) + changes[2])
    let last = sigmoid(other * moved) + changes[0]
    let byHand = other * other + last * moved
    let point = [(w, 0.3)] + changes.map { ($0, 0) }
    let expected = try values(byHand.gradient(withRespectTo: changes).derivatives, point)
    let found = try values(loss.gradient(withRespectTo: variables).derivatives, [(w, 0.3)])
    #expect(zip(found, expected).allSatisfy { ($0 - $1).magnitude < 1e-14 }, "\(found), \(expected)")
    for position in 0..<3 {
      let direction = (0..<3).map { Tensor($0 == position ? 1 : 0) }
      let expected = try values(
        byHand.hessianVectorProduct(withRespectTo: changes, along: direction).derivatives, point)
      let found = try values(
        loss.hessianVectorProduct(withRespectTo: variables, along: direction).derivatives, [(w, 0.3)])
      #expect(zip(found, expected).allSatisfy { ($0 - $1).magnitude < 1e-13 }, "\(found), \(expected)")
    }
  }

  @Test("Gradients, products with directions and with cotangents agree on random graphs", arguments: 0..<30)
  func agreement(seed: Int) throws {
    var graph = try RandomGraph(seed: UInt64(seed))
    let loss = graph.loss()
    // Some of what the loss is computed from, besides its leaves.
    let inner = Traversal(from: [loss.node]).nodes.filter { node in
      if case .name = node.primitive { return false }
      return node.content == .numbers && !node.inputs.isEmpty && node !== loss.node
    }
    let variables = graph.leaves + inner.enumerated().filter { $0.offset % 3 == 0 }.map { Tensor($0.element) }
    let directions = variables.enumerated().map { index, variable in
      Tensor(Double(index % 5) - 1.5).filling(variable.node.shape)
    }
    let gradient = try loss.gradient(withRespectTo: variables)
    let total = Tensor.total(zip(gradient.derivatives, directions).map { sum($0 * $1) }) ?? 0
    let slope = try loss.jacobianVectorProduct(withRespectTo: variables, along: directions)
    let product = try loss.hessianVectorProduct(withRespectTo: variables, along: directions)
    let others = directions.map { 1 - $0 * $0 }
    let mirrored = try loss.hessianVectorProduct(withRespectTo: variables, along: others)
    let left = Tensor.total(zip(product.derivatives, others).map { sum($0 * $1) }) ?? 0
    let right = Tensor.total(zip(mirrored.derivatives, directions).map { sum($0 * $1) }) ?? 0
    let values = try Program<Double>(computing: [total, slope, left, right] + graph.leaves).run(
      graph.bindings)
    let numbers = try values.arrays.prefix(4).map { try $0.scalar }
    #expect((numbers[0] - numbers[1]).magnitude <= 1e-9 * Swift.max(1, numbers[0].magnitude), "\(numbers)")
    #expect((numbers[2] - numbers[3]).magnitude <= 1e-8 * Swift.max(1, numbers[2].magnitude), "\(numbers)")
  }

  @Test("Gradients for each row count the way through other variables too")
  func perExample() throws {
    let x = Tensor.input("x", shape: [.batch])
    let w = Self.w
    let h = w * w
    let rows = try mean(squared(h * x)).perExampleGradient(withRespectTo: [w, h])
    let program = try Program<Double>(computing: rows.derivatives)
    let arrays = try program.run([x: [1, 2], w: 3]).arrays
    #expect(arrays == [[108, 432], [18, 72]])
  }

  @Test("A tensor that was recorded anew is refused where an equal one counts, and is 0 where none does")
  func recordedAnew() throws {
    let X = Tensor.input("X", shape: [.batch, 2])
    let w = Tensor.parameter("w", shape: [2])
    let loss = mean(squared(X • w + 1))
    let problem =
      "Xw [N]: the expression is made of an equal tensor that was recorded before, not of this one; "
      + "record it once, let a constant hold it, and use that in both places"
    let doors: [(String, () throws -> Any)] = [
      ("gradient", { try loss.gradient(withRespectTo: [X • w]) }),
      ("vectorJacobianProduct", { try loss.vectorJacobianProduct(of: 1, withRespectTo: [w, X • w]) }),
      (
        "jacobianVectorProduct",
        { try loss.jacobianVectorProduct(withRespectTo: [X • w], along: [Tensor(1).broadcast(to: [.batch])]) }
      ),
      ("hessian", { try loss.hessian(withRespectTo: X • w) }),
      ("jacobian", { try loss.jacobian(withRespectTo: (X • w).named("Xw")) }),
      (
        "hessianVectorProduct",
        {
          try loss.hessianVectorProduct(withRespectTo: [X • w], along: [Tensor(1).broadcast(to: [.batch])])
        }
      ),
      ("perExampleGradient", { try mean(w • w * sum(X)).perExampleGradient(withRespectTo: [w • w]) }),
    ]
    for (door, body) in doors {
      let error = try #require(throws: ChainRuleError.self) { _ = try body() }
      let expected = door == "perExampleGradient" ? problem.replacing("Xw [N]", with: "wᵀw []") : problem
      #expect("\(error)" == "\(door): \(expected)")
    }
    // Nothing equal is part of the loss, or only what a rule recorded is.
    let v = Tensor.parameter("v", shape: [2])
    for other in [X • v, w * w, exp(w), v] {
      let zero = try loss.gradient(withRespectTo: [other])[other]
      #expect(zero.node.repeatsZero)
    }
    let slope = try sum(expm1(w)).gradient(withRespectTo: [w])[w]
    #expect(try sum(slope).gradient(withRespectTo: [exp(w)]).derivatives[0].node.repeatsZero)
  }
}
