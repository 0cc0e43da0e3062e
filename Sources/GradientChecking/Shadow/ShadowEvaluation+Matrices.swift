internal import ChainRule

// Products, and functions of square matrices by elimination with the greatest pivot.
extension ShadowEvaluation {
  /// Element (i, j) is Σ a(i, k) b(k, j); a vector has no i or no j, and the axes in front are those of either.
  func product(_ a: Value, _ b: Value, _ shape: [Int]) -> Value {
    let isRow = a.shape.count == 1
    let isColumn = b.shape.count == 1
    let inner = a.shape[a.shape.count - 1]
    let step = isColumn ? 1 : b.shape[b.shape.count - 1]
    return Value(shape: shape) { index in
      let leading = index[..<(index.count - (isRow ? 0 : 1) - (isColumn ? 0 : 1))]
      let own = index[leading.count...]
      let left = a.offset(of: isRow ? [0] : leading + own.prefix(1) + [0])
      let right = b.offset(of: isColumn ? [0] : leading + [0] + own.suffix(1))
      return Number.dot(inner) { k in (a.elements[left + k], b.elements[right + k * step]) }
    }
  }

  /// The square matrices of a stack, one after another, as rows.
  private func matrices(_ x: Value) -> [[[Number]]] {
    let order = x.shape[x.shape.count - 1]
    let count = x.shape.dropLast(2).reduce(1, *)
    return (0..<count).map { matrix in
      (0..<order).map { row in
        let start = (matrix * order + row) * order
        return Array(x.elements[start..<start + order])
      }
    }
  }

  func value(of function: MatrixFunction, _ x: Value, _ shape: [Int], _ node: Node) -> Value {
    let elements = matrices(x).flatMap { matrix -> [Number] in
      switch function {
      case .determinant: return [determinant(matrix)]
      case .logDeterminant:
        let determinant = determinant(matrix)
        return [(relation(determinant, Number(0), node) == .less ? -determinant : determinant).applying(.log)]
      case .inverse:
        let columns = matrix.indices.map { column in
          solution(matrix, matrix.indices.map { Number($0 == column ? 1 : 0) })
        }
        return matrix.indices.flatMap { row in columns.map { $0[row] } }
      case .cofactors:
        return matrix.indices.flatMap { row in matrix.indices.map { cofactor(matrix, row, $0) } }
      case .cholesky: return lowerFactor(matrix).flatMap { $0 }
      }
    }
    return Value(shape: shape, elements: elements)
  }

  private func cofactor(_ matrix: [[Number]], _ row: Int, _ column: Int) -> Number {
    let minor = matrix.indices.filter { $0 != row }.map { r in
      matrix.indices.filter { $0 != column }.map { matrix[r][$0] }
    }
    let value = determinant(minor)
    return (row + column) % 2 == 0 ? value : -value
  }

  /// The derivative of each cofactor along a direction: of the sum over its rows, each in turn in the direction's
  /// place, since it is linear in every row.
  func cofactors(of x: Value, along direction: Value) -> Value {
    let elements = zip(matrices(x), matrices(direction)).flatMap { matrix, change -> [Number] in
      matrix.indices.flatMap { row in
        matrix.indices.map { column in
          total(
            matrix.indices.filter { $0 != row }.map { moved in
              var changed = matrix
              changed[moved] = change[moved]
              return cofactor(changed, row, column)
            })
        }
      }
    }
    return Value(shape: x.shape, elements: elements)
  }

  /// Takes multiples of each row off those below, the greatest pivot first; the columns behind the square go along.
  ///
  /// - Returns: The triangle, and whether the rows were exchanged an odd number of times.
  private func eliminated(_ matrix: [[Number]]) -> (rows: [[Number]], isOdd: Bool) {
    var (rows, isOdd) = (matrix, false)
    for k in rows.indices {
      var pivot = k
      for row in rows.indices.dropFirst(k)
      where abs(rows[row][k].approximation) > abs(rows[pivot][k].approximation) { pivot = row }
      if pivot != k {
        rows.swapAt(pivot, k)
        isOdd.toggle()
      }
      if rows[k][k].approximation == 0 { continue }
      for row in rows.indices.dropFirst(k + 1) {
        let factor = rows[row][k] / rows[k][k]
        for column in k..<rows[row].count {
          rows[row][column] = rows[row][column] - factor * rows[k][column]
        }
      }
    }
    return (rows, isOdd)
  }

  private func determinant(_ matrix: [[Number]]) -> Number {
    // Small ones by their definition: a pivot of 0 would hide how a singular matrix varies.
    switch matrix.count {
    case 0: return Number(1)
    case 1: return matrix[0][0]
    case 2: return matrix[0][0] * matrix[1][1] - matrix[0][1] * matrix[1][0]
    case 3: return total((0..<3).map { matrix[0][$0] * cofactor(matrix, 0, $0) })
    default: break
    }
    let (rows, isOdd) = eliminated(matrix)
    let product = rows.indices.dropFirst().reduce(rows[0][0]) { $0 * rows[$1][$1] }
    return isOdd ? -product : product
  }

  private func solution(_ matrix: [[Number]], _ right: [Number]) -> [Number] {
    let rows = eliminated(zip(matrix, right).map { $0 + [$1] }).rows
    var result = right
    for k in rows.indices.reversed() {
      let known = rows.indices.dropFirst(k + 1).reduce(rows[k][rows.count]) { $0 - rows[k][$1] * result[$1] }
      result[k] = known / rows[k][k]
    }
    return result
  }

  func solved(_ a: Value, _ b: Value, _ shape: [Int], _ node: Node) -> Value {
    let columns = shape[shape.count - 1]
    var elements: [Number] = []
    for (number, matrix) in matrices(a).enumerated() {
      let start = number * matrix.count * columns
      let solutions = (0..<columns).map { column in
        solution(matrix, matrix.indices.map { b.elements[start + $0 * columns + column] })
      }
      for row in matrix.indices { elements += solutions.map { $0[row] } }
    }
    return Value(shape: shape, elements: elements)
  }

  /// The lower factor of the symmetric part, row by row.
  private func lowerFactor(_ matrix: [[Number]]) -> [[Number]] {
    let (zero, two) = (Number(0), Number(2))
    var factor = matrix.map { $0.map { _ in zero } }
    for row in matrix.indices {
      for column in 0...row {
        let element = (matrix[row][column] + matrix[column][row]) / two
        let rest = (0..<column).reduce(element) { $0 - factor[row][$1] * factor[column][$1] }
        factor[row][column] = row == column ? rest.applying(.squareRoot) : rest / factor[column][column]
      }
    }
    return factor
  }
}
