infix operator • : MultiplicationPrecedence

/// The product of matrices and vectors: row times column.
package struct MatrixProduct: PrimitiveFamily {
  package var name: String { "matmul" }
  package var flow: CotangentFlow { .linear }

  package func shape(
    of operands: [Tensor], at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    let (left, right) = (operands[0].node.shape, operands[1].node.shape)
    func refuse(_ problem: String, _ mend: String) -> ChainRuleError {
      ChainRuleError(
        .shape, in: name, operands: Broadcasting.names(operands, "•"), problem: problem, mend: mend,
        at: location)
    }
    for (operand, shape) in zip(operands, [left, right]) where shape.rank != 1 && shape.rank != 2 {
      throw shape.isScalar
        ? refuse("\(operand.label) is a scalar", "scale with *")
        : refuse("\(operand.label) has \(shape.rank) axes", "operands are vectors or matrices")
    }
    let (inner, other) = (left[left.rank - 1], right[0])
    guard inner == other else {
      let wanted = Shape([inner] + right.extents.dropFirst())
      throw refuse(
        "the inner dimensions \(inner) and \(other) differ",
        "\(operands[1].label) needs shape \(wanted)")
    }
    return Shape(Array(left.extents.dropLast()) + right.extents.dropFirst())
  }

  /// For C = AB: Ā = C̄Bᵀ and B̄ = AᵀC̄, with outer products where an operand is a vector.
  ///
  /// - Source: Petersen and Pedersen, The Matrix Cookbook (2012), §2.
  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: [Tensor], output: Tensor
  ) -> Tensor? {
    let (a, b) = (inputs[0], inputs[1])
    switch (a.node.shape.rank, b.node.shape.rank, index) {
    case (1, 1, 0): return cotangent * b
    case (1, 1, _): return cotangent * a
    case (2, 1, 0): return Self.outer(cotangent, b)
    case (1, 2, 0): return b • cotangent
    case (1, 2, _): return Self.outer(a, cotangent)
    case (2, 2, 0): return cotangent • b.transposed()
    default: return a.transposed() • cotangent
    }
  }

  /// The matrix with elements `uᵢvⱼ`.
  private static func outer(_ u: Tensor, _ v: Tensor) -> Tensor {
    u.reshaped(to: Shape([u.node.shape[0], 1])) • v.reshaped(to: Shape([1, v.node.shape[0]]))
  }

  package func written(_ operands: [Written], shape: Shape, in style: NotationStyle) -> Written {
    style.matrixProduct(operands[0], operands[1])
  }
}

/// Returns the product of two matrices, a matrix and a vector, or two vectors (their dot product).
///
/// - Shape: `[n, k] • [k, m]` is `[n, m]`, `[n, k] • [k]` is `[n]`, `[k] • [k, m]` is `[m]`, and `[k] • [k]`
///   is a scalar.
/// - Derivative: `C̄Bᵀ` and `AᵀC̄` for the cotangent `C̄` of `AB`.
public func matmul(
  _ left: Tensor, _ right: Tensor, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  .recording(.matrixProduct(MatrixProduct()), [left, right], at: .init(file, line))
}

extension Tensor {
  /// Returns the matrix product, as `matmul(_:_:)` does.
  ///
  /// - Shape: `[n, k] • [k, m]` is `[n, m]`, and likewise for vectors.
  public static func • (left: Tensor, right: Tensor) -> Tensor {
    .recording(.matrixProduct(MatrixProduct()), [left, right])
  }
}
