import ChainRule

/// A unit for each coefficient, so that all rows of a symmetric matrix have about the size 1, found by products with vectors alone.
///
/// A product with random signs shows the size of each row. Each unit is divided by the root of its row's, so that what a great
/// coefficient hides of the others halves, in digits, with each product.
///
/// - Source: A. M. Bradley, W. Murray, "Matrix-free approximate equilibration", arXiv:1110.2805 (2011); D. Ruiz, "A scaling algorithm to
///   equilibrate both rows and columns norms in matrices", RAL-TR-2001-034.
struct Equilibration {
  /// Nil where the rows are of like size as they are, or one product is not finite.
  private(set) var units: [Double]?

  /// Rows no farther apart than this are left as they are: what a search copes with.
  private static let spread = 0x1p20
  private static let mostProducts = 16

  /// Whether no row of a product shows a size far from the others.
  static func isBalanced(_ product: [Double]) -> Bool {
    var (least, greatest) = (Double.infinity, 0.0)
    for size in product.lazy.map({ Swift.abs($0) }) where size > 0 {
      (least, greatest) = (Swift.min(least, size), Swift.max(greatest, size))
    }
    return !(greatest > spread * least)
  }

  /// - Parameter product: The matrix times a vector.
  /// - Throws: What `product` throws.
  init(dimensions n: Int, product: ([Double]) throws -> [Double]) throws {
    var generator = SeededGenerator(seed: 0)
    var units = [Double](repeating: 1, count: n)
    func sizes() throws -> [Double] {
      let signed = units.map { generator.next() % 2 == 0 ? $0 : -$0 }
      return zip(try product(signed), units).map { Swift.abs($0 * $1) }
    }
    var rows = try sizes()
    if Self.isBalanced(rows) { return }
    for _ in 0..<Self.mostProducts {
      guard rows.allSatisfy(\.isFinite) else { return }
      // In units of the greatest, so that no product of units leaves the range of numbers.
      let greatest = greatestMagnitude(rows)
      if greatest == 0 { return }
      for index in units.indices where rows[index] > 0 {
        units[index] /= (rows[index] / greatest).squareRoot()
      }
      let most = greatestMagnitude(units)
      for index in units.indices { units[index] /= most }
      rows = try sizes()
    }
    // A row that came out small by chance has neighbours of the same kind in other signs.
    var squares = rows.map { $0 * $0 }
    for _ in 0..<3 {
      for (index, size) in try sizes().enumerated() { squares[index] += size * size }
    }
    for index in units.indices where squares[index] > 0 && squares[index].isFinite {
      units[index] /= (0.25 * squares[index]).squareRoot().squareRoot()
    }
    self.units = units
  }
}
