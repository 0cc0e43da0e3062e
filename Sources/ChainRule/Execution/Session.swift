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
/// A session is for one thread at a time; its program can serve any number of sessions. While elements are lent
/// (`withElements`, `withMutableElements`) or a run goes on, whatever would take memory away from them or change what they read
/// throws: to bind, to run, to select rows.
public final class Session<Scalar: TensorScalar> {
  /// The program that runs.
  public let program: Program<Scalar>
  /// On how many threads a run may compute, one at least; results are the same, to the last bit, for any number.
  public var threads = Threads.available
  /// All data that are bound.
  private var whole: Workspace<Scalar>
  /// What runs compute from: all data, or a selection of their rows.
  private var active: Workspace<Scalar>
  /// Selections by the number of their rows.
  private var selections: [Int: RowSelection<Scalar>] = [:]
  /// What the last run computed from the present data.
  private var current: SessionResults<Scalar>?
  private let parameters: [Tensor: Int]
  private let everything: [Int]
  private var use = SessionUse()

  /// Binds data and allocates memory.
  ///
  /// - Throws: `ChainRuleError` if a binding is missing, surplus, given twice, or does not fit.
  public init(_ program: Program<Scalar>, binding bindings: Bindings<Scalar>) throws {
    self.program = program
    whole = Workspace(program, try program.data(program.bound(bindings, in: "Session")))
    active = whole
    let positions = program.storage.leaves.enumerated().compactMap { position, leaf in
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
  /// - Throws: `ChainRuleError` if a binding does not fit, elements are lent or a run goes on; the session is then as it was
  ///   before.
  public func bind(_ bindings: Bindings<Scalar>) throws {
    try use.begin("Session.bind")
    defer { use.end() }
    let bound = try program.bound(bindings, in: "Session.bind", keeping: whole.data)
    let workspace = Workspace(program, try program.data(bound))
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
  /// - Throws: `ChainRuleError` if there are no such rows, no inputs with rows, elements are lent or a run goes on; the
  ///   selection is then as it was before.
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

  /// Lets runs read all rows again; one that goes on ends with those that it began with, and its outputs have no value then.
  public func selectAllRows() {
    active = whole
    current = nil
  }

  private func select(_ count: Int, _ copy: (RowSelection<Scalar>) throws -> Void) throws {
    try use.begin("Session.select")
    defer { use.end() }
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
  /// - Throws: `ChainRuleError` if a tensor named is not an output, elements are lent, or a run goes on.
  public func run(only outputs: [Tensor]? = nil) throws {
    try use.begin("Session.run")
    defer { use.end() }
    let wanted = try outputs?.map { try position(ofOutput: $0, in: "Session.run") } ?? everything
    try compute(wanted) { try $0.run(threads: threads) }
  }

  /// Computes results, which then are the current ones.
  private func compute<Result>(_ wanted: [Int], _ body: (Execution<Scalar>) throws -> Result) throws -> Result
  {
    current = nil
    let workspace = active
    let execution = try workspace.execution(of: wanted)
    let result = try body(execution)
    // A custom operation may have selected all rows meanwhile.
    if active === workspace { current = SessionResults(execution, wanted) }
    return result
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
  /// - Throws: `ChainRuleError` if `recorded` is not an output or has more than one element, elements are lent, or a run goes
  ///   on.
  @discardableResult
  public func iterate(_ count: Int, recording recorded: Tensor? = nil) throws -> [Scalar] {
    try use.begin("Session.iterate")
    defer { use.end() }
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
    return try compute(everything) { execution in
      try execution.iterate(count, threads: threads, updates, recording: position)
    }
  }

  /// A copy of an output, as the last run computed it, or of a parameter, as it is now.
  ///
  /// - Throws: `ChainRuleError` if `tensor` is neither, an output that the last run did not compute, or a parameter that is
  ///   being written to; or if there is no memory for the copy.
  public func value(of tensor: Tensor) throws -> NDArray<Scalar> {
    let named = tensor.unnamed
    if let leaf = parameters[named] {
      try use.refuseAccess(to: named, isWritten: false, in: "Session.value")
      return try whole.data.arrays[leaf].copied(in: "Session.value", of: named.node)
    }
    let (execution, result) = try computed(tensor)
    return try execution.array(ofResult: result, in: "Session.value")
  }

  /// Calls `body` with the elements of an output, in row-major order, without copying them.
  ///
  /// - Throws: As `value(of:)` does, and what `body` throws.
  public func withElements<Result>(
    of tensor: Tensor, _ body: (Span<Scalar>) throws -> Result
  ) throws -> Result {
    let named = tensor.unnamed
    guard let leaf = parameters[named] else {
      let (execution, result) = try computed(tensor)
      try use.lend(named, isWritten: false, in: "Session.withElements")
      defer { use.giveBack() }
      return try withExtendedLifetime(execution) { try body(execution.elements(ofResult: result).span) }
    }
    try use.lend(named, isWritten: false, in: "Session.withElements")
    defer { use.giveBack() }
    let data = whole.data
    return try withExtendedLifetime(data) { try body(UnsafeBufferPointer(data.parameter(leaf)).span) }
  }

  /// Calls `body` with the elements of a parameter, in row-major order, to be changed in place.
  ///
  /// Outputs have no value until the next run, which has to wait until `body` has returned.
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
  /// - Throws: `ChainRuleError` if `parameter` is not a parameter of the program, its elements are lent already, or a run goes
  ///   on; and what `body` throws.
  public func withMutableElements<Result>(
    of parameter: Tensor, _ body: (inout MutableSpan<Scalar>) throws -> Result
  ) throws -> Result {
    try parameter.validate()
    let named = parameter.unnamed
    guard let leaf = parameters[named] else { throw notAParameter(parameter) }
    try use.lend(named, isWritten: true, in: "Session.withMutableElements")
    defer { use.giveBack() }
    current = nil
    let data = whole.data
    return try withExtendedLifetime(data) {
      var span = data.parameter(leaf).mutableSpan
      return try body(&span)
    }
  }

  private func notAParameter(_ tensor: Tensor) -> ChainRuleError {
    let names = program.storage.leaves.filter { parameters[$0] != nil }.map(\.label).joined(separator: ", ")
    return ChainRuleError(
      .binding, in: "Session.withMutableElements", operands: tensor.labelled,
      problem: "it is not a parameter of the program",
      mend: names.isEmpty ? "the program has none" : "the program has \(names)")
  }

  /// Runs the program and reports the operation that first produced an infinite or NaN value; nil if none did.
  ///
  /// Afterwards outputs have no value until the next run.
  ///
  /// - Throws: `ChainRuleError` if an operation has no result at all, such as the inverse of a singular matrix; or elements are
  ///   lent, or a run goes on.
  public func firstNonFinite() throws -> NonFiniteReport? {
    try use.begin("Session.firstNonFinite")
    defer { use.end() }
    current = nil
    return try program.firstNonFinite(active.data)
  }

  private func position(ofOutput tensor: Tensor, in operation: String) throws -> Int {
    try tensor.validate()
    guard let position = program.positions[tensor] else {
      throw ChainRuleError.notComputed(tensor, among: program.outputs, in: operation)
    }
    return position
  }

  /// The execution that computed an output last, and the number of the output among its results.
  private func computed(_ tensor: Tensor) throws -> (Execution<Scalar>, Int) {
    let position = try position(ofOutput: tensor, in: "Session.value")
    guard let execution = current?.execution, let result = current?.number(of: position) else {
      throw ChainRuleError(
        .binding, in: "Session.value", operands: tensor.labelled,
        problem: "it has no value for the present data and parameters", mend: "call run first")
    }
    return (execution, result)
  }
}
