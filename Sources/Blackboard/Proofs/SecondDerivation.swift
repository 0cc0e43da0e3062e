package import ChainRule

/// A gradient derived a second time, by single numbers in index notation: it shares no rule with the recorded one.
package struct SecondDerivation {
  /// Whether a recorded gradient has the normal form of the second one, but for points at which a choice ties.
  ///
  /// - Parameters:
  ///   - gradient: The derivative by `variable`: axes of `tensor` first, then those of the variable.
  ///   - tensor: What was differentiated.
  ///   - variable: An input or a parameter.
  /// - Throws: `Intractable` where there is no normal form.
  package static func confirms(_ gradient: Tensor, of tensor: Tensor, by variable: Tensor) throws -> Bool {
    try difference(gradient, of: tensor, by: variable) == nil
  }

  /// What a recorded gradient has beyond the second one, in index notation; nil if it is nothing.
  package static func difference(
    _ gradient: Tensor, of tensor: Tensor, by variable: Tensor
  ) throws -> String? {
    let algebra = IndexAlgebra()
    let forms = try NormalForm(algebra: algebra).polynomials(of: [tensor, gradient])
    let node = variable.unnamed.node
    let symbol = algebra.symbolNumber(.node(node.identity), of: node)
    let axes = node.shape.extents.map { algebra.length($0) }
    let second = try algebra.derivative(of: forms[0], by: symbol, axes)
    let difference = try algebra.minus(forms[1], second)
    let rest = algebra.withoutTies(difference).rest
    return try algebra.vanishes(rest) ? nil : TermPrinter(algebra: algebra).text(of: rest).unicode
  }
}
