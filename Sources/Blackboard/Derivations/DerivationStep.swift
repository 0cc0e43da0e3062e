public import ChainRule

/// A step of a derivation: one application of the chain rule, a sum of contributions, or what is done to the result.
public struct DerivationStep: Sendable {
  /// What a step does.
  public enum Kind: Hashable, Sendable {
    /// Carries the derivative from an operation to one of its operands.
    case chainRule
    /// Adds up what the uses of one tensor contribute to its derivative.
    case contributions
    /// Puts in what names stand for, and simplifies.
    case simplification
    /// Writes the result element by element.
    case indexForm
  }

  /// What the step does.
  public let kind: Kind
  /// The rule's name in words, such as `power rule`.
  public let rule: String
  /// The recorded tensor in which the step gives the derivative, or a contribution to it.
  public let operand: Tensor
  /// What the backward pass recorded there: the product so far, of the shape of `operand`.
  public let product: Tensor
  /// The operation that the chain rule is applied to.
  package let operation: Tensor?
  /// The product as it is printed, on leaves that stand for what has a label.
  package let line: Tensor?
  /// The printed local derivative of an elementwise operation, on the same leaves.
  package let local: Tensor?
  /// Whether the product is only one of several contributions.
  package let isPart: Bool
  /// The step in words and formulas, below its rule.
  package let passages: [Passage]
  /// What stands behind the name of the rule.
  let title: [Phrase]

  init(
    _ kind: Kind, _ rule: String, operand: Tensor, product: Tensor, operation: Tensor? = nil,
    line: Tensor? = nil,
    local: Tensor? = nil, isPart: Bool = false, title: [Phrase] = [], passages: [Passage]
  ) {
    (self.kind, self.rule, self.operand, self.product) = (kind, rule, operand, product)
    (self.operation, self.line, self.local, self.isPart) = (operation, line, local, isPart)
    (self.title, self.passages) = (title, passages)
  }

  /// The same step with another printed product or local derivative, through which tests plant mistakes.
  package func replacing(line: Tensor?, local: Tensor?) -> DerivationStep {
    DerivationStep(
      kind, rule, operand: operand, product: product, operation: operation, line: line ?? self.line,
      local: local ?? self.local, isPart: isPart, title: title, passages: passages)
  }
}
