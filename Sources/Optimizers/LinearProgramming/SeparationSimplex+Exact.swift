extension SeparationSimplex {
  /// The direction of the basis without rounding: 0 for every row of the basis, ±1 for every coefficient that still misses
  /// something.
  ///
  /// - Returns: nil where the numbers would grow too long to be worth the time, or the basis has no inverse.
  var exactDirection: ExactDirection? {
    var pinned: [Int: BigInteger] = [:]
    var equations: [[Int: BigInteger]] = []
    for basic in basis {
      switch basic {
      case .artificial(let coefficient, let sign): pinned[coefficient] = BigInteger(sign > 0 ? -1 : 1)
      case .wall(let coefficient, _): pinned[coefficient] = 0
      case .row(let row), .equation(let row, _): equations.append(wholeNumbers(of: row))
      }
    }
    let unknown = rows.active.filter { pinned[$0] == nil }
    let bits = equations.flatMap(\.values).reduce(0) { Swift.max($0, $1.bitWidth) }
    guard unknown.count == equations.count, unknown.count * unknown.count * bits <= 1 << 18 else {
      return nil
    }
    let matrix = equations.map { equation in unknown.map { equation[$0] ?? 0 } }
    let right = equations.map { equation in
      pinned.reduce(BigInteger(0)) { sum, pin in sum - (equation[pin.key] ?? 0) * pin.value }
    }
    guard let (solved, divisor) = ExactLinearSystem.solve(matrix, right) else { return nil }
    var result = rows.ranges.map { _ in BigInteger(0) }
    for (coefficient, value) in pinned { result[coefficient] = value * divisor }
    for (coefficient, value) in zip(unknown, solved) { result[coefficient] = value }
    return ExactDirection(divisor.signum < 0 ? result.map { -$0 } : result)
  }

  /// An inequality in whole numbers: times a power of two.
  private func wholeNumbers(of row: ConeRows.Row) -> [Int: BigInteger] {
    let width = rows.width
    let parts = (0..<width).map { BigInteger.parts(of: rows.elements[row.row * width + $0]) }
    let least = parts.filter { $0.significand.signum != 0 }.map(\.exponent).min() ?? 0
    var result: [Int: BigInteger] = [:]
    for (output, factor) in rows.factors(row) {
      for (column, part) in parts.enumerated() where part.significand.signum != 0 {
        let number = part.significand << (part.exponent - least)
        result[column * rows.outputs + output] = factor < 0 ? -number : number
      }
    }
    return result
  }
}
