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
}
