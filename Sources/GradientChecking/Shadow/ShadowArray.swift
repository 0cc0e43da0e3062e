/// Elements in row-major order, read one by one by their index.
package struct ShadowArray<Element> {
  package let shape: [Int]
  package var elements: [Element]

  package init(shape: [Int], elements: [Element]) {
    self.shape = shape
    self.elements = elements
  }

  /// The elements that `element` gives for each index.
  package init(shape: [Int], _ element: ([Int]) throws -> Element) rethrows {
    self.shape = shape
    elements = []
    elements.reserveCapacity(shape.reduce(1, *))
    try ShadowIndex.forEach(in: shape) { elements.append(try element($0)) }
  }

  /// Where the element stands that an index of a shape reads to which this one is repeated, aligned at the last axes.
  package func offset(of index: [Int]) -> Int {
    let missing = index.count - shape.count
    var offset = 0
    for axis in shape.indices {
      let length = shape[axis]
      offset = offset * length + (length == 1 ? 0 : index[axis + missing])
    }
    return offset
  }

  package subscript(index: [Int]) -> Element { elements[offset(of: index)] }

  package func map<Other>(_ transform: (Element) throws -> Other) rethrows -> ShadowArray<Other> {
    ShadowArray<Other>(shape: shape, elements: try elements.map(transform))
  }

  /// The elements on the line along `axis` that goes through `index`.
  func line(along axis: Int, through index: [Int]) -> [Element] {
    let stride = shape[(axis + 1)...].reduce(1, *)
    let start = offset(of: index) - index[axis] * stride
    return (0..<shape[axis]).map { elements[start + $0 * stride] }
  }

  /// The lines along some axes, which disappear, each under the index that is left.
  func lines(over axes: [Int], into target: [Int]) -> ShadowArray<[Element]> {
    let kept = shape.indices.filter { !axes.contains($0) }
    var lines = Array(repeating: [Element](), count: target.reduce(1, *))
    var position = 0
    ShadowIndex.forEach(in: shape) { index in
      let place = kept.reduce(0) { $0 * shape[$1] + index[$1] }
      lines[place].append(elements[position])
      position += 1
    }
    return ShadowArray<[Element]>(shape: target, elements: lines)
  }
}

/// Indices in row-major order.
enum ShadowIndex {
  /// - Complexity: One array for all of them.
  static func forEach(in shape: [Int], _ body: ([Int]) throws -> Void) rethrows {
    if shape.contains(0) { return }
    var index = Array(repeating: 0, count: shape.count)
    while true {
      try body(index)
      var axis = shape.count - 1
      while axis >= 0 {
        index[axis] += 1
        if index[axis] < shape[axis] { break }
        index[axis] = 0
        axis -= 1
      }
      if axis < 0 { return }
    }
  }
}
