import ChainRule

/// The plain way to evaluate a graph, written for clarity, against which tests hold the executor.
///
/// It goes node by node and element by element, and adds every sum in double precision from left to right.
struct Reference {
  struct Value: Equatable {
    var shape: [Int]
    var elements: [Double]

    init(shape: [Int], elements: [Double]) {
      self.shape = shape
      self.elements = elements
    }

    /// The elements that `element` gives for each index.
    init(shape: [Int], _ element: ([Int]) -> Double) {
      self.init(shape: shape, elements: Reference.indices(shape).map(element))
    }

    init(_ integers: IndexArray) {
      self.init(shape: integers.shape, elements: integers.elements.map(Double.init))
    }

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
  static func indices(_ lengths: [Int]) -> [[Int]] {
    lengths.reduce([[]]) { prefixes, length in
      prefixes.flatMap { prefix in (0..<length).map { prefix + [$0] } }
    }
  }

  private func concrete(_ shape: Shape) -> [Int] { shape.extents.map(length) }

  private func length(_ extent: Shape.Extent) -> Int {
    if case .fixed(let length) = extent { length } else { rows }
  }

  private func apply(_ node: Node, _ operands: [Value]) -> Value {
    let shape = concrete(node.shape)
    func each(_ body: ([Int]) -> Double) -> Value { Value(shape: shape, body) }
    switch node.primitive {
    case .leaf(let leaf): return value(of: leaf, Tensor(node))
    case .name, .stopGradient: return operands[0]
    case .elementwise(let function): return each { Self.value(function, operands[0].at($0)) }
    case .polygamma(let function): return each { Self.polygamma(function.order, operands[0].at($0)) }
    case .arithmetic(let function):
      return each { Self.value(function, operands[0].at($0), operands[1].at($0)) }
    case .comparison(let function):
      return each { Self.holds(function, operands[0].at($0), operands[1].at($0)) ? 1 : 0 }
    case .select: return each { operands[0].at($0) != 0 ? operands[1].at($0) : operands[2].at($0) }
    case .matrixProduct: return each { Self.product(operands[0], operands[1], $0) }
    case .permutation(let permutation):
      return each { index in
        var source = index
        for (position, axis) in permutation.order.enumerated() {
          source[axis < 0 ? axis + index.count : axis] = index[position]
        }
        return operands[0].at(source)
      }
    case .reshape: return Value(shape: shape, elements: operands[0].elements)
    case .broadcast: return each { operands[0].at($0) }
    case .slice(let slice):
      return each { index in
        operands[0].at(zip(index, slice.ranges).map { i, range in range.map { $0.start + i * $0.step } ?? i })
      }
    case .pad(let pad): return each { Self.padded(operands[0], pad.ranges, $0) }
    case .reversal(let reversal):
      return each { index in
        operands[0].at(
          index.indices.map { reversal.axes.contains($0) ? shape[$0] - 1 - index[$0] : index[$0] })
      }
    case .concatenation(let concatenation):
      return each { Self.joined(operands, concatenation.axis, $0) }
    case .gather(let gather):
      return each { operands[0].at(Self.source(of: $0, operands[1], gather.axis, gather.batchAxes)) }
    case .scatterAdd(let scatter):
      return Self.scattered(operands[0], operands[1], scatter.axis, scatter.batchAxes, to: shape)
    case .sum(let sum): return operands[0].reduced(over: sum.axes, to: shape) { $0.reduce(0, +) }
    case .reduction(let reduction):
      return operands[0].reduced(over: reduction.axes, to: shape) { Self.value(reduction.kind, $0) }
    case .normalization(let normalization):
      return each { operands[0].normalized(normalization.kind, over: normalization.axes, at: $0) }
    case .cumulativeSum(let sum):
      return each { index in
        operands[0].fiber(along: sum.axis, through: index).enumerated().reduce(0) { total, element in
          let counts = sum.isReversed ? element.offset >= index[sum.axis] : element.offset <= index[sum.axis]
          return counts ? total + element.element : total
        }
      }
    case .arrangement(let arrangement):
      return each { Self.arranged(operands[0], operands[1], arrangement, $0) }
    case .triangle(let triangle):
      return each { index in
        let above = index[index.count - 1] - index[index.count - 2] - triangle.offset
        return (triangle.isUpper ? above >= 0 : above <= 0) ? operands[0].at(index) : 0
      }
    case .diagonal: return each { operands[0].at($0 + $0.suffix(1)) }
    case .diagonalMatrix:
      return each { index in
        index[index.count - 1] == index[index.count - 2] ? operands[0].at(index.dropLast()) : 0
      }
    case .matrixFunction(let function): return each { Self.value(function, operands[0], $0) }
    case .solution: return each { Self.solution(operands[0], operands[1], $0) }
    case .custom(let custom):
      // An expression is its own value; the one operation on arrays that the sweeps have is s x³.
      if custom.isExpression { return operands[operands.count - 1] }
      precondition(custom.name == "scaledCube", "no formula for \(custom.name)")
      return each { operands[1].elements[0] * PlatformMath.power(operands[0].at($0), 3) }
    }
  }

  private func value(of leaf: Leaf, _ tensor: Tensor) -> Value {
    switch leaf {
    case .number(let value): return Value(shape: [], elements: [value])
    case .constant(let array): return Value(shape: array.shape, elements: array.elements)
    case .extent(let extent): return Value(shape: [], elements: [Double(length(extent))])
    case .positions(let extent): return Value(shape: [length(extent)]) { Double($0[0]) }
    case .fixedIndices(let integers): return Value(integers)
    case .indices:
      guard let integers = indices[tensor] else { preconditionFailure("\(tensor) is not bound") }
      return Value(integers)
    case .input, .parameter, .invalid:
      guard let array = bindings[tensor] else { preconditionFailure("\(tensor) is not bound") }
      return Value(shape: array.shape, elements: array.elements)
    }
  }
}
