import ChainRule

/// An equation between elements of arrays, such as `gⱼ = Σᵢ Xᵢⱼ hᵢ`, read as it is printed.
struct ElementEquation: CustomStringConvertible {
  let sides: [TensorNotation]

  var description: String { sides.map { UnicodePrinter().text(of: $0) }.joined(separator: " = ") }

  /// Whether both sides are equal for all indices; also where a part is not read.
  ///
  /// - Parameters:
  ///   - values: The values of tensors.
  ///   - adjoints: The derivatives in them.
  ///   - product: What the left side stands for where it is the name of a contribution.
  func holds(
    _ values: [Tensor: NDArray<Double>], _ adjoints: [Tensor: NDArray<Double>], _ product: NDArray<Double>
  ) -> Bool {
    var reader = Reader(values: values, adjoints: adjoints, product: product)
    sides.forEach { reader.measure($0) }
    let free = sides[0].letters
    return reader.points(free).allSatisfy { point in
      guard let left = reader.value(sides[0], point), let right = reader.value(sides[1], point) else {
        return true
      }
      return Swift.abs(left - right) <= 1e-10 * Swift.max(1, Swift.abs(left))
    }
  }

  private struct Reader {
    let values: [Tensor: NDArray<Double>]
    let adjoints: [Tensor: NDArray<Double>]
    let product: NDArray<Double>
    var lengths: [String: Int] = [:]

    /// The array that a notation stands for; nil where it is no name.
    func array(_ notation: TensorNotation, of node: Node? = nil) -> NDArray<Double>? {
      switch notation {
      case .part(let inner, let subject): array(inner, of: inner.subject ?? subject)
      case .symbol(let name) where name.hasPrefix("g"): product
      case .symbol: node.flatMap { values[Tensor($0).unnamed] }
      case .quotient: node.flatMap { adjoints[Tensor($0).unnamed] }
      default: nil
      }
    }

    /// Takes down how long the axes are that letters go along.
    mutating func measure(_ notation: TensorNotation) {
      if case .element(let base, let letters) = notation.content, let array = array(base) {
        for (letter, length) in zip(letters.suffix(array.rank), array.shape) { lengths[letter] = length }
      }
      // The letters of a product or a negative are those of what it is made of.
      if case .element(let base, let letters) = notation.content, array(base) == nil {
        for operand in base.content.operands { measure(.element(operand, at: letters)) }
      }
      for operand in notation.operands { measure(operand) }
    }

    func points(_ letters: [String]) -> [[String: Int]] {
      letters.reduce([[:]]) { points, letter in
        points.flatMap { point in
          (0..<(lengths[letter] ?? 1)).map { point.merging([letter: $0]) { _, new in new } }
        }
      }
    }

    func value(_ notation: TensorNotation, _ point: [String: Int]) -> Double? {
      switch notation {
      case .part(let inner, _) where array(notation) == nil: return value(inner, point)
      case .number(let value): return value
      case .negated(let operand): return value(operand, point).map { -$0 }
      case .product(let left, let right, _), .juxtaposed(let left, let right):
        return value(left, point).flatMap { left in value(right, point).map { left * $0 } }
      case .indexedTotal(let term, let letters):
        let terms = points(letters).map { value(term, point.merging($0) { _, new in new }) }
        return terms.contains { $0 == nil } ? nil : terms.reduce(0) { $0 + ($1 ?? 0) }
      case .element(let base, let letters):
        switch base.content {
        case .product(let left, let right, _):
          return value(
            .product(.element(left, at: letters), .element(right, at: letters), isElementwise: false), point)
        case .negated(let operand): return value(.element(operand, at: letters), point).map { -$0 }
        case .number(let number): return number
        default:
          return array(base).flatMap { array in
            array.rank > letters.count
              ? nil : element(of: array, letters.suffix(array.rank).compactMap { point[$0] })
          }
        }
      default: return array(notation).flatMap { $0.rank == 0 ? $0.elements[0] : nil }
      }
    }

    private func element(of array: NDArray<Double>, _ place: [Int]) -> Double? {
      guard place.count == array.rank else { return nil }
      let offset = zip(place, array.shape).reduce(0) { $0 * $1.1 + Swift.min($1.0, $1.1 - 1) }
      return array.elements[offset]
    }
  }
}

extension Notation {
  /// The letters of an element.
  fileprivate var letters: [String] {
    if case .element(_, let letters) = content { letters } else { [] }
  }
}
