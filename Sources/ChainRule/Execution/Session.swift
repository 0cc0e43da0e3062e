/// A program with data bound once, for loops: parameters are written in place and outputs borrowed.
///
/// ```swift
/// let step = try Program<Double>(
///   computing: [loss], updating: [w: w - 0.05 * gradient[w], b: b - 0.05 * gradient[b]])
/// let session = try Session(step, binding: [X: data, y: targets, w: [0], b: 0])
/// let losses = try session.iterate(1000, recording: loss)
/// print(try session.value(of: w))
/// ```
///
/// A session is for one thread at a time; its program can serve any number of sessions.
public final class Session<Scalar: TensorScalar> {
  /// The program that runs.
  public let program: Program<Scalar>
  private var workspace: Workspace<Scalar>
  /// The outputs that the last run computed from the present data.
  private var current: Set<Int> = []
  /// The instructions that each set of outputs asked for so far needs.
  private var selections: [[Int]: [Int]] = [:]
  private let parameters: [Tensor: Int]

  /// Binds data and allocates memory.
  ///
  /// - Throws: `ChainRuleError` if a binding is missing, surplus, given twice, or does not fit.
  public init(_ program: Program<Scalar>, binding bindings: Bindings<Scalar>) throws {
    self.program = program
    workspace = try Workspace(program, BoundData(bindings, for: program, in: "Session"))
    let positions = program.leaves.enumerated().compactMap { position, leaf in
      if case .leaf(.parameter) = leaf.node.primitive { (leaf, position) } else { nil }
    }
    parameters = Dictionary(uniqueKeysWithValues: positions)
  }

  /// Replaces some of the data or parameters; what is not named stays, parameters with the values they have now.
  ///
  /// The number of rows may change. Outputs have no value until the next run.
  ///
  /// - Throws: `ChainRuleError` if a binding does not fit; the session is then as it was before.
  public func bind(_ bindings: Bindings<Scalar>) throws {
    let data = try BoundData(bindings, for: program, in: "Session.bind", keeping: workspace)
    workspace = try Workspace(program, data)
    current = []
    selections = [:]
  }

  /// Computes the outputs, or only those named: a value without its gradient, say.
  ///
  /// - Throws: `ChainRuleError` if a tensor named is not an output.
  public func run(only outputs: [Tensor]? = nil) throws {
    guard let outputs else {
      current = []
      try workspace.run()
      current = Set(program.outputs.indices)
      return
    }
    let wanted = try outputs.map { try position(ofOutput: $0, in: "Session.run") }
    current = []
    try workspace.run(instructions(for: wanted))
    current = Set(wanted)
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
    if let recorded, let position, workspace.elements(ofResult: position).count != 1 {
      throw ChainRuleError(
        .binding, in: "Session.iterate", operands: recorded.labelled,
        problem: "only an output with one element can be recorded",
        mend: "reduce it with sum or mean")
    }
    let firstUpdate = program.outputs.count
    let targets = program.updates.compactMap { parameters[$0.parameter] }
    var history: [Scalar] = []
    // A caller may ask for more iterations than will come to pass before one throws.
    history.reserveCapacity(position == nil ? 0 : min(max(count, 0), 1 << 16))
    for _ in 0..<max(count, 0) {
      current = []
      try workspace.run()
      if let position { history.append(workspace.elements(ofResult: position)[0]) }
      for (update, target) in targets.enumerated() {
        _ = workspace.parameter(target).update(from: workspace.elements(ofResult: firstUpdate + update))
      }
    }
    if count > 0 { current = Set(program.outputs.indices) }
    return history
  }

  /// A copy of an output, as the last run computed it, or of a parameter, as it is now.
  ///
  /// - Throws: `ChainRuleError` if `tensor` is neither, or an output that the last run did not compute.
  public func value(of tensor: Tensor) throws -> NDArray<Scalar> {
    if let leaf = parameters[tensor.unnamed] {
      let array = workspace.data[leaf]
      return .initialized(shape: array.shape) { target in
        array.withUnsafePointer { target.update(from: $0, count: array.count) }
      }
    }
    return workspace.array(ofOutput: try computed(tensor))
  }

  /// Calls `body` with the elements of an output, in row-major order, without copying them.
  ///
  /// - Throws: As `value(of:)` does, and what `body` throws.
  public func withElements<Result>(
    of tensor: Tensor, _ body: (Span<Scalar>) throws -> Result
  ) throws -> Result {
    if let leaf = parameters[tensor.unnamed] {
      return try body(UnsafeBufferPointer(workspace.parameter(leaf)).span)
    }
    return try body(workspace.elements(ofResult: computed(tensor)).span)
  }

  /// Calls `body` with the elements of a parameter, in row-major order, to be changed in place.
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
    let elements = workspace.parameter(leaf)
    current = []
    var span = elements.mutableSpan
    return try body(&span)
  }

  /// Runs the program and reports the operation that first produced an infinite or NaN value; nil if none did.
  ///
  /// Afterwards outputs have no value until the next run.
  ///
  /// - Throws: `ChainRuleError` if an operation has no result at all, such as the inverse of a singular matrix.
  public func firstNonFinite() throws -> NonFiniteReport? {
    current = []
    return try workspace.firstNonFinite()
  }

  private func position(ofOutput tensor: Tensor, in operation: String) throws -> Int {
    try tensor.validate()
    guard let position = program.outputs.firstIndex(of: tensor) else {
      throw ChainRuleError.notComputed(tensor, among: program.outputs, in: operation)
    }
    return position
  }

  private func computed(_ tensor: Tensor) throws -> Int {
    let position = try position(ofOutput: tensor, in: "Session.value")
    guard current.contains(position) else {
      throw ChainRuleError(
        .binding, in: "Session.value", operands: tensor.labelled,
        problem: "it has no value for the present data and parameters", mend: "call run first")
    }
    return position
  }

  /// The positions of the instructions that `outputs` need, in order.
  private func instructions(for outputs: [Int]) -> [Int] {
    if let known = selections[outputs] { return known }
    let steps = program.schedule.steps
    var isNeeded = Array(repeating: false, count: steps.count)
    for output in outputs { isNeeded[program.results[output]] = true }
    for index in steps.indices.reversed() where isNeeded[index] {
      for input in steps[index].inputs { isNeeded[input] = true }
    }
    let selection = workspace.instructions.indices.filter { isNeeded[workspace.instructions[$0].step] }
    selections[outputs] = selection
    return selection
  }
}
