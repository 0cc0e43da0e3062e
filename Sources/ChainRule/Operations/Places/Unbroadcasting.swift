extension Tensor {
  /// Sums a cotangent over the axes along which broadcasting repeated an operand of shape `shape`.
  ///
  /// This is the one place where broadcasting is undone; no derivative rule mentions it.
  package consuming func unbroadcast(to shape: Shape) -> Tensor {
    if node.shape == shape { return self }
    let offset = node.shape.rank - shape.rank
    let repeated = node.shape.extents.indices.filter { axis in
      axis < offset || (shape[axis - offset] == 1 && node.shape[axis] != 1)
    }
    return sum(self, along: Axes(repeated)).reshapedIfNeeded(to: shape)
  }

  private func reshapedIfNeeded(to shape: Shape) -> Tensor {
    node.shape == shape ? self : reshaped(to: shape)
  }
}
