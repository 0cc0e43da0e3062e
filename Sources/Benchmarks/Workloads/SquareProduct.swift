import ChainRule

/// The product of two square matrices of random numbers.
struct SquareProduct<Scalar: TensorScalar> {
  let left: NDArray<Scalar>
  let right: NDArray<Scalar>
  let size: Int

  init(size: Int) throws {
    self.size = size
    left = try .uniform(in: 0..<1, shape: [size, size], seed: 1)
    right = try .uniform(in: 0..<1, shape: [size, size], seed: 2)
  }

  func prepared(threads: Int) throws -> Prepared {
    let A = Tensor.input("A", shape: [.fixed(size), .fixed(size)])
    let B = Tensor.input("B", shape: [.fixed(size), .fixed(size)])
    let product = A • B
    let session = try Session(Program<Scalar>(computing: [product]), binding: [A: left, B: right])
    session.threads = threads
    let cube = Double(size) * Double(size) * Double(size)
    return Prepared(
      call: { try session.run() },
      outcome: {
        try session.run()
        let rows = try session.value(of: product).elements
        // The first row in place of a gradient, and its first element in place of a loss.
        return Outcome(loss: Double(rows[0]), gradient: rows.prefix(size).map { Double($0) })
      }, work: Work(operations: 2 * cube, isLimitedByMultiplying: true))
  }

  /// The same without the library.
  var plain: Outcome {
    let (left, right) = (left.elements, right.elements)
    var row = Array(repeating: 0.0, count: size)
    for inner in 0..<size {
      for column in 0..<size { row[column] += Double(left[inner]) * Double(right[inner * size + column]) }
    }
    return Outcome(loss: row[0], gradient: row)
  }
}
