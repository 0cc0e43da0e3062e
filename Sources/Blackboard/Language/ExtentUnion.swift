import ChainRule

/// Lengths of axes that are not all known yet, and which of them are equal.
struct ExtentUnion {
  private var parents: [Int] = []
  private var known: [Shape.Extent?] = []

  mutating func new(_ extent: Shape.Extent? = nil) -> Int {
    parents.append(parents.count)
    known.append(extent)
    return parents.count - 1
  }

  /// The number that all equal lengths share.
  mutating func root(of length: Int) -> Int {
    var root = length
    while parents[root] != root { root = parents[root] }
    var next = length
    while parents[next] != root { (parents[next], next) = (root, parents[next]) }
    return root
  }

  mutating func extent(of length: Int) -> Shape.Extent? { known[root(of: length)] }

  mutating func set(_ length: Int, to extent: Shape.Extent) { known[root(of: length)] = extent }

  /// Makes two lengths equal, unless both are known: then what is recorded tells the mistake.
  mutating func unite(_ left: Int, _ right: Int) {
    let (a, b) = (root(of: left), root(of: right))
    if a == b || (known[a] != nil && known[b] != nil) { return }
    // Axes of length 1 broadcast.
    if known[a] == 1 || known[b] == 1 { return }
    // The one that is older stays, so that roots are found by where they came first.
    let (low, high) = (min(a, b), max(a, b))
    known[low] = known[low] ?? known[high]
    parents[high] = low
  }
}
