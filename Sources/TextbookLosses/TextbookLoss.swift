package import ChainRule

/// A loss as books write it, and the closed forms of its derivatives that they print.
package struct TextbookLoss: Sendable {
  /// One derivative, and the form in which it was published.
  package struct Derivative: Sendable {
    package let variable: Tensor
    /// 1 for the gradient, 2 for the Hessian.
    package let order: Int
    /// The published form in the letters, the layout and the scale of the loss; nil where no book prints one.
    package let published: String?
  }

  package let name: String
  package let loss: Tensor
  package let derivatives: [Derivative]
  /// Where the published forms stand.
  package let source: String

  /// The derivative as the library finds it.
  package func recorded(_ derivative: Derivative) throws -> Tensor {
    let variable = derivative.variable
    if try derivative.order == 2 && variable.shape.rank > 1 {
      let direction = Self.direction(of: variable)
      return try loss.hessianVectorProduct(withRespectTo: [variable], along: [direction])[variable]
    }
    if derivative.order == 2 { return try loss.hessian(withRespectTo: variable) }
    return try loss.gradient(withRespectTo: [variable])[variable]
  }

  /// The direction D along which the gradient in a matrix changes: second derivatives in matrices are four-dimensional, and
  /// books print them so.
  package static func direction(of variable: Tensor) -> Tensor { directions[variable] ?? variable }

  private static let directions: [Tensor: Tensor] = {
    let variables = Set(all.flatMap { $0.derivatives.map(\.variable) }.filter { $0.node.shape.rank > 1 })
    return Dictionary(uniqueKeysWithValues: variables.map { ($0, Tensor.input("D", shape: $0.node.shape)) })
  }()

  /// All that the losses and the derivatives are computed from.
  package static let leaves = Symbols.leaves + directions.values

  /// All of them.
  package static let all = regressions + classifications + likelihoods + matrices + models
}

extension TextbookLoss {
  /// A loss with its derivatives, those of one variable beside each other: gradient, then Hessian.
  init(_ name: String, _ loss: Tensor, _ forms: [(Tensor, [String?])], source: String) {
    self.name = name
    self.loss = loss
    self.source = source
    derivatives = forms.flatMap { variable, published in
      published.enumerated().map {
        Derivative(variable: variable, order: $0.offset + 1, published: $0.element)
      }
    }
  }
}
