package import ChainRule

/// Evaluates recorded graphs as they stand, element by element, in any numbers.
///
/// It shares no rule with the engine: no derivative of an operation on arrays, no broadcasting, no reduction, no
/// transposition. An operation is what it says of single elements, and with numbers that carry derivatives the
/// derivative is that of single numbers.
package struct ShadowEvaluation<Number: RealNumber> {
  typealias Value = ShadowArray<Number>

  /// What stands for a node: numbers, or the integers that a gather reads.
  private enum Held {
    case numbers(Value)
    case integers(ShadowArray<Int>)
  }

  let point: ShadowPoint
  package let decisions = ShadowDecisions()
  /// Whether the graph was recorded by a derivative: see `ShadowDecisions.relation`.
  let isReplayed: Bool
  /// What a number that the graph holds stands for.
  let reading: (Node, Double) -> Number
  /// What stands for a node in the place of its value.
  let replacing: (Node, Value) -> Value

  package init(
    at point: ShadowPoint, isReplayed: Bool = false,
    reading: @escaping (Node, Double) -> Number = { Number($1) },
    replacing: @escaping (Node, ShadowArray<Number>) -> ShadowArray<Number> = { $1 }
  ) {
    self.point = point
    self.isReplayed = isReplayed
    self.reading = reading
    self.replacing = replacing
  }

  /// The values of `outputs`.
  ///
  /// - Parameter known: Values of nodes that are not to be computed.
  /// - Throws: ``Unshadowed`` if there is an operation that is no recorded expression.
  /// - Complexity: Linear in the scalar operations; no recursion.
  package func values(
    of outputs: [Tensor], known: [ObjectIdentifier: ShadowArray<Number>] = [:]
  ) throws -> [ShadowArray<Number>] {
    let traversal = Traversal(from: outputs.map(\.node))
    let stands = Self.stands(in: traversal)
    var held: [Held] = []
    held.reserveCapacity(traversal.nodes.count)
    for node in traversal.nodes {
      if let value = known[node.identity] {
        held.append(.numbers(value))
        continue
      }
      if node.holdsIndices {
        held.append(.integers(integers(node, held, traversal)))
        continue
      }
      var (operands, positions): ([Value], ShadowArray<Int>?) = ([], nil)
      for input in node.inputs {
        switch traversal.index(of: input).map({ held[$0] }) {
        case .numbers(let value): operands.append(value)
        case .integers(let integers): positions = integers
        case nil: break
        }
      }
      let value = try apply(node, operands, at: positions, isStand: stands.contains(node.identity))
      held.append(.numbers(replacing(node, value)))
    }
    return outputs.compactMap { output in
      if case .numbers(let value)? = traversal.index(of: output.node).map({ held[$0] }) { value } else { nil }
    }
  }

  private func integers(_ node: Node, _ held: [Held], _ traversal: Traversal) -> ShadowArray<Int> {
    if case .leaf(let leaf) = node.primitive { return point.integers(of: leaf, node) }
    // A reshape or a name.
    if let position = traversal.index(of: node.inputs[0]), case .integers(let integers) = held[position] {
      return ShadowArray(shape: point.shape(of: node), elements: integers.elements)
    }
    return ShadowArray(shape: [0], elements: [])
  }

  /// The nodes that stand for operands in the expressions of custom operations.
  ///
  /// There an operand is stopped, since its derivative is what the operation's author writes. Here it is not, so that
  /// this is judged.
  private static func stands(in traversal: Traversal) -> Set<ObjectIdentifier> {
    var stands: Set<ObjectIdentifier> = []
    for node in traversal.nodes {
      guard case .custom(let custom) = node.primitive, custom.isExpression else { continue }
      stands.formUnion(CustomExpression(node).stands)
    }
    return stands
  }

  private func apply(
    _ node: Node, _ x: [Value], at positions: ShadowArray<Int>?, isStand: Bool
  ) throws -> Value {
    let shape = point.shape(of: node)
    if let moved = Value.moved(node.primitive, x, to: shape, at: positions, zero: Number(0)) { return moved }
    switch node.primitive {
    case .leaf(let leaf): return point.numbers(of: leaf, node).map { reading(node, $0) }
    case .name: return x[0]
    case .stopGradient: return isStand ? x[0] : x[0].map(\.constant)
    case .elementwise(let function): return x[0].map { value(of: function, $0, node) }
    case .polygamma(let function): return x[0].map { $0.applying(.polygamma(function.order)) }
    case .arithmetic(let function): return pairs(x, shape) { value(of: function, $0, $1, node) }
    case .comparison(let comparison):
      return pairs(x, shape) { Number(holds(comparison, $0, $1, node) ? 1 : 0) }
    case .select: return chosen(x, shape, node)
    case .matrixProduct: return product(x[0], x[1], shape)
    case .scatterAdd(let scatter): return scattered(x[0], scatter, to: shape, at: positions)
    case .sum(let sum): return x[0].lines(over: sum.axes, into: shape).map(total)
    case .reduction(let reduction):
      return x[0].lines(over: reduction.axes, into: shape).map { value(of: reduction.kind, $0, node) }
    case .normalization(let normalization): return normalized(x[0], normalization)
    case .cumulativeSum(let sum): return running(x[0], sum)
    case .arrangement(let arrangement): return arranged(x[1], by: x[0], arrangement, node)
    case .matrixFunction(let function): return value(of: function, x[0], shape, node)
    case .cofactorDerivative: return cofactors(of: x[0], along: x[1])
    case .solution: return solved(x[0], x[1], shape, node)
    case .custom(let custom):
      guard custom.isExpression, let value = x.last else { throw Unshadowed(operation: custom.name) }
      return value
    // What moves elements was answered above.
    case .permutation, .reshape, .broadcast, .slice, .pad, .reversal, .concatenation, .gather, .triangle,
      .diagonal, .diagonalMatrix:
      return x[0]
    }
  }

  /// What `body` makes of the elements of two operands, repeated to `shape`.
  private func pairs(_ x: [Value], _ shape: [Int], _ body: (Number, Number) -> Number) -> Value {
    let (a, b) = (x[0], x[1])
    if a.shape == shape && b.shape == shape {
      return Value(shape: shape, elements: zip(a.elements, b.elements).map(body))
    }
    if a.shape == shape, b.elements.count == 1 {
      return Value(shape: shape, elements: a.elements.map { body($0, b.elements[0]) })
    }
    return Value(shape: shape) { body(a[$0], b[$0]) }
  }

  private func chosen(_ x: [Value], _ shape: [Int], _ node: Node) -> Value {
    let zero = Number(0)
    return Value(shape: shape) { index in
      decisions.relation(x[0][index], zero, in: node, isReplayed: isReplayed) == .equal
        ? x[2][index] : x[1][index]
    }
  }

  func total(_ terms: [Number]) -> Number { Number.total(terms) }

  func relation(_ a: Number, _ b: Number, _ node: Node) -> RealOrder.Relation {
    decisions.relation(a, b, in: node, isReplayed: isReplayed)
  }
}

/// An operation that the shadow cannot evaluate: a custom one on arrays.
package struct Unshadowed: Error, Hashable, Sendable {
  package let operation: String
}

/// A custom operation that is a recorded expression of its operands.
struct CustomExpression {
  /// The operands, and the expression of the value.
  let operands: [Node]
  let value: Node

  init(_ node: Node) {
    let inputs = node.inputs.map { $0 }
    operands = Array(inputs.dropLast())
    value = inputs[inputs.count - 1]
  }

  /// The nodes by which the operands are stopped within the expression.
  var stands: Set<ObjectIdentifier> {
    let stopped = Set(operands.map(\.identity))
    var stands: Set<ObjectIdentifier> = []
    var seen: Set<ObjectIdentifier> = [value.identity]
    var pending = [value]
    while let node = pending.popLast() {
      if case .stopGradient = node.primitive {
        if stopped.contains(node.inputs[0].identity) { stands.insert(node.identity) }
        continue
      }
      for input in node.inputs where seen.insert(input.identity).inserted { pending.append(input) }
    }
    return stands
  }
}
