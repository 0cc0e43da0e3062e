/// The derivative of the cofactors of a matrix along a direction, for singular matrices too: second derivatives of the
/// determinant.
///
/// With P A Q = L D R, where L and R have ones on their diagonals and D holds the pivots, cof(A + E) is, but for the
/// permutations, L⁻ᵀ cof(D + F) R⁻ᵀ with F = L⁻¹ E R⁻¹. For a diagonal D the derivative is Σⱼ Fⱼⱼ ∏ d on the diagonal and
/// −Fⱼᵢ ∏ d off it, the products without the i-th and j-th pivot: nothing is divided by a pivot that is 0.
///
/// - Source: Magnus and Neudecker, Matrix Differential Calculus (2019), §8.3, for the derivative of a determinant; the rest
///   follows from cof(AB) = cof(A) cof(B).
enum CofactorDerivativeMatrix {
  static func write(
    of matrix: UnsafePointer<Double>, along direction: UnsafePointer<Double>, order n: Int,
    into target: UnsafeMutablePointer<Double>
  ) {
    for operand in [matrix, direction] {
      let numbers = UnsafeBufferPointer(start: operand, count: n * n)
      if let broken = numbers.first(where: { !$0.isFinite }) {
        return target.update(repeating: broken - broken, count: n * n)
      }
    }
    let pivoted = CompletePivoting(of: matrix, order: n)
    let a = pivoted.factors
    let pivots = (0..<n).map { a[$0 * n + $0] }
    guard pivots.count(where: { $0 == 0 }) <= 2 else { return target.update(repeating: 0, count: n * n) }
    // R, of which a row without a pivot is that of the identity matrix, as the column of L is.
    let upper = (0..<n * n).map { pivots[$0 / n] == 0 ? 0 : a[$0] / pivots[$0 / n] }
    var f = (0..<n * n).map { direction[pivoted.rows[$0 / n] * n + pivoted.columns[$0 % n]] }
    for i in 0..<n {
      for k in 0..<i { subtract(a[i * n + k], row: k, from: i, of: &f, n) }
    }
    for j in 0..<n {
      for k in 0..<j { subtract(upper[k * n + j], column: k, from: j, of: &f, n) }
    }
    let products = PairProducts(of: pivots)
    var g = products.derivative(along: f)
    for i in (0..<n).reversed() {
      for k in i + 1..<n { subtract(a[k * n + i], row: k, from: i, of: &g, n) }
    }
    for j in (0..<n).reversed() {
      for k in j + 1..<n { subtract(upper[j * n + k], column: k, from: j, of: &g, n) }
    }
    for index in 0..<n * n {
      target[pivoted.rows[index / n] * n + pivoted.columns[index % n]] =
        pivoted.sign * Double(sign: .plus, exponent: products.exponent, significand: g[index])
    }
  }

  // A factor that is 0 leaves out what it meets, which may have overflown.

  private static func subtract(
    _ factor: Double, row: Int, from other: Int, of matrix: inout [Double], _ n: Int
  ) {
    if factor == 0 { return }
    for j in 0..<n { matrix[other * n + j] -= factor * matrix[row * n + j] }
  }

  private static func subtract(
    _ factor: Double, column: Int, from other: Int, of matrix: inout [Double], _ n: Int
  ) {
    if factor == 0 { return }
    for i in 0..<n { matrix[i * n + other] -= factor * matrix[i * n + column] }
  }
}

/// The products of all numbers but two, each over one power of two, so that few over- or underflow on the way.
private struct PairProducts {
  /// The power of two that results are to be multiplied by.
  let exponent: Int
  private let numbers: [Double]
  private let zeros: [Int]
  private let whole: (significand: Double, exponent: Int)

  init(of numbers: [Double]) {
    self.numbers = numbers
    zeros = numbers.indices.filter { numbers[$0] == 0 }
    whole = ScaledProduct(numbers.filter { $0 != 0 }).parts
    // The greatest leaves out the least; half of its size is kept back.
    let least = numbers.filter { $0 != 0 }.map { Int($0.exponent) }.sorted().prefix(2 - zeros.count)
    exponent = Swift.max(-900, Swift.min((whole.exponent - least.reduce(0, +)) / 2, 900))
  }

  /// The derivative of the cofactors of the diagonal matrix, over the power of two.
  func derivative(along f: [Double]) -> [Double] {
    let n = numbers.count
    var result = Array(repeating: 0.0, count: n * n)
    for i in 0..<n {
      for j in 0..<i {
        let product = without(i, j)
        func scaled(_ factor: Double) -> Double { factor == 0 ? 0 : factor * product }
        result[i * n + j] = -scaled(f[j * n + i])
        result[j * n + i] = -scaled(f[i * n + j])
        result[i * n + i] += scaled(f[j * n + j])
        result[j * n + j] += scaled(f[i * n + i])
      }
    }
    return result
  }

  private func without(_ i: Int, _ j: Int) -> Double {
    guard zeros.allSatisfy({ $0 == i || $0 == j }) else { return 0 }
    var (significand, power) = whole
    for number in [numbers[i], numbers[j]] where number != 0 {
      significand /= number.sign == .minus ? -number.significand : number.significand
      power -= Int(number.exponent)
    }
    return Double(sign: .plus, exponent: power - exponent, significand: significand)
  }
}
