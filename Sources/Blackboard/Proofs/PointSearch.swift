internal import ChainRule

/// Points at which two expressions are compared.
struct PointSearch {
  let assumptions: [Assumption]
  private let comparison: SideComparison
  private let leaves: [Tensor]
  private let symbols: [Shape.Extent]

  init(_ left: Tensor, _ right: Tensor, _ assumptions: [Assumption]) {
    self.assumptions = assumptions
    comparison = SideComparison(left, right)
    let nodes = Traversal(from: [left.node, right.node]).nodes
    var (leaves, symbols): ([Tensor], [Shape.Extent]) = ([], [])
    for node in nodes {
      var extents = node.shape.extents
      if case .leaf(let leaf) = node.primitive {
        switch leaf {
        case .input, .parameter: leaves.append(Tensor(node))
        case .indices(_, let bound):
          leaves.append(Tensor(node))
          extents.append(bound)
        case .extent(let extent), .positions(let extent): extents.append(extent)
        case .freedom(let counted, _): extents += counted.extents
        default: break
        }
      }
      for extent in extents where extent.isSymbolic && !symbols.contains(extent) { symbols.append(extent) }
    }
    self.leaves = leaves
    self.symbols = symbols
  }

  /// Lengths for the symbols, all different.
  private func lengths(_ attempt: Int) -> [Shape.Extent: Int] {
    let all = [3, 2, 4, 5, 6, 7, 8, 9]
    return Dictionary(
      uniqueKeysWithValues: symbols.enumerated().map { ($1, all[($0 + attempt) % all.count]) })
  }

  private func point(_ lengths: [Shape.Extent: Int], _ style: SamplePoint.Style, _ seed: Int) -> SamplePoint {
    SamplePoint(of: leaves, lengths: lengths, style, assuming: assumptions, seed: UInt64(seed))
  }

  /// At how many points of different sizes both sides agree, of `wanted` ones; or one at which they differ.
  func agreements(_ wanted: Int) -> (count: Int, difference: Counterexample?) {
    var count = 0
    for attempt in 0..<4 * wanted where count < wanted {
      let style = [SamplePoint.Style.mixed, .positive, .fractions][(attempt / wanted) % 3]
      let point = point(lengths(attempt), style, 1000 + attempt)
      switch comparison.outcome(at: point) {
      case .agree: count += 1
      case .differ(let element, let left, let right):
        return (count, smaller() ?? told(point, element, left, right))
      case .unknown: continue
      }
    }
    return (count, nil)
  }

  /// A point at which the sides differ, as small as one is found; nil if there is none among those that are tried.
  func counterexample() -> Counterexample? {
    var found: Counterexample?
    search: for attempt in 0..<4 {
      for style in [SamplePoint.Style.mixed, .positive, .fractions] {
        let point = point(lengths(attempt), style, 1 + attempt)
        if case .differ(let element, let left, let right) = comparison.outcome(at: point) {
          found = told(point, element, left, right)
          break search
        }
      }
    }
    guard let found else { return nil }
    return smaller() ?? found
  }

  /// The same with small whole numbers and short axes.
  private func smaller() -> Counterexample? {
    let sizes = symbols.count > 3 ? [[2], [3]] : Self.sizes(symbols.count)
    for size in sizes {
      let lengths = Dictionary(
        uniqueKeysWithValues: symbols.enumerated().map { ($1, size.count == 1 ? size[0] : size[$0]) })
      for seed in 0..<3 {
        for style in [SamplePoint.Style.naturals, .integers] {
          let point = point(lengths, style, 7 + seed)
          if case .differ(let element, let left, let right) = comparison.outcome(at: point) {
            return told(point, element, left, right)
          }
        }
      }
    }
    return nil
  }

  /// All lists of lengths from 1 to 3, the smallest first.
  private static func sizes(_ count: Int) -> [[Int]] {
    var all: [[Int]] = [[]]
    for _ in 0..<count { all = all.flatMap { list in (1...3).map { list + [$0] } } }
    return all.sorted { ($0.reduce(0, +), $0.description) < ($1.reduce(0, +), $1.description) }
  }

  private func told(_ point: SamplePoint, _ element: [Int], _ left: Double, _ right: Double) -> Counterexample
  {
    let named = point.arrays.map { (name: $0.tensor.label, value: $0.value) }
    // A length that no array shows.
    let shown = Set(point.arrays.flatMap { $0.tensor.node.shape.extents })
    let rest = point.lengths.filter { !shown.contains($0.key) }
      .map { (name: $0.key.description, value: NDArray<Double>(Double($0.value))) }
    return Counterexample(
      values: named + rest.sorted { $0.name < $1.name }, element: element, left: left, right: right)
  }
}
