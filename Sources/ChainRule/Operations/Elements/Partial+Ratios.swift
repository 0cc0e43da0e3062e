extension Partial {
  /// `factor / divisor`, where that is one function that neither overflows nor loses digits; nil of anything else.
  static func ratio(_ factor: Tensor, _ divisor: Tensor) -> Partial? {
    let (above, below) = (factor.unnamed.node, divisor.unnamed.node)
    switch above.primitive {
    case .elementwise(.exp), .normalization, .arithmetic(.divide): return above === below ? .one : nil
    case .elementwise(.negate):
      return ratio(Tensor(above.inputs[0], origin: factor.origin), divisor).flatMap(\.negated)
    case .elementwise(.sigmoidSlope):
      let x = Tensor(above.inputs[0], origin: factor.origin)
      if below.isFunction(.sigmoid, of: x.node) { return .factor(sigmoid(x.opposite)) }
      guard case .arithmetic(.subtract) = below.primitive, case .leaf(.number(1)) = below.inputs[0].primitive,
        Tensor(below.inputs[1]).unnamed.node.isFunction(.sigmoid, of: x.node)
      else { return nil }
      return .factor(Tensor(below.inputs[1], origin: factor.origin))
    case .elementwise(.sinh):
      let x = Tensor(above.inputs[0], origin: factor.origin)
      return below.isFunction(.cosh, of: x.node) ? .factor(tanh(x)) : nil
    case .arithmetic(.multiply): return ratio(ofProduct: above, below, factor.origin)
    default: return nil
    }
  }

  /// That of the slopes that are products: of sech, of squares and of powers.
  private static func ratio(ofProduct above: Node, _ below: Node, _ origin: Node?) -> Partial? {
    let (first, second) = (above.inputs[0], above.inputs[1])
    switch (below.primitive, first.primitive) {
    case (.elementwise(.sech), _) where first === below: return .factor(Tensor(second, origin: origin))
    case (.elementwise(.square), .leaf(.number(2))) where second === below.inputs[0]:
      return .quotient(Tensor(first), Tensor(second, origin: origin))
    case (.arithmetic(.power), .leaf(.number(let exponent))):
      guard case .leaf(.number(exponent)) = below.inputs[1].primitive,
        case .arithmetic(.power) = second.primitive, second.inputs[0] === below.inputs[0],
        case .leaf(.number(exponent - 1)) = second.inputs[1].primitive
      else { return nil }
      return .quotient(Tensor(first), Tensor(below.inputs[0], origin: origin))
    default: return nil
    }
  }
}

extension Tensor {
  /// Whether this is a factor of one of the kinds that cancel: to be found out at once, as most do not.
  var mayCancel: Bool {
    if node.references.isEmpty { return false }
    return switch unnamed.node.primitive {
    case .elementwise(.exp), .elementwise(.sigmoidSlope), .elementwise(.sinh), .elementwise(.negate),
      .normalization,
      .arithmetic(.divide), .arithmetic(.multiply):
      true
    default: false
    }
  }

  /// Whether this is a divisor of one of the kinds that are cancelled, perhaps moved.
  var mayBeCancelled: Bool {
    switch unnamed.node.primitive {
    case .elementwise(.exp), .elementwise(.sigmoid), .elementwise(.cosh), .elementwise(.sech),
      .elementwise(.square),
      .normalization, .arithmetic(.divide), .arithmetic(.subtract), .arithmetic(.power), .slice, .reshape,
      .permutation, .reversal, .gather:
      true
    default: false
    }
  }
}

extension Partial {
  /// The derivative with the other sign; nil where that would have to be computed.
  fileprivate var negated: Partial? {
    switch self {
    case .zero: .zero
    case .one: .minusOne
    case .minusOne: .one
    case .factor(let factor): .factor(-factor)
    case .quotient(let above, let below): .quotient(-above, below)
    case .choice, .divisor: nil
    }
  }
}

extension Tensor {
  /// The negative, of a negative what it is of.
  fileprivate var opposite: Tensor {
    guard case .elementwise(.negate) = node.primitive else { return -self }
    return Tensor(node.inputs[0], origin: origin)
  }
}

extension Node {
  fileprivate func isFunction(_ function: Elementwise, of operand: Node) -> Bool {
    primitive == .elementwise(function) && inputs[0] === operand
  }
}
