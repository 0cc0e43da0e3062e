import ChainRule
import Testing

@Suite("Programs in blocks of rows")
struct BlockedProgramTests {
  /// The relative difference of sums that are added in another order.
  static func isClose(_ left: NDArray<Double>, _ right: NDArray<Double>, _ tolerance: Double = 1e-11) -> Bool
  {
    guard left.shape == right.shape else { return false }
    let size = max(1, right.elements.lazy.filter(\.isFinite).map(Swift.abs).max() ?? 0)
    return zip(left.elements, right.elements).allSatisfy { a, b in
      a == b || a.isNaN && b.isNaN || Swift.abs(a - b) <= tolerance * size
    }
  }

  @Test("Every operation has its values and gradients in blocks", arguments: SweepFamily.allCases)
  func families(family: SweepFamily) throws {
    for (number, element) in family.cases.enumerated() where number % RuleSweepTests.stride == 0 {
      var generator = SeededGenerator(seed: UInt64(number))
      var bindings: Bindings<Double> = [:]
      var leaves: [Tensor] = []
      for (position, input) in element.inputs.enumerated() {
        let leaf = Tensor.input("x\(position)", shape: input.shape)
        bindings[leaf] = try element.draw(input, &generator)
        leaves.append(leaf)
      }
      var all = leaves
      for (position, indices) in element.indices.enumerated() {
        let integers = try element.draw(indices, &generator)
        let leaf =
          indices.isFixed
          ? Tensor.indices(integers)
          : Tensor.indices("i\(position)", shape: indices.shape, below: indices.below)
        if !indices.isFixed { bindings.bind(integers, to: leaf) }
        all.append(leaf)
      }
      // Before and behind the operation something goes by rows, so that it stands within a pass.
      let tensor = 1.25 * element.apply(all.enumerated().map { $0 < leaves.count ? $1 * 1 + 0 : $1 })
      let outputs =
        try [tensor, sum(squared(tensor))] + sum(tensor * tensor).gradient(withRespectTo: leaves).derivatives
      let program = try Program<Double>(computing: outputs + leaves)
      let whole = try program.run(bindings, blocking: nil, threads: 1)
      for block in [1, 2, 3] {
        let limits = RowBlocks.Limits(leastRows: 1, rows: block, mostChunks: 2)
        let values = try program.run(bindings, blocking: limits, threads: 2)
        for (value, expected) in zip(values.arrays, whole.arrays) {
          #expect(Self.isClose(value, expected, 1e-9), "\(element), blocks of \(block)")
        }
      }
    }
  }

  @Test("What needs a result of all rows takes a second pass, and is not computed whole")
  func twoPasses() throws {
    let x = Tensor.input("x", shape: [.batch])
    let program = try Program<Double>(computing: [sum(squared(exp(x) - mean(exp(x))))])
    let bindings: Bindings<Double> = [x: try .drawn([9])]
    let limits = RowBlocks.Limits(leastRows: 4, rows: 2)
    #expect(try program.plan(rows: 9, blocking: limits).passes.count == 2)
    let (blocked, whole) = (
      try program.run(bindings, blocking: limits, threads: 2),
      try program.run(bindings, blocking: nil, threads: 1)
    )
    #expect(blocked.arrays[0].isClose(to: whole.arrays[0]))
  }

  @Test("The error of a sum does not grow with the number of blocks")
  func accuracy() throws {
    let x = Tensor.input("x", shape: [.batch])
    let rows = 1 << 18
    let program = try Program<Float>(computing: [sum(x)])
    let values = try program.run(
      [x: NDArray(repeating: 0.1, shape: [rows])], blocking: RowBlocks.Limits(leastRows: 1, rows: 16),
      threads: 2)
    let exact = Double(rows) * Double(Float(0.1))
    #expect(Swift.abs(Double(values.arrays[0].elements[0]) - exact) <= exact * 0x1p-23)
  }

  @Test("A matrix without an inverse is named by its number among all, whatever the block")
  func singular() throws {
    let A = Tensor.input("A", shape: [.batch, 1, 1])
    let program = try Program<Double>(computing: [sum(inverse(A))])
    let array = try NDArray<Double>(shape: [7, 1, 1], elements: [1, 1, 1, 1, 0, 1, 0])
    for threads in [1, 3] {
      let error = #expect(throws: ChainRuleError.self) {
        try program.run([A: array], blocking: RowBlocks.Limits(leastRows: 1, rows: 2), threads: threads)
      }
      #expect(error?.operands == "A [N, 1, 1] (matrix 4)")
    }
  }
}
