import ChainRule
import ChainRuleKernels
import Testing

/// Functions of many short rows at once, and sums.
@Suite("Row kernels")
struct RowKernelTests {
  private func rows<Scalar: KernelScalar>(_ rows: Int, _ columns: Int, _: Scalar.Type) -> [Scalar] {
    var draws = SeededGenerator(seed: UInt64(rows * 1000 + columns))
    var elements = (0..<(rows * columns)).map { _ in Scalar(draws.unit() * 30) }
    for value in [Scalar.nan, .infinity, -.infinity, 1000, 0] {
      for _ in 0..<2 { elements[draws.below(elements.count)] = value }
    }
    for j in 0..<columns { elements[j] = -.infinity }
    return elements
  }

  private func areSame<Scalar: KernelScalar>(_ left: [Scalar], _ right: [Scalar]) -> Bool {
    zip(left, right).allSatisfy { MapPositionTests.areSame($0, $1) }
  }

  private func check<Scalar: KernelScalar>(_: Scalar.Type, columns: Int) {
    let rows = 21
    let x = self.rows(rows, columns, Scalar.self)
    for version in Scalar.versions {
      let kernels = version.kernels
      let source = KernelMemory(x)
      let reductions: [(many: cr_rows_reduction, one: cr_fiber)] = [
        (kernels.rows_maximum, kernels.reduce_maximum),
        (kernels.rows_log_sum_exp, kernels.reduce_log_sum_exp),
      ]
      for (many, one) in reductions {
        let (found, expected) = (KernelMemory(source.elements), KernelMemory(source.elements))
        many(13, columns, source.start, columns, found.start)
        many(8, columns, source.start + 13 * columns, columns, found.start + 13)
        for i in 0..<rows { one(columns, source.start + i * columns, 1, expected.start + i, 0) }
        #expect(areSame(found.elements, expected.elements), "\(version.name), \(columns) columns")
      }
      let maps: [(many: cr_rows_map, one: cr_fiber)] = [
        (kernels.rows_softmax, kernels.map_softmax), (kernels.rows_log_softmax, kernels.map_log_softmax),
      ]
      for (many, one) in maps {
        let (found, expected) = (KernelMemory(x), KernelMemory(x))
        many(13, columns, found.start, columns, found.start, columns)
        let rest = found.start + 13 * columns
        many(8, columns, rest, columns, rest, columns)
        for i in 0..<rows {
          let row = expected.start + i * columns
          one(columns, row, 1, row, 1)
        }
        #expect(areSame(found.elements, expected.elements), "\(version.name), \(columns) columns")
      }
    }
  }

  @Test("Rows together give what each gives alone, bit for bit", arguments: [1, 2, 10, 31, 32, 33, 100])
  func alone(_ columns: Int) {
    check(Double.self, columns: columns)
    check(Float.self, columns: columns)
  }

  @Test(
    "Sums are within 70 roundings of their terms, by rows and by columns",
    arguments: [1, 3, 7, 16, 129, 1000])
  func sums(_ columns: Int) {
    func check<Scalar: KernelScalar>(_: Scalar.Type) {
      let rows = 70
      var draws = SeededGenerator(seed: UInt64(columns))
      let x = (0..<(rows * columns)).map { _ in Scalar(draws.unit()) }
      func isClose(_ found: Scalar, _ terms: [Scalar]) -> Bool {
        let exact = terms.reduce(Wide(0)) { $0 + Wide($1) }
        let size = terms.reduce(Wide(0)) { $0 + Wide($1).magnitude }
        // Blocks of 512 in 4 vectors of 2 or more lanes add 64 numbers one by one, 128 at a stride 16.
        return (Wide(found) - exact).magnitude <= 70 * Wide(Scalar.ulpOfOne) / 2 * size
      }
      for version in Scalar.versions {
        var (down, across) = ([Scalar](repeating: 0, count: columns), [Scalar](repeating: 0, count: rows))
        version.kernels.sum_rows(rows, columns, x, columns, &down)
        version.kernels.rows_sum(rows, columns, x, columns, &across)
        let areColumnsClose = (0..<columns).allSatisfy { j in
          isClose(down[j], (0..<rows).map { x[$0 * columns + j] })
        }
        let areRowsClose = (0..<rows).allSatisfy { i in
          isClose(across[i], Array(x[(i * columns)..<((i + 1) * columns)]))
        }
        #expect(areColumnsClose && areRowsClose, "\(version.name), \(columns) columns")
        var (whole, apart) = (Scalar(0), Scalar(0))
        version.kernels.sum(x.count, x, 1, &whole)
        version.kernels.sum(rows, x, columns, &apart)
        #expect(isClose(whole, x) && isClose(apart, (0..<rows).map { x[$0 * columns] }), "\(version.name)")
        let other = (0..<x.count).map { _ in Scalar(draws.unit()) }
        version.kernels.dot(x.count, x, 1, other, 1, &whole)
        version.kernels.dot(rows, x, columns, other, 1, &apart)
        // Products of the terms, exact in the widest numbers but for Double's, which are rounded once more.
        func isCloseDot(_ found: Scalar, _ terms: [(Scalar, Scalar)]) -> Bool {
          let exact = terms.reduce(Wide(0)) { $0 + Wide($1.0) * Wide($1.1) }
          let size = terms.reduce(Wide(0)) { $0 + (Wide($1.0) * Wide($1.1)).magnitude }
          return (Wide(found) - exact).magnitude <= 72 * Wide(Scalar.ulpOfOne) / 2 * size
        }
        #expect(isCloseDot(whole, Array(zip(x, other))), "\(version.name)")
        #expect(isCloseDot(apart, (0..<rows).map { (x[$0 * columns], other[$0]) }), "\(version.name)")
      }
    }
    check(Double.self)
    check(Float.self)
  }

  @Test("The kernels chosen are those of the last version that the processor runs")
  func dispatch() throws {
    #expect(cr_kernels_f64_for(CR_BASELINE) != nil && cr_kernels_f32_for(CR_BASELINE) != nil)
    let sets = [CR_BASELINE, CR_AVX2, CR_AVX512]
    #expect(sets.compactMap { cr_kernels_f64_for($0) }.last == cr_kernels_f64())
    #expect(sets.compactMap { cr_kernels_f32_for($0) }.last == cr_kernels_f32())
  }
}
