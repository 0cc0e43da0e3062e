// Derivatives as numbers, in one call.

/// The value of a function, and its derivatives, at a point.
public struct ValueWithGradient: Sendable, Equatable {
  /// The value of the function.
  public let value: Double
  /// The derivatives in each argument, of its shape.
  public let gradient: [NDArray<Double>]
}

/// Computes the gradient of a function of one array at a point.
///
/// ```swift
/// try gradient(at: [1, 2, 3]) { x in sum(squared(x)) }  // [2. 4. 6.]
/// ```
///
/// - Parameters:
///   - point: Where.
///   - function: A scalar as an expression of its argument.
/// - Throws: `ChainRuleError` if the expression is not a scalar or shapes do not fit, and what `function` throws.
public func gradient(
  at point: NDArray<Double>, of function: (Tensor) throws -> Tensor
) throws -> NDArray<Double> {
  try valueWithGradient(at: point, of: function).gradient[0]
}

/// Computes the value and the gradient of a function of one array at a point.
///
/// - Parameters:
///   - point: Where.
///   - function: A scalar as an expression of its argument.
/// - Throws: `ChainRuleError` if the expression is not a scalar or shapes do not fit, and what `function` throws.
public func valueWithGradient(
  at point: NDArray<Double>, of function: (Tensor) throws -> Tensor
) throws -> ValueWithGradient {
  try valueWithGradients(at: [point]) { try function($0[0]) }
}

/// Computes the gradient of a function of several arrays at a point.
///
/// ```swift
/// let slopes = try gradients(at: [[1, 2], 3]) { x in sum(x[0]) * x[1] }
/// slopes[0]  // [3. 3.]
/// slopes[1]  // 3.0
/// ```
///
/// - Parameters:
///   - point: One array for each argument.
///   - function: A scalar as an expression of its arguments.
/// - Throws: `ChainRuleError` if the expression is not a scalar or shapes do not fit, and what `function` throws.
public func gradients(
  at point: [NDArray<Double>], of function: ([Tensor]) throws -> Tensor
) throws -> [NDArray<Double>] {
  try valueWithGradients(at: point, of: function).gradient
}

/// Computes the value and the gradient of a function of several arrays at a point.
///
/// - Parameters:
///   - point: One array for each argument.
///   - function: A scalar as an expression of its arguments.
/// - Throws: `ChainRuleError` if the expression is not a scalar or shapes do not fit, and what `function` throws.
public func valueWithGradients(
  at point: [NDArray<Double>], of function: ([Tensor]) throws -> Tensor
) throws -> ValueWithGradient {
  let arguments = point.enumerated().map { index, array in
    Tensor.parameter(point.count == 1 ? "x" : "x\(index)", shape: Shape(array.shape), initial: array)
  }
  return try function(arguments).valueWithGradient(withRespectTo: arguments)
}
