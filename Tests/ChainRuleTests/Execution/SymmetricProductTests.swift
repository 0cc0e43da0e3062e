import ChainRule
import Testing

@Suite("Products of a matrix with its own transpose")
struct SymmetricProductTests {
  @Test(
    "They are, bit for bit, the products with the transpose of a copy, on any number of threads",
    arguments: [1, 2, 3, 5, 23, 24, 25, 50, 97, 200, 310], [1, 2, 5])
  func copies(_ width: Int, _ threads: Int) throws {
    func check<Scalar: TensorScalar>(_: Scalar.Type) throws {
      let X = Tensor.input("X", shape: [.batch, .fixed(width)])
      let Z = Tensor.input("Z", shape: [.batch, .fixed(width)])
      let (own, other) = (X.transposed() • X, X.transposed() • Z)
      let program = try Program<Scalar>(computing: [own, other])
      for rows in [1, 7, 600, 3000] {
        let array = try NDArray<Scalar>.uniform(in: -1..<1, shape: [rows, width], seed: 1)
        let copy = try NDArray(shape: [rows, width], elements: array.elements)
        for blocking in [nil, RowBlocks.Limits()] as [RowBlocks.Limits?] {
          let found = try program.run([X: array, Z: copy], blocking: blocking, threads: threads).arrays
          #expect(found[0].elements == found[1].elements, "\(rows) × \(width)")
        }
      }
    }
    try check(Double.self)
    try check(Float.self)
  }

  @Test("The transpose on the right serves as well, and a part of the columns is not taken for all of them")
  func sides() throws {
    let X = Tensor.input("X", shape: [60, 60])
    let Z = Tensor.input("Z", shape: [60, 60])
    let parts = (0..<2).map { X[.all, .range($0 * 30..<$0 * 30 + 30)] }
    let own = [X • X.transposed(), parts[0].transposed() • parts[1], X • X]
    let other = [X • Z.transposed(), parts[0].transposed() • Z[.all, .range(30..<60)], X • Z]
    let array = try NDArray<Double>.uniform(in: -1..<1, shape: [60, 60], seed: 2)
    let copy = try NDArray(shape: [60, 60], elements: array.elements)
    let found = try Program<Double>(computing: own + other).run([X: array, Z: copy]).arrays
    for number in 0..<3 { #expect(found[number].elements == found[number + 3].elements, "product \(number)") }
  }
}
