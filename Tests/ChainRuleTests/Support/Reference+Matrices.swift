import ChainRule

// Matrices by determinants alone, which are expanded along the first row.
extension Reference {
  static func determinant(_ rows: [[Double]]) -> Double {
    guard let first = rows.first else { return 1 }
    return first.indices.reduce(0) { sum, column in
      let minor = determinant(rows.dropFirst().map { without(column, $0) })
      return sum + (column.isMultiple(of: 2) ? 1 : -1) * first[column] * minor
    }
  }

  private static func without(_ position: Int, _ row: [Double]) -> [Double] {
    row.indices.filter { $0 != position }.map { row[$0] }
  }

  private static func cofactor(_ rows: [[Double]], _ row: Int, _ column: Int) -> Double {
    let rest = rows.indices.filter { $0 != row }.map { without(column, rows[$0]) }
    return ((row + column).isMultiple(of: 2) ? 1 : -1) * determinant(rest)
  }

  static func value(_ function: MatrixFunction, _ x: Value, _ index: [Int]) -> Double {
    let rows = x.matrix(at: function.isScalar ? index : index.dropLast(2))
    let (row, column) = (index.suffix(2).first ?? 0, index.last ?? 0)
    switch function {
    case .determinant: return determinant(rows)
    case .logDeterminant:
      let determinant = determinant(rows)
      return PlatformMath.naturalLogarithm(max(determinant, -determinant))
    case .cofactors: return cofactor(rows, row, column)
    case .inverse: return cofactor(rows, column, row) / determinant(rows)
    case .cholesky:
      if column > row { return 0 }
      // Minors of the first rows and columns, the last row replaced by that of the element.
      let order = Array(0..<column)
      func minor(_ rowsTaken: [Int], _ size: Int) -> Double {
        determinant(rowsTaken.map { Array(rows[$0].prefix(size)) })
      }
      let scale = minor(order, column) * minor(order + [column], column + 1)
      return minor(order + [row], column + 1) / PlatformMath.power(scale, 0.5)
    }
  }

  /// A cofactor is linear in each row: its derivative is the sum of those with one row of the direction's in place.
  static func cofactorDerivative(_ x: Value, _ direction: Value, _ index: [Int]) -> Double {
    let leading = Array(index.dropLast(2))
    let (row, column) = (index[index.count - 2], index[index.count - 1])
    let (rows, changes) = (x.matrix(at: leading), direction.matrix(at: leading))
    return rows.indices.filter { $0 != row }.reduce(0) { total, changed in
      var copy = rows
      copy[changed] = changes[changed]
      return total + cofactor(copy, row, column)
    }
  }

  /// Cramer's rule.
  static func solution(_ a: Value, _ b: Value, _ index: [Int]) -> Double {
    let leading = Array(index.dropLast(2))
    let (unknown, column) = (index[index.count - 2], index[index.count - 1])
    let rows = a.matrix(at: leading)
    let replaced = rows.indices.map { row in
      var copy = rows[row]
      copy[unknown] = b.at(leading + [row, column])
      return copy
    }
    return determinant(replaced) / determinant(rows)
  }
}

extension Grid<Double> {
  /// The rows of the square matrix at a place of the leading axes.
  fileprivate func matrix(at leading: [Int]) -> [[Double]] {
    let order = shape[shape.count - 1]
    return (0..<order).map { row in (0..<order).map { at(leading + [row, $0]) } }
  }
}
