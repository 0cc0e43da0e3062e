/// A function of each square matrix, the last two axes.
package enum MatrixFunction: String, CaseIterable, PrimitiveFamily {
  case inverse, determinant, cofactors, logDeterminant, cholesky

  package var name: String { rawValue }
  package var primitive: Primitive { .matrixFunction(self) }
  package var linearity: Linearity { .none }
  package var flow: CotangentFlow { .mixed }

  /// Whether the result is one number for each matrix.
  package var isScalar: Bool { self == .determinant || self == .logDeterminant }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    try MatrixShape.check(operands[0], in: name, isSquare: true, at: location)
    let shape = operands[0].node.shape
    return isScalar ? Shape(Array(shape.extents.dropLast(2))) : shape
  }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    MatrixShape.rowRules(operands, result, over: extent)
  }

  /// - Source: Giles, An extended collection of matrix derivative results (2008), §2; for Cholesky, Murray,
  ///   Differentiation of the Cholesky decomposition (2016), §3.
  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    let a = inputs[0]
    switch self {
    case .inverse:
      let transposed = output.matrixTransposed
      return -(transposed • cotangent • transposed)
    case .determinant: return onMatrix(cotangent) * ChainRule.cofactors(a)
    case .cofactors: return cofactorDerivative(a, cotangent)
    case .logDeterminant: return onMatrix(cotangent) * ChainRule.inverse(a).matrixTransposed
    case .cholesky:
      let middle = Self.halved(output.matrixTransposed • cotangent)
      let inverse = ChainRule.inverse(output)
      let result = inverse.matrixTransposed • middle • inverse
      return 0.5 * (result + result.matrixTransposed)
    }
  }

  package func pushforward(_ tangents: [Tensor?], of inputs: Inputs, output: Tensor) -> Tensor? {
    guard let tangent = tangents[0] else { return nil }
    let a = inputs[0]
    switch self {
    case .inverse: return -(output • tangent • output)
    case .determinant: return sum(ChainRule.cofactors(a) * tangent, along: [-2, -1])
    case .cofactors: return cofactorDerivative(a, tangent)
    case .logDeterminant: return sum(ChainRule.inverse(a).matrixTransposed * tangent, along: [-2, -1])
    case .cholesky:
      let inverse = ChainRule.inverse(output)
      return output • Self.halved(inverse • tangent • inverse.matrixTransposed)
    }
  }

  /// The lower triangle with half the diagonal.
  private static func halved(_ x: Tensor) -> Tensor {
    0.5 * (lowerTriangle(x) + lowerTriangle(x, diagonal: -1))
  }

  /// A number for each matrix, with axes to meet the elements.
  private func onMatrix(_ x: Tensor) -> Tensor {
    x.node.shape.isScalar ? x : x.reshaped(to: Shape(x.node.shape.extents + [1, 1]))
  }

  package func reach(_ mask: Mask, to index: Int, of inputs: Inputs, output: Tensor) -> Mask? {
    if isScalar { return mask.replacing(onMatrix(mask.tensor.filling(output.node.shape))) }
    let rank = output.node.shape.rank
    return mask.reaching(along: [rank - 2, rank - 1], of: output.node.shape)
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    switch self {
    case .inverse: .power(operands[0], .number(-1))
    case .determinant: .function("det", operands[0])
    case .cofactors: .function("cof", operands[0])
    case .logDeterminant: .function("log", .enclosed(.function("det", operands[0]), .bars))
    case .cholesky: .function("chol", operands[0])
    }
  }
}

/// Returns the inverse of each matrix.
///
/// A program that meets a singular matrix throws an error that names it.
///
/// ```swift
/// print(try inverse(.constant([[2, 1], [1, 1]])).evaluate())
/// // [[ 1. -1.]
/// //  [-1.  2.]]
/// do {
///   _ = try inverse(.constant([[1, 2], [2, 4]])).evaluate()
/// } catch {
///   print(error)
/// }
/// // inverse: [[1, 2], [2, 4]] [2, 2]: the matrix is singular: …
/// ```
///
/// - Shape: `[…, n, n]`, unchanged.
/// - Derivative: `−A⁻ᵀ Ȳ A⁻ᵀ`.
public func inverse(_ x: Tensor, file: StaticString = #fileID, line: UInt = #line) -> Tensor {
  .recording(.matrixFunction(.inverse), [x], at: .init(file, line))
}

/// Returns the determinant of each matrix; that of a singular one is 0.
///
/// ```swift
/// try determinant(.constant([[1, 2], [3, 4]])).evaluate()  // -2.0
/// print(try gradient(at: [[1, 2], [2, 4]]) { determinant($0) })
/// // [[ 4. -2.]
/// //  [-2.  1.]]
/// ```
///
/// - Shape: `[…, n, n]` becomes `[…]`.
/// - Derivative: The cofactors, also of a singular matrix, and so are second derivatives; the third need one that is not.
public func determinant(_ x: Tensor, file: StaticString = #fileID, line: UInt = #line) -> Tensor {
  .recording(.matrixFunction(.determinant), [x], at: .init(file, line))
}

/// Returns the cofactors of each matrix: the derivative of its determinant in each element.
///
/// - Shape: `[…, n, n]`, unchanged.
/// - Derivative: `cofactorDerivative` along the tangent or cotangent; the matrix may be singular.
public func cofactors(_ x: Tensor, file: StaticString = #fileID, line: UInt = #line) -> Tensor {
  .recording(.matrixFunction(.cofactors), [x], at: .init(file, line))
}

/// Returns the logarithm of the absolute determinant of each matrix, `log |det A|`, without overflow.
///
/// A program that meets a singular matrix throws an error that names it.
///
/// ```swift
/// try logDeterminant(.constant([[1e300, 0], [0, 1e300]])).evaluate()  // 1381.5510557964274
/// ```
///
/// - Shape: `[…, n, n]` becomes `[…]`.
/// - Derivative: `A⁻ᵀ`.
public func logDeterminant(_ x: Tensor, file: StaticString = #fileID, line: UInt = #line) -> Tensor {
  .recording(.matrixFunction(.logDeterminant), [x], at: .init(file, line))
}

/// Returns the lower triangular matrix `L` with positive diagonal for which `L Lᵀ` is the symmetric part of each
/// matrix, `(A + Aᵀ)/2`.
///
/// A program that meets a matrix that is not positive definite throws an error that names it.
///
/// ```swift
/// print(try cholesky(.constant([[4, 2], [2, 10]])).evaluate())
/// // [[2. 0.]
/// //  [1. 3.]]
/// ```
///
/// - Shape: `[…, n, n]`, unchanged.
/// - Derivative: Symmetric, as the symmetric part is what counts.
/// - Source: Murray, Differentiation of the Cholesky decomposition (2016).
public func cholesky(_ x: Tensor, file: StaticString = #fileID, line: UInt = #line) -> Tensor {
  let location = ChainRuleError.Location(file, line)
  if x.invalidity != nil { return x }
  do {
    try MatrixShape.check(x, in: "cholesky", isSquare: true, at: location)
  } catch {
    return .invalid(error)
  }
  return .recording(.matrixFunction(.cholesky), [0.5 * (x + x.matrixTransposed)], at: location)
}

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
