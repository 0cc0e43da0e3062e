/// The forward computation of a custom operation, on arrays copied out of memory.
struct CustomCall<Scalar: TensorScalar>: CustomEvaluation {
  private let definition: CustomDefinition
  private let operands: [Int]
  private let shapes: [[Int]]
  private let result: [Int]

  init(_ definition: CustomDefinition, _ operands: [Int], _ shapes: [[Int]], _ result: [Int]) {
    self.definition = definition
    self.operands = operands
    self.shapes = shapes
    self.result = result
  }

  func run(_ buffers: Buffers, _ out: Address) throws {
    let arrays = try zip(operands, shapes).map { operand, shape in
      let source = buffers[operand].assumingMemoryBound(to: Scalar.self)
      return try NDArray<Scalar>.initialized(shape: shape, in: definition.name) {
        $0.update(from: source, count: shape.reduce(1, *))
      }
    }
    let value = try evaluate(definition.forward, arrays, result)
    guard value.shape == result else {
      throw ChainRuleError(
        .shape, in: definition.name, operands: arrays.map { "array \($0.shape)" }.joined(separator: ", "),
        problem: "its forward computation gave an array of shape \(value.shape)",
        mend: "its shape rule promised \(result)")
    }
    value.withUnsafePointer { out.assumingMemoryBound(to: Scalar.self).update(from: $0, count: value.count) }
  }

  /// - Parameter promised: The shape of the result.
  private func evaluate(
    _ forward: CustomDefinition.Forward, _ arrays: [NDArray<Scalar>], _ promised: [Int]
  ) throws -> NDArray<Scalar> {
    switch forward {
    case .expression:
      preconditionFailure("\(definition.name) is an expression: the order sees through it")
    case .arrays(let operation):
      return try operation.evaluate(arrays)
    case .batched(let inner, let isBatched, _):
      return try batched(inner, isBatched, arrays, promised)
    }
  }

  /// One evaluation for each position of the first axis.
  private func batched(
    _ inner: CustomDefinition.Forward, _ isBatched: [Bool], _ arrays: [NDArray<Scalar>], _ promised: [Int]
  ) throws -> NDArray<Scalar> {
    let own = Array(promised.dropFirst())
    let sets = zip(arrays, isBatched).first { $1 }?.0.shape[0] ?? 0
    let results = try (0..<sets).map { set in
      try evaluate(
        inner, zip(arrays, isBatched).map { $1 ? try $0.element(set, in: definition.name) : $0 }, own)
    }
    let shape = [sets] + (results.first?.shape ?? own)
    if let odd = results.first(where: { $0.shape != results[0].shape }) {
      throw ChainRuleError(
        .shape, in: definition.name,
        problem: "its results have the shapes \(results[0].shape) and \(odd.shape)",
        mend: "equal operand shapes must give equal result shapes")
    }
    return try .initialized(shape: shape, in: definition.name) { target in
      for (set, array) in results.enumerated() {
        array.withUnsafePointer { (target + set * array.count).update(from: $0, count: array.count) }
      }
    }
  }
}

extension NDArray {
  /// The part at one position of the first axis, which exists.
  fileprivate func element(_ position: Int, in operation: String) throws -> NDArray {
    let rest = Array(shape.dropFirst())
    let count = rest.reduce(1, *)
    return try .initialized(shape: rest, in: operation) { target in
      withUnsafePointer { target.update(from: $0 + position * count, count: count) }
    }
  }
}
