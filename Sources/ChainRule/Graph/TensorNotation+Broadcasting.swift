// Operands that broadcast. Shapes align at their last axes; a formula tells axes only where that would be read otherwise.

extension Notation where Subject == Node {
  /// The operands of an operation element by element as they are written: without the axes of length 1 that a reader
  /// puts in by himself, in front or in the only places where the operand fits.
  package static func aligned(_ operands: [TensorNotation], in shape: Shape) -> [TensorNotation] {
    // An operand that has the shape of the result tells it to the reader.
    let telling = operands.map { $0.subject?.shape == shape && $0.withoutUnitAxes == nil }
    return operands.enumerated().map { index, operand in
      guard let own = operand.subject?.shape, own.rank > own.long.count, let bare = operand.withoutUnitAxes
      else { return operand }
      let isInFront = Array(own.extents.suffix(own.long.count)) == own.long
      let isTold = telling.indices.contains { $0 != index && telling[$0] }
      return isInFront || (isTold && own.long.isPlaced(in: shape)) ? bare : operand
    }
  }

  /// The product of a matrix and a vector, element by element, as that with a diagonal matrix.
  ///
  /// It is `diag(x) A` if each row is multiplied by a number, `A diag(x)` if each column is; nil where a reader cannot
  /// confuse these two, and for all else.
  package static func scaled(_ operands: [TensorNotation], shape: Shape) -> TensorNotation? {
    guard shape.rank == 2, let index = operands.firstIndex(where: { $0.subject?.shape == shape }) else {
      return nil
    }
    let (matrix, other) = (operands[index].asMatrixFactor, operands[1 - index])
    if let vector = other.columnVector { return .juxtaposed(.function("diag", vector), matrix) }
    // As written already, without axes of length 1: its length tells how many there are.
    guard other.rank == 1, other.withoutUnitAxes == nil, shape.extents.filter({ $0 == shape[1] }).count > 1
    else { return nil }
    return .juxtaposed(matrix, .function("diag", other))
  }

  /// `value`, which is for each position along the axes of `shape` but for `axes` the same number, as an operand beside
  /// one of that shape.
  package static func spread(_ value: TensorNotation, along axes: [Int], of shape: Shape) -> TensorNotation {
    let kept = shape.extents.indices.filter { !axes.contains($0) }
    let isInFront = kept == Array(shape.extents.indices.suffix(kept.count))
    if isInFront || kept.map({ shape[$0] }).isPlaced(in: shape) { return value }
    return .indexed(value, shape.extents.indices.map { axes.contains($0) ? .new : .all })
  }

  /// The same elements without axes of length 1 that were put in; nil if there are none, or others among them.
  package var withoutUnitAxes: TensorNotation? {
    guard let node = subject, node.shape.extents.contains(1) else { return nil }
    switch content {
    case .indexed(let base, let positions)
    where positions.allSatisfy(\.isWhole) && positions.contains(where: \.isNew)
      && base.rank == node.shape.long.count:
      return base
    case .transposed(let vector) where vector.rank == 1:
      return vector
    case let content:
      guard node.primitive.isElementByElement else { return nil }
      let result = content.mappingParts { part in part.rank == 0 ? part : part.withoutUnitAxes }
      return result.map { .part($0, of: node) }
    }
  }

  /// The same with each of its parts replaced that stands for a node, but not the parts of parts; nil where one has
  /// nothing to be replaced by, or where this is nothing that an operation element by element is written as.
  private func mappingParts(_ body: (TensorNotation) -> TensorNotation?) -> TensorNotation? {
    func mapped(
      _ left: TensorNotation, _ right: TensorNotation,
      _ joined: (TensorNotation, TensorNotation) -> TensorNotation
    ) -> TensorNotation? {
      guard let left = left.mappingParts(body), let right = right.mappingParts(body) else { return nil }
      return joined(left, right)
    }
    switch self {
    case .part: return body(self)
    case .number: return self
    case .sum(let left, let right): return mapped(left, right) { .sum($0, $1) }
    case .difference(let left, let right): return mapped(left, right) { .difference($0, $1) }
    case .product(let left, let right, let isElementwise):
      return mapped(left, right) { .product($0, $1, isElementwise: isElementwise) }
    case .quotient(let left, let right, let isScalar):
      return mapped(left, right) { .quotient($0, $1, isScalar: isScalar) }
    case .power(let base, let exponent): return mapped(base, exponent) { .power($0, $1) }
    case .comparison(let left, let relation, let right):
      return mapped(left, right) { .comparison($0, relation, $1) }
    case .negated(let operand): return operand.mappingParts(body).map { .negated($0) }
    case .root(let operand): return operand.mappingParts(body).map { .root($0) }
    case .enclosed(let operand, let fence): return operand.mappingParts(body).map { .enclosed($0, fence) }
    case .call(let name, let arguments, let axes):
      let results = arguments.compactMap { $0.mappingParts(body) }
      return results.count == arguments.count ? .call(name, results, over: axes) : nil
    default: return nil
    }
  }
}

extension Primitive {
  /// Whether elements of the result depend on the elements of the operands at the same place alone.
  fileprivate var isElementByElement: Bool {
    switch self {
    case .elementwise, .polygamma, .arithmetic, .comparison, .select, .stopGradient: true
    default: false
    }
  }
}

extension [Shape.Extent] {
  /// Whether a reader finds these in one place among the axes of `shape`; where the last of them have length 1, he would
  /// broadcast these.
  fileprivate func isPlaced(in shape: Shape) -> Bool {
    places(in: shape) == 1 && !shape.extents.suffix(count).contains(1)
  }

  /// In how many ways these can be found among the axes of `shape`, in their order.
  fileprivate func places(in shape: Shape) -> Int {
    var ways = [1] + Array<Int>(repeating: 0, count: count)
    for extent in shape.extents {
      for (index, own) in enumerated().reversed() where own == extent { ways[index + 1] += ways[index] }
    }
    return ways[count]
  }
}
