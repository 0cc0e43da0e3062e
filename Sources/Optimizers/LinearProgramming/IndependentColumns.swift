/// Columns that do not depend on each other, chosen from a matrix of their products.
struct IndependentColumns {
  /// The columns kept, in order.
  let kept: [Int]
  /// Those of which the kept ones leave next to nothing.
  let dependent: [Int]

  /// Eliminates with the greatest of the diagonal, in units of what each column was.
  ///
  /// - Parameters:
  ///   - matrix: The products of all columns, by rows.
  ///   - chosen: The columns to look at.
  init(of matrix: [Double], width: Int, among chosen: [Int]) {
    var rest = chosen.map { row in chosen.map { matrix[row * width + $0] } }
    let diagonal = chosen.indices.map { rest[$0][$0] }
    var (kept, left) = ([Int](), Array(chosen.indices))
    while let place = left.max(by: { rest[$0][$0] * diagonal[$1] < rest[$1][$1] * diagonal[$0] }),
      rest[place][place] > 1e-10 * diagonal[place]
    {
      kept.append(place)
      left.removeAll { $0 == place }
      let pivot = rest[place][place]
      for row in left {
        let factor = rest[row][place] / pivot
        for column in left { rest[row][column] -= factor * rest[place][column] }
      }
    }
    self.kept = kept.map { chosen[$0] }.sorted()
    dependent = left.map { chosen[$0] }
  }
}
