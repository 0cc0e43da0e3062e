import ChainRuleKernels

extension ProgramData {
  /// The first bound number that is infinite or NaN.
  func firstNonFinite(_ leaves: [Tensor]) -> NonFiniteReport? {
    let kernels = Machine(Scalar.precision).kernels.pointee
    for (leaf, array) in zip(leaves, arrays) {
      let position = kernels.first_non_finite(array.count, array.storage.pointer)
      if position < array.count { return NonFiniteReport(leaf: leaf, array, at: position) }
    }
    return nil
  }
}
