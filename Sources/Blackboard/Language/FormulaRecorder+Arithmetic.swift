import ChainRule

// Signs between two operands.

extension FormulaRecorder {
  typealias Piece = FormulaSyntax.Piece

  func infix(
    _ sign: Infix, _ left: FormulaValue, _ right: FormulaValue, at piece: Piece
  ) throws(FormulaError) -> FormulaValue {
    switch sign {
    case .add: try sum(left, right, isDifference: false, at: piece)
    case .subtract: try sum(left, right, isDifference: true, at: piece)
    case .multiply, .dot, .matrixMultiply, .juxtapose: try product(sign, left, right, at: piece)
    case .elementwiseMultiply: try elementwise(left, right, at: piece) { $0 * $1 }
    case .divide: try quotient(left, right, at: piece)
    case .power: try power(left, right, false, at: piece)
    case .elementwisePower: try power(left, right, true, at: piece)
    case .less: try elementwise(left, right, at: piece) { $0 .< $1 }
    case .lessOrEqual: try elementwise(left, right, at: piece) { $0 .<= $1 }
    case .greater: try elementwise(left, right, at: piece) { $0 .> $1 }
    case .greaterOrEqual: try elementwise(left, right, at: piece) { $0 .>= $1 }
    case .equal: try elementwise(left, right, at: piece) { $0 .== $1 }
    case .notEqual: try elementwise(left, right, at: piece) { $0 .!= $1 }
    case .range: .all
    }
  }

  /// An operation element by element.
  func elementwise(
    _ left: FormulaValue, _ right: FormulaValue, at piece: Piece, _ operation: (Tensor, Tensor) -> Tensor
  ) throws(FormulaError) -> FormulaValue {
    if case .filled(let left) = left, case .filled(let right) = right {
      return .filled(operation(left, right))
    }
    let (a, b) = (try operand(left, at: piece), try operand(right, at: piece))
    let (x, y) = (Self.aligned(a.tensor, beside: b.tensor), Self.aligned(b.tensor, beside: a.tensor))
    let result = operation(x, y)
    // Beside a column a row is one too, as shapes align at their last axes.
    let isRow = [a, b].allSatisfy { $0.orientation == .row || $0.tensor.rank == 0 } && result.rank == 1
    return .tensor(result, isRow ? .row : .column)
  }

  /// A tensor and how it stands, as an operand of an operation element by element.
  func operand(_ value: FormulaValue, at piece: Piece) throws(FormulaError) -> (
    tensor: Tensor, orientation: FormulaValue.Orientation
  ) {
    if case .tensor(let tensor, let orientation) = value { return (tensor, orientation) }
    if case .filled(let number) = value { return (number, .column) }
    return (try tensor(value, at: piece), .column)
  }

  /// With axes of length 1 put in where it fits one place only beside `other`, but not the last.
  static func aligned(_ tensor: Tensor, beside other: Tensor) -> Tensor {
    let (own, whole) = (tensor.node.shape.extents, other.node.shape.extents)
    guard own.count < whole.count, !own.isEmpty, !fits(own, whole.suffix(own.count)) else { return tensor }
    var places: [[Int]] = [[]]
    for extent in own {
      places = places.flatMap { taken in
        whole.indices.filter { $0 > (taken.last ?? -1) && whole[$0] == extent }.map { taken + [$0] }
      }
      if places.count > 8 { return tensor }
    }
    guard places.count == 1 else { return tensor }
    return tensor.reshaped(to: Shape(whole.indices.map { places[0].contains($0) ? whole[$0] : 1 }))
  }

  private static func fits(_ own: [Shape.Extent], _ other: ArraySlice<Shape.Extent>) -> Bool {
    zip(own, other).allSatisfy { $0 == $1 || $0 == 1 || $1 == 1 }
  }

  private func sum(
    _ left: FormulaValue, _ right: FormulaValue, isDifference: Bool, at piece: Piece
  ) throws(FormulaError) -> FormulaValue {
    let operation: (Tensor, Tensor) -> Tensor = { isDifference ? $0 - $1 : $0 + $1 }
    switch (left, right) {
    case (.identity(let a), .identity(let b)): return .identity(operation(a, b))
    case (.identity(let a), .tensor(let matrix, _)) where matrix.isSquare:
      return .tensor(operation(Self.eye(a, like: matrix), matrix))
    case (.tensor(let matrix, _), .identity(let b)) where matrix.isSquare:
      return .tensor(operation(matrix, Self.eye(b, like: matrix)))
    default: return try elementwise(left, right, at: piece, operation)
    }
  }

  /// A number times the identity matrix that has the shape of `matrix`.
  static func eye(_ number: Tensor, like matrix: Tensor) -> Tensor {
    let ones = Tensor(1).broadcast(to: Shape([matrix.node.shape[0]]))
    return number.literal == 1 ? diagonalMatrix(ones) : number * diagonalMatrix(ones)
  }

  private func quotient(
    _ left: FormulaValue, _ right: FormulaValue, at piece: Piece
  ) throws(FormulaError) -> FormulaValue {
    if case .identity(let number) = left, case .tensor(let divisor, _) = right, divisor.rank == 0 {
      return .identity(number / divisor)
    }
    if case .filled(let number) = left, case .tensor(let divisor, _) = right, divisor.rank == 0 {
      return .filled(number / divisor)
    }
    return try elementwise(left, right, at: piece) { $0 / $1 }
  }

  /// A power of numbers or of each element, or of a square matrix.
  func power(
    _ base: FormulaValue, _ exponent: FormulaValue, _ isElementwise: Bool, at piece: Piece
  ) throws(FormulaError) -> FormulaValue {
    if case .identity = base { return .identity(1) }
    if case .filled(let number) = base { return .filled(pow(number, try tensor(exponent, at: piece))) }
    let (x, orientation) = try operand(base, at: piece)
    let literal = exponent.literal
    if x.literal == Self.euler, case .tensor(let exponent, let orientation) = exponent {
      return .tensor(exp(exponent), orientation)
    }
    if x.isSquare && !isElementwise {
      guard let whole = literal.flatMap({ Int(exactly: $0) }),
        (-Self.highestPower...Self.highestPower).contains(whole)
      else {
        throw error(
          piece, "\(x.labelled): the power of a square matrix is a whole number up to \(Self.highestPower)",
          "write .^ for the power of each element")
      }
      if whole == 0 { return .identity(1) }
      let factor = whole < 0 ? inverse(x) : x
      return .tensor((1..<max(1, whole.magnitude)).reduce(factor) { product, _ in product • factor })
    }
    if literal == 2 { return .tensor(squared(x), orientation) }
    if let literal { return .tensor(pow(x, literal), orientation) }
    let other = try operand(exponent, at: piece).tensor
    return .tensor(
      pow(Self.aligned(x, beside: other), Self.aligned(other, beside: x)),
      x.rank >= other.rank ? orientation : .column)
  }

  private static let highestPower = 64
  /// The base of natural logarithms.
  static let euler = 2.718281828459045
}
