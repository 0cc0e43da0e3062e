/// An expression as text, with what its surroundings must know to place it.
package struct Written: Sendable {
  /// How tightly the outermost operation binds, from loose to tight.
  package enum Precedence: Int, Comparable, Sendable {
    case comparison, sum, product, prefix, juxtaposition, power, atom

    package static func < (left: Precedence, right: Precedence) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  package var text: String
  package var precedence: Precedence
  /// The number of axes of what is written.
  package var rank = 0
  /// The shape of what is written in full; a label does not know it.
  package var shape: Shape?
  /// Whether it is a number, such as `2` or `0.5`.
  package var isNumber = false
  /// Whether it is one letter, perhaps with a mark: such symbols stand side by side without a sign.
  package var isShort = false

  package init(_ text: String, _ precedence: Precedence) {
    self.text = text
    self.precedence = precedence
  }

  /// Whether the text starts with a minus sign that is not inside brackets.
  package var isNegative: Bool { text.hasPrefix("−") || text.hasPrefix("-") }

  /// The text without its minus sign.
  package var withoutSign: String { String(text.dropFirst()) }
}

extension Written {
  /// Writes `root` in full, bottom-up and without recursion.
  ///
  /// A part whose text grows beyond some hundred bytes is given a name and written once, so that the whole is never
  /// longer than linear in the graph.
  package static func complete(
    _ root: Node, in style: NotationStyle
  ) -> (text: String, definitions: [(name: String, text: String)]) {
    let limit = style == .latex ? 800 : 400
    var definitions: [(name: String, text: String)] = []
    let traversal = Traversal(from: [root])
    var written: [Written] = []
    for node in traversal.nodes {
      // A named tensor is a symbol; what it stands for is not written.
      let isSymbol = if case .name = node.primitive { true } else { false }
      let operands = isSymbol ? [] : node.inputs.compactMap { traversal.index(of: $0).map { written[$0] } }
      var result = node.primitive.family.written(operands, shape: node.shape, in: style)
      if result.text.utf8.count > limit && node !== root {
        let symbol = style.symbol("t" + style.subscripted(definitions.count + 1))
        definitions.append((symbol.text, result.text))
        result = symbol
      }
      result.rank = node.shape.rank
      result.shape = node.shape
      written.append(result)
    }
    return (written[written.count - 1].text, definitions)
  }
}
