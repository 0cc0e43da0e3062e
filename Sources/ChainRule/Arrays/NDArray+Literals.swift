extension NDArray: ExpressibleByFloatLiteral {
  /// The literal as an array without axes.
  ///
  /// It has the scalar's own literal type, so that it is rounded as `let x: Float = …` rounds it.
  public init(floatLiteral value: Scalar.FloatLiteralType) {
    self.init(Scalar(floatLiteral: value))
  }
}

extension NDArray: ExpressibleByIntegerLiteral {
  /// The literal as an array without axes.
  public init(integerLiteral value: Scalar.IntegerLiteralType) {
    self.init(Scalar(integerLiteral: value))
  }
}

extension NDArray: ExpressibleByArrayLiteral {
  /// Arrays of one shape, stacked along a new first axis: `[[1, 2], [3, 4]]` has shape `[2, 2]`.
  ///
  /// The literal `[]` has shape `[0]`. Elements that differ in shape end the process; where numbers come from
  /// outside the source text, `init(rows:)` and `init(shape:elements:)` throw instead.
  public init(arrayLiteral elements: NDArray...) {
    let inner = elements.first?.shape ?? []
    for (index, element) in elements.enumerated() {
      // A literal cannot throw, and a ragged one is a mistake in the source text like a duplicate dictionary key.
      precondition(
        element.shape == inner,
        "array literal: element \(index) has shape \(element.shape) and element 0 has \(inner)")
    }
    self = .initialized(shape: [elements.count] + inner) { target in
      for (index, element) in elements.enumerated() {
        element.withUnsafePointer { source in
          (target + index * element.count).initialize(from: source, count: element.count)
        }
      }
    }
  }
}
