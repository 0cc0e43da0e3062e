import ChainRule
import Foundation
import Optimizers
import Testing

@Suite("Eigenvalues of symmetric matrices")
struct SpectrumTests {
  /// The second difference of `n` points, whose eigenvalues are 2 − 2 cos(kπ/(n + 1)).
  private static func differences(_ n: Int) throws -> NDArray<Double> {
    var matrix = try NDArray<Double>(repeating: 0, shape: [n, n])
    for i in 0..<n {
      matrix[i, i] = 2
      if i > 0 {
        matrix[i, i - 1] = -1
        matrix[i - 1, i] = -1
      }
    }
    return matrix
  }

  private static func eigenvalue(_ k: Int, of n: Int) -> Double {
    4 * pow(sin(Double(k) * .pi / Double(2 * (n + 1))), 2)
  }

  @Test("Known eigenvalues are found within the stated bound", arguments: [1, 2, 3, 10, 40])
  func known(n: Int) throws {
    let spectrum = try SymmetricSpectrum(Self.differences(n))
    for (k, value) in spectrum.values.enumerated() {
      #expect((value - Self.eigenvalue(k + 1, of: n)).magnitude <= spectrum.errorBound + 4 * value.ulp)
    }
    // Some 10 sweeps of 12 m u times the norm, √(6 m).
    #expect(spectrum.errorBound <= 120 * Double(n) * 0x1p-53 * (6 * Double(n)).squareRoot())
    #expect(spectrum.vectors.isEmpty)
  }

  @Test("Vectors are orthonormal and each is mapped to its multiple", arguments: 1...8)
  func vectors(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let n = 3 * seed
    var matrix = try NDArray<Double>(repeating: 0, shape: [n, n])
    for i in 0..<n {
      for j in 0...i {
        matrix[i, j] = generator.normalPair().0 * 1e200
        matrix[j, i] = matrix[i, j]
      }
    }
    let spectrum = try SymmetricSpectrum(matrix, withVectors: true)
    for (i, v) in spectrum.vectors.enumerated() {
      for (j, w) in spectrum.vectors.enumerated() {
        let product = zip(v, w).reduce(0) { $0 + $1.0 * $1.1 }
        #expect((product - (i == j ? 1 : 0)).magnitude < 1e-13)
      }
      for row in 0..<n {
        let image = (0..<n).reduce(0) { $0 + matrix[row, $1] * v[$1] }
        #expect((image - spectrum.values[i] * v[row]).magnitude <= 2 * spectrum.errorBound)
      }
    }
  }

  @Test("Matrices that are not square, finite and symmetric are named")
  func errors() {
    func message(_ matrix: NDArray<Double>) -> String {
      do { return "\(try SymmetricSpectrum(matrix).values)" } catch { return "\(error)" }
    }
    #expect(message([[1, 2]]) == "SymmetricSpectrum: H [1, 2]: the matrix is not square")
    #expect(
      message([[NDArray(Double.infinity)]])
        == "SymmetricSpectrum: H [1, 1]: the matrix has an entry that is not finite")
    #expect(
      message([[1, 2], [3, 1]])
        == "SymmetricSpectrum: H [2, 2]: H[1, 0] and H[0, 1] differ; a Hessian is symmetric")
    #expect(message([[0, 0], [0, 0]]) == "[0.0, 0.0]")
  }

  private static func bounds(_ n: Int, steps: Int, seed: Int) throws -> SpectrumBounds {
    try SpectrumBounds(dimensions: n, steps: steps, seed: UInt64(seed)) { v in
      (0..<n).map { 2 * v[$0] - ($0 > 0 ? v[$0 - 1] : 0) - ($0 + 1 < n ? v[$0 + 1] : 0) }
    }
  }

  @Test(
    "From products alone, both ends lie between estimate and outer bound", arguments: [1, 2, 20, 60, 400],
    0..<5)
  func enclosed(n: Int, seed: Int) throws {
    let bounds = try Self.bounds(n, steps: 60, seed: seed)
    let (least, greatest) = (Self.eigenvalue(1, of: n), Self.eigenvalue(n, of: n))
    let rounding = 100 * 0x1p-53 * 4.0
    #expect(bounds.largest.value <= greatest + rounding && greatest <= bounds.largest.outerBound + rounding)
    #expect(bounds.smallest.value >= least - rounding && least >= bounds.smallest.outerBound - rounding)
    let nearest = (1...n).map { (Self.eigenvalue($0, of: n) - bounds.largest.value).magnitude }.min() ?? 0
    #expect(nearest <= bounds.largest.residual + rounding)
    if n <= 60 {
      #expect(bounds.largest.outerBound - bounds.smallest.outerBound < greatest - least + 1e-10)
    } else {
      // ε = (ln(1.648 · 20 · 2e6)/119)² = 0.0229, at either end.
      #expect(bounds.largest.outerBound < greatest + 0.024 * 4)
    }
  }

  @Test("An outer bound that leaves the margin out would not hold")
  func margin() throws {
    let bounds = try Self.bounds(400, steps: 60, seed: 1)
    #expect(bounds.largest.value + 1e-6 < Self.eigenvalue(400, of: 400))
  }

  @Test("A matrix with three eigenvalues is known after three products")
  func invariant() throws {
    let bounds = try SpectrumBounds(dimensions: 30) { v in
      v.enumerated().map { Double($0.offset % 3) * $0.element }
    }
    #expect(bounds.products <= 4)
    #expect((bounds.largest.outerBound - 2).magnitude < 1e-13)
    #expect(bounds.smallest.outerBound.magnitude < 1e-13)
  }

  @Test("Too few products leave the outer bounds infinite, and not wrong")
  func fewProducts() throws {
    let bounds = try Self.bounds(400, steps: 2, seed: 1)
    #expect(bounds.largest.outerBound == .infinity)
    #expect(bounds.smallest.outerBound == -.infinity)
  }

  @Test("Products that are not finite or of another length are named")
  func brokenProducts() {
    func message(_ product: @escaping ([Double]) -> [Double]) -> String {
      do { return "\(try SpectrumBounds(dimensions: 2, product: product))" } catch { return "\(error)" }
    }
    #expect(message { _ in [.nan, 1] } == "SpectrumBounds: the product is not finite")
    #expect(message { _ in [1] } == "SpectrumBounds: the product has 1 elements of 2")
  }
}
