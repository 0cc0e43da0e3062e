/// The inequalities that a direction has to satisfy for no row's loss to rise along it.
///
/// A direction d has a coefficient for each feature and each output, in the order of a matrix `[features, outputs]`. What a row x
/// asks for depends on what it is:
///
/// - of a binary target, `x·d ≥ 0` where it is 1, and `x·d ≤ 0` where it is 0;
/// - of a count, `x·d = 0` where it is above 0, and `x·d ≤ 0` where it is 0;
/// - of class c, `x·d_c ≥ x·d_k` for every other class k.
///
/// Where an inequality is strict, the loss of that row falls for ever.
package struct ConeRows: Sendable {
  /// What the target of a row asks for.
  package enum Demand: Hashable, Sendable {
    case rise, fall, stay
    /// That no output rises more than this one.
    case lead(Int)
  }

  /// Where a coefficient may go.
  package enum Range: Hashable, Sendable { case anywhere, up, down, nowhere }

  /// The elements by rows; whatever they are rounded from, they are taken to be exact.
  let elements: [Double]
  /// The number of features, among them a column of ones for an intercept.
  let width: Int
  let outputs: Int
  let demands: [Demand]
  /// Where each coefficient may go.
  let ranges: [Range]
  /// The coefficients that may go somewhere.
  let active: [Int]
  /// The greatest magnitude in each row.
  let sizes: [Double]

  package init(elements: [Double], width: Int, outputs: Int, demands: [Demand], ranges: [Range]) {
    self.elements = elements
    (self.width, self.outputs, self.demands, self.ranges) = (width, outputs, demands, ranges)
    active = ranges.indices.filter { ranges[$0] != .nowhere }
    sizes = demands.indices.map { row in
      elements[row * width..<(row + 1) * width].reduce(0) { Swift.max($0, Swift.abs($1)) }
    }
  }

  var count: Int { demands.count }

  /// One inequality `a·d ≥ 0`, or equation `a·d = 0`.
  struct Row: Hashable, Sendable {
    let row: Int
    /// The output that must not rise above the one that leads; 0 for rows of a single output.
    let rival: Int
  }

  /// The elements of x times what they have for each output, as (output, factor) pairs.
  func factors(_ row: Row) -> [(output: Int, factor: Double)] {
    switch demands[row.row] {
    case .rise, .stay: [(0, 1)]
    case .fall: [(0, -1)]
    case .lead(let own): [(own, 1), (row.rival, -1)]
    }
  }

  /// The vector a of an inequality, of all coefficients.
  func vector(_ row: Row) -> [Double] {
    var result = Array(repeating: 0.0, count: width * outputs)
    for (output, factor) in factors(row) {
      for column in 0..<width {
        result[column * outputs + output] = factor * elements[row.row * width + column]
      }
    }
    return result
  }

  /// The inequalities of one row of the data.
  func rows(of row: Int) -> [Row] {
    guard case .lead(let own) = demands[row] else { return [Row(row: row, rival: 0)] }
    return (0..<outputs).filter { $0 != own }.map { Row(row: row, rival: $0) }
  }

  /// Calls `body` for the rows of a range with `x·d` of each output.
  @inline(__always)
  func forEachProduct(
    _ range: Swift.Range<Int>, _ direction: [Double],
    _ body: (Int, UnsafeMutableBufferPointer<Double>) -> Void
  ) {
    elements.withUnsafeBufferPointer { elements in
      direction.withUnsafeBufferPointer { direction in
        withUnsafeTemporaryAllocation(of: Double.self, capacity: outputs) { products in
          for row in range {
            products.initialize(repeating: 0)
            for column in 0..<width {
              let x = elements[row * width + column]
              for output in 0..<outputs { products[output] += x * direction[column * outputs + output] }
            }
            body(row, products)
          }
        }
      }
    }
  }
}
