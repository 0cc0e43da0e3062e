import ChainRule
import Testing

@Suite("Sessions with some rows selected")
struct RowSelectionTests {
  private let X = Tensor.input("X", shape: [.batch, 3])
  private let y = Tensor.indices("y", shape: [.batch], below: 4)
  private let s = Tensor.input("s", shape: [])
  private let W = Tensor.parameter("W", shape: [3, 4])

  private func program() throws -> (program: Program<Double>, loss: Tensor) {
    let z = X • W * s
    let loss = mean(logSumExp(z, along: [1]) - gather(z, y, along: 1, batchAxes: 1))
    let gradient = try loss.gradient(withRespectTo: [W])
    return (try Program(computing: [loss, z], updating: [W: W - 0.5 * gradient[W]]), loss)
  }

  private func data(_ rows: [Int], of count: Int) throws -> Bindings<Double> {
    let all = try NDArray<Double>.uniform(in: -1..<1, shape: [count, 3], seed: 1).elements
    var bindings: Bindings<Double> = [
      X: try NDArray(shape: [rows.count, 3], elements: rows.flatMap { all[3 * $0..<3 * $0 + 3] }), s: 1.5,
      W: try .uniform(in: -1..<1, shape: [3, 4], seed: 2),
    ]
    bindings.bind(IndexArray(rows.map { ($0 * 7 + 3) % 4 }), to: y)
    return bindings
  }

  private func areSame(_ left: NDArray<Double>, _ right: NDArray<Double>) -> Bool {
    left.shape == right.shape
      && zip(left.elements, right.elements).allSatisfy { $0.bitPattern == $1.bitPattern }
  }

  @Test(
    "Rows selected give, bit for bit, what they give bound alone",
    arguments: [0..<1, 0..<5, 4..<9, 36..<40, 0..<40])
  func ranges(rows: Range<Int>) throws {
    let (program, loss) = try program()
    let session = try Session(program, binding: data(Array(0..<40), of: 40))
    for order in [Array(rows), Array(rows.reversed()), Array(rows) + Array(rows)] {
      let alone = try Session(program, binding: data(order, of: 40))
      if order == Array(rows) { try session.select(rows: rows) } else { try session.select(rows: order) }
      try session.run()
      try alone.run()
      for output in program.outputs {
        #expect(try areSame(session.value(of: output), alone.value(of: output)), "\(order)")
      }
      #expect(try session.value(of: loss).elements[0].isFinite)
    }
  }

  @Test("Rows enough for blocks are taken in blocks", arguments: [1, 3])
  func blocks(threads: Int) throws {
    let (program, _) = try program()
    let session = try Session(program, binding: data(Array(0..<5000), of: 5000))
    let alone = try Session(program, binding: data(Array(700..<4300), of: 5000))
    session.threads = threads
    try session.select(rows: 700..<4300)
    try session.run()
    try alone.run()
    for output in program.outputs { #expect(try areSame(session.value(of: output), alone.value(of: output))) }
  }

  @Test("A pass over batches learns what sessions with the batches bound learn, one after the other")
  func epoch() throws {
    let (program, loss) = try program()
    let session = try Session(program, binding: data(Array(0..<40), of: 40))
    let other = try Session(program, binding: data(Array(0..<40), of: 40))
    for start in stride(from: 0, to: 40, by: 16) {
      let rows = start..<min(start + 16, 40)
      try session.select(rows: rows)
      let value = try session.iterate(1, recording: loss)
      var batch = try data(Array(rows), of: 40)
      batch = Bindings(batch.entries.filter { $0.tensor != W }.map { ($0.tensor, $0.array) })
      batch.bind(IndexArray(rows.map { ($0 * 7 + 3) % 4 }), to: y)
      try other.bind(batch)
      #expect(try value == other.iterate(1, recording: loss))
    }
    #expect(try areSame(session.value(of: W), other.value(of: W)))
    session.selectAllRows()
    try session.run()
    try other.bind(
      Bindings(data(Array(0..<40), of: 40).entries.filter { $0.tensor == X }.map { ($0.tensor, $0.array) })
        .with(IndexArray((0..<40).map { ($0 * 7 + 3) % 4 }), for: y))
    try other.run()
    #expect(try areSame(session.value(of: loss), other.value(of: loss)))
  }

  @Test("Many sizes of batches in turn are all right")
  func sizes() throws {
    let (program, loss) = try program()
    let session = try Session(program, binding: data(Array(0..<40), of: 40))
    for size in [1, 7, 2, 9, 3, 11, 1, 40, 2] {
      try session.select(rows: 0..<size)
      try session.run(only: [loss])
      let alone = try program.run(data(Array(0..<size), of: 40))
      #expect(try areSame(session.value(of: loss), alone[loss]))
    }
  }

  @Test("A selection has no values before it is run, and ends where data are bound")
  func ends() throws {
    let (program, loss) = try program()
    let session = try Session(program, binding: data(Array(0..<40), of: 40))
    try session.run()
    try session.select(rows: 0..<4)
    #expect(throws: ChainRuleError.self) { try session.value(of: loss) }
    try session.run()
    let few = try session.value(of: loss)
    try session.bind([s: 1.5])
    try session.run()
    #expect(try !areSame(session.value(of: loss), few))
  }

  @Test("Wrong selections are refused by name, and leave the session as it was")
  func wrong() throws {
    let (program, loss) = try program()
    let session = try Session(program, binding: data(Array(0..<40), of: 40))
    try session.select(rows: 0..<4)
    try session.run()
    let before = try session.value(of: loss)
    func problem(_ body: () throws -> Void) -> String {
      do { try body() } catch { return "\(error)" }
      return "none"
    }
    #expect(problem { try session.select(rows: 38..<41) }.contains("row 40: the data have 40 rows"))
    #expect(problem { try session.select(rows: -1..<3) }.contains("row -1: the data have 40 rows"))
    #expect(problem { try session.select(rows: [0, 40]) }.contains("rows run from 0 to 39"))
    #expect(problem { try session.select(rows: 0..<1 << 60) }.contains("the data have 40 rows"))
    #expect(problem { try session.select(rows: .min ..< .max) }.contains("the data have 40 rows"))
    #expect(problem { try session.select(rows: 3..<3) }.contains("no rows are selected"))
    #expect(try areSame(session.value(of: loss), before))
    let fixed = Tensor.input("F", shape: [2])
    let other = try Session(Program<Double>(computing: [fixed]), binding: [fixed: [1, 2]])
    #expect(problem { try other.select(rows: 0..<1) }.contains("no data with rows"))
  }
}

extension Bindings<Double> {
  fileprivate func with(_ indices: IndexArray, for tensor: Tensor) -> Bindings {
    var result = self
    result.bind(indices, to: tensor)
    return result
  }
}
