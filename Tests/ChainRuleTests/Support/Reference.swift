import ChainRule

/// The plain way to evaluate a graph, written for clarity, against which tests hold the executor.
///
/// It goes node by node and element by element, and adds every sum in double precision from left to right.
struct Reference {
  typealias Value = Grid<Double>

  let rows: Int
  let bindings: [Tensor: NDArray<Double>]
  let indices: [Tensor: IndexArray]

  init(rows: Int, bindings: [Tensor: NDArray<Double>], indices: [Tensor: IndexArray] = [:]) {
    self.rows = rows
    self.bindings = bindings
    self.indices = indices
  }

  func value(of tensor: Tensor) -> Value {
    var values: [Value] = []
    let traversal = Traversal(from: [tensor.node])
    for node in traversal.nodes {
      let operands = node.inputs.compactMap { traversal.index(of: $0).map { values[$0] } }
      values.append(apply(node, operands))
    }
    return values[values.count - 1]
  }

  /// Every index of an array of shape `lengths`, in row-major order.
  static func indices(_ lengths: [Int]) -> [[Int]] { Value.indices(lengths) }

  private func concrete(_ shape: Shape) -> [Int] { shape.extents.map(length) }

  private func length(_ extent: Shape.Extent) -> Int {
    if case .fixed(let length) = extent { length } else { rows }
  }

  private func apply(_ node: Node, _ operands: [Value]) -> Value {
    let shape = concrete(node.shape)
    func each(_ body: ([Int]) -> Double) -> Value { Value(shape: shape, body) }
    let moved = Value.moved(node.primitive, operands, to: shape, zero: 0) { Int($0) }
    if let moved { return moved }
    switch node.primitive {
    case .leaf(let leaf): return value(of: leaf, Tensor(node))
    case .elementwise(let function): return each { Self.value(function, operands[0].at($0)) }
    case .polygamma(let function): return each { Self.polygamma(function.order, operands[0].at($0)) }
    case .arithmetic(let function):
      return each { Self.value(function, operands[0].at($0), operands[1].at($0)) }
    case .comparison(let function):
      return each { Self.holds(function, operands[0].at($0), operands[1].at($0)) ? 1 : 0 }
    case .select: return each { operands[0].at($0) != 0 ? operands[1].at($0) : operands[2].at($0) }
    case .matrixProduct:
      return each { Value.factors(operands[0], operands[1], at: $0).reduce(0) { $0 + $1.0 * $1.1 } }
    case .scatterAdd(let scatter):
      return operands[0].scattered(operands[1], scatter, to: shape, position: { Int($0) }) { $0.reduce(0, +) }
    case .sum(let sum): return operands[0].reduced(over: sum.axes, to: shape) { $0.reduce(0, +) }
    case .reduction(let reduction):
      return operands[0].reduced(over: reduction.axes, to: shape) { Self.value(reduction.kind, $0) }
    case .normalization(let normalization):
      return each { operands[0].normalized(normalization.kind, over: normalization.axes, at: $0) }
    case .cumulativeSum(let sum): return each { operands[0].terms(of: sum, at: $0).reduce(0, +) }
    case .arrangement(let arrangement):
      return each { Self.arranged(operands[0], operands[1], arrangement, $0) }
    case .matrixFunction(let function): return each { Self.value(function, operands[0], $0) }
    case .cofactorDerivative: return each { Self.cofactorDerivative(operands[0], operands[1], $0) }
    case .solution: return each { Self.solution(operands[0], operands[1], $0) }
    case .custom(let custom):
      // An expression is its own value; the one operation on arrays that the sweeps have is s x³.
      if custom.isExpression { return operands[operands.count - 1] }
      precondition(custom.name == "scaledCube", "no formula for \(custom.name)")
      return each { operands[1].elements[0] * PlatformMath.power(operands[0].at($0), 3) }
    default: preconditionFailure("no formula for \(node.primitive.family.name)")
    }
  }

  private func value(of leaf: Leaf, _ tensor: Tensor) -> Value {
    switch leaf {
    case .number(let value): return Value(shape: [], elements: [value])
    case .constant(let array): return Value(shape: array.shape, elements: array.elements)
    case .extent(let extent): return Value(shape: [], elements: [Double(length(extent))])
    case .freedom(let counted, let correction):
      return Value(shape: [], elements: [Double(counted.extents.reduce(1) { $0 * length($1) } - correction)])
    case .positions(let extent): return Value(shape: [length(extent)]) { Double($0[0]) }
    case .fixedIndices(let integers):
      return Value(shape: integers.shape, elements: integers.elements.map(Double.init))
    case .indices:
      guard let integers = indices[tensor] else { preconditionFailure("\(tensor) is not bound") }
      return Value(shape: integers.shape, elements: integers.elements.map(Double.init))
    case .input, .parameter, .invalid:
      guard let array = bindings[tensor] else { preconditionFailure("\(tensor) is not bound") }
      return Value(shape: array.shape, elements: array.elements)
    }
  }
}
