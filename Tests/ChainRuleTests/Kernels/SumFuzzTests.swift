import ChainRule
import ChainRuleKernels
import Testing

/// Sums, functions of many rows, and products at drawn shapes, strides and alignments.
@Suite("Sums and rows at any stride")
struct SumFuzzTests {
  /// Whether a sum of numbers is within n u Σ|x| of them (Higham, section 4.2), in whatever order they were added.
  private static func isSum<Scalar: KernelScalar>(_ found: Scalar?, _ terms: [Scalar]) -> Bool {
    let exact = terms.reduce(Wide(0)) { $0 + Wide($1) }
    let size = terms.reduce(Wide(0)) { $0 + Wide($1).magnitude }
    guard let found else { return false }
    return (Wide(found) - exact).magnitude <= Wide(terms.count) * Wide(Scalar.ulpOfOne) / 2 * size
  }

  private func sums<Scalar: KernelScalar>(_: Scalar.Type, _ seed: Int) {
    var draws = SeededGenerator(seed: UInt64(seed))
    for version in Scalar.versions {
      for _ in 0..<60 {
        let n = [0, 1, 2, 7, 16, 33, 127, 128, 129, 511, 513, 1500][draws.below(12)]
        let x = KernelOperand<Scalar>(n, &draws, special: false)
        let out = KernelResult<Scalar>(1, &draws)
        version.kernels.sum(n, x.address, x.stride, out.address)
        #expect(
          Self.isSum(out.elements?.first, x.elements), "sum, \(version.name): \(n) at stride \(x.stride)")
      }
      for _ in 0..<40 {
        let n = draws.below(40)
        let first = KernelOperand<Scalar>(n, stride: 1, &draws, special: false)
        let (sum, error) = (KernelResult<Scalar>(n, &draws), KernelResult<Scalar>(n, &draws))
        for i in 0..<n { (sum.address[i], error.address[i]) = (first.elements[i], 0) }
        var added: [[Scalar]] = [first.elements]
        for _ in 0..<9 {
          let next = KernelOperand<Scalar>(n, stride: 1, &draws, special: false)
          version.kernels.accumulate(n, next.address, sum.address, error.address)
          added.append(next.elements)
        }
        version.kernels.finish_sum(n, sum.address, error.address)
        let found = sum.elements
        #expect(
          (0..<n).allSatisfy { i in Self.isSum(found?[i], added.map { $0[i] }) } && error.elements != nil,
          "accumulate, \(version.name): \(n)")
      }
    }
  }

  @Test("Sums of one run, and of what is added again and again", arguments: 0..<3)
  func runs(_ seed: Int) {
    sums(Double.self, seed)
    sums(Float.self, seed)
  }

  private func rows<Scalar: KernelScalar>(_: Scalar.Type, _ seed: Int) {
    var draws = SeededGenerator(seed: UInt64(seed + 50))
    for version in Scalar.versions {
      let kernels = version.kernels
      for _ in 0..<40 {
        let rows = [0, 1, 2, 9, 17, 70, 130][draws.below(7)]
        let columns = [0, 1, 2, 3, 7, 8, 17, 33, 40, 65][draws.below(10)]
        // Rows with gaps, one row again and again, and rows from the last to the first.
        let gap = draws.below(3)
        let sr = [columns + gap, 0, -(columns + gap)][draws.below(3)]
        let span = Swift.max(rows - 1, 0) * Swift.abs(sr) + columns
        let memory = KernelOperand<Scalar>(rows * columns == 0 ? 0 : span, stride: 1, &draws, special: false)
        let start = sr < 0 && rows * columns > 0 ? (rows - 1) * -sr : 0
        let row = { (i: Int) in (0..<columns).map { memory.elements[start + i * sr + $0] } }
        let name = "\(version.name): \(rows) × \(columns) at \(sr)"
        let (down, across) = (KernelResult<Scalar>(columns, &draws), KernelResult<Scalar>(rows, &draws))
        kernels.sum_rows(rows, columns, memory.address + start, sr, down.address)
        kernels.rows_sum(rows, columns, memory.address + start, sr, across.address)
        let (sums, totals) = (down.elements, across.elements)
        #expect(
          (0..<columns).allSatisfy { j in Self.isSum(sums?[j], (0..<rows).map { row($0)[j] }) },
          "sum_rows, \(name)")
        #expect((0..<rows).allSatisfy { Self.isSum(totals?[$0], row($0)) }, "rows_sum, \(name)")
        let reductions = [
          (kernels.rows_maximum, kernels.reduce_maximum),
          (kernels.rows_log_sum_exp, kernels.reduce_log_sum_exp),
        ]
        for (many, one) in reductions {
          let out = KernelResult<Scalar>(rows, &draws)
          many?(rows, columns, memory.address + start, sr, out.address)
          let expected = (0..<rows).map { i in
            var value = Scalar(0)
            one?(columns, row(i), 1, &value, 0)
            return value
          }
          #expect(out.holds(expected), "\(name)")
        }
        let maps = [
          (kernels.rows_softmax, kernels.map_softmax), (kernels.rows_log_softmax, kernels.map_log_softmax),
        ]
        for (many, one) in maps {
          let out = KernelResult<Scalar>(rows * columns, &draws)
          many?(rows, columns, memory.address + start, sr, out.address, columns)
          let expected = (0..<rows).flatMap { i in
            let value = KernelMemory(row(i))
            one?(columns, value.start, 1, value.start, 1)
            return value.elements
          }
          #expect(out.holds(expected), "\(name)")
        }
      }
    }
  }

  @Test("Rows with gaps, repeated, and from the last to the first", arguments: 0..<3)
  func rows(_ seed: Int) {
    rows(Double.self, seed)
    rows(Float.self, seed)
  }

  private func products<Scalar: KernelScalar>(_: Scalar.Type, _ seed: Int) {
    var draws = SeededGenerator(seed: UInt64(seed + 90))
    for version in Scalar.versions {
      for _ in 0..<40 {
        let (rows, inner, columns) = (draws.below(20), draws.below(20), [1, draws.below(20)][draws.below(2)])
        // Each axis of each operand forwards, backwards or repeated; whole numbers, whose sums are exact.
        func matrix(_ m: Int, _ n: Int) -> (memory: KernelMemory<Scalar>, start: Int, strides: (Int, Int)) {
          let (a, b) = draws.below(2) == 0 ? (n, 1) : (1, m)
          let signs = ([1, -1, 0][draws.below(3)], [1, -1, 1, 0][draws.below(4)])
          let numbers = (0..<m * n).map { _ in Scalar(draws.below(17) - 8) }
          let start =
            (signs.0 < 0 ? Swift.max(m - 1, 0) * a : 0) + (signs.1 < 0 ? Swift.max(n - 1, 0) * b : 0)
          return (KernelMemory(numbers), m * n == 0 ? 0 : start, (signs.0 * a, signs.1 * b))
        }
        let (a, b) = (matrix(rows, inner), matrix(inner, columns))
        let out = KernelResult<Scalar>(rows * columns, &draws)
        let scratch = KernelMemory(
          [Scalar](repeating: 7, count: version.kernels.matmul_scratch(rows, inner, columns)))
        version.kernels.matmul(
          rows, inner, columns, a.memory.start + a.start, a.strides.0, a.strides.1, b.memory.start + b.start,
          b.strides.0, b.strides.1, out.address, columns, 0, scratch.start)
        let (left, right) = (a.memory.elements, b.memory.elements)
        let expected = (0..<rows * columns).map { place in
          (0..<inner).reduce(Scalar(0)) { sum, k in
            let (i, j) = (place / columns, place % columns)
            return sum + left[a.start + i * a.strides.0 + k * a.strides.1]
              * right[b.start + k * b.strides.0 + j * b.strides.1]
          }
        }
        let found = out.elements
        #expect(
          found == expected, "\(version.name): \(rows) × \(inner) × \(columns), \(a.strides), \(b.strides)")
      }
    }
  }

  @Test("Products of matrices read backwards or repeated", arguments: 0..<3)
  func products(_ seed: Int) {
    products(Double.self, seed)
    products(Float.self, seed)
  }
}
