import ChainRule
import Optimizers
import Testing

@Suite("Reflections with column pivoting")
struct PivotedQRTests {
  private static func matrix(_ n: Int, _ m: Int, seed: Int) -> [Double] {
    var generator = SeededGenerator(seed: UInt64(seed))
    return (0..<n * m).map { _ in generator.normalPair().0 / Double(n).squareRoot() }
  }

  @Test(
    "Q R gives the matrix back, column by column",
    arguments: [(1, 1), (1, 4), (4, 1), (9, 5), (5, 9), (60, 30)])
  func product(n: Int, m: Int) {
    let a = Self.matrix(n, m, seed: n + m)
    let qr = PivotedQR(columnByColumn: a, rows: n, columns: m)
    #expect(qr.rank == min(n, m))
    for (place, column) in qr.order.enumerated() {
      var image = (0..<n).map { $0 < qr.rank ? qr.triangle($0, place) : 0 }
      qr.applyQ(to: &image)
      for i in 0..<n {
        // The bound for one reflection after the other: about √(n m) u of a column of norm 1, with a factor of 8.
        #expect((image[i] - a[column * n + i]).magnitude < PivotedQR.tolerance(rows: n, columns: m))
      }
    }
  }

  @Test("The diagonal falls, and Qᵀ undoes Q")
  func orthogonality() {
    let (n, m) = (40, 25)
    let qr = PivotedQR(columnByColumn: Self.matrix(n, m, seed: 3), rows: n, columns: m)
    for k in 1..<m {
      #expect(qr.triangle(k, k).magnitude <= qr.triangle(k - 1, k - 1).magnitude * (1 + 1e-14))
    }
    var vector = (0..<n).map { Double($0 % 5) - 2 }
    qr.applyQ(to: &vector)
    qr.applyTransposedQ(to: &vector)
    for i in 0..<n { #expect((vector[i] - (Double(i % 5) - 2)).magnitude < 1e-13) }
  }

  @Test("The rank of products of thin matrices is found, whatever the seed", arguments: 0..<20)
  func rank(seed: Int) {
    let (n, m, rank) = (200, 30, 1 + seed)
    let (left, right) = (Self.matrix(n, rank, seed: seed), Self.matrix(rank, m, seed: 100 + seed))
    var product = [Double](repeating: 0, count: n * m)
    for j in 0..<m {
      for i in 0..<n {
        for k in 0..<rank { product[j * n + i] += left[k * n + i] * right[j * rank + k] }
      }
    }
    let qr = PivotedQR(columnByColumn: product, rows: n, columns: m)
    #expect(qr.rank == rank)
    // Told to take no rounding error for nothing, it finds columns that are not there.
    #expect(PivotedQR(columnByColumn: product, rows: n, columns: m, tolerance: 0).rank > rank)
  }

  @Test("The condition estimate is at most the condition number, and at least half of it", arguments: 0..<20)
  func condition(seed: Int) throws {
    let (n, m) = (30, 12)
    var a = Self.matrix(n, m, seed: seed)
    // Columns that are close to each other make the problem ill-conditioned, up to 1e6.
    let closeness = Double(seed % 4) * 2
    for i in 0..<n { a[i] = a[n + i] + a[i] * [1, 1e-2, 1e-4, 1e-6][Int(closeness / 2)] }
    var gram = try NDArray<Double>(repeating: 0, shape: [m, m])
    for i in 0..<m {
      for j in 0..<m { gram[i, j] = (0..<n).reduce(0) { $0 + a[i * n + $1] * a[j * n + $1] } }
    }
    let values = try SymmetricSpectrum(gram).values
    let right = (values[m - 1] / values[0]).squareRoot()
    let estimate = PivotedQR(columnByColumn: a, rows: n, columns: m).conditionEstimate
    // λmin of the Gram matrix is known to κ² u, 1e-4 for the worst.
    #expect(estimate < right * 1.001 && estimate > right / 2)
  }
}
