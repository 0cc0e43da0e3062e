extension Tensor {
  /// The parameters that this tensor depends on, in the order in which the recorded graph meets them.
  ///
  /// ```swift
  /// let X = Tensor.input("X", shape: [.batch, 2])
  /// let w = Tensor.parameter("w", shape: [2])
  /// let b = Tensor.parameter("b", shape: [])
  /// (X • w + b).parameters == [w, b]  // true
  /// (X • w + b).inputs == [X]         // true
  /// ```
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
