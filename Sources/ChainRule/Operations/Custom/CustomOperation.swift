/// An operation that a user of the library adds: a forward computation on numbers, and a derivative in tensors.
///
/// ```swift
/// struct Cube: CustomOperation {
///   let name = "cube"
///   func shape(of operands: [Shape]) -> Shape { operands[0] }
///   func evaluate<S: TensorScalar>(_ operands: [NDArray<S>]) -> NDArray<S> { operands[0].map { $0 * $0 * $0 } }
///   func pullback(_ cotangent: Tensor, operands: [Tensor], output: Tensor) -> [Tensor?] {
///     [cotangent * 3 * squared(operands[0])]
///   }
/// }
/// let x = Tensor.parameter("x", shape: [2])
/// let y = Tensor.applying(Cube(), to: [x])
/// try y.evaluate(at: [x: [1, 2]])      // [1. 8.]
/// let slope = try sum(y).gradient(withRespectTo: [x])[x]
/// try slope.evaluate(at: [x: [1, 2]])  // [ 3. 12.]
/// ```
///
/// Both modes and every order come from the pullback: forward mode differentiates it in its cotangent, and a second
/// derivative differentiates what it recorded. What is not linear in the cotangent is refused when a derivative is taken. An operation that can be written in tensors needs no type: see
/// `custom(_:of:forward:pullback:)`.
public protocol CustomOperation: Sendable {
  /// What errors, formulas and reports call it.
  var name: String { get }

  /// Whether row i of the result depends on row i of the operands with rows, and on the others as a whole.
  ///
  /// Execution then calls it for blocks of rows, from several threads at once, and mini-batches may be drawn. False by
  /// default.
  var isRowWise: Bool { get }

  /// The shape of the result.
  ///
  /// - Throws: Any error, if the shapes do not fit; its description becomes that of the invalid tensor.
  func shape(of operands: [Shape]) throws -> Shape

  /// The value, in either precision, of the shape that `shape(of:)` promised.
  ///
  /// - Throws: Any error; the run of the program throws it on.
  func evaluate<Scalar: TensorScalar>(_ operands: [NDArray<Scalar>]) throws -> NDArray<Scalar>

  /// The cotangent of each operand, of its shape, or nil where it is 0; written in tensors, and linear in `cotangent`.
  func pullback(_ cotangent: Tensor, operands: [Tensor], output: Tensor) -> [Tensor?]

  /// The application to operands that are already written; `name(…)` by default.
  func notation(_ operands: [String]) -> String
}

extension CustomOperation {
  /// Whether row i of the result depends on row i of the operands with rows only: not unless an operation says so.
  public var isRowWise: Bool { false }

  /// The application as `name(a, b)`.
  public func notation(_ operands: [String]) -> String {
    name + "(" + operands.joined(separator: ", ") + ")"
  }
}

extension Tensor {
  /// Records the application of a custom operation.
  ///
  /// - Parameters:
  ///   - operation: The operation.
  ///   - operands: What it is applied to.
  ///   - file: Where an error says that this was called.
  ///   - line: Where an error says that this was called.
  /// - Shape: What the operation says.
  /// - Derivative: What its pullback says; the shapes that it returns are checked.
  public static func applying(
    _ operation: some CustomOperation, to operands: [Tensor], file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    let location = ChainRuleError.Location(file, line)
    if let refused = refusal(operation.name, operands, location) { return refused }
    let definition = CustomDefinition(
      name: operation.name, isRowWise: operation.isRowWise, forward: .arrays(operation),
      notation: operation.notation, pullback: operation.pullback)
    return .recording(.custom(Custom(definition: definition)), operands, at: location)
  }

  /// The tensor to return instead, where the operation has no name or nothing to be applied to.
  fileprivate static func refusal(
    _ name: String, _ operands: [Tensor], _ location: ChainRuleError.Location
  ) -> Tensor? {
    if let (problem, mend) = Name.problem(name) {
      return .invalid(
        ChainRuleError(.declaration, in: "custom operation", problem: problem, mend: mend, at: location))
    }
    if !operands.isEmpty { return nil }
    return .invalid(
      ChainRuleError(
        .declaration, in: name, problem: "there are no operands", mend: "give at least one", at: location))
  }
}

/// Records an expression whose derivative is written by hand.
///
/// ```swift
/// let x = Tensor.parameter("x", shape: [2])
/// let y = custom("straightThrough", of: [x]) {
///   round($0[0])
/// } pullback: { cotangent, _, _ in
///   [cotangent]
/// }
/// try y.evaluate(at: [x: [0.4, 2.6]])      // [0. 3.]
/// let slope = try sum(squared(y)).gradient(withRespectTo: [x])[x]
/// try slope.evaluate(at: [x: [0.4, 2.6]])  // [0. 6.]
/// ```
///
/// - Parameters:
///   - name: What errors, formulas and reports call it.
///   - operands: What it is applied to.
///   - forward: The value as an expression of the operands.
///   - pullback: The cotangent of each operand, of its shape, or nil where it is 0, given that of the output, the
///     operands and the output; written in tensors, and linear in the cotangent.
///   - file: Where an error says that this was called.
///   - line: Where an error says that this was called.
/// - Shape: That of the expression.
/// - Derivative: What `pullback` says, in both modes and to every order; in tensors that `forward` captured rather than took as
///   operands, that of the expression. A pullback that is not linear in the cotangent is refused.
public func custom(
  _ name: String, of operands: [Tensor], forward: ([Tensor]) -> Tensor,
  pullback: @escaping @Sendable (_ cotangent: Tensor, _ operands: [Tensor], _ output: Tensor) -> [Tensor?],
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  let location = ChainRuleError.Location(file, line)
  if let refused = Tensor.refusal(name, operands, location) { return refused }
  if let invalid = operands.first(where: { $0.invalidity != nil }) {
    return invalid.located(at: location)
  }
  let definition = CustomDefinition(
    name: name, isRowWise: false, forward: .expression,
    notation: { name + "(" + $0.joined(separator: ", ") + ")" }, pullback: pullback)
  // What the closure captured is differentiated in the expression, and the operands by the pullback.
  let value = forward(
    operands.map { operand in
      operand.node.isConstant || operand.node.holdsIndices
        ? operand
        : Tensor.recording(.stopGradient(StopGradient(isOperand: true)), [operand]).named(operand.label)
    })
  return .recording(.custom(Custom(definition: definition)), operands + [value], at: location)
}
