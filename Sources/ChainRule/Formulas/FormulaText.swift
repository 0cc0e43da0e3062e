/// A graph written in full: an expression, and what the names in it stand for that parts were given.
package struct FormulaText {
  package private(set) var root: TensorNotation = .ellipsis
  package private(set) var definitions: [(name: TensorNotation, value: TensorNotation)] = []

  /// Writes `root` bottom-up and without recursion.
  ///
  /// A part whose text grows beyond `longest` bytes is given a name and written once, so that the whole is never longer
  /// than linear in the graph.
  package init(of root: Node, in printer: some NotationPrinter, longest: Int) {
    let traversal = Traversal(from: [root])
    var written: [TensorNotation] = []
    for node in traversal.nodes {
      let operands = node.inputs.compactMap { input in traversal.index(of: input).map { written[$0] } }
      var result = TensorNotation(of: node, on: operands)
      if node !== root && printer.text(of: result).utf8.count > longest {
        let name = TensorNotation.symbol("t" + Subscripts.text(of: definitions.count + 1))
        definitions.append((name, result))
        result = .part(name, of: node)
      }
      written.append(result)
    }
    self.root = written[written.count - 1]
  }

  /// The expression, and behind the word what its names stand for: `t₁ + t₂, where t₁ = …, t₂ = …`.
  package func text(in printer: some NotationPrinter, where word: String) -> String {
    let parts = definitions.map { "\(printer.text(of: $0.name)) = \(printer.text(of: $0.value))" }
    return printer.text(of: root) + (parts.isEmpty ? "" : word + parts.joined(separator: ", "))
  }
}
