package import ChainRule

extension TextbookLoss {
  /// All leaves, so that each program reads all data; indices as what is made of them.
  package static let readLeaves = leaves.map { leaf in
    if case .leaf(.indices) = leaf.node.primitive { oneHot(leaf, count: 3) } else { leaf }
  }

  /// Four rows, lengths that differ, and square matrices far from singular.
  package static let data: Bindings<Double> = {
    var generator = SeededGenerator(seed: 14)
    let lengths: [String: Int] = ["N": 4, "m": 2, "n": 3, "k": 2]
    let arrays = leaves.map { leaf -> NDArray<Double> in
      let shape = leaf.node.shape.extents.map { extent -> Int in
        if case .fixed(let length) = extent { length } else { lengths[extent.description] ?? 1 }
      }
      let isClasses = if case .leaf(.indices) = leaf.node.primitive { true } else { false }
      return NDArray<Double>.initialized(shape: shape) { target in
        for index in 0..<shape.reduce(1, *) {
          let isDiagonal = shape == [3, 3] && index % 4 == 0
          target[index] = isClasses ? Double(index % 3) : 0.2 + generator.uniform() + (isDiagonal ? 2 : 0)
        }
      }
    }
    return Bindings(zip(leaves, arrays))
  }()
}
