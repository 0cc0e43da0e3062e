/// A program with data bound once, for loops: parameters are written in place and outputs borrowed.
///
/// ```swift
/// let X = Tensor.input("X", shape: [.batch, 1])
/// let y = Tensor.input("y", shape: [.batch])
/// let w = Tensor.parameter("w", shape: [1])
/// let loss = mean(squared(X • w - y))
/// let gradient = try loss.gradient(withRespectTo: [w])
/// let step = try Program<Double>(computing: [loss], updating: [w: w - 0.05 * gradient[w]])
/// let session = try Session(step, binding: [X: [[1], [2], [3]], y: [2, 4, 6], w: [0]])
/// let losses = try session.iterate(3, recording: loss)
/// losses.map { ($0 * 1000).rounded() / 1000 }  // [18.667, 5.31, 1.51]
/// try session.iterate(100)
/// print(try session.value(of: w))              // [2.]
/// ```
///
/// A session is for one thread at a time; its program can serve any number of sessions.
public final class Session<Scalar: TensorScalar> {
  /// The program that runs.
  public let program: Program<Scalar>
  /// On how many threads a run may compute; results are the same, to the last bit, for any number.
  public var threads = Threads.available
  /// All data that are bound.
  private var whole: Workspace<Scalar>
  /// What runs compute from: all data, or a selection of their rows.
  private var active: Workspace<Scalar>
  /// Selections by the number of their rows.
  private var selections: [Int: RowSelection<Scalar>] = [:]
  /// What the last run computed from the present data, and the positions of its results.
  private var current: (execution: Execution<Scalar>, positions: [Int])?
  private let parameters: [Tensor: Int]
  private let everything: [Int]

  /// Binds data and allocates memory.
  ///
  /// - Throws: `ChainRuleError` if a binding is missing, surplus, given twice, or does not fit.
  public init(_ program: Program<Scalar>, binding bindings: Bindings<Scalar>) throws {
    self.program = program
    whole = Workspace(program, try ProgramData(program, BoundData(bindings, for: program, in: "Session")))
    active = whole
    let positions = program.leaves.enumerated().compactMap { position, leaf in
      if case .leaf(.parameter) = leaf.node.primitive { (leaf, position) } else { nil }
    }
    parameters = Dictionary(uniqueKeysWithValues: positions)
    everything = Array(program.results.indices)
    _ = try active.execution(of: everything)
  }

  /// Replaces some of the data or parameters; what is not named stays, parameters with the values they have now.
  ///
  /// The number of rows may change, and all are selected. Outputs have no value until the next run.
  ///
  /// - Throws: `ChainRuleError` if a binding does not fit; the session is then as it was before.
  public func bind(_ bindings: Bindings<Scalar>) throws {
    let bound = try BoundData(bindings, for: program, in: "Session.bind", keeping: whole.data)
    let workspace = Workspace(program, try ProgramData(program, bound))
    _ = try workspace.execution(of: everything)
    (whole, active) = (workspace, workspace)
    selections = [:]
    current = nil
  }

  /// Lets runs read only these rows of the data, as if nothing else were bound, until others are selected: a batch.
  ///
  /// The rows are those of every input with a first axis of length `.batch`. They are copied, and what is computed from
  /// them is planned only once for each number of rows. Outputs have no value until the next run.
  ///
  /// ```swift
  /// let x = Tensor.input("x", shape: [.batch])
  /// let total = sum(x)
  /// let session = try Session(Program<Double>(computing: [total]), binding: [x: [1, 2, 3, 4, 5]])
  /// for start in stride(from: 0, to: 5, by: 2) {
  ///   try session.select(rows: start..<min(start + 2, 5))
  ///   try session.run()
  ///   print(try session.value(of: total))
  /// }
  /// // 3.0
  /// // 7.0
  /// // 5.0
  /// ```
  ///
  /// - Throws: `ChainRuleError` if there are no such rows, or no inputs with rows; the selection is then as it was before.
  public func select(rows: Range<Int>) throws {
    try RowSelection.check(rows, of: whole.data)
    // Without data that have rows there are none to count.
    try select(whole.data.lengths[.batch] == nil ? 1 : rows.count) { try $0.copy(rows) }
  }

  /// Lets runs read only these rows of the data, in this order, until others are selected; a row may come twice.
  ///
  /// - Throws: As `select(rows:)` for a range does.
  public func select(rows: [Int]) throws {
    try select(rows.count) { try $0.copy(rows) }
  }

  /// Lets runs read all rows again.
  public func selectAllRows() {
    active = whole
    current = nil
  }

  private func select(_ count: Int, _ copy: (RowSelection<Scalar>) throws -> Void) throws {
    let selection = try selections[count] ?? RowSelection(count, of: whole.data, program)
    try copy(selection)
    // Batches come in one size, or two: more sizes than these few are planned again.
    if selections[count] == nil {
      if selections.count == 4 { selections = [:] }
      selections[count] = selection
    }
    active = selection.workspace
    current = nil
  }

  /// Computes the outputs, or only those named: a value without its gradient, say.
  ///
  /// - Throws: `ChainRuleError` if a tensor named is not an output.
  public func run(only outputs: [Tensor]? = nil) throws {
    let wanted = try outputs?.map { try position(ofOutput: $0, in: "Session.run") } ?? everything
    current = nil
    let execution = try active.execution(of: wanted)
    try execution.run(threads: threads)
    current = (execution, wanted)
  }

  /// Runs the program `count` times, each time giving the parameters the program's updates.
  ///
  /// All updates are computed before the first takes effect. Afterwards parameters have their new values, and
  /// outputs those of the last run, which used the values before the last update.
  ///
  /// - Parameters:
  ///   - count: The number of iterations; none if it is not positive.
  ///   - recorded: An output with one element whose value in each iteration is returned.
  /// - Returns: The recorded values, one for each iteration; empty without `recorded`.
  /// - Throws: `ChainRuleError` if `recorded` is not an output or has more than one element.
  @discardableResult
  public func iterate(_ count: Int, recording recorded: Tensor? = nil) throws -> [Scalar] {
    let position = try recorded.map { try self.position(ofOutput: $0, in: "Session.iterate") }
    let execution = try active.execution(of: everything)
    if let recorded, let position, execution.elements(ofResult: position).count != 1 {
      throw ChainRuleError(
        .binding, in: "Session.iterate", operands: recorded.labelled,
        problem: "only an output with one element can be recorded",
        mend: "reduce it with sum or mean")
    }
    let firstUpdate = program.outputs.count
    let updates = program.updates.enumerated().compactMap { update, entry in
      parameters[entry.parameter].map { (result: firstUpdate + update, leaf: $0) }
    }
    if count <= 0 { return [] }
    current = nil
    let history = try execution.iterate(count, threads: threads, updates, recording: position)
    current = (execution, everything)
    return history
  }

  /// A copy of an output, as the last run computed it, or of a parameter, as it is now.
  ///
  /// - Throws: `ChainRuleError` if `tensor` is neither, or an output that the last run did not compute.
  public func value(of tensor: Tensor) throws -> NDArray<Scalar> {
    if let leaf = parameters[tensor.unnamed] {
      let array = whole.data.arrays[leaf]
      return .initialized(shape: array.shape) { target in
        array.withUnsafePointer { target.update(from: $0, count: array.count) }
      }
    }
    let (execution, result) = try computed(tensor)
    return execution.array(ofResult: result)
  }

  /// Calls `body` with the elements of an output, in row-major order, without copying them.
  ///
  /// - Throws: As `value(of:)` does, and what `body` throws.
  public func withElements<Result>(
    of tensor: Tensor, _ body: (Span<Scalar>) throws -> Result
  ) throws -> Result {
    if let leaf = parameters[tensor.unnamed] {
      return try body(UnsafeBufferPointer(whole.data.parameter(leaf)).span)
    }
    let (execution, result) = try computed(tensor)
    return try body(execution.elements(ofResult: result).span)
  }

  /// Calls `body` with the elements of a parameter, in row-major order, to be changed in place.
  ///
  /// ```swift
  /// let w = Tensor.parameter("w", shape: [2])
  /// let loss = sum(squared(w))
  /// let session = try Session(Program<Double>(computing: [loss]), binding: [w: [1, 2]])
  /// try session.withMutableElements(of: w) { $0[0] = 3 }
  /// try session.run()
  /// try session.value(of: loss)  // 13.0
  /// ```
  ///
  /// - Throws: `ChainRuleError` if `parameter` is not a parameter of the program, and what `body` throws.
  public func withMutableElements<Result>(
    of parameter: Tensor, _ body: (inout MutableSpan<Scalar>) throws -> Result
  ) throws -> Result {
    try parameter.validate()
    guard let leaf = parameters[parameter.unnamed] else {
      let names = program.leaves.filter { parameters[$0] != nil }.map(\.label).joined(separator: ", ")
      throw ChainRuleError(
        .binding, in: "Session.withMutableElements", operands: parameter.labelled,
        problem: "it is not a parameter of the program",
        mend: names.isEmpty ? "the program has none" : "the program has \(names)")
    }
    let elements = whole.data.parameter(leaf)
    current = nil
    var span = elements.mutableSpan
    return try body(&span)
  }

  /// Runs the program and reports the operation that first produced an infinite or NaN value; nil if none did.
  ///
  /// Afterwards outputs have no value until the next run.
  ///
  /// - Throws: `ChainRuleError` if an operation has no result at all, such as the inverse of a singular matrix.
  public func firstNonFinite() throws -> NonFiniteReport? {
    current = nil
    return try Execution(program, active.data, program.results, blocking: nil).firstNonFinite()
  }

  private func position(ofOutput tensor: Tensor, in operation: String) throws -> Int {
    try tensor.validate()
    guard let position = program.outputs.firstIndex(of: tensor) else {
      throw ChainRuleError.notComputed(tensor, among: program.outputs, in: operation)
    }
    return position
  }

  /// The execution that computed an output last, and the number of the output among its results.
  private func computed(_ tensor: Tensor) throws -> (Execution<Scalar>, Int) {
    let position = try position(ofOutput: tensor, in: "Session.value")
    guard let current, let result = current.positions.firstIndex(of: position) else {
      throw ChainRuleError(
        .binding, in: "Session.value", operands: tensor.labelled,
        problem: "it has no value for the present data and parameters", mend: "call run first")
    }
    return (current.execution, result)
  }
}
