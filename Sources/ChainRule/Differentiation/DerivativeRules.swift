/// The rules that a gradient is derived by: those beside each primitive, unless a test replaces some.
package struct DerivativeRules: Sendable {
  /// A rule as `PrimitiveFamily.pullback` has it.
  package typealias Rule =
    @Sendable (_ cotangent: Tensor, _ index: Int, _ inputs: Inputs, _ output: Tensor) -> Tensor?

  /// A rule as `PrimitiveFamily.pushforward` has it.
  package typealias ForwardRule =
    @Sendable (_ tangents: [Tensor?], _ inputs: Inputs, _ output: Tensor) -> Tensor?

  /// Both in one object, since the rules are handed to every step of a pass.
  private final class Replacements: Sendable {
    let rule: (@Sendable (Primitive) -> Rule?)?
    let forwardRule: (@Sendable (Primitive) -> ForwardRule?)?

    init(_ rule: (@Sendable (Primitive) -> Rule?)?, _ forwardRule: (@Sendable (Primitive) -> ForwardRule?)?) {
      self.rule = rule
      self.forwardRule = forwardRule
    }
  }

  private let replacements: Replacements?

  /// Every primitive's own rule.
  package static let standard = DerivativeRules()

  /// The standard rules, but for those primitives for which `replacement` returns another pullback, or
  /// `forwardReplacement` another pushforward.
  package init(
    replacing replacement: (@Sendable (Primitive) -> Rule?)? = nil,
    forward forwardReplacement: (@Sendable (Primitive) -> ForwardRule?)? = nil
  ) {
    let isStandard = replacement == nil && forwardReplacement == nil
    replacements = isStandard ? nil : Replacements(replacement, forwardReplacement)
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    let primitive = output.node.primitive
    if let rule = replacements?.rule?(primitive) { return rule(cotangent, index, inputs, output) }
    return primitive.family.pullback(cotangent, to: index, of: inputs, output: output)
  }

  package func pushforward(_ tangents: [Tensor?], of inputs: Inputs, output: Tensor) -> Tensor? {
    let primitive = output.node.primitive
    if let rule = replacements?.forwardRule?(primitive) { return rule(tangents, inputs, output) }
    return primitive.family.pushforward(tangents, of: inputs, output: output)
  }
}
