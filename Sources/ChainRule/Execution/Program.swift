/// Some outputs, scheduled once and ready to be run any number of times.
///
/// ```swift
/// let X = Tensor.input("X", shape: [.batch, 2])
/// let y = Tensor.input("y", shape: [.batch])
/// let w = Tensor.parameter("w", shape: [2])
/// let loss = mean(squared(X • w - y))
/// let gradient = try loss.gradient(withRespectTo: [w])
/// let program = try Program(computing: [loss, gradient[w]])
/// let values = try program.run([X: [[1, 2], [3, 4], [5, 6]], y: [7, 8, 9], w: [0, 0]])
/// print(try values[loss])         // 64.66666666666667
/// print(try values[gradient[w]])  // [-50.66666667 -66.66666667]
/// ```
///
/// A program never changes, so it can be shared between threads. It holds for any number of rows; the memory that
/// a run works in is apart from it. `run` is for single evaluations; loops use a `Session`.
public struct Program<Scalar: TensorScalar>: Sendable {
  /// What the program computes, in the order given.
  public let outputs: [Tensor]
  /// The parameters that a session's `iterate` changes, and the values it gives them.
  public let updates: [(parameter: Tensor, value: Tensor)]

  package let order: ExecutionOrder
  let storage: StoragePlan
  let constants: ProgramConstants<Scalar>
  /// The steps of the outputs, then those of the updates' new values.
  let results: [Int]
  /// Where each output stands among them.
  let positions: [Tensor: Int]

  /// Schedules the computation of `outputs`.
  ///
  /// - Parameters:
  ///   - outputs: Tensors of one or several graphs; what they share is computed once.
  ///   - updates: New values for parameters, such as `[w: w - 0.1 * gradient[w]]`, which `Session.iterate` puts in
  ///     their place after each iteration, all at once.
  /// - Throws: `ChainRuleError` if a tensor is invalid, or an update names something other than a parameter, names
  ///   one twice, or has another shape.
  /// - Complexity: Linear in the number of recorded operations; no recursion.
  public init(
    computing outputs: [Tensor], updating updates: KeyValuePairs<Tensor, Tensor> = [:]
  ) throws {
    try self.init(scheduling: outputs, updating: updates)
  }

  private init(scheduling outputs: [Tensor], updating updates: KeyValuePairs<Tensor, Tensor>) throws {
    for tensor in outputs {
      try tensor.validate()
      if tensor.node.holdsIndices { throw Self.integersAsOutput(tensor) }
    }
    self.outputs = outputs
    self.updates = try Self.validated(updates)
    // The updated parameters are scheduled too: one that no output reads must still be bound.
    order = ExecutionOrder(of: outputs + self.updates.map(\.value) + self.updates.map(\.parameter))
    results = Array(order.outputs.dropLast(self.updates.count))
    storage = StoragePlan(order)
    constants = try ProgramConstants(order, storage)
    positions = Dictionary(zip(outputs, outputs.indices), uniquingKeysWith: { first, _ in first })
  }

  private static func integersAsOutput(_ tensor: Tensor) -> ChainRuleError {
    ChainRuleError(
      .declaration, in: "Program", operands: tensor.labelled,
      problem: "\(tensor.label) holds integers to gather at, which no program computes",
      mend: "compute what they pick, or oneHot(\(tensor.label), count:)")
  }

  /// Computes the outputs once.
  ///
  /// ```swift
  /// let x = Tensor.input("x", shape: [.batch])
  /// let total = sum(x)
  /// let program = try Program(computing: [total])
  /// try program.run([x: [1, 2]])[total]       // 3.0
  /// try program.run([x: [1, 2, 3, 4]])[total] // 10.0
  /// do {
  ///   _ = try program.run([:])
  /// } catch {
  ///   print(error)
  /// }
  /// // Program.run: x [N]: nothing is bound to it; bind an array of shape [N]
  /// ```
  ///
  /// - Parameter bindings: An array for each input, and for each parameter without an initial value.
  /// - Returns: The values of `outputs`.
  /// - Throws: `ChainRuleError` if a binding is missing, surplus, given twice, or has a shape that does not fit,
  ///   or if there is no memory for what is computed.
  public func run(_ bindings: Bindings<Scalar>) throws -> Values<Scalar> {
    try run(bindings, blocking: RowBlocks.Limits(), threads: Threads.available, in: "Program.run")
  }

  /// Computes the outputs with rows in blocks of a chosen size; nil to compute every step whole.
  package func run(
    _ bindings: Bindings<Scalar>, blocking limits: RowBlocks.Limits? = RowBlocks.Limits(),
    threads: Int = Threads.available, in operation: String = "Program.run"
  ) throws -> Values<Scalar> {
    let data = try data(bound(bindings, in: operation))
    let execution = try execution(of: data, Array(results.prefix(outputs.count)), blocking: limits)
    try execution.run(threads: threads)
    let arrays = try outputs.indices.map { try execution.array(ofResult: $0, in: operation) }
    return Values(outputs: outputs, arrays: arrays, positions: positions)
  }
}

extension Program {
  /// The arrays for the leaves.
  ///
  /// - Parameter earlier: What has the data that leaves keep which `bindings` does not name.
  func bound(
    _ bindings: Bindings<Scalar>, in operation: String, keeping earlier: ProgramData<Scalar>? = nil
  ) throws -> BoundData<Scalar> {
    try BoundData(bindings, to: order, storage, in: operation, keeping: earlier)
  }

  /// All numbers that runs compute from.
  ///
  /// - Parameter other: Data with which the memory of parameters is shared.
  func data(
    _ bound: BoundData<Scalar>, sharing other: ProgramData<Scalar>? = nil
  ) throws -> ProgramData<Scalar> {
    try ProgramData(storage, constants, bound, sharing: other)
  }

  /// What computes some steps.
  func execution(
    of data: ProgramData<Scalar>, _ wanted: [Int], blocking limits: RowBlocks.Limits? = RowBlocks.Limits()
  ) throws -> Execution<Scalar> {
    try Execution(order, storage, data, computing: wanted, blocking: limits)
  }
}

extension Program where Scalar == Double {
  /// Schedules the computation of `outputs` in double precision, the default.
  ///
  /// - Parameters:
  ///   - outputs: Tensors of one or several graphs; what they share is computed once.
  ///   - updates: New values for parameters, which `Session.iterate` puts in their place after each iteration.
  /// - Throws: `ChainRuleError`, as in any precision.
  public init(
    computing outputs: [Tensor], updating updates: KeyValuePairs<Tensor, Tensor> = [:]
  ) throws {
    try self.init(scheduling: outputs, updating: updates)
  }
}
