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

  package let schedule: ExecutionOrder
  let storage: StoragePlan
  /// The steps of the outputs, then those of the updates' new values.
  let results: [Int]
  /// The constants in the order of `storage.constants`; nil where an extent gives the value.
  let constants: [NDArray<Scalar>?]
  /// The inputs and parameters in the order of `storage.leaves`.
  let leaves: [Tensor]
  /// The integers, bound or fixed, in the order of `storage.indices`.
  let indexLeaves: [Tensor]

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
    schedule = ExecutionOrder(of: outputs + self.updates.map(\.value) + self.updates.map(\.parameter))
    results = Array(schedule.outputs.dropLast(self.updates.count))
    storage = StoragePlan(schedule)
    let steps = schedule.steps
    leaves = storage.leaves.map { Tensor(steps[$0].node) }
    indexLeaves = storage.indices.map { Tensor(steps[$0].node) }
    constants = storage.constants.map { index in
      switch steps[index].primitive {
      case .leaf(.number(let value)): NDArray(Scalar(value))
      case .leaf(.constant(let array)): NDArray<Scalar>(array)
      default: nil
      }
    }
  }

  private static func integersAsOutput(_ tensor: Tensor) -> ChainRuleError {
    ChainRuleError(
      .declaration, in: "Program", operands: tensor.labelled,
      problem: "\(tensor.label) holds integers to gather at, which no program computes",
      mend: "compute what they pick, or oneHot(\(tensor.label), count:)")
  }

  private static func validated(
    _ updates: KeyValuePairs<Tensor, Tensor>
  ) throws -> [(parameter: Tensor, value: Tensor)] {
    var result: [(parameter: Tensor, value: Tensor)] = []
    for (key, value) in updates {
      let parameter = key.unnamed
      try parameter.validate()
      try value.validate()
      func refuse(_ problem: String, _ mend: String) -> ChainRuleError {
        ChainRuleError(
          .declaration, in: "Program", operands: "\(key.labelled) ← \(value.labelled)",
          problem: problem, mend: mend)
      }
      guard case .leaf(.parameter) = parameter.node.primitive else {
        throw refuse("\(key.label) is not a parameter", "only parameters can be updated")
      }
      if result.contains(where: { $0.parameter == parameter }) {
        throw refuse("\(key.label) is updated twice", "give each parameter one new value")
      }
      guard parameter.node.shape == value.node.shape else {
        throw refuse("the new value has another shape", "it needs shape \(parameter.node.shape)")
      }
      result.append((parameter, value))
    }
    return result
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
  /// - Throws: `ChainRuleError` if a binding is missing, surplus, given twice, or has a shape that does not fit.
  public func run(_ bindings: Bindings<Scalar>) throws -> Values<Scalar> {
    try run(bindings, blocking: RowBlocks.Limits(), threads: Threads.available)
  }

  /// Computes the outputs with rows in blocks of a chosen size; nil to compute every step whole.
  package func run(
    _ bindings: Bindings<Scalar>, blocking limits: RowBlocks.Limits?, threads: Int
  ) throws -> Values<Scalar> {
    let wanted = Array(results.prefix(outputs.count))
    let execution = try Execution(self, data(for: bindings), wanted, blocking: limits)
    try execution.run(threads: threads)
    return Values(outputs: outputs, arrays: outputs.indices.map { execution.array(ofResult: $0) })
  }

  /// Computes everything as `run` does and reports the operation that first produced an infinite or NaN value,
  /// forward or backward; nil if all values are finite.
  ///
  /// ```swift
  /// let x = Tensor.input("x", shape: [.batch])
  /// let program = try Program(computing: [mean(log(x))])
  /// print(try program.firstNonFinite([x: [1, 0, 2]]) ?? "all values are finite")
  /// // log: log(x) is -inf at [1] (forward pass), from x = 0.0
  /// ```
  ///
  /// - Throws: As `run` does.
  public func firstNonFinite(_ bindings: Bindings<Scalar>) throws -> NonFiniteReport? {
    try Execution(self, data(for: bindings), results, blocking: nil).firstNonFinite()
  }

  private func data(for bindings: Bindings<Scalar>) throws -> ProgramData<Scalar> {
    try ProgramData(self, BoundData(bindings, for: self, in: "Program.run"))
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

extension Tensor {
  /// Computes this tensor once, in double precision.
  ///
  /// What the tensor does not read may be bound too, so that the data of a loss also serve its derivatives, which need
  /// not read them all: the Hessian of a quadratic is constant. A `Program` is stricter.
  ///
  /// ```swift
  /// let x = Tensor.input("x", shape: [.batch])
  /// try mean(squared(x)).evaluate(at: [x: [1, 2, 3]])  // 4.666666666666667
  /// try exp(Tensor(1)).evaluate()                      // 2.718281828459045
  /// ```
  ///
  /// - Parameter bindings: An array for each input, and for each parameter without an initial value.
  /// - Throws: `ChainRuleError` if the tensor is invalid or a binding does not fit.
  public func evaluate(at bindings: Bindings<Double> = [:]) throws -> NDArray<Double> {
    let program = try Program<Double>(computing: [self])
    let read = Set(program.leaves + program.indexLeaves)
    return try program.run(bindings.filtered { read.contains($0.unnamed) || $0.invalidity != nil }).arrays[0]
  }
}
