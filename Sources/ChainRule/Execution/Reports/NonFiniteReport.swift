/// Where a computation first left the finite numbers: the operation, its element, and what went into it.
public struct NonFiniteReport: Sendable, Equatable, CustomStringConvertible {
  /// One operand of the operation.
  public struct Operand: Sendable, Equatable {
    /// The operand's name or a bounded formula.
    public let label: String
    /// For elementwise operations the operand's element that met this result; otherwise its element of the greatest
    /// magnitude.
    public let value: Double
  }

  /// The operation: `log`, `divide`, or the name of an input whose data is not finite.
  public let operation: String
  /// The operation's name or a bounded formula of it.
  public let expression: String
  /// The position of the first element that is not finite.
  public let index: [Int]
  /// Its value: NaN or an infinity.
  public let value: Double
  /// The operands, all of them finite; empty if the data itself is not.
  public let operands: [Operand]
  /// For a value of the backward pass, the recorded expression whose derivative rule produced it; nil in the
  /// forward pass.
  public let differentiated: String?

  /// Whether the operation belongs to the backward pass, that is, was recorded by a gradient.
  public var isBackward: Bool { differentiated != nil }

  /// The report as a sentence.
  public var description: String {
    let place = index.isEmpty ? "" : " at \(index)"
    if operands.isEmpty { return "\(operation): the data is \(value)\(place)" }
    let pass = differentiated.map { "backward pass, in the derivative of \($0)" } ?? "forward pass"
    let inputs = operands.map { "\($0.label) = \($0.value)" }.joined(separator: ", ")
    return "\(operation): \(expression) is \(value)\(place) (\(pass)), from \(inputs)"
  }

  /// Whether both reports say the same; NaN equals NaN here.
  public static func == (left: NonFiniteReport, right: NonFiniteReport) -> Bool {
    left.description == right.description
  }
}

extension NonFiniteReport {
  init<Scalar>(leaf: Tensor, _ array: NDArray<Scalar>, at position: Int) {
    operation = leaf.label
    expression = leaf.label
    index = array.indices(at: position)
    value = Double(array.storage.pointer[position])
    operands = []
    differentiated = nil
  }

  init<Scalar>(
    _ instruction: Instruction, at position: Int, in execution: Execution<Scalar>
  ) {
    let step = execution.order.steps[instruction.step]
    operation = step.primitive.family.name
    expression = Tensor(step.node).label
    index = elementIndices(at: position, in: execution.locations.layout(instruction.step).lengths)
    value = Double(execution.value(instruction.output, position))
    let labels = step.node.inputs.map { Tensor($0).label }
    let values = execution.operandValues(of: instruction, at: position, count: labels.count)
    operands = zip(labels, values).compactMap { label, value in
      value.map { Operand(label: label, value: Double($0)) }
    }
    differentiated = step.node.origin.map { Tensor($0).label }
  }
}
