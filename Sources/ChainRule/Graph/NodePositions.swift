/// A number for each of some nodes, found by their identity.
///
/// Every look at a graph asks it several times for every node: a dictionary, whose hash withstands hostile keys, took a
/// third of the time to differentiate and schedule. Addresses of nodes are nobody's to choose.
///
/// - Source: D. E. Knuth, The Art of Computer Programming, volume 3, section 6.4, algorithm L (linear probing), and the
///   multiplicative hash of the same section.
struct NodePositions {
  private var keys: [UInt]
  private var values: [Int]
  private var count = 0

  init() {
    keys = Array(repeating: 0, count: 16)
    values = Array(repeating: 0, count: 16)
  }

  /// The number of a node; nil if it has none.
  subscript(node: Node) -> Int? {
    get {
      let place = place(of: key(node))
      return keys[place] == 0 ? nil : values[place]
    }
    set {
      guard let newValue else { return }
      if 2 * count >= keys.count { grow() }
      let key = key(node)
      let place = place(of: key)
      if keys[place] == 0 { count += 1 }
      (keys[place], values[place]) = (key, newValue)
    }
  }

  /// The address, which is never 0.
  private func key(_ node: Node) -> UInt { UInt(bitPattern: node.identity) }

  /// Where a key is, or would be.
  private func place(of key: UInt) -> Int {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[place] != key && keys[place] != 0 { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: 0, count: 2 * oldKeys.count)
    values = keys.map { _ in 0 }
    for (key, value) in zip(oldKeys, oldValues) where key != 0 {
      let place = place(of: key)
      (keys[place], values[place]) = (key, value)
    }
  }
}
