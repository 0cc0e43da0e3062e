extension NDArray {
  /// Whether both arrays have the same shape and elements that differ by no more than a tolerance.
  ///
  /// Elements a and b are close if they are equal, or if |a − b| is finite and at most
  /// max(`absoluteTolerance`, `relativeTolerance` · max(|a|, |b|)). So infinities are close only to themselves, a NaN is
  /// close to nothing, and without an absolute tolerance only 0 is close to 0.
  ///
  /// ```swift
  /// let third = NDArray<Double>([1.0 / 3, 0])
  /// third.isApproximatelyEqual(to: [0.333333333, 0])  // true
  /// third.isApproximatelyEqual(to: [0.333, 0])        // false
  /// ```
  ///
  /// - Parameters:
  ///   - other: The array to compare with.
  ///   - relativeTolerance: By default, half of the digits of the scalar: √ulp(1).
  ///   - absoluteTolerance: What counts as nothing, in the unit of the elements.
  /// - Source: The rule is that of `isApproximatelyEqual` in swift-numerics.
  public func isApproximatelyEqual(
    to other: NDArray, relativeTolerance: Scalar = Scalar.ulpOfOne.squareRoot(), absoluteTolerance: Scalar = 0
  ) -> Bool {
    shape == other.shape
      && (0..<count).allSatisfy { offset in
        let (a, b) = (storage[offset], other.storage[offset])
        if a == b { return true }
        let difference = abs(a - b)
        return difference.isFinite
          && difference <= max(absoluteTolerance, relativeTolerance * max(abs(a), abs(b)))
      }
  }

  /// The element that differs most from its counterpart in `other`: its indices and the absolute difference.
  ///
  /// Equal infinities do not differ. A NaN on either side is the worst of all and makes the difference NaN. Of equally
  /// bad elements the first in row-major order is reported, so two equal arrays have index `[0, …, 0]` and difference 0.
  ///
  /// - Throws: `ChainRuleError` of kind `.array` if the shapes differ or there are no elements.
  public func worstDifference(from other: NDArray) throws -> (index: [Int], difference: Scalar) {
    guard shape == other.shape else {
      throw ChainRuleError(
        .array, in: "worstDifference(from:)", operands: "array \(shape), other \(other.shape)",
        problem: "the shapes differ", mend: "compare arrays of one shape")
    }
    guard count > 0 else {
      throw ChainRuleError(
        .array, in: "worstDifference(from:)", operands: "array \(shape), other \(other.shape)",
        problem: "there are no elements to compare")
    }
    var worst = (offset: 0, difference: Scalar(-1))
    for offset in 0..<count {
      let (a, b) = (storage[offset], other.storage[offset])
      let difference = a == b ? 0 : abs(a - b)
      if difference.isNaN { return (indices(at: offset), difference) }
      if difference > worst.difference { worst = (offset, difference) }
    }
    return (indices(at: worst.offset), worst.difference)
  }
}
