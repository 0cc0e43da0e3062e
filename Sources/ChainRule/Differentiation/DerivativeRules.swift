/// The rules that a gradient is derived by: those beside each primitive, unless a test replaces some.
package struct DerivativeRules: Sendable {
  /// A rule as `PrimitiveFamily.pullback` has it.
  package typealias Rule =
    @Sendable (_ cotangent: Tensor, _ index: Int, _ inputs: Inputs, _ output: Tensor) -> Tensor?

  /// A rule as `PrimitiveFamily.pushforward` has it.
  package typealias ForwardRule =
    @Sendable (_ tangents: [Tensor?], _ inputs: Inputs, _ output: Tensor) -> Tensor?

  private let replacement: (@Sendable (Primitive) -> Rule?)?
  private let forwardReplacement: (@Sendable (Primitive) -> ForwardRule?)?

  /// Every primitive's own rule.
  package static let standard = DerivativeRules()

  /// The standard rules, but for those primitives for which `replacement` returns another pullback, or
  /// `forwardReplacement` another pushforward.
  package init(
    replacing replacement: (@Sendable (Primitive) -> Rule?)? = nil,
    forward forwardReplacement: (@Sendable (Primitive) -> ForwardRule?)? = nil
  ) {
    self.replacement = replacement
    self.forwardReplacement = forwardReplacement
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    let primitive = output.node.primitive
    if let rule = replacement?(primitive) { return rule(cotangent, index, inputs, output) }
    return primitive.family.pullback(cotangent, to: index, of: inputs, output: output)
  }

  package func pushforward(_ tangents: [Tensor?], of inputs: Inputs, output: Tensor) -> Tensor? {
    let primitive = output.node.primitive
    if let rule = forwardReplacement?(primitive) { return rule(tangents, inputs, output) }
    return primitive.family.pushforward(tangents, of: inputs, output: output)
  }
}
