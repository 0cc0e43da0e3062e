import ChainRule

extension Objective {
  /// The number of rows that the data have; 0 if the loss has none.
  var rowCount: Int {
    for (tensor, array) in data.entries where tensor.node.shape.extents.first == .batch {
      return array.shape[0]
    }
    for (tensor, indices) in data.indexEntries where tensor.node.shape.extents.first == .batch {
      return indices.shape[0]
    }
    return 0
  }
}

extension Bindings<Double> {
  /// The same data with some of the rows, in the order given.
  func rows(_ order: ArraySlice<Int>, of objective: Objective) throws -> Bindings<Double> {
    var result = Bindings<Double>([])
    for (tensor, array) in entries {
      result[tensor] = tensor.node.shape.extents.first == .batch ? try array.rows(order) : array
    }
    for (tensor, indices) in indexEntries {
      let hasRows = tensor.node.shape.extents.first == .batch
      result.bind(hasRows ? try indices.rows(order) : indices, to: tensor)
    }
    return result
  }
}

extension NDArray {
  /// Some rows, in the order given.
  fileprivate func rows(_ order: ArraySlice<Int>) throws -> NDArray {
    let width = shape.dropFirst().reduce(1, *)
    return .initialized(shape: [order.count] + shape.dropFirst()) { target in
      withUnsafePointer { source in
        for (position, row) in order.enumerated() {
          (target + position * width).initialize(from: source + row * width, count: width)
        }
      }
    }
  }
}

extension IndexArray {
  /// Some rows, in the order given.
  fileprivate func rows(_ order: ArraySlice<Int>) throws -> IndexArray {
    let width = shape.dropFirst().reduce(1, *)
    return try IndexArray(
      shape: [order.count] + shape.dropFirst(),
      elements: order.flatMap { elements[$0 * width..<($0 + 1) * width] })
  }
}
