public import ChainRule

/// Checks the derivatives of a recorded loss as ``checkGradient(of:withRespectTo:at:modes:seed:)`` does, and throws the report unless
/// they are right: one line for a test, whichever framework runs it.
///
/// ```swift
/// let x = Tensor.parameter("x", shape: [2])
/// try expectGradient(of: sum(exp(x)), at: [x: [0, 1]])
/// ```
///
/// - Throws: ``WrongGradient``, whose description is the report, unless every derivative is right or a subgradient at a kink; and
///   what the check throws.
public func expectGradient(
  of loss: Tensor, withRespectTo variables: [Tensor]? = nil, at bindings: Bindings<Double> = [:],
  modes: GradientModes = .reverse, seed: UInt64 = 0
) throws {
  try checkGradient(of: loss, withRespectTo: variables, at: bindings, modes: modes, seed: seed).requireRight()
}
