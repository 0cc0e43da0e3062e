package import ChainRule

/// Which comparisons an evaluation met that were too close to call, and which that were even.
package final class ShadowDecisions {
  /// Where two numbers that vary are equal: a derivative may not exist.
  package private(set) var ties: [Node] = []
  /// Where two numbers are too close to tell which is the greater: any result may be that of the wrong branch.
  package private(set) var undecided: [Node] = []

  /// The places of the numbers that tie, where they have one.
  private(set) var tiedPlaces: [Int] = []

  /// How two numbers compare in the operation `node`.
  ///
  /// - Parameter isReplayed: Whether the graph compares values with what was chosen of them before, as derivative
  ///   rules do: what has the same middle is then the same.
  func relation<Number: RealNumber>(
    _ a: Number, _ b: Number, in node: Node, isReplayed: Bool
  ) -> RealOrder.Relation {
    let order = a.compared(to: b)
    if !order.isCertain {
      if !(isReplayed && order.relation == .equal) { note(node, in: &undecided) }
    } else if order.relation == .equal && !(a.isConstant && b.isConstant) {
      note(node, in: &ties)
      tiedPlaces += [a.place, b.place].compactMap(\.self)
    }
    return order.relation
  }

  /// Notes that an operation is at a point of its operands where it has no derivative.
  func edge<Number: RealNumber>(of node: Node, at operands: [Number]) {
    note(node, in: &ties)
    tiedPlaces += operands.compactMap(\.place)
  }

  /// Notes that nothing is known of an operation here.
  func giveUp(on node: Node) { note(node, in: &undecided) }

  private func note(_ node: Node, in nodes: inout [Node]) {
    if nodes.last !== node { nodes.append(node) }
  }
}
