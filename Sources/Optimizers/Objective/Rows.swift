import ChainRule

extension Objective {
  /// The number of rows that the data of the loss have; 0 if there are none.
  var rowCount: Int {
    let read = readData
    for (tensor, array) in read.entries where tensor.node.shape.extents.first == .batch {
      return array.shape[0]
    }
    for (tensor, indices) in read.indexEntries where tensor.node.shape.extents.first == .batch {
      return indices.shape[0]
    }
    return 0
  }

  /// The data that the loss reads, which all have the same rows; what else was given may have others.
  var readData: Bindings<Double> { data.filtered(by: Set(smooth.inputs + smooth.parameters)) }
}

extension Bindings<Double> {
  /// The arrays of some of the tensors.
  func filtered(by read: Set<Tensor>) -> Bindings<Double> {
    var result = Bindings(entries.lazy.filter { read.contains($0.tensor) }.map { ($0.tensor, $0.array) })
    for (tensor, indices) in indexEntries where read.contains(tensor) { result.bind(indices, to: tensor) }
    return result
  }

  /// The same data with some of the rows, in the order given.
  func rows(_ order: ArraySlice<Int>) throws -> Bindings<Double> {
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
