public import ChainRule

/// What is given of a symbol in a proof.
public enum Assumption: Hashable, Sendable {
  /// Every element is greater than 0.
  case positive(Tensor)
  /// A matrix that equals its transpose.
  case symmetric(Tensor)

  /// The symbol.
  var tensor: Tensor {
    switch self {
    case .positive(let tensor), .symmetric(let tensor): tensor
    }
  }

  func validate() throws {
    let shape = try tensor.shape
    guard tensor.unnamed.node.inputs.isEmpty, tensor.name != nil else {
      throw ChainRuleError(
        .declaration, in: "prove", operands: tensor.label, problem: "something is assumed of an expression",
        mend: "assume it of an input or a parameter")
    }
    if case .symmetric = self, shape.rank != 2 || shape.extents[0] != shape.extents[1] {
      throw ChainRuleError(
        .shape, in: "prove", operands: tensor.labelled,
        problem: "it is assumed to be symmetric, and is not square",
        mend: "give it the shape [n, n]")
    }
  }
}
