import ChainRule

extension ConeRows {
  /// An inequality that a direction violates.
  package struct Violation {
    let row: Row
    /// The product `a·d`: below 0, or for an equation on either side of it.
    let product: Double
    /// How far it is from what it should be, in the units of the row.
    let measure: Double
  }

  /// The inequality that is violated most, in the units of its row; nil if none is by more than a tolerance.
  func worstViolation(of direction: [Double], tolerance: Double) -> Violation? {
    var found = [Violation?](repeating: nil, count: Threads.available)
    found.withUnsafeMutableBufferPointer { found in
      // Each part writes an element of its own.
      _ = Threads.forEachPart(of: count, atLeast: (1 << 15) / Swift.max(1, width * outputs) + 1) {
        part, rows in
        found[part] = worst(in: rows, direction, tolerance)
      }
    }
    // Of equal ones the first row, however many threads there are.
    return found.compactMap(\.self).min { ($1.measure, $0.row.row) < ($0.measure, $1.row.row) }
  }

  private func worst(in rows: Swift.Range<Int>, _ direction: [Double], _ tolerance: Double) -> Violation? {
    var worst: Violation?
    var greatest = tolerance
    forEachProduct(rows, direction) { row, products in
      guard sizes[row] > 0 else { return }
      var (product, rival) = (products[0], 0)
      switch demands[row] {
      case .rise: break
      case .fall: product = -product
      case .stay: product = -Swift.abs(product)
      case .lead(let own):
        rival = own == 0 ? 1 : 0
        for output in products.indices where output != own && products[output] > products[rival] {
          rival = output
        }
        product = products[own] - products[rival]
      }
      if -product > greatest * sizes[row] {
        greatest = -product / sizes[row]
        let isAbove = demands[row] == .stay && products[0] > 0
        worst = Violation(
          row: Row(row: row, rival: rival), product: isAbove ? -product : product, measure: greatest)
      }
    }
    return worst
  }

  /// The sum over all inequalities of a multiplier times `a`.
  func weightedSum(_ multiplier: (Row) -> Double) -> [Double] {
    var sums = Array(repeating: CompensatedSum(), count: width * outputs)
    for row in 0..<count where demands[row] != .stay {
      for inequality in self.rows(of: row) {
        let weight = multiplier(inequality)
        for (output, factor) in factors(inequality) {
          for column in 0..<width {
            sums[column * outputs + output].add(weight * factor * elements[row * width + column])
          }
        }
      }
    }
    return sums.map(\.value)
  }
}
