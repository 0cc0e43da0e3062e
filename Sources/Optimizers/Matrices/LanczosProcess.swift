import ChainRule
import Foundation

/// An orthonormal basis of v, H v, H²v, … in which H is tridiagonal.
struct LanczosProcess {
  private var basis: [[Double]]
  private(set) var diagonal: [Double] = []
  /// The entries beside the diagonal; the last belongs to the step that was not made yet.
  private(set) var beside: [Double] = []
  /// Whether the basis already spans a space that H maps to itself: its eigenvalues are exact.
  private(set) var isInvariant = false

  /// Starts at a vector whose direction is uniformly distributed, as the probabilities demand.
  init(dimensions: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var start = (0..<dimensions).map { _ in generator.normalPair().0 }
    let norm = euclideanNorm(start)
    for i in start.indices { start[i] = norm > 0 ? start[i] / norm : (i == 0 ? 1 : 0) }
    basis = [start]
  }

  mutating func advance(_ product: ([Double]) throws -> [Double]) throws {
    let vector = basis[basis.count - 1]
    var next = try product(vector)
    guard next.count == vector.count else {
      throw ChainRuleError(
        .array, in: "SpectrumBounds", problem: "the product has \(next.count) elements of \(vector.count)")
    }
    guard next.allSatisfy(\.isFinite) else {
      throw ChainRuleError(.nonFinite, in: "SpectrumBounds", problem: "the product is not finite")
    }
    let size = euclideanNorm(next)
    diagonal.append(zip(vector, next).reduce(0) { $0 + $1.0 * $1.1 })
    // Twice: without it, eigenvalues already found come back as copies.
    for _ in 0..<2 {
      for direction in basis {
        let share = zip(direction, next).reduce(0) { $0 + $1.0 * $1.1 }
        for i in next.indices { next[i] -= share * direction[i] }
      }
    }
    let norm = euclideanNorm(next)
    beside.append(norm)
    // What is left is the rounding of a product and of as many subtractions as there are directions.
    isInvariant = norm <= Double(vector.count + basis.count) * 0x1p-53 * size
    if !isInvariant { basis.append(next.map { $0 / norm }) }
  }

  /// The sum of the vectors of the basis, each times its share.
  func combination(_ shares: some Sequence<Double>) -> [Double] {
    var sum = basis[0].map { _ in 0.0 }
    for (share, vector) in zip(shares, basis) {
      for i in sum.indices { sum[i] += share * vector[i] }
    }
    return sum
  }

  func tridiagonal() throws -> NDArray<Double> {
    let k = diagonal.count
    var matrix = try NDArray<Double>(repeating: 0, shape: [k, k])
    for i in 0..<k {
      matrix[i, i] = diagonal[i]
      if i + 1 < k {
        matrix[i, i + 1] = beside[i]
        matrix[i + 1, i] = beside[i]
      }
    }
    return matrix
  }

  /// The natural logarithm.
  static func logarithm(_ x: Double) -> Double { log(x) }
}
