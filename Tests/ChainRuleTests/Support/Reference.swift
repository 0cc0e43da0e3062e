import ChainRule

/// The plain way to evaluate a graph, written for clarity, against which tests hold the executor.
///
/// It goes node by node and element by element, and adds every sum in double precision from left to right.
struct Reference {
  struct Value: Equatable {
    var shape: [Int]
    var elements: [Double]

    /// The element at `index` of the broadcast shape to which `index` belongs.
    func at(_ index: [Int]) -> Double {
      var offset = 0
      for (axis, length) in shape.enumerated() {
        offset = offset * length + (length == 1 ? 0 : index[axis + index.count - shape.count])
      }
      return elements[offset]
    }
  }

  let rows: Int
  let bindings: [Tensor: NDArray<Double>]

  func value(of tensor: Tensor) -> Value {
    var values: [Value] = []
    let traversal = Traversal(from: [tensor.node])
    for node in traversal.nodes {
      let operands = node.inputs.compactMap { traversal.index(of: $0).map { values[$0] } }
      values.append(apply(node, operands))
    }
    return values[values.count - 1]
  }

  private func concrete(_ shape: Shape) -> [Int] {
    shape.extents.map { if case .fixed(let length) = $0 { length } else { rows } }
  }

  /// Every index of an array of shape `lengths`, in row-major order.
  static func indices(_ lengths: [Int]) -> [[Int]] {
    lengths.reduce([[]]) { prefixes, length in
      prefixes.flatMap { prefix in (0..<length).map { prefix + [$0] } }
    }
  }

  private func apply(_ node: Node, _ operands: [Value]) -> Value {
    let shape = concrete(node.shape)
    func each(_ body: ([Int]) -> Double) -> Value {
      Value(shape: shape, elements: Self.indices(shape).map(body))
    }
    switch node.primitive {
    case .leaf(.number(let value)): return Value(shape: [], elements: [value])
    case .leaf(.constant(let array)): return Value(shape: array.shape, elements: array.elements)
    case .leaf(.extent): return Value(shape: [], elements: [Double(rows)])
    case .leaf:
      guard let array = bindings[Tensor(node)] else { preconditionFailure("\(Tensor(node)) is not bound") }
      return Value(shape: array.shape, elements: array.elements)
    case .name: return operands[0]
    case .elementwise(let function): return each { Self.value(function, operands[0].at($0)) }
    case .arithmetic(let function):
      return each { Self.value(function, operands[0].at($0), operands[1].at($0)) }
    case .comparison(let function):
      return each { Self.holds(function, operands[0].at($0), operands[1].at($0)) ? 1 : 0 }
    case .select: return each { operands[0].at($0) != 0 ? operands[1].at($0) : operands[2].at($0) }
    case .matrixProduct:
      let (a, b) = (operands[0], operands[1])
      let rank = (a.shape.count, b.shape.count)
      return each { index in
        (0..<b.shape[0]).reduce(0) { sum, k in
          let left = rank.0 == 2 ? [index[0], k] : [k]
          let right = rank.1 == 2 ? [k, index[index.count - 1]] : [k]
          return sum + a.at(left) * b.at(right)
        }
      }
    case .permutation(let permutation):
      return each { index in
        var source = index
        for (position, axis) in permutation.order.enumerated() {
          source[axis < 0 ? axis + index.count : axis] = index[position]
        }
        return operands[0].at(source)
      }
    case .polygamma, .slice, .pad, .reversal, .concatenation, .gather, .scatterAdd, .reduction,
      .normalization,
      .cumulativeSum, .arrangement, .triangle, .diagonal, .diagonalMatrix, .matrixFunction, .solution,
      .custom,
      .stopGradient:
      preconditionFailure("no reference yet")
    case .reshape: return Value(shape: shape, elements: operands[0].elements)
    case .broadcast: return each { operands[0].at($0) }
    case .sum(let sum):
      var result = Value(shape: shape, elements: Array(repeating: 0, count: shape.reduce(1, *)))
      for (index, element) in zip(Self.indices(operands[0].shape), operands[0].elements) {
        let kept = index.indices.filter { !sum.axes.contains($0) }.map { index[$0] }
        let offset = zip(kept, shape).reduce(0) { $0 * $1.1 + $1.0 }
        result.elements[offset] += element
      }
      return result
    }
  }

  /// Formulas independent of the library's: through other functions where there are any.
  ///
  /// A function just added is its own reference until its formula stands here; its derivatives are checked against
  /// differences all the same.
  static func value(_ function: Elementwise, _ x: Double) -> Double {
    (formulas[function] ?? function.rule.value)(x)
  }

  static let formulas: [Elementwise: @Sendable (Double) -> Double] = [
    .negate: { 0 - $0 },
    .square: { $0 * $0 },
    .sqrt: { PlatformMath.power($0, 0.5) },
    .exp: { PlatformMath.power(PlatformMath.e, $0) },
    .log: { PlatformMath.logarithm2($0) * PlatformMath.ln2 },
    .abs: { max($0, -$0) },
    .sin: { sineByHalfAngle($0) },
    .cos: { 1 - 2 * PlatformMath.sine($0 / 2) * PlatformMath.sine($0 / 2) },
    .tanh: {
      (PlatformMath.power(PlatformMath.e, 2 * $0) - 1) / (PlatformMath.power(PlatformMath.e, 2 * $0) + 1)
    },
    .sigmoid: { 0.5 + 0.5 * PlatformMath.hyperbolicTangent($0 / 2) },
    .softplus: { PlatformMath.naturalLogarithm(1 + PlatformMath.power(PlatformMath.e, $0)) },
    .relu: { ($0 + max($0, -$0)) / 2 },
  ]

  private static func sineByHalfAngle(_ x: Double) -> Double {
    let tangent = PlatformMath.tangentHalf(x)
    return 2 * tangent / (1 + tangent * tangent)
  }

  static func value(_ function: Arithmetic, _ x: Double, _ z: Double) -> Double {
    switch function {
    case .add: x + z
    case .subtract: x - z
    case .multiply: x * z
    case .divide: x / z
    case .power: PlatformMath.power(PlatformMath.e, z * PlatformMath.naturalLogarithm(x))
    case .maximum: (x + z + max(x - z, z - x)) / 2
    case .minimum: (x + z - max(x - z, z - x)) / 2
    case .atan2: 2 * PlatformMath.arcTangent(x / (PlatformMath.power(x * x + z * z, 0.5) + z))
    case .logAddExp:
      PlatformMath.naturalLogarithm(
        PlatformMath.power(PlatformMath.e, x) + PlatformMath.power(PlatformMath.e, z))
    }
  }

  static func holds(_ comparison: Comparison, _ x: Double, _ z: Double) -> Bool {
    switch comparison {
    case .less: x < z
    case .lessOrEqual: x <= z
    case .greater: x > z
    case .greaterOrEqual: x >= z
    case .equal: x == z
    case .notEqual: x != z
    }
  }
}
