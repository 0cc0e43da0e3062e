// Axes of length 1, of which a reader must be told, since all others are counted with them.

extension Notation where Subject == Node {
  /// The elements of `operand` with axes of length 1 put in or left out, until they have the shape `target`; nil where
  /// that takes more.
  package static func settingUnitAxes(of operand: TensorNotation, to target: Shape) -> TensorNotation? {
    guard let own = operand.subject?.shape, own.long == target.long else { return nil }
    let (base, positions) = operand.positions(in: own)
    var result: [Position<Node>] = []
    var wanted = target.extents[...]
    var lengths = own.extents[...]
    for position in positions {
      guard !position.isNumber, let length = lengths.popFirst() else {
        result.append(position)
        continue
      }
      if length == 1 && wanted.first != 1 {
        if let dropped = position.dropped { result.append(dropped) }
        continue
      }
      while length != 1 && wanted.first == 1 {
        result.append(.new)
        wanted.removeFirst()
      }
      result.append(position)
      wanted = wanted.dropFirst()
    }
    return base.taken(result + wanted.map { _ in .new })
  }

  /// The transpose of a matrix; that of a vector made a column is the vector made a row, and the other way round.
  package static func transpose(of operand: TensorNotation) -> TensorNotation {
    switch operand.content {
    case .indexed(let vector, let positions) where vector.rank == 1 && positions.isColumn: .transposed(vector)
    case .transposed(let vector) where vector.rank == 1: .indexed(vector, [.all, .new])
    default: .transposed(operand)
    }
  }

  /// The vector of which this is the column.
  package var columnVector: TensorNotation? {
    guard case .indexed(let vector, let positions) = content, positions.isColumn else { return nil }
    // The product of a matrix and a column, which `MatrixProduct` writes as one with a vector.
    if case .juxtaposed = vector { return vector }
    return vector.rank == 1 ? vector : nil
  }

  /// The transpose of this vector; that of Aᵀv is vᵀA.
  private var asRow: TensorNotation {
    guard case .juxtaposed(let matrix, let vector) = content, let node = subject, node.shape.rank == 1,
      case .matrixProduct = node.primitive, node.inputs[0].shape.rank == 2,
      case .transposed(let inner) = matrix.content, inner.rank == 2
    else { return .transposed(self) }
    return .juxtaposed(.transposed(vector), inner)
  }

  /// What this takes elements of, and the positions of them; all of its own where it is no selection.
  private func positions(in shape: Shape) -> (base: TensorNotation, positions: [Position<Node>]) {
    switch content {
    case .indexed(let base, let positions) where positions.count(where: { !$0.isNumber }) == shape.rank:
      (base, positions)
    case .transposed(let vector) where vector.rank == 1: (vector, [.new, .all])
    default: (self, Array(repeating: .all, count: shape.rank))
    }
  }

  /// The elements at `positions`, as they are written.
  private func taken(_ positions: [Position<Node>]) -> TensorNotation {
    // One position whose axis is put in again is a range of one.
    var positions = positions
    while let index = positions.indices.dropLast().first(where: {
      positions[$0].isNumber && positions[$0 + 1].isNew
    }),
      case .at(let operand) = positions[index], case .number(let place) = operand.content
    {
      positions[index] = .range(start: Int(place), end: Int(place) + 1, step: 1)
      positions.remove(at: index + 1)
    }
    // A number has no axes that others could be taken for.
    if rank == 0 && positions.allSatisfy(\.isNew) { return self }
    if positions.allSatisfy(\.isWhole) {
      if !positions.contains(where: \.isNew) { return self }
      // A vector made a row is its transpose.
      if rank == 1 && positions.count == 2 && positions[0].isNew { return asRow }
    }
    return .indexed(self, positions)
  }
}

extension Position where Subject == Node {
  /// Whether it is one position, which leaves no axis.
  fileprivate var isNumber: Bool {
    if case .at(let operand) = self { operand.isNumber } else { false }
  }

  /// The one position, on an axis of length 1 that is left out; nil if it had been put in.
  fileprivate var dropped: Position? {
    switch self {
    case .all: .at(.number(0))
    case .range(let start, _, _): .at(.integer(start))
    case .at: self
    case .new: nil
    }
  }
}

extension [Position<Node>] {
  fileprivate var isColumn: Bool { count == 2 && allSatisfy(\.isWhole) && !self[0].isNew && self[1].isNew }
}

extension Shape {
  /// The extents other than 1.
  package var long: [Extent] { extents.filter { $0 != 1 } }
}
