/// The derivative of the cofactors of each square matrix along another of its shape: a second derivative of its determinant.
package struct CofactorDerivative: PrimitiveFamily {
  package var name: String { "cofactorDerivative" }
  package var primitive: Primitive { .cofactorDerivative(self) }
  package var linearity: Linearity { .allButFirst }
  package var flow: CotangentFlow { .mixed }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    try MatrixShape.check(operands[0], in: name, isSquare: true, at: location)
    let (shape, direction) = (operands[0].node.shape, operands[1].node.shape)
    if shape == direction { return shape }
    throw ChainRuleError(
      .shape, in: name, operands: Broadcasting.names(operands, "along"), problem: "the shapes differ",
      mend: "the direction needs shape \(shape)", at: location)
  }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    MatrixShape.rowRules(operands, result, over: extent)
  }

  /// The second derivative of a function is symmetric, and so is the third.
  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    index == 1
      ? .recording(primitive, [inputs[0], cotangent]) : changing(inputs[0], along: inputs[1], cotangent)
  }

  package func pushforward(_ tangents: [Tensor?], of inputs: Inputs, output: Tensor) -> Tensor? {
    .total([
      tangents[0].flatMap { changing(inputs[0], along: inputs[1], $0) },
      tangents[1].map { .recording(primitive, [inputs[0], $0]) },
    ])
  }

  /// The second derivative of the cofactors of a matrix that is not singular, along two directions: that of
  /// det(A) (⟨B, V⟩B − BVᵀB) with B = A⁻ᵀ, of which the derivative along T is −BTᵀB.
  private func changing(_ a: Tensor, along v: Tensor, _ t: Tensor) -> Tensor? {
    // Of matrices of order 2 the cofactors are linear.
    if let order = a.node.shape.extents.last, order == 0 || order == 1 || order == 2 { return nil }
    let b = inverse(a).matrixTransposed
    func dot(_ x: Tensor, _ z: Tensor) -> Tensor { sum(x * z, along: [-2, -1], keepingAxes: true) }
    func between(_ x: Tensor) -> Tensor { b • x.matrixTransposed • b }
    let (alongV, alongT) = (between(v), between(t))
    let first = dot(b, v) * b - alongV
    let second = dot(alongT, v) * b + dot(b, v) * alongT
    let third = alongT • v.matrixTransposed • b + alongV • t.matrixTransposed • b
    let scale = determinant(a)
    return scale.reshaped(to: Shape(scale.node.shape.extents + [1, 1])) * (dot(b, t) * first - second + third)
  }

  package func reach(_ mask: Mask, to index: Int, of inputs: Inputs, output: Tensor) -> Mask? {
    let rank = output.node.shape.rank
    return mask.reaching(along: [rank - 2, rank - 1], of: output.node.shape)
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    .function("cof′", operands[0], operands[1])
  }
}

/// Returns the derivative of the cofactors of each matrix along a direction: the Hessian of its determinant times that.
///
/// ```swift
/// let A = Tensor.constant([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
/// let I = Tensor.constant([[1, 0, 0], [0, 1, 0], [0, 0, 1]])
/// let product = try cofactorDerivative(A, I).evaluate()
/// product.isApproximatelyEqual(to: [[14, -4, -7], [-2, 10, -8], [-3, -6, 6]], relativeTolerance: 1e-14)  // true
/// ```
///
/// - Shape: `[…, n, n]` for both, unchanged. The matrix may be singular.
/// - Derivative: In the direction, the same along the tangent or cotangent; in the matrix, through its inverse, so that needs a
///   matrix that is not singular.
public func cofactorDerivative(
  _ x: Tensor, _ direction: Tensor, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  .recording(.cofactorDerivative(CofactorDerivative()), [x, direction], at: .init(file, line))
}
