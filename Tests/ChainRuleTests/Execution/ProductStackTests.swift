import ChainRule
import Testing

@Suite("Stacks of products")
struct ProductStackTests {
  /// The elements of one product, from its operands' elements by rows.
  private func product(_ a: ArraySlice<Double>, _ b: ArraySlice<Double>, _ n: Int, _ k: Int, _ m: Int) throws
    -> [Double]
  {
    let A = Tensor.input("A", shape: [.fixed(n), .fixed(k)])
    let B = Tensor.input("B", shape: [.fixed(k), .fixed(m)])
    return try Program<Double>(computing: [A • B]).run([
      A: NDArray(shape: [n, k], elements: a), B: NDArray(shape: [k, m], elements: b),
    ]).arrays[0].elements
  }

  @Test(
    "A matrix in common with matrices gives, bit for bit, what each product gives alone; with vectors, to rounding",
    arguments: [(7, 3, 4), (40, 17, 9), (1, 5, 3), (33, 300, 2)])
  func common(_ n: Int, _ k: Int, _ sets: Int) throws {
    for m in [1, 6] {
      let x = try NDArray<Double>.uniform(in: -1..<1, shape: [n, k], seed: 1)
      let v = try NDArray<Double>.uniform(in: -1..<1, shape: [sets, k, m], seed: 2)
      let z = try NDArray<Double>.uniform(in: -1..<1, shape: [sets, m, n], seed: 3)
      let X = Tensor.input("X", shape: [.fixed(n), .fixed(k)])
      let V = Tensor.input("V", shape: [.fixed(sets), .fixed(k), .fixed(m)])
      let Z = Tensor.input("Z", shape: [.fixed(sets), .fixed(m), .fixed(n)])
      let found = try Program<Double>(computing: [X • V, Z • X]).run([X: x, V: v, Z: z]).arrays
      for set in 0..<sets {
        let (first, second) = (set * n * m, set * m * k)
        let right = try product(x.elements[...], v.elements[set * k * m..<(set + 1) * k * m], n, k, m)
        let left = try product(z.elements[set * m * n..<(set + 1) * m * n], x.elements[...], m, n, k)
        // A vector is added up in another order: each sum of k products below 1 is off by (k + 2) u k at most
        // (Higham, Accuracy and Stability of Numerical Algorithms, section 3.1).
        let bound = Double(2 * (k + 2) * k) * Double.ulpOfOne / 2
        for (found, alone) in zip(found[0].elements[first...], right) {
          #expect(m == 1 ? abs(found - alone) <= bound : found == alone, "\(n) × \(k) × \(m), set \(set)")
        }
        for (found, alone) in zip(found[1].elements[second...], left) {
          #expect(m == 1 ? abs(found - alone) <= bound : found == alone, "\(m) × \(n) × \(k), set \(set)")
        }
      }
    }
  }
}
