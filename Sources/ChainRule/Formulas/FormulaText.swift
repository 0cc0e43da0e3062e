/// A graph written in full: an expression, and what the names in it stand for that parts were given.
package struct FormulaText {
  package private(set) var root: TensorNotation = .ellipsis
  package private(set) var definitions: [(name: TensorNotation, value: TensorNotation)] = []

  /// How many symbols and signs a part may have, before it is given a name.
  private static let longest = 100
  /// How many one may have that is used more than once.
  private static let longestRepeated = 24

  /// Writes `root` bottom-up and without recursion.
  ///
  /// A part that grows too long is given a name and written once, and so is a shorter one that is used again, unless it is
  /// to be written each time (`isRepeating`): the whole is never longer than linear in the graph.
  ///
  /// - Parameter given: What nodes are written as that are not to be written as what they are.
  package init(of root: Node, isRepeating: Bool = false, given: [ObjectIdentifier: TensorNotation] = [:]) {
    let traversal = Traversal(from: [root])
    let uses = Self.uses(in: traversal)
    var names = FormulaNames(of: traversal.nodes.enumerated().filter { uses[$0.offset] > 0 }.map(\.element))
    var written: [TensorNotation] = []
    for (index, node) in traversal.nodes.enumerated() {
      // What a name stands for is not written.
      if uses[index] == 0 {
        written.append(.ellipsis)
        continue
      }
      let operands = node.inputs.compactMap { input in traversal.index(of: input).map { written[$0] } }
      var result = TensorNotation(of: node, on: operands)
      if let name = names.name(of: node) { result = .part(.symbol(name), of: node) }
      if let given = given[node.identity] { result = .part(given, of: node) }
      let size = result.size
      if node !== root && size > (uses[index] > 1 && !isRepeating ? Self.longestRepeated : Self.longest) {
        let name = TensorNotation.part(.symbol(names.next()), of: node)
        definitions.append((name, result))
        result = name
      }
      written.append(result)
    }
    self.root = written[written.count - 1]
  }

  /// How often each node is written, with the root once; not at all where it stands only below a name.
  private static func uses(in traversal: Traversal) -> [Int] {
    var uses = Array(repeating: 0, count: traversal.nodes.count)
    uses[uses.count - 1] = 1
    for (index, node) in traversal.nodes.enumerated().reversed() where uses[index] > 0 {
      if case .name = node.primitive { continue }
      for input in node.inputs { traversal.index(of: input).map { uses[$0] += 1 } }
    }
    return uses
  }

  /// The expression with `suffix` behind it, and behind the printer's word what its names stand for:
  /// `t₁ + t₂, where t₁ = …, t₂ = …`.
  package func text(in printer: some NotationPrinter, suffix: String = "") -> String {
    let parts = definitions.map { printer.equation([printer.text(of: $0.name), printer.whole($0.value)]) }
    return printer.whole(root) + suffix
      + (parts.isEmpty ? "" : printer.whereWord + parts.joined(separator: printer.comma))
  }
}
