/// The inverse of a square matrix of which one column after the other is replaced.
///
/// - Source: G. B. Dantzig, Linear Programming and Extensions (1963), §9-2.
struct BasisInverse {
  let order: Int
  /// The columns of the matrix.
  private(set) var columns: [[Double]]
  /// The elements of the inverse by rows.
  private var inverse: [Double]
  private var updates = 0

  /// The inverse of a diagonal matrix of ±1.
  init(signs: [Double]) {
    order = signs.count
    columns = signs.indices.map { place in signs.indices.map { $0 == place ? signs[place] : 0 } }
    inverse = columns.flatMap(\.self)
  }

  /// A⁻¹ v.
  func times(_ v: [Double]) -> [Double] {
    (0..<order).map { row in
      var sum = 0.0
      for column in 0..<order { sum += inverse[row * order + column] * v[column] }
      return sum
    }
  }

  /// vᵀ A⁻¹.
  func transposedTimes(_ v: [Double]) -> [Double] {
    var result = Array(repeating: 0.0, count: order)
    for row in 0..<order where v[row] != 0 {
      for column in 0..<order { result[column] += v[row] * inverse[row * order + column] }
    }
    return result
  }

  /// Puts a column in the place of another.
  ///
  /// - Parameter product: A⁻¹ times the column, whose element at the place is not 0.
  mutating func replace(_ place: Int, by column: [Double], product: [Double]) {
    columns[place] = column
    let pivot = product[place]
    for k in 0..<order { inverse[place * order + k] /= pivot }
    for row in 0..<order where row != place && product[row] != 0 {
      let factor = product[row]
      for k in 0..<order { inverse[row * order + k] -= factor * inverse[place * order + k] }
    }
    updates += 1
  }

  /// Puts a column in the place of another; the inverse is to be computed anew before it is used.
  mutating func set(_ place: Int, to column: [Double]) { columns[place] = column }

  /// A row of the inverse.
  func row(_ place: Int) -> [Double] { Array(inverse[place * order..<(place + 1) * order]) }

  /// The greatest magnitude in a row of the inverse.
  func rowSize(_ place: Int) -> Double {
    inverse[place * order..<(place + 1) * order].reduce(0) { Swift.max($0, Swift.abs($1)) }
  }

  /// Whether so many columns were replaced that rounding errors may show.
  var isStale: Bool { updates >= 50 }

  /// Computes the inverse anew, by elimination with pivots; false if the matrix has none.
  mutating func refresh() -> Bool {
    let n = order
    var work = Array(repeating: 0.0, count: n * n)
    for (place, column) in columns.enumerated() {
      for row in 0..<n { work[row * n + place] = column[row] }
    }
    var result = Array(repeating: 0.0, count: n * n)
    for k in 0..<n { result[k * n + k] = 1 }
    for step in 0..<n {
      guard
        let pivot = (step..<n).max(by: { Swift.abs(work[$0 * n + step]) < Swift.abs(work[$1 * n + step]) }),
        Swift.abs(work[pivot * n + step]) > 0
      else { return false }
      for k in 0..<n {
        work.swapAt(step * n + k, pivot * n + k)
        result.swapAt(step * n + k, pivot * n + k)
      }
      let scale = 1 / work[step * n + step]
      for k in 0..<n {
        work[step * n + k] *= scale
        result[step * n + k] *= scale
      }
      for row in 0..<n where row != step && work[row * n + step] != 0 {
        let factor = work[row * n + step]
        for k in 0..<n {
          work[row * n + k] -= factor * work[step * n + k]
          result[row * n + k] -= factor * result[step * n + k]
        }
      }
    }
    (inverse, updates) = (result, 0)
    return true
  }
}
