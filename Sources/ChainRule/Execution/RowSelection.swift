/// Some rows of a session's data, copied to where a program for so many rows reads them.
///
/// Selecting others copies numbers and decides nothing again: there is one plan for each number of rows.
///
/// # Why the unsafe pointers are right
/// Rows are copied from the arrays of `whole` to arrays and integers of `workspace`, which nobody else writes to; both are kept
/// alive here. Rows are checked against the lengths of the one, and their number is the length of the other.
final class RowSelection<Scalar: TensorScalar> {
  /// What computes from the rows selected.
  let workspace: Workspace<Scalar>
  private let moves: [(source: UnsafeRawPointer, target: Address, bytesPerRow: Int)]
  private let whole: ProgramData<Scalar>
  private let available: Int
  private static var operation: String { "Session.select" }

  /// - Throws: `ChainRuleError` if the program has no data with rows, or no value for so many.
  init(_ count: Int, of whole: ProgramData<Scalar>, _ program: Program<Scalar>) throws {
    self.whole = whole
    available = whole.lengths[.batch] ?? 0
    let (leaves, integers) = (
      Self.withRows(program.storage.leaves), Self.withRows(program.storage.indexLeaves)
    )
    if leaves.isEmpty && integers.isEmpty {
      throw Self.refuse(
        "", "the program reads no data with rows", "give an input a first axis of length .batch")
    }
    if count < 1 { throw Self.refuse("", "no rows are selected", "select one or more") }
    func shape(_ lengths: [Int]) -> [Int] { [count] + lengths.dropFirst() }
    var bindings = Bindings<Scalar>([])
    for leaf in leaves {
      bindings[program.storage.leaves[leaf]] = try NDArray(
        repeating: 0, shape: shape(whole.arrays[leaf].shape))
    }
    for leaf in integers {
      let lengths = shape(whole.indices[leaf].shape)
      bindings.bind(
        IndexArray(checkedShape: lengths, elements: Array(repeating: 0, count: lengths.reduce(1, *))),
        to: program.storage.indexLeaves[leaf])
    }
    let bound = try program.bound(bindings, in: Self.operation, keeping: whole)
    let data = try program.data(bound, sharing: whole)
    workspace = Workspace(program, data)
    moves =
      leaves.map { leaf in
        let array = whole.arrays[leaf]
        return (
          UnsafeRawPointer(array.storage.pointer), Address(data.arrays[leaf].storage.pointer),
          array.shape.dropFirst().reduce(MemoryLayout<Scalar>.stride, *)
        )
      }
      + integers.map { leaf in
        (
          UnsafeRawPointer(whole.integers[leaf].pointer), Address(data.integers[leaf].pointer),
          whole.indices[leaf].shape.dropFirst().reduce(MemoryLayout<Int>.stride, *)
        )
      }
  }

  /// Refuses rows that the data do not have, before memory for so many is asked for.
  static func check(_ rows: Range<Int>, of data: ProgramData<Scalar>) throws {
    guard let available = data.lengths[.batch] else { return }
    if rows.upperBound > available || rows.lowerBound < 0 {
      throw outOfRange(rows.lowerBound < 0 ? rows.lowerBound : rows.upperBound - 1, available)
    }
  }

  /// Copies rows that follow each other, and were checked.
  func copy(_ rows: Range<Int>) throws {
    try whole.refuseChangedFiles()
    for move in moves {
      move.target.copyMemory(
        from: move.source + rows.lowerBound * move.bytesPerRow, byteCount: rows.count * move.bytesPerRow)
    }
  }

  /// Copies rows in the order given.
  func copy(_ rows: [Int]) throws {
    if let stray = rows.first(where: { $0 < 0 || $0 >= available }) {
      throw Self.outOfRange(stray, available)
    }
    try whole.refuseChangedFiles()
    for move in moves {
      for (place, row) in rows.enumerated() {
        (move.target + place * move.bytesPerRow).copyMemory(
          from: move.source + row * move.bytesPerRow, byteCount: move.bytesPerRow)
      }
    }
  }

  private static func outOfRange(_ row: Int, _ available: Int) -> ChainRuleError {
    refuse(
      "row \(row)", "the data have \(available) \(available == 1 ? "row" : "rows")",
      available == 0 ? "bind data with rows" : "rows run from 0 to \(available - 1)")
  }

  /// The positions of those leaves that have rows, which stand first wherever there are any.
  private static func withRows(_ leaves: [Tensor]) -> [Int] {
    leaves.indices.filter { leaves[$0].node.shape.extents.first == .batch }
  }

  private static func refuse(_ operands: String, _ problem: String, _ mend: String) -> ChainRuleError {
    ChainRuleError(.binding, in: operation, operands: operands, problem: problem, mend: mend)
  }
}

/// Data, and the executions prepared to compute from them.
final class Workspace<Scalar: TensorScalar> {
  let program: Program<Scalar>
  let data: ProgramData<Scalar>
  /// The execution of each set of results asked for so far, by their positions.
  private var executions: [[Int]: Execution<Scalar>] = [:]

  init(_ program: Program<Scalar>, _ data: ProgramData<Scalar>) {
    self.program = program
    self.data = data
  }

  /// - Parameter wanted: Positions among the program's results.
  /// - Throws: As `Execution` does.
  func execution(of wanted: [Int]) throws -> Execution<Scalar> {
    if let known = executions[wanted] { return known }
    let execution = try program.execution(of: data, wanted.map { program.results[$0] })
    executions[wanted] = execution
    return execution
  }
}
