import ChainRule

// Products of numbers, vectors and matrices.

extension FormulaRecorder {
  /// A product as matrices and vectors have it; scaling if an operand is a number.
  func product(
    _ sign: Infix, _ left: FormulaValue, _ right: FormulaValue, at piece: Piece
  ) throws(FormulaError) -> FormulaValue {
    switch (left, right) {
    case (.identity(let a), .identity(let b)): return .identity(a * b)
    case (.identity(let a), .tensor(let b, let orientation)):
      return b.rank == 0 ? .identity(a * b) : scaled(b, by: a, orientation)
    case (.tensor(let a, let orientation), .identity(let b)):
      return a.rank == 0 ? .identity(a * b) : scaled(a, by: b, orientation)
    case (.filled(let a), .filled(let b)): return .filled(a * b)
    case (.filled(let a), .tensor(let b, let orientation)):
      if b.rank == 0 { return .filled(a * b) }
      if orientation == .row { throw error(piece, "how long 𝟏 is is not told", "write ones(3) or ones(N)") }
      return try product(
        sign, .tensor(Self.filled(a, b.node.shape[0]), .row), .tensor(b, orientation), at: piece)
    case (.tensor(let a, let orientation), .filled(let b)):
      if a.rank == 0 { return .filled(a * b) }
      let ones = Self.filled(b, a.node.shape[a.rank - 1])
      return try product(
        sign, .tensor(a, orientation == .column ? (a.rank == 1 ? .row : .column) : orientation),
        .tensor(ones), at: piece)
    default: break
    }
    let (a, b) = (try operand(left, at: piece), try operand(right, at: piece))
    if a.tensor.rank == 0 || b.tensor.rank == 0 {
      return .tensor(a.tensor * b.tensor, a.tensor.rank == 0 ? b.orientation : a.orientation)
    }
    return try matrixProduct(sign, a, b, at: piece)
  }

  private func scaled(_ x: Tensor, by number: Tensor, _ orientation: FormulaValue.Orientation) -> FormulaValue
  {
    number.literal == 1 ? .tensor(x, orientation) : .tensor(number * x, orientation)
  }

  private static func filled(_ number: Tensor, _ extent: Shape.Extent) -> Tensor {
    let ones = Tensor(1).broadcast(to: Shape([extent]))
    return number.literal == 1 ? ones : number * ones
  }

  private typealias Operand = (tensor: Tensor, orientation: FormulaValue.Orientation)

  private func matrixProduct(_ sign: Infix, _ a: Operand, _ b: Operand, at piece: Piece) throws(FormulaError)
    -> FormulaValue
  {
    let (x, y) = (a.tensor, b.tensor)
    switch (x.rank, y.rank) {
    case (1, 1): return try vectorProduct(sign, a, b, at: piece)
    case (1, _) where a.orientation == .column && sign != .matrixMultiply:
      if y.rank == 2, y.node.shape[0] == 1 { return .tensor(x.insertingAxis(at: 1) • y) }
      if y.rank == 2, x.node.shape[0] == y.node.shape[0], sign == .juxtapose {
        return .tensor(x • y, .product)
      }
      throw error(
        piece, "\(x.labelled) is a column, which has no product with \(y.labelled) on its right",
        "write \(x.label)' for a row, or .* for a product of elements")
    case (1, _): return .tensor(x • y, a.orientation == .column ? .column : .product)
    case (_, 1) where b.orientation == .row: return .tensor(x • y.asRow)
    default: return .tensor(x • y)
    }
  }

  private func vectorProduct(_ sign: Infix, _ a: Operand, _ b: Operand, at piece: Piece) throws(FormulaError)
    -> FormulaValue
  {
    let (x, y) = (a.tensor, b.tensor)
    switch (a.orientation, b.orientation) {
    case (.column, .row): return .tensor(outer(x, y))
    case (.product, .row): return .tensor(outer(x, y))
    case (.row, .row):
      throw error(piece, "\(x.labelled) and \(y.labelled) are both rows", "write x'*y, x*y' or x .* y")
    case (.row, _), (.product, _): return .tensor(x • y)
    case (.column, _):
      switch sign {
      case .matrixMultiply, .dot: return .tensor(x • y)
      case .multiply: return .tensor(x * y)
      default:
        throw error(
          piece, "\(x.labelled) and \(y.labelled) are both columns",
          "write \(x.label)'\(y.label) for the dot product, or .* for a product of elements")
      }
    }
  }

  /// The transpose; that of a vector is a row, and that of a row a column.
  func transposed(_ value: FormulaValue, at piece: Piece) throws(FormulaError) -> FormulaValue {
    switch value {
    case .identity, .filled: return value
    case .tensor(let x, let orientation) where x.rank < 2:
      return .tensor(x, x.rank == 0 ? .column : orientation == .row ? .column : .row)
    default:
      let x = try tensor(value, at: piece)
      if x.rank < 2 { return .tensor(x, x.rank == 0 ? .column : .row) }
      if x.rank > 2 {
        throw error(piece, "\(x.labelled) has more than two axes", "write transpose(x, [1, 0, 2])")
      }
      return .tensor(x.transposed())
    }
  }
}
