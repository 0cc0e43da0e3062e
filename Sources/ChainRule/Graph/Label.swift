extension Tensor: CustomStringConvertible {
  /// A bounded rendering of the expression with its shape: `X • w + b [N]`.
  public var description: String {
    if let invalidity { return "invalid tensor (\(invalidity))" }
    return labelled
  }

  /// The name, or else a bounded formula, as it stands in errors.
  package var label: String { Written.bounded(node, depth: 4).text }

  /// The label with the shape behind it: `X [N, 3]`.
  package var labelled: String { "\(label) \(node.shape)" }

  /// The given name of a leaf or of a named tensor.
  package var name: String? {
    switch node.primitive {
    case .leaf(.input(let name)), .leaf(.parameter(let name, _)): name
    case .name(let name): name.text
    default: nil
    }
  }
}

extension Written {
  /// Writes `node` without looking further than `depth` operations down, so that it costs the same on a graph
  /// of any size.
  package static func bounded(_ node: Node, depth: Int) -> Written {
    let family = node.primitive.family
    if case .name = node.primitive {
      let isLong = family.name.utf8.count > 240
      var symbol =
        isLong ? NotationStyle.unicode.symbol("…") : family.written([], shape: node.shape, in: .unicode)
      symbol.rank = node.shape.rank
      return symbol
    }
    if depth == 0 && !node.inputs.isEmpty { return NotationStyle.unicode.symbol("…") }
    // Many operands with many operands each would be too many, four operations down.
    let depth = node.inputs.count > 8 ? Swift.min(depth, 1) : depth
    let operands = node.inputs.map { bounded($0, depth: depth - 1) }
    var written = family.written(operands, shape: node.shape, in: .unicode)
    written.rank = node.shape.rank
    return written.text.count > 60 ? NotationStyle.unicode.symbol("…") : written
  }
}
