import ChainRule

/// The rows and columns of a least-squares problem as the solver sees them: checked, and scaled by powers of two.
///
/// Column j of the matrix is 2^`columnPowers[j]` times a column whose norm, with weighted rows, is ½ to 1 (or 0). Rows of
/// weight 0 are gone. Where the others differ much in size, great ones come first: reflections keep small rows accurate
/// only below greater ones.
struct WeightedSystem {
  /// The matrix, row by row.
  let matrix: NDArray<Double>
  /// The rows of positive weight.
  private(set) var rows: [Int]
  /// The weights of `rows` over the greatest, to a power of two.
  private(set) var weights: [Double]
  /// The square roots of `weights`.
  private(set) var roots: [Double]
  /// The greatest entry of each weighted row, falling, where they differ by more than 2²⁰.
  private(set) var rowScales: [Double]?
  /// Whether rows differ by more than 2²⁰.
  private(set) var hasUnequalRows = false
  /// The weights given are `weights` times 2 to this power, which is even.
  let weightPower: Int
  /// The power of two that was taken out of each column.
  private(set) var columnPowers: [Int]
  /// 2^−power for each column.
  private(set) var columnFactors: [Double]

  var columns: Int { matrix.shape[1] }

  /// Scales the matrix of an input that is checked.
  init(_ input: LeastSquaresInput) throws {
    try self.init(input.matrix, weights: input.weights?.elements, in: input.operation)
  }

  /// Scales a matrix `[n, m]` of finite numbers for weights that `LeastSquaresInput` has checked.
  ///
  /// - Throws: `ChainRuleError` if there is no memory for a copy, where it needs one.
  init(_ matrix: NDArray<Double>, weights given: [Double]?, in operation: String) throws {
    let (n, m) = (matrix.shape[0], matrix.shape[1])
    var (rows, weights, power) = (Array(0..<n), [Double](repeating: 1, count: n), 0)
    if let given {
      rows.removeAll { given[$0] == 0 }
      // An even power, so that it has a root.
      power = Int(rows.reduce(0) { max($0, given[$1]) }.exponent) & ~1
      weights = rows.map { given[$0].scaled(byPowerOfTwo: -power) }
    }
    (self.rows, self.weights, weightPower) = (rows, weights, power)
    roots = weights.map { $0.squareRoot() }
    columnPowers = Self.powers(of: matrix, in: rows)
    // 2^1023 is the greatest factor there is; columns beyond it are scaled in a copy.
    if columnPowers.contains(where: { $0.magnitude > 700 }) {
      let powers = columnPowers
      self.matrix = try .initialized(shape: [n, m], in: operation) { target in
        matrix.withUnsafePointer { source in
          for place in 0..<n * m { target[place] = source[place].scaled(byPowerOfTwo: -powers[place % m]) }
        }
      }
      columnFactors = Array(repeating: 1, count: m)
    } else {
      self.matrix = matrix
      columnFactors = columnPowers.map { 1.scaled(byPowerOfTwo: -$0) }
    }
    equilibrate()
    sortRows()
  }

  /// The exponents of the greatest entries of all columns.
  private static func powers(of matrix: NDArray<Double>, in rows: [Int]) -> [Int] {
    let m = matrix.shape[1]
    var greatest = [Double](repeating: 0, count: m)
    matrix.withUnsafePointer { a in
      for row in rows {
        for j in 0..<m { greatest[j] = max(greatest[j], a[row * m + j].magnitude) }
      }
    }
    return greatest.map { $0 == 0 ? 0 : Int($0.exponent) + 1 }
  }

  /// Takes the norms of the weighted columns into account as well.
  private mutating func equilibrate() {
    let m = columns
    var squares = [Double](repeating: 0, count: m)
    matrix.withUnsafePointer { a in
      for (place, row) in rows.enumerated() {
        for j in 0..<m {
          let entry = roots[place] * (a[row * m + j] * columnFactors[j])
          squares[j] += entry * entry
        }
      }
    }
    for j in 0..<m where squares[j] > 0 {
      let power = Int(squares[j].squareRoot().exponent) + 1
      columnPowers[j] += power
      columnFactors[j] = columnFactors[j].scaled(byPowerOfTwo: -power)
    }
  }

  /// The same system with columns judged by their norms, in which light rows have no say beside the rounding of heavy ones.
  var judgedByColumns: WeightedSystem {
    var system = self
    system.rowScales = nil
    return system
  }

  private mutating func sortRows() {
    let m = columns
    let scales = matrix.withUnsafePointer { a in
      rows.indices.map { place in
        let start = rows[place] * m
        return roots[place] * (0..<m).reduce(0) { max($0, (a[start + $1] * columnFactors[$1]).magnitude) }
      }
    }
    let greatest = scales.reduce(0, max)
    let least = scales.reduce(greatest) { $1 > 0 ? min($0, $1) : $0 }
    guard least * 0x1p20 < greatest else { return }
    let places = rows.indices.sorted { (scales[$0], $1) > (scales[$1], $0) }
    (rows, weights, roots) = (places.map { rows[$0] }, places.map { weights[$0] }, places.map { roots[$0] })
    rowScales = places.map { scales[$0] }
    hasUnequalRows = true
  }

  /// Factors the weighted and scaled columns of these numbers.
  func factorization(of selection: [Int]) -> PivotedQR {
    PivotedQR(
      columnByColumn: weightedColumns(selection), rows: rows.count, columns: selection.count,
      rowScales: rowScales)
  }

  /// The weighted and scaled columns of these numbers, one after the other.
  private func weightedColumns(_ selection: [Int]) -> [Double] {
    let (n, m) = (rows.count, columns)
    var target = [Double](repeating: 0, count: n * selection.count)
    matrix.withUnsafePointer { a in
      // Blocks of rows, so that both the lines read and the lines written stay in the cache.
      for start in stride(from: 0, to: n, by: 64) {
        for (place, j) in selection.enumerated() {
          let factor = columnFactors[j]
          for i in start..<min(start + 64, n) {
            target[place * n + i] = roots[i] * (a[rows[i] * m + j] * factor)
          }
        }
      }
    }
    return target
  }

  /// One scaled column, without the weights.
  func column(_ j: Int) -> [Double] {
    let m = columns
    return matrix.withUnsafePointer { a in rows.map { a[$0 * m + j] * columnFactors[j] } }
  }
}
