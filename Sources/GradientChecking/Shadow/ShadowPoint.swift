package import ChainRule

/// What is bound to the leaves of graphs, and the lengths that this gives to symbols.
package struct ShadowPoint {
  private(set) var lengths: [Shape.Extent: Int] = [:]
  private var arrays: [Tensor: NDArray<Double>] = [:]
  private var integers: [Tensor: IndexArray] = [:]

  /// - Parameter bindings: Some with which a program of the same graphs has run, so that they fit.
  package init(_ bindings: Bindings<Double>) {
    for (tensor, array) in bindings.entries { bind(array, to: tensor) }
    for (tensor, indices) in bindings.indexEntries {
      integers[tensor.unnamed] = indices
      note(indices.shape, of: tensor)
    }
  }

  /// Binds an array to a leaf besides.
  package mutating func bind(_ array: NDArray<Double>, to tensor: Tensor) {
    arrays[tensor.unnamed] = array
    note(array.shape, of: tensor)
  }

  private mutating func note(_ shape: [Int], of tensor: Tensor) {
    for (extent, length) in zip(tensor.node.shape.extents, shape) where extent.isSymbolic {
      lengths[extent] = length
    }
  }

  func length(of extent: Shape.Extent) -> Int {
    if case .fixed(let length) = extent { length } else { lengths[extent] ?? 0 }
  }

  package func shape(of node: Node) -> [Int] { node.shape.extents.map { length(of: $0) } }

  /// The numbers that a leaf stands for.
  func numbers(of leaf: Leaf, _ node: Node) -> ShadowArray<Double> {
    switch leaf {
    case .number(let value): return ShadowArray(shape: [], elements: [value])
    case .freedom(let counted, let correction):
      let count = counted.extents.reduce(1) { $0 * length(of: $1) }
      return ShadowArray(shape: [], elements: [Double(count - correction)])
    case .extent(let extent): return ShadowArray(shape: [], elements: [Double(length(of: extent))])
    case .constant(let array): return ShadowArray(array)
    case .positions(let extent):
      let count = length(of: extent)
      return ShadowArray(shape: [count], elements: (0..<count).map(Double.init))
    case .parameter(_, let initial):
      return (arrays[Tensor(node)] ?? initial).map { ShadowArray($0) } ?? unbound(node)
    default: return arrays[Tensor(node)].map { ShadowArray($0) } ?? unbound(node)
    }
  }

  /// What nothing is bound to is not a number.
  private func unbound(_ node: Node) -> ShadowArray<Double> {
    let shape = shape(of: node)
    return ShadowArray(shape: shape, elements: Array(repeating: .nan, count: shape.reduce(1, *)))
  }

  /// The integers that a leaf stands for.
  func integers(of leaf: Leaf, _ node: Node) -> ShadowArray<Int> {
    if case .fixedIndices(let indices) = leaf {
      return ShadowArray(shape: indices.shape, elements: indices.elements)
    }
    if let indices = integers[Tensor(node)] {
      return ShadowArray(shape: indices.shape, elements: indices.elements)
    }
    // Numbers that are whole may be bound in their place.
    return ShadowArray(arrays[Tensor(node)] ?? [], Int.init)
  }
}

extension ShadowArray {
  package init(_ array: NDArray<Double>) where Element == Double { self.init(array) { $0 } }

  init(_ array: NDArray<Double>, _ transform: (Double) -> Element) {
    self.init(shape: array.shape, elements: array.elements.map(transform))
  }
}
