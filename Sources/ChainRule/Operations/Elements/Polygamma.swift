/// The derivatives of log Γ: order 0 is the digamma function, order n its n-th derivative.
package struct Polygamma: DifferentiableMap {
  package let order: Int

  package var name: String { order == 0 ? "digamma" : "polygamma" }
  package var primitive: Primitive { .polygamma(self) }
  package var linearity: Linearity { .none }
  package var flow: CotangentFlow { .scaled(hasPoles: true) }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    // Beyond 170 the factorial in front overflows.
    if order < 0 || order > 170 {
      throw ChainRuleError(
        .declaration, in: name, operands: operands[0].labelled,
        problem: "the order \(order) is \(order < 0 ? "negative" : "too high")",
        mend: "order 0 is digamma, order n its n-th derivative, up to 170", at: location)
    }
    return operands[0].node.shape
  }

  package func partial(in index: Int, of inputs: Inputs, output: Tensor) -> Partial {
    .factor(.recording(.polygamma(Polygamma(order: order + 1)), [inputs[0]]))
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    .function(order == 0 ? "ψ" : "ψ" + Subscripts.text(of: order), operands[0])
  }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    order == 0
      ? .call("digamma", on: operands) : .call("polygamma", on: [.verbatim("\(order)")] + operands)
  }
}

/// Returns the digamma function of each element, the derivative of `log Γ(x)`; NaN at 0, −1, −2, ….
///
/// - Shape: That of `x`.
/// - Derivative: The trigamma function, `polygamma(1, x)`.
/// - Source: NIST DLMF §5.2 and §5.11.
public func digamma(_ x: Tensor) -> Tensor { .recording(.polygamma(Polygamma(order: 0)), [x]) }

/// Returns the polygamma function of each element: the derivative of order `order` of the digamma function.
///
/// - Shape: That of `x`.
/// - Derivative: `polygamma(order + 1, x)`.
/// - Source: NIST DLMF §5.15.
public func polygamma(
  _ order: Int, _ x: Tensor, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  .recording(.polygamma(Polygamma(order: order)), [x], at: .init(file, line))
}
