/// The rules that a gradient is derived by: those beside each primitive, unless a test replaces some.
package struct DerivativeRules: Sendable {
  /// A rule as `PrimitiveFamily.pullback` has it.
  package typealias Rule =
    @Sendable (_ cotangent: Tensor, _ index: Int, _ inputs: [Tensor], _ output: Tensor) -> Tensor?

  private let replacement: @Sendable (Primitive) -> Rule?

  /// Every primitive's own rule.
  package static let standard = DerivativeRules { _ in nil }

  /// The standard rules, but for those primitives for which `replacement` returns another.
  package init(replacing replacement: @escaping @Sendable (Primitive) -> Rule?) {
    self.replacement = replacement
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: [Tensor], output: Tensor
  ) -> Tensor? {
    let primitive = output.node.primitive
    if let rule = replacement(primitive) { return rule(cotangent, index, inputs, output) }
    return primitive.family.pullback(cotangent, to: index, of: inputs, output: output)
  }
}
