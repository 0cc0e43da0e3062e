// The pieces of Swift source that operations are written with.

extension Written {
  /// A call of a free function: `sum(x, along: [0])`.
  package static func call(_ name: String, _ operands: [Written], _ arguments: [String] = []) -> Written {
    Written(name + "(" + (operands.map(\.argument) + arguments).joined(separator: ", ") + ")", .atom)
  }

  /// A call of a member: `x.reshaped(to: [2, 3])`.
  package func member(_ call: String) -> Written { Written(base + "." + call, .atom) }

  /// Two operands and an operator that binds from the left.
  package static func infix(_ operands: [Written], _ sign: String, _ precedence: Precedence) -> Written {
    func enclosed(_ operand: Written, _ isTight: Bool) -> String {
      isTight ? operand.text : "(\(operand.text))"
    }
    let left = enclosed(operands[0], operands[0].precedence >= precedence)
    let right = enclosed(operands[1], operands[1].precedence > precedence)
    return Written("\(left) \(sign) \(right)", precedence)
  }

  /// The text as something that a member or subscript can follow.
  package var base: String {
    if isNumber { return "Tensor(\(argument))" }
    return precedence == .atom ? text : "(\(text))"
  }

  /// The text between commas, where a negative number needs no parentheses.
  package var argument: String {
    isNumber && text.hasPrefix("(") ? String(text.dropFirst().dropLast()) : text
  }
}

extension Shape.Extent {
  /// The extent as Swift source.
  package var swift: String {
    switch self {
    case .fixed(let length): "\(length)"
    case .batch: ".batch"
    case .symbol(let name): ".symbol(\(String(reflecting: name)))"
    }
  }
}

extension Shape {
  /// The shape as Swift source: `[.batch, 3]`.
  package var swift: String { "[" + extents.map(\.swift).joined(separator: ", ") + "]" }
}
