/// Numbers nodes in the order in which they are met, and finds the number of each by its identity.
///
/// Every look at a graph asks for every operand of every node: a dictionary, whose hash withstands hostile keys, took a
/// third of the time to differentiate and schedule. Addresses of nodes are nobody's to choose. The table holds numbers alone,
/// so that it stays in the cache.
///
/// - Source: D. E. Knuth, The Art of Computer Programming, volume 3, section 6.4, algorithm L (linear probing), and the
///   multiplicative hash of the same section.
struct NodePositions {
  /// The nodes met, by number; who asks sees to it that they live.
  private(set) var met: [Unmanaged<Node>] = []
  /// One more than the number of the node that is found there; 0 for none.
  private var table: [UInt32] = Array(repeating: 0, count: 32)

  /// The number of a node; nil if it was not met.
  subscript(node: Node) -> Int? {
    let found = table[place(of: Unmanaged.passUnretained(node))]
    return found == 0 ? nil : Int(found) - 1
  }

  /// The number of a node that is met, perhaps for the first time.
  mutating func meet(_ node: Unmanaged<Node>) -> Int {
    let place = place(of: node)
    if table[place] > 0 { return Int(table[place]) - 1 }
    met.append(node)
    table[place] = UInt32(met.count)
    if 2 * met.count >= table.count { grow() }
    return met.count - 1
  }

  /// Where a node is found, or would be.
  private func place(of node: Unmanaged<Node>) -> Int {
    let mask = table.count - 1
    let address = node.toOpaque()
    let hash = UInt64(UInt(bitPattern: address)) &* 0x9E37_79B9_7F4A_7C15
    var place = Int(truncatingIfNeeded: hash >> 32) & mask
    while table[place] > 0 && met[Int(table[place]) - 1].toOpaque() != address { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    table = Array(repeating: 0, count: 4 * table.count)
    for (number, node) in met.enumerated() { table[place(of: node)] = UInt32(number + 1) }
  }
}
