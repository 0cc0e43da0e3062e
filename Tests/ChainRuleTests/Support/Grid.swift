import ChainRule

/// Elements in row-major order, for plain evaluations: written for clarity, one element at a time.
struct Grid<Element> {
  var shape: [Int]
  var elements: [Element]

  init(shape: [Int], elements: [Element]) {
    self.shape = shape
    self.elements = elements
  }

  /// The elements that `element` gives for each index.
  init(shape: [Int], _ element: ([Int]) -> Element) {
    self.init(shape: shape, elements: Grid.indices(shape).map(element))
  }

  /// Every index of an array of shape `lengths`, in row-major order.
  static func indices(_ lengths: [Int]) -> [[Int]] {
    lengths.reduce([[]]) { prefixes, length in
      prefixes.flatMap { prefix in (0..<length).map { prefix + [$0] } }
    }
  }

  /// The element at `index` of the broadcast shape to which `index` belongs.
  func at(_ index: [Int]) -> Element {
    var offset = 0
    for (axis, length) in shape.enumerated() {
      offset = offset * length + (length == 1 ? 0 : index[axis + index.count - shape.count])
    }
    return elements[offset]
  }

  /// The elements on the line along `axis` that goes through `index`.
  func fiber(along axis: Int, through index: [Int]) -> [Element] {
    (0..<shape[axis]).map { position in
      var place = index
      place[axis] = position
      return at(place)
    }
  }

  /// The elements whose index is `index` but for the positions in `axes`.
  func block(over axes: [Int], through index: [Int]) -> [Element] {
    let lengths = shape.indices.map { axes.contains($0) ? shape[$0] : 1 }
    return Grid.indices(lengths).map { offset in
      at(index.indices.map { axes.contains($0) ? offset[$0] : index[$0] })
    }
  }

  /// What `body` makes of each block.
  func reduced(over axes: [Int], to target: [Int], _ body: ([Element]) -> Element) -> Grid {
    Grid(shape: target) { index in
      var kept = index[...]
      let whole = shape.indices.map { axes.contains($0) ? 0 : kept.removeFirst() }
      return body(block(over: axes, through: whole))
    }
  }

  /// The elements that a cumulative sum adds up for `index`.
  func terms(of sum: CumulativeSum, at index: [Int]) -> [Element] {
    let fiber = fiber(along: sum.axis, through: index)
    return sum.isReversed ? Array(fiber[index[sum.axis]...]) : Array(fiber[...index[sum.axis]])
  }

  /// The pairs of elements that a matrix product multiplies for `index` of its result.
  static func factors(_ a: Grid, _ b: Grid, at index: [Int]) -> [(Element, Element)] {
    let isRow = a.shape.count == 1
    let isColumn = b.shape.count == 1
    let matrices = (isRow ? 0 : 1) + (isColumn ? 0 : 1)
    let leading = index.dropLast(matrices)
    let rest = index.suffix(matrices)
    return (0..<a.shape[a.shape.count - 1]).map { k in
      let left = isRow ? [k] : leading + rest.prefix(1) + [k]
      let right = isColumn ? [k] : leading + [k] + rest.suffix(1)
      return (a.at(left), b.at(right))
    }
  }
}
