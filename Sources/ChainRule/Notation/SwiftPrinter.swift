/// Spells expressions out as source that `import ChainRule` compiles, with numbers that are read back to the last bit.
package enum SwiftPrinter {
  /// The expression as an operand of an operator that binds most loosely, or by itself.
  package static func text(of expression: SwiftExpression) -> String {
    switch expression {
    case .verbatim(let text): text
    case .number(let value): number(value)
    case .constant(let array): constant(array)
    case .indices(let indices): self.indices(indices)
    case .list(let elements): "[\(elements.map(text).joined(separator: ", "))]"
    case .negated(let operand): "-" + base(operand)
    case .infix(let left, let sign, let right): infix(left, sign, right)
    case .call(let name, let arguments): name + list(arguments)
    case .member(let operand, let name, let arguments): "\(base(operand)).\(name)\(list(arguments))"
    case .element(let operand, let places): "\(base(operand))[\(places.joined(separator: ", "))]"
    }
  }

  private static func precedence(of expression: SwiftExpression) -> Precedence {
    switch expression {
    case .infix(_, let sign, _): sign.precedence
    case .negated: .prefix
    default: .atom
    }
  }

  private static func number(_ value: Double) -> String {
    let literal = SwiftLiteral.text(of: value)
    if !value.isFinite { return "Tensor(\(literal))" }
    return value.sign == .minus ? "(\(literal))" : literal
  }

  /// Operators bind from the left; comparisons do not follow each other.
  private static func infix(
    _ left: SwiftExpression, _ sign: SwiftOperator, _ right: SwiftExpression
  ) -> String {
    let level = Swift.max(sign.precedence, .sum)
    func enclosed(_ operand: SwiftExpression, unless isTight: Bool) -> String {
      isTight ? text(of: operand) : "(\(text(of: operand)))"
    }
    let first = enclosed(left, unless: precedence(of: left) >= level)
    return "\(first) \(sign.rawValue) \(enclosed(right, unless: precedence(of: right) > level))"
  }

  /// What a member or a subscript can follow.
  private static func base(_ expression: SwiftExpression) -> String {
    if expression.isNumber { return text(of: expression.asTensor) }
    return precedence(of: expression) == .atom ? text(of: expression) : "(\(text(of: expression)))"
  }

  /// Between commas a negative number needs no parentheses.
  private static func list(_ arguments: [SwiftArgument]) -> String {
    let texts = arguments.map { argument in
      let value =
        if case .number(let value) = argument.value, value.isFinite { SwiftLiteral.text(of: value) } else {
          text(of: argument.value)
        }
      return (argument.label.map { "\($0): " } ?? "") + value
    }
    return "(\(texts.joined(separator: ", ")))"
  }

  private static func constant(_ array: NDArray<Double>) -> String {
    // A literal has no way to say [0, 3]: no rows, of three numbers each.
    let isEmptyOutside = array.count == 0 && array.shape.last != 0
    if isEmptyOutside { return "Tensor(0).broadcast(to: \(array.shape))" }
    return "Tensor.constant(\(SwiftLiteral.text(of: array)))"
  }

  private static func indices(_ indices: IndexArray) -> String {
    let list = "Tensor.indices(\(indices.elements))"
    return indices.shape.count == 1 ? list : "\(list).reshaped(to: \(indices.shape))"
  }
}
