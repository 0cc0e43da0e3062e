extension Tensor {
  /// The parameters that this tensor depends on, in the order in which the recorded graph meets them.
  public var parameters: [Tensor] {
    leaves { if case .parameter = $0 { true } else { false } }
  }

  /// The inputs, of numbers and of indices, that this tensor depends on, in the order in which the recorded graph
  /// meets them.
  public var inputs: [Tensor] {
    leaves { leaf in
      switch leaf {
      case .input, .indices: true
      default: false
      }
    }
  }

  private func leaves(_ isWanted: (Leaf) -> Bool) -> [Tensor] {
    Traversal(from: [node]).nodes.compactMap { node in
      if case .leaf(let leaf) = node.primitive, isWanted(leaf) { Tensor(node) } else { nil }
    }
  }

  /// The initial value that a parameter was declared with; nil if it has none, or this is no parameter.
  public var initialValue: NDArray<Double>? {
    if case .leaf(.parameter(_, let initial)) = unnamed.node.primitive { initial } else { nil }
  }
}
