import ChainRule

// What moves elements.

extension FormulaRecorder {
  /// Functions of places, told how many arguments they take.
  func arranged(
    _ name: String, _ axes: [Int], _ arguments: [FormulaValue], at piece: Piece
  ) throws(FormulaError) -> FormulaValue {
    guard let first = arguments.first else {
      throw error(piece, "\(name) takes an argument", "put one between the brackets")
    }
    switch name {
    case "ones", "zeros", "eye": return try filled(name, arguments, at: piece)
    case "concat": return .tensor(concatenate(try tensors(arguments, at: piece), along: axes.first ?? 0))
    case "onehot": return try oneHot(arguments, at: piece)
    default: break
    }
    // The diagonal of a matrix is made of a row as of a column.
    var x = try tensor(first, at: piece)
    if name == "diag", case .tensor(let vector, _) = first { x = vector }
    let more = Array(arguments.dropFirst())
    switch name {
    case "diag", "diagmatrix": return try diagonal(name, x, more, at: piece)
    case "cumsum", "cumsum from the end":
      return .tensor(cumulativeSum(x, along: axes.first ?? 0, reversed: name != "cumsum"))
    case "sort", "sort descending", "unsort", "unsort descending":
      let keys: Tensor? = if case .labelled(_, let keys)? = more.first { keys } else { nil }
      let descends = name.hasSuffix("descending")
      if !name.hasPrefix("un") {
        return .tensor(sorted(x, by: keys, along: axes.first ?? -1, descending: descends))
      }
      return .tensor(unsorted(x, by: keys ?? x, along: axes.first ?? -1, descending: descends))
    case "tril", "triu":
      guard more.isEmpty || more[0].whole != nil else {
        throw error(piece, "a diagonal is a whole number", "write \(name)(A, 1)")
      }
      let diagonal = more.first?.whole ?? 0
      return .tensor(
        name == "tril" ? lowerTriangle(x, diagonal: diagonal) : upperTriangle(x, diagonal: diagonal))
    case "scatter": return try scattered(x, axes, more, at: piece)
    default: return try reshaped(name, x, more, at: piece)
    }
  }

  private func tensors(_ values: [FormulaValue], at piece: Piece) throws(FormulaError) -> [Tensor] {
    var tensors: [Tensor] = []
    for value in values { tensors.append(try tensor(value, at: piece)) }
    return tensors
  }

  private func extents(_ values: [FormulaValue], at piece: Piece) throws(FormulaError) -> [Shape.Extent] {
    let extents = values.compactMap(\.extent)
    guard extents.count == values.count else {
      throw error(piece, "a length is a number or a symbol", "write ones(3) or ones(N)")
    }
    return extents
  }

  private func filled(_ name: String, _ arguments: [FormulaValue], at piece: Piece) throws(FormulaError)
    -> FormulaValue
  {
    let shape = if let list = arguments[0].shape { list } else { Shape(try extents(arguments, at: piece)) }
    if name == "zeros" { return .tensor(Tensor(0).broadcast(to: shape)) }
    if name == "ones" { return .tensor(Tensor(1).broadcast(to: shape)) }
    return .tensor(diagonalMatrix(Tensor(1).broadcast(to: Shape(Array(shape.extents.prefix(1))))))
  }

  /// A matrix with the vector on its diagonal, or the diagonal of a matrix.
  private func diagonal(_ name: String, _ x: Tensor, _ lengths: [FormulaValue], at piece: Piece)
    throws(FormulaError) -> FormulaValue
  {
    let extents = try extents(lengths, at: piece)
    if x.rank == 1 || name == "diagmatrix" {
      return .tensor(diagonalMatrix(x, rows: extents.first, columns: extents.count > 1 ? extents[1] : nil))
    }
    return .tensor(ChainRule.diagonal(x))
  }

  /// `onehot(0, 3)`: a 1 among zeros; `onehot(k)`: a row for each index.
  private func oneHot(_ arguments: [FormulaValue], at piece: Piece) throws(FormulaError) -> FormulaValue {
    let length = arguments.count > 1 ? arguments[1].extent : nil
    if let place = arguments[0].whole, case .fixed(let count)? = length {
      guard (0..<count).contains(place) else {
        throw error(
          piece, "place \(place) is not one of \(count)", "places go from 0 to one less than the length")
      }
      return .tensor(pad(Tensor(1).broadcast(to: [1]), before: [place], after: [count - 1 - place]))
    }
    let indices = try tensor(arguments[0], at: piece)
    guard let count = length ?? indices.node.indexBound else {
      throw error(piece, "\(indices.labelled) does not hold integers", "write onehot(0, 3)")
    }
    return .tensor(ChainRule.oneHot(indices, count: count))
  }

  private func scattered(_ x: Tensor, _ axes: [Int], _ more: [FormulaValue], at piece: Piece)
    throws(FormulaError) -> FormulaValue
  {
    guard let first = more.first else { throw error(piece, "scatter takes indices", "write scatter(x, k)") }
    let indices = try tensor(first, at: piece)
    guard let length = more.count > 1 ? more[1].extent : indices.node.indexBound else {
      throw error(piece, "\(indices.labelled) does not hold integers", "declare indices")
    }
    let axis = axes.first ?? 0
    return .tensor(
      scatterAdd(
        x, indices, along: axis, length: length, batchAxes: x.rank - (indices.rank - 1) > axis ? 0 : axis))
  }

  private func reshaped(_ name: String, _ x: Tensor, _ more: [FormulaValue], at piece: Piece)
    throws(FormulaError) -> FormulaValue
  {
    if name == "transpose" {
      if more.isEmpty { return try transposed(.tensor(x), at: piece) }
      guard case .list(let order) = more[0], order.allSatisfy({ $0.whole != nil }) else {
        throw error(piece, "the order of axes is a list of whole numbers", "write transpose(T, [2, 0, 1])")
      }
      return .tensor(x.transposed(axes: order.compactMap(\.whole)))
    }
    guard let shape = more.last?.shape else {
      throw error(piece, "\(name) takes a shape", "write \(name)(x, [3, 2])")
    }
    switch name {
    case "reshape": return .tensor(x.reshaped(to: shape))
    case "broadcast":
      return .tensor(Self.aligned(x, beside: Tensor(0).broadcast(to: shape)).broadcast(to: shape))
    default: return try padded(x, more[0], shape, at: piece)
    }
  }

  private func padded(_ x: Tensor, _ places: FormulaValue, _ shape: Shape, at piece: Piece)
    throws(FormulaError) -> FormulaValue
  {
    let own = x.node.shape.extents
    guard case .list(let places) = places, places.count == own.count, shape.rank == own.count else {
      throw error(piece, "pad takes a range for each axis", "write pad(x, [1:4], [6])")
    }
    var (before, after, interior) = ([Int](), [Int](), [Int]())
    let isLarge = (own + shape.extents).contains {
      if case .fixed(let length) = $0 { length > Self.longestPadded } else { false }
    }
    if isLarge {
      throw error(
        piece, "pad fills no more than \(Self.longestPadded) places of an axis", "record it in Swift")
    }
    for (axis, place) in places.enumerated() {
      switch (place, shape[axis]) {
      case (.range(let start, let end, let step), .fixed(let length)):
        guard case .fixed(let count) = own[axis], step > 0, start >= 0, end <= length, count > 0 else {
          throw error(piece, "the ranges of pad lie within the shape", "write pad(x, [1:4], [6])")
        }
        before.append(start)
        interior.append(step - 1)
        after.append(length - start - ((count - 1) * min(step, length) + 1))
      default:
        let start = place.whole ?? 0
        guard start.magnitude < Self.longestPadded else {
          throw error(piece, "\(start) is no place", "write pad(x, [1:4], [6])")
        }
        let length: Int = if case .fixed(let length) = shape[axis] { length } else { start + 1 }
        before.append(start)
        interior.append(0)
        after.append(place.whole == nil ? 0 : length - start - 1)
      }
    }
    return .tensor(pad(x, before: before, after: after, interior: interior))
  }

  private static let longestPadded = 1 << 31

  /// Elements at positions.
  func indexed(_ base: FormulaValue, _ places: [FormulaValue], at piece: Piece) throws(FormulaError)
    -> FormulaValue
  {
    let x = try tensor(base, at: piece)
    if let last = places.last, let indices = indexTensor(last, at: piece) {
      let batch = places.dropLast().count { if case .all = $0 { false } else { true } }
      return .tensor(gather(x, indices, along: places.count - 1, batchAxes: batch))
    }
    var indices: [AxisIndex] = []
    for place in places {
      switch place {
      case .all: indices.append(.all)
      case .new: indices.append(.newAxis)
      case .range(let start, let end, let step): indices.append(.range(start..<end, by: step))
      default:
        guard let whole = place.whole else {
          throw error(piece, "a position is a whole number", "write x[0] or x[0:2]")
        }
        indices.append(.at(whole))
      }
    }
    let taken = places.count { if case .new = $0 { false } else { true } }
    if taken > x.rank {
      throw error(piece, "\(x.labelled) has \(x.rank) axes, not \(taken)", "give one position for each")
    }
    return .tensor(x[indices])
  }

  private func indexTensor(_ value: FormulaValue, at piece: Piece) -> Tensor? {
    switch value {
    case .tensor(let tensor, _) where tensor.node.indexBound != nil: tensor
    case .tuple: try? tensor(value, at: piece)
    default: nil
    }
  }
}
