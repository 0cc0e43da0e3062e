/// Positive multipliers of all inequalities, as the simplex method leaves them, and the proof that there are such.
struct OverlapMultipliers {
  private let rows: ConeRows
  private let basic: [ConeRows.Row: Double]
  /// What is left of the sum in each coefficient.
  private let rest: [Double]

  init(_ simplex: SeparationSimplex) {
    let rows = simplex.rows
    let basic = simplex.basicMultipliers
    var rest = rows.weightedSum {
      SeparationSimplex.leastMultiplier(of: $0, seed: 1, of: rows) + (basic[$0] ?? 0)
    }
    for (row, multiplier) in basic where rows.demands[row.row] == .stay {
      for (place, element) in rows.vector(row).enumerated() { rest[place] += multiplier * element }
    }
    (self.rows, self.basic, self.rest) = (rows, basic, rest)
  }

  /// Nil where the multipliers can be completed to exact ones, else what stands in the way.
  ///
  /// - Parameter count: How many rows to form the matrix of.
  func proof(using count: Int) -> String? {
    // Where a coefficient may only grow, a rest of the right sign is as good as none.
    let slack = rows.active.filter { wall($0) * rest[$0] < -1e-6 }
    let bound = Set(slack)
    let matrix = matrix(of: Swift.min(count, rows.count))
    let size = rows.width * rows.outputs
    let columns = IndependentColumns(
      of: matrix, width: size, among: rows.active.filter { !bound.contains($0) })
    let kept = columns.kept
    if let column = columns.dependent.first(where: { !isDependent($0, on: kept, matrix) }) {
      return "column \(column / rows.outputs + 1) nearly depends on others"
    }
    let reach = 2 * rows.demands.indices.reduce(0) { Swift.max($0, norm(of: $1)) }
    let proof = OverlapProof(
      rest: kept.map { rest[$0] }, error: 0x1p-48 * totalSize,
      matrix: kept.flatMap { row in kept.map { matrix[row * size + $0] } }, reach: reach)
    guard proof.change < 1 else { return "multipliers are known only up to rounding" }
    let isKept = slack.allSatisfy { coefficient in
      let moves = kept.reduce(0) { $0 + Swift.abs(matrix[coefficient * size + $1]) } * proof.correction
      return moves < Swift.abs(rest[coefficient])
    }
    return isKept ? nil : "a coefficient at its bound is there only up to rounding"
  }

  /// 1 where a coefficient may only grow, −1 where it may only fall, else 0.
  private func wall(_ coefficient: Int) -> Double {
    switch rows.ranges[coefficient] {
    case .up: 1
    case .down: -1
    case .anywhere, .nowhere: 0
    }
  }

  private func norm(of row: Int) -> Double {
    (0..<rows.width).reduce(0) { sum, column in
      let x = rows.elements[row * rows.width + column]
      return sum + x * x
    }.squareRoot()
  }

  private func multiplier(_ row: ConeRows.Row) -> Double {
    if rows.demands[row.row] == .stay { return 1 / (rows.sizes[row.row] * Double(rows.count)) }
    return SeparationSimplex.leastMultiplier(of: row, seed: 1, of: rows) + (basic[row] ?? 0)
  }

  /// The sum of the sizes of all terms of the rest.
  private var totalSize: Double {
    rows.demands.indices.reduce(0) { sum, row in
      rows.rows(of: row).reduce(sum) {
        let weight = rows.demands[row] == .stay ? Swift.abs(basic[$1] ?? 0) : multiplier($1)
        return $0 + weight * rows.sizes[row] * Double(rows.width * 2)
      }
    }
  }

  /// `Σ m aaᵀ` of some rows at equal distances, and those of the basis.
  private func matrix(of count: Int) -> [Double] {
    let size = rows.width * rows.outputs
    var matrix = Array(repeating: 0.0, count: size * size)
    let stride = Swift.max(1, rows.count / Swift.max(count, 1))
    func add(_ row: ConeRows.Row) {
      let weight = multiplier(row)
      let start = row.row * rows.width
      for (output, first) in rows.factors(row) {
        for (other, second) in rows.factors(row) {
          for column in 0..<rows.width where rows.elements[start + column] != 0 {
            let x = weight * first * second * rows.elements[start + column]
            let line = (column * rows.outputs + output) * size + other
            for place in 0..<rows.width {
              matrix[line + place * rows.outputs] += x * rows.elements[start + place]
            }
          }
        }
      }
    }
    for row in Swift.stride(from: 0, to: rows.count, by: stride) where rows.sizes[row] > 0 {
      rows.rows(of: row).forEach(add)
    }
    if stride > 1 {
      for row in basic.keys.sorted(by: { ($0.row, $0.rival) < ($1.row, $1.rival) })
      where row.row % stride != 0 { add(row) }
    }
    return matrix
  }

  /// Whether a column is the sum of multiples of others on every row, as far as rounding can tell: then what the others leave
  /// nothing of, it leaves nothing of.
  private func isDependent(_ coefficient: Int, on kept: [Int], _ matrix: [Double]) -> Bool {
    let size = rows.width * rows.outputs
    var direction = Array(repeating: 0.0, count: size)
    if !kept.isEmpty {
      guard let factor = CholeskyFactor(matrix, width: size, chosen: kept) else { return false }
      let parts = factor.solve(kept.map { matrix[$0 * size + coefficient] })
      for (place, part) in zip(kept, parts) { direction[place] = -part }
    }
    direction[coefficient] = 1
    let unit = direction.reduce(0) { Swift.max($0, Swift.abs($1)) }
    var isZero = true
    rows.forEachProduct(0..<rows.count, direction) { row, products in
      var differences = products[0]
      if case .lead(let own) = rows.demands[row] {
        differences = products.reduce(0) { Swift.max($0, Swift.abs($1 - products[own])) }
      }
      if !(Swift.abs(differences) <= 1e-11 * unit * rows.sizes[row]) { isZero = false }
    }
    return isZero
  }
}
