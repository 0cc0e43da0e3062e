import ChainRule
import Testing

@Suite("Products on several threads")
struct ProductThreadTests {
  @Test("Large products are the same, bit for bit, on any number of threads", arguments: [1, 2, 3, 7, 16])
  func threads(count: Int) throws {
    func check<Scalar: TensorScalar>(_: Scalar.Type) throws {
      let A = Tensor.input("A", shape: [.symbol("n"), .symbol("k")])
      let B = Tensor.input("B", shape: [.symbol("k"), .symbol("m")])
      let program = try Program<Scalar>(computing: [A • B, B.transposed() • A.transposed()])
      for (n, k, m) in [(700, 130, 200), (97, 300, 800), (1000, 257, 49)] {
        let bindings: Bindings<Scalar> = [
          A: try .uniform(in: -1..<1, shape: [n, k], seed: 1),
          B: try .uniform(in: -1..<1, shape: [k, m], seed: 2),
        ]
        let one = try program.run(bindings, blocking: nil, threads: 1)
        let several = try program.run(bindings, blocking: nil, threads: count)
        for (left, right) in zip(one.arrays, several.arrays) { #expect(left.elements == right.elements) }
        // The product of the transposes is the transpose of the product.
        let (product, turned) = (several.arrays[0].elements, several.arrays[1].elements)
        var isSame = true
        for i in 0..<n {
          for j in 0..<m where product[i * m + j] != turned[j * n + i] { isSame = false }
        }
        #expect(isSame, "\(n) × \(k) × \(m)")
      }
    }
    try check(Double.self)
    try check(Float.self)
  }
}
