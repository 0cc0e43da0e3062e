import ChainRule

/// Evaluates a graph as it was recorded, node by node and element by element, with a bound for what another order of
/// summation may give; programs in blocks are held against it.
///
/// It shares nothing with the engine but single elements of the functions that have vector code.
struct PlainEvaluation<Scalar: KernelScalar> {
  typealias Value = Grid<Bounded<Scalar>>

  /// The value of a tensor, and whether something was reduced on the way to it.
  struct Result {
    var value: Value
    var isReduced: Bool
  }

  let rows: Int
  let bindings: [Tensor: NDArray<Scalar>]
  let indices: [Tensor: IndexArray]

  func results(of outputs: [Tensor]) -> [Result] {
    let traversal = Traversal(from: outputs.map(\.node))
    var results: [Result] = []
    for node in traversal.nodes {
      let operands = node.inputs.compactMap { traversal.index(of: $0).map { results[$0] } }
      let isReduced = operands.contains(where: \.isReduced) || node.primitive.isReducing
      results.append(Result(value: apply(node, operands.map(\.value)), isReduced: isReduced))
    }
    return outputs.compactMap { traversal.index(of: $0.node).map { results[$0] } }
  }

  private func length(_ extent: Shape.Extent) -> Int {
    if case .fixed(let length) = extent { length } else { rows }
  }

  private func apply(_ node: Node, _ operands: [Value]) -> Value {
    let shape = node.shape.extents.map(length)
    func each(_ body: ([Int]) -> Bounded<Scalar>) -> Value { Value(shape: shape, body) }
    let moved = Value.moved(node.primitive, operands, to: shape, zero: Bounded(0)) { Int($0.value) }
    if let moved { return moved }
    switch node.primitive {
    case .leaf(let leaf): return value(of: leaf, Tensor(node))
    case .elementwise(let function): return each { .map(function, operands[0].at($0)) }
    case .arithmetic(let function): return each { .map(function, operands[0].at($0), operands[1].at($0)) }
    case .comparison(let comparison):
      return each { .compare(comparison, operands[0].at($0), operands[1].at($0)) }
    case .select: return each { .select(operands[0].at($0), operands[1].at($0), operands[2].at($0)) }
    case .matrixProduct: return each { .product(Value.factors(operands[0], operands[1], at: $0)) }
    case .scatterAdd(let scatter):
      return operands[0].scattered(
        operands[1], scatter, to: shape, position: { Int($0.value) }, total: Bounded.sum)
    case .sum(let sum): return operands[0].reduced(over: sum.axes, to: shape, Bounded.sum)
    case .reduction(let reduction):
      return operands[0].reduced(over: reduction.axes, to: shape) { .reduce(reduction.kind, $0) }
    case .normalization(let map):
      return each { index in
        let block = operands[0].block(over: map.axes, through: index)
        let position = map.axes.reduce(0) { $0 * shape[$1] + index[$1] }
        return .normalize(map.kind, position, of: block)
      }
    case .cumulativeSum(let sum): return each { .sum(operands[0].terms(of: sum, at: $0)) }
    default: preconditionFailure("no plain evaluation of \(node.primitive.family.name)")
    }
  }

  private func value(of leaf: Leaf, _ tensor: Tensor) -> Value {
    func exact(_ shape: [Int], _ elements: [Scalar]) -> Value {
      Value(shape: shape, elements: elements.map { Bounded($0) })
    }
    switch leaf {
    case .number(let value): return exact([], [Scalar(value)])
    case .constant(let array): return exact(array.shape, array.elements.map { Scalar($0) })
    case .extent(let extent): return exact([], [Scalar(length(extent))])
    case .freedom(let counted, let correction):
      return exact([], [Scalar(counted.extents.reduce(1) { $0 * length($1) } - correction)])
    case .positions(let extent): return exact([length(extent)], (0..<length(extent)).map { Scalar($0) })
    case .fixedIndices(let integers): return exact(integers.shape, integers.elements.map { Scalar($0) })
    case .indices:
      guard let integers = indices[tensor] else { preconditionFailure("\(tensor) is not bound") }
      return exact(integers.shape, integers.elements.map { Scalar($0) })
    case .input, .parameter, .invalid:
      guard let array = bindings[tensor] else { preconditionFailure("\(tensor) is not bound") }
      return exact(array.shape, array.elements)
    }
  }
}

extension PlainEvaluation.Result {
  /// The first element of `array` that is not what it must be, in words; nil if all are.
  func fault(in array: NDArray<Scalar>) -> String? {
    guard array.shape == value.shape else { return "shape \(array.shape), not \(value.shape)" }
    for (position, (found, expected)) in zip(array.elements, value.elements).enumerated() {
      if found.isNaN && expected.value.isNaN || expected.error == .infinity { continue }
      let isSame =
        isReduced ? found == expected.value : found == expected.value && found.sign == expected.value.sign
      let difference = (Double(found) - Double(expected.value)).magnitude
      if isSame || expected.error > 0 && difference <= expected.error { continue }
      return "element \(position) is \(found), not \(expected.value) ± \(expected.error)"
    }
    return nil
  }

  /// The elements of which nothing is claimed.
  var openElements: Int { value.elements.count { $0.error == .infinity } }
  /// The elements that may be off by a few hundred roundings at most, of numbers of their size or of 1.
  var tightElements: Int {
    value.elements.count { $0.error <= 500 * Bounded<Scalar>.u * Swift.max(Double($0.value.magnitude), 1) }
  }
}

extension Primitive {
  /// Whether an element of the result is made of several of an operand.
  fileprivate var isReducing: Bool {
    switch self {
    case .sum, .reduction, .normalization, .cumulativeSum, .matrixProduct, .scatterAdd: true
    default: false
    }
  }
}
