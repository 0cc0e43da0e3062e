import ChainRule

/// What a piece of a formula stands for.
enum FormulaValue {
  /// How a vector stands beside matrices.
  enum Orientation {
    /// A column, as every vector by itself.
    case column
    /// A vector that was transposed.
    case row
    /// A transposed vector times a matrix: a row beside what follows, but written as a column.
    case product
  }

  case tensor(Tensor, Orientation)
  /// A number in every place of an array whose shape its surroundings tell: `2 · 𝟏`.
  case filled(Tensor)
  /// A number times the identity matrix.
  case identity(Tensor)
  case list([FormulaValue])
  case tuple([FormulaValue])
  case all, new, ellipsis
  case range(start: Int, end: Int, step: Int)
  case labelled(String, Tensor)

  static func tensor(_ tensor: Tensor) -> FormulaValue { .tensor(tensor, .column) }

  /// The number that it is, if it was written as one.
  var literal: Double? {
    if case .tensor(let tensor, _) = self { tensor.literal } else { nil }
  }

  /// The whole number that it is.
  var whole: Int? { literal.flatMap { Int(exactly: $0) } }

  /// The extent that it tells as the length of an axis.
  var extent: Shape.Extent? {
    if case .tensor(let tensor, _) = self, case .leaf(.extent(let extent)) = tensor.node.primitive {
      return extent
    }
    return whole.flatMap { $0 >= 0 ? .fixed($0) : nil }
  }

  /// The shape that a list tells.
  var shape: Shape? {
    guard case .list(let elements) = self else { return nil }
    let extents = elements.compactMap(\.extent)
    return extents.count == elements.count ? Shape(extents) : nil
  }
}

extension Tensor {
  /// The number that it is, if it was written as one, with a sign or as a fraction perhaps.
  var literal: Double? {
    switch node.primitive {
    case .leaf(.number(let value)): value
    case .arithmetic(.divide):
      if case .leaf(.number(let top)) = node.inputs[0].primitive,
        case .leaf(.number(let bottom)) = node.inputs[1].primitive
      {
        top / bottom
      } else {
        nil
      }
    default: nil
    }
  }

  var rank: Int { node.shape.rank }

  /// The vector as a matrix of one row.
  var asRow: Tensor { insertingAxis(at: 0) }

  /// Whether it is a square matrix.
  var isSquare: Bool { rank == 2 && node.shape[0] == node.shape[1] }
}
