internal import ChainRule

/// Looks for a small point at which a gradient is wrong as well: with fewer rows, and with 0, 1 and −1 in the place
/// of values.
struct RecordedShrinking {
  /// The most points that are tried on the way.
  static let trialLimit = 60

  private(set) var bindings: Bindings<Double>
  /// The derivative that is farthest off at that point; nil if no smaller point is wrong.
  private(set) var shown: CheckedDerivative?
  private let worst: (Bindings<Double>) -> CheckedDerivative?
  private var trials = 0

  /// - Parameter worst: The derivative that is wrong by most at a point; nil if none is, or the point is none of the
  ///   loss's.
  init(from bindings: Bindings<Double>, worst: @escaping (Bindings<Double>) -> CheckedDerivative?) {
    self.bindings = bindings
    self.worst = worst
    dropRows()
    for (tensor, array) in bindings.entries { simplify(tensor, array.count) }
  }

  /// Keeps a point if the gradient is wrong there.
  private mutating func keeps(_ smaller: Bindings<Double>) -> Bool {
    guard trials < Self.trialLimit else { return false }
    trials += 1
    guard let found = worst(smaller) else { return false }
    (bindings, shown) = (smaller, found)
    return true
  }

  private mutating func dropRows() {
    let point = ShadowPoint(bindings)
    for (extent, length) in point.lengths.sorted(by: { "\($0.key)" < "\($1.key)" }) where length > 1 {
      for count in [1, 2, length / 2] where count < length && keeps(bindings.taking(count, of: extent)) {
        break
      }
    }
  }

  /// Sets all elements of an array alike, or its halves.
  private mutating func simplify(_ tensor: Tensor, _ count: Int) {
    var open = [0..<(bindings[tensor]?.count ?? 0)]
    while let range = open.popLast(), trials < Self.trialLimit {
      guard !range.isEmpty, let array = bindings[tensor] else { continue }
      if array.elements[range].allSatisfy({ [0, 1, -1].contains($0) }) { continue }
      let isSet = [0.0, 1, -1].contains { value in
        var elements = Array(array.elements)
        for position in range { elements[position] = value }
        var smaller = bindings
        smaller[tensor] = ShadowArray(shape: array.shape, elements: elements).array
        return keeps(smaller)
      }
      if isSet || range.count == 1 { continue }
      let middle = (range.lowerBound + range.upperBound) / 2
      open += [middle..<range.upperBound, range.lowerBound..<middle]
    }
  }
}

extension Bindings<Double> {
  /// The first elements along every axis of a symbolic length.
  fileprivate func taking(_ count: Int, of extent: Shape.Extent) -> Bindings {
    func lengths(_ tensor: Tensor, _ shape: [Int]) -> [Int] {
      zip(tensor.node.shape.extents, shape).map { $0 == extent ? Swift.min(count, $1) : $1 }
    }
    var result = Bindings(
      entries.map { tensor, array in
        let source = ShadowArray(array)
        return (tensor, ShadowArray(shape: lengths(tensor, array.shape)) { source.cut(at: $0) }.array)
      })
    for (tensor, integers) in indexEntries {
      let source = ShadowArray(shape: integers.shape, elements: integers.elements)
      let cut = ShadowArray(shape: lengths(tensor, integers.shape)) { source.cut(at: $0) }
      if let indices = try? IndexArray(shape: cut.shape, elements: cut.elements) {
        result.bind(indices, to: tensor)
      }
    }
    return result
  }
}

extension ShadowArray {
  /// The element at an index, where an axis of length 1 is not repeated.
  fileprivate func cut(at index: [Int]) -> Element {
    elements[zip(shape, index).reduce(0) { $0 * $1.0 + $1.1 }]
  }
}
