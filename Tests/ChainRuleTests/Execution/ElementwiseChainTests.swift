import ChainRule
import Testing

/// Steps that compute each element by itself, long enough that they are run together and on several threads.
@Suite("Chains of elementwise steps")
struct ElementwiseChainTests {
  static let threads = [1, 2, 3, 7]
  private let rows = 311
  private let columns = 97
  private let X = Tensor.input("X", shape: [.symbol("n"), .symbol("m")])
  private let s = Tensor.input("s", shape: [])

  private func features<Scalar: TensorScalar>(_: Scalar.Type) throws -> NDArray<Scalar> {
    try .uniform(in: -1..<1, shape: [rows, columns], seed: 3)
  }

  /// Compares with what Swift's operators give, which round as the kernels do.
  private func check<Scalar: TensorScalar>(
    _ outputs: [Tensor], threads: Int, _ expected: (Scalar) -> [Scalar]
  ) throws {
    let x: NDArray<Scalar> = try features(Scalar.self)
    let program = try Program<Scalar>(computing: outputs)
    let found = try program.run([X: x, s: 0.75], blocking: nil, threads: threads).arrays
    let wanted = x.elements.map(expected)
    for (position, array) in found.enumerated() {
      let isSame = array.elements == wanted.map { $0[position] }
      #expect(isSame, "output \(position), \(Scalar.self)")
    }
  }

  @Test("Each element is what the operations give one after the other", arguments: threads)
  func arithmetic(threads: Int) throws {
    func check<Scalar: TensorScalar>(_: Scalar.Type) throws {
      let y = s * X + 0.5
      let z = (y - X) * (y / (X * X + 1))
      let chosen = select(z .> X, z, -X)
      try self.check([z * z - y, chosen, abs(chosen) * s], threads: threads) { (x: Scalar) in
        let s: Scalar = 0.75
        let y: Scalar = s * x + 0.5
        let quotient: Scalar = y / (x * x + 1)
        let z: Scalar = (y - x) * quotient
        let chosen: Scalar = z > x ? z : -x
        let magnitude: Scalar = chosen < 0 ? -chosen : chosen
        return [z * z - y, chosen, magnitude * s] as [Scalar]
      }
    }
    try check(Double.self)
    try check(Float.self)
  }

  @Test(
    "A step that writes where an earlier one reads other elements is not run together with it",
    arguments: threads)
  func reusedMemory(threads: Int) throws {
    // The row stands at the start of the memory, and what it is added to behind it. When both are free, a later result
    // begins where the row did, over elements that are read after it is written.
    func result(_ row: Tensor) -> Tensor { tanh(exp(-squared(X + row))) * X }
    let row = exp(sum(X, along: 0))
    let x: NDArray<Double> = try features(Double.self)
    let found = try Program<Double>(computing: [result(row)])
      .run([X: x], blocking: nil, threads: threads).arrays[0]
    let sums = try Program<Double>(computing: [row]).run([X: x], blocking: nil, threads: 1).arrays[0]
    // So few rows at a time that no step has enough elements for a chain.
    let R = Tensor.input("R", shape: [.symbol("m")])
    let part = try Program<Double>(computing: [result(R)])
    var expected: [Double] = []
    for start in stride(from: 0, to: rows, by: 40) {
      let end = min(start + 40, rows)
      let some = try NDArray(
        shape: [end - start, columns], elements: x.elements[start * columns..<end * columns])
      expected += try part.run([X: some, R: sums], blocking: nil, threads: 1).arrays[0].elements
    }
    let isSame = found.elements == expected
    #expect(isSame)
  }
}
