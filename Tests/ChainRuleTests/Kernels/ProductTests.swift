import ChainRule
import ChainRuleKernels
import Testing

/// The product kernel on drawn shapes, strides and alignments.
@Suite("Product kernels")
struct ProductTests {
  /// What is wrong with the memory around a result, if anything.
  ///
  /// An element is off by (n + 2) u Σ|ab| at most, n being the number of terms: one rounding for each product and each
  /// sum, in whatever order (Higham, Accuracy and Stability of Numerical Algorithms, section 3.1).
  static func fault<Scalar: KernelScalar>(_ drawn: ProductCase<Scalar>, _ memory: [Scalar]) -> String? {
    var untouched = Set(memory.indices)
    let unit = Wide(Scalar.ulpOfOne) / 2
    for i in 0..<drawn.rows {
      for j in 0..<drawn.columns {
        let exact = drawn.exact(i, j)
        let found = memory[drawn.place(i, j)]
        untouched.remove(drawn.place(i, j))
        let bound = Wide(drawn.inner + 2) * unit * exact.magnitude
        if !((Wide(found) - exact.value).magnitude <= bound) {
          return "(\(i), \(j)): \(found), not \(exact.value)"
        }
      }
    }
    let start = ProductCase<Scalar>.guardZone + drawn.start
    for place in untouched {
      let isGap = place >= start && place < start + drawn.before.count
      let expected = isGap ? drawn.before[place - start] : ProductCase<Scalar>.mark
      if memory[place] != expected { return "memory at \(place - start) was written" }
    }
    return nil
  }

  private func check<Scalar: KernelScalar>(_: Scalar.Type, _ seed: UInt64) {
    var draws = SeededGenerator(seed: seed)
    for number in 0..<60 {
      let drawn = ProductCase<Scalar>(&draws)
      for version in Scalar.versions {
        let fault = Self.fault(drawn, drawn.run(version.kernels))
        #expect(fault == nil, "seed \(seed), case \(number), \(version.name): \(drawn): \(fault ?? "")")
      }
    }
  }

  @Test("Every shape, stride and alignment gives the product, and nothing else is written", arguments: 0..<4)
  func shapes(_ seed: Int) {
    check(Double.self, UInt64(seed))
    check(Float.self, UInt64(seed) + 100)
  }

  /// Cuts `0..<count` at drawn places, but leaves nothing alone: a matrix times a vector is added up in its own order.
  private func cuts(_ count: Int, _ draws: inout SeededGenerator) -> [Range<Int>] {
    var places = [0]
    for place in (0..<draws.below(4)).map({ _ in draws.below(count + 1) }).sorted() {
      if place == places[places.count - 1] || place >= places[places.count - 1] + 2, place <= count - 2 {
        places.append(place)
      }
    }
    return zip(places, places.dropFirst() + [count]).map { $0..<$1 }
  }

  @Test("Rows and columns may be computed in parts of two or more: every bit is the same", arguments: 0..<4)
  func parts(_ seed: Int) {
    func check<Scalar: KernelScalar>(_: Scalar.Type) {
      var draws = SeededGenerator(seed: UInt64(1000 + seed))
      for number in 0..<60 {
        let drawn = ProductCase<Scalar>(&draws)
        let (rows, columns) = (cuts(drawn.rows, &draws), cuts(drawn.columns, &draws))
        for version in Scalar.versions {
          #expect(
            drawn.run(version.kernels) == drawn.run(version.kernels, rows: rows, columns: columns),
            "seed \(seed), case \(number), \(version.name): \(drawn), cut at \(rows), \(columns)")
        }
      }
    }
    check(Double.self)
    check(Float.self)
  }

  @Test("Sizes beyond every block, by rows and by columns", arguments: [false, true])
  func large(_ isTurned: Bool) {
    let (rows, inner, columns) = (110, 300, 1100)
    let a = (0..<(rows * inner)).map { Double($0 % 13) - 6 }
    let b = (0..<(inner * columns)).map { Double($0 % 17) - 8 }
    for version in Double.versions {
      var scratch = [Double](repeating: 0, count: version.kernels.matmul_scratch(rows, inner, columns))
      var out = [Double](repeating: 0, count: rows * columns)
      let (ai, ak, bk, bj) = isTurned ? (1, rows, 1, inner) : (inner, 1, columns, 1)
      version.kernels.matmul(rows, inner, columns, a, ai, ak, b, bk, bj, &out, columns, 0, &scratch)
      // Whole numbers, whose sums are exact.
      for (i, j) in [(0, 0), (109, 1099), (96, 1055), (95, 1056), (97, 481), (8, 24), (7, 23), (50, 990)] {
        let exact = (0..<inner).reduce(0.0) { $0 + a[i * ai + $1 * ak] * b[$1 * bk + j * bj] }
        #expect(out[i * columns + j] == exact, "\(version.name) at \((i, j))")
      }
    }
  }

  @Test(
    "A long sum is the same, bit for bit, whether its terms are neighbours or not",
    arguments: [600, 5000, 8193])
  func longSum(_ inner: Int) {
    func check<Scalar: KernelScalar>(_: Scalar.Type) {
      var draws = SeededGenerator(seed: UInt64(inner))
      let a = (0..<inner).map { _ in Scalar(draws.unit()) }
      let b = (0..<inner).map { _ in Scalar(draws.unit()) }
      let apart = a.flatMap { [$0, 9] as [Scalar] }
      for version in Scalar.versions {
        var scratch = [Scalar](repeating: 0, count: version.kernels.matmul_scratch(1, inner, 1))
        for adds in [0, 1] as [Int32] {
          var (found, expected) = (Scalar(0.5), Scalar(0.5))
          version.kernels.matmul(1, inner, 1, a, 0, 1, b, 1, 1, &found, 1, adds, &scratch)
          version.kernels.matmul(1, inner, 1, apart, 0, 2, b, 1, 0, &expected, 1, adds, &scratch)
          #expect(found == expected, "\(version.name)")
        }
      }
    }
    check(Double.self)
    check(Float.self)
  }

  @Test("A single wrong element, and a write beyond the result, would be found")
  func planted() {
    var draws = SeededGenerator(seed: 5)
    var drawn = ProductCase<Float>(&draws)
    while drawn.rows == 0 || drawn.columns == 0 || drawn.inner == 0 { drawn = ProductCase(&draws) }
    let memory = drawn.run(Float.versions[0].kernels)
    var wrong = memory
    wrong[drawn.place(drawn.rows - 1, drawn.columns - 1)] += 0.01
    #expect(Self.fault(drawn, memory) == nil && Self.fault(drawn, wrong) != nil)
    wrong = memory
    wrong[drawn.place(drawn.rows - 1, drawn.so)] += 1
    #expect(Self.fault(drawn, wrong) != nil)
  }
}
