import ChainRule
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The error of sums over very many rows in single precision; docs/execution.md states the figures.
@Suite("Long sums in single precision")
struct LongSumTests {
  /// 400 MB for each array. Kernels that are not optimised would take a minute for so many.
  #if DEBUG
    static let rows = 1_000_000
  #else
    static let rows = 100_000_000
  #endif

  /// Rounding errors that one element meets on its way into a sum, in units of u, half a unit in the last place of 1.
  ///
  /// With vectors of 4 numbers, the shortest, they are 32 additions in a lane of a leaf of 512 and 4 to join lanes and
  /// vectors; then 3 to join the leaves of a block of at most 4096, 1 for the rounded error of a chunk's sum, and 6 to
  /// join 64 chunks. An expression adds those of its own operations.
  static let sumError = 46.0

  static let hasMemory = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE)) >= 4 << 30

  private let x = Tensor.input("x", shape: [.batch])
  private let w = Tensor.parameter("w", shape: [])

  /// Differences relative to the exact values, which are means of `sizes`, in units of u.
  private func errors(
    _ outputs: [Tensor], _ elements: (Float, Float), exact: [Double], sizes: [Double]
  ) throws -> [Double] {
    let data = NDArray<Float>.initialized(shape: [Self.rows]) { target in
      for row in stride(from: 0, to: Self.rows, by: 2) { (target[row], target[row + 1]) = elements }
    }
    let program = try Program<Float>(computing: outputs + [w])
    let values = try program.run([x: data, w: 0.5])
    return zip(values.arrays, zip(exact, sizes)).map { value, expected in
      (Double(value.elements[0]) - expected.0).magnitude / expected.1 / 0x1p-24
    }
  }

  @Test(
    "The mean of 0.1 a hundred million times is 0.1",
    .enabled(if: hasMemory, "it takes some gigabytes of memory"))
  func repeated() throws {
    let element = Double(Float(0.1))
    let found = try errors([mean(x)], (0.1, 0.1), exact: [element], sizes: [element])
    print("mean of \(Self.rows) × 0.1: \(found) u")
    #expect(found[0] <= Self.sumError + 1)
  }

  @Test(
    "Mean, variance and a regression's loss and gradient keep their digits",
    .enabled(if: hasMemory, "it takes some gigabytes of memory"))
  func alternating() throws {
    let (a, b): (Float, Float) = (1.1, -0.3)
    let (p, q) = (Double(a), Double(b))
    let loss = mean(squared(w * x - 0.7))
    let slope = try loss.gradient(withRespectTo: [w])[w]
    // What is computed with numbers of single precision.
    let target = 0.7
    let (r, s) = (0.5 * p - Double(Float(target)), 0.5 * q - Double(Float(target)))
    let found = try errors(
      [mean(x), variance(x), loss, slope], (a, b),
      exact: [(p + q) / 2, (p - q) * (p - q) / 4, (r * r + s * s) / 2, r * p + s * q],
      sizes: [(p - q) / 2, (p - q) * (p - q) / 4, (r * r + s * s) / 2, (r * p).magnitude + (s * q).magnitude])
    print("mean, variance, loss, slope of \(Self.rows) rows: \(found) u")
    // The mean is divided; a difference is squared, with twice its error; residuals have two roundings, and a factor.
    for (error, own) in zip(found, [1.0, 4, 6, 6]) { #expect(error <= Self.sumError + own) }
  }

  @Test("One number added after the other, a million are already beyond the bound")
  func planted() {
    let sum = (0..<1_000_000).reduce(Float(0)) { sum, _ in sum + 0.1 }
    let exact = 1_000_000 * Double(Float(0.1))
    #expect((Double(sum) - exact).magnitude / exact / 0x1p-24 > Self.sumError + 1)
  }
}
