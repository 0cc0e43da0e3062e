/// An expression over arrays: a handle to one immutable, recorded node.
///
/// Operations on tensors compute nothing. They record, so a tensor knows how it was made, and its derivative,
/// its formula and its program all come from that record. Numbers live in `NDArray`.
///
/// ```swift
/// let X = Tensor.input("X", shape: [.batch, 2])
/// let w = Tensor.parameter("w", shape: [2])
/// let prediction = X • w              // Xw [N]
/// try prediction.shape                // [N]
/// try prediction.evaluate(at: [X: [[1, 2], [3, 4]], w: [10, 1]])  // [12. 34.]
/// ```
///
/// Two tensors are equal when they are the same recorded node; `x .== y` compares elements instead. An
/// operation on shapes that do not fit records an *invalid* tensor; the first throwing member that it reaches
/// (`shape`, `gradient`, `Program`…) throws its error.
public struct Tensor: Hashable, Sendable {
  package let node: Node
  /// The forward node whose derivative rule is at work: set on the handles that the rule is given, and inherited
  /// by all that it records with them (see `Node.origin`).
  package let origin: Node?

  package init(_ node: Node, origin: Node? = nil) {
    self.node = node
    self.origin = origin
  }

  /// The same tensor as a handle of the caller's, at work in no rule.
  consuming func withoutOrigin() -> Tensor { Tensor(node) }

  /// The extents of the axes.
  ///
  /// ```swift
  /// let X = Tensor.input("X", shape: [.batch, 3])
  /// let w = Tensor.parameter("w", shape: [2])
  /// try X.transposed().shape      // [3, N]
  /// (X • w).formula               // invalid (matmul: X [N, 3] • w [2]: the inner dimensions 3 and 2 differ; …)
  /// ```
  ///
  /// - Throws: The error of the first operation on shapes that do not fit, if this tensor is invalid.
  public var shape: Shape {
    get throws {
      try validate()
      return node.shape
    }
  }

  /// Whether both handles refer to the same recorded node.
  public static func == (left: Tensor, right: Tensor) -> Bool { left.node === right.node }

  /// Hashes the identity of the recorded node.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(node)) }

  /// The error carried by an invalid tensor.
  package var invalidity: ChainRuleError? {
    if node.content == .nothing, case .leaf(.invalid(let error)) = node.primitive { error } else { nil }
  }

  package func validate() throws(ChainRuleError) {
    if let invalidity { throw invalidity }
  }

  /// This tensor; if it is invalid, and its error has no place in the caller's source, at this one.
  ///
  /// No operator can be told where it stands, since the language gives it its operands only. A function with a name
  /// that its result is handed to can, most often in the same line.
  func located(at location: ChainRuleError.Location?) -> Tensor {
    // What the library composes stands in no source of the caller.
    guard let location, let invalidity, invalidity.location == nil, !location.file.hasPrefix("ChainRule/")
    else { return self }
    return .invalid(invalidity.located(at: location))
  }
}

extension Tensor {
  /// Records `primitive` applied to `inputs`, or an invalid tensor if the shapes do not fit.
  package static func recording(
    _ primitive: Primitive, _ inputs: consuming Inputs, at location: ChainRuleError.Location? = nil
  ) -> Tensor {
    if !inputs.areNumbers,
      let refused = refusal(primitive, inputs, at: location)
    {
      return refused
    }
    do {
      let shape = try primitive.family.shape(of: inputs, at: location)
      let origin = inputs.origin
      return Tensor(Node(primitive, inputs: inputs, shape: shape), origin: origin)
    } catch {
      return invalid(error)
    }
  }

  /// The first of `inputs` that is invalid, or an invalid tensor where integers stand in the place of numbers; nil if all
  /// can be operated on.
  private static func refusal(
    _ primitive: Primitive, _ inputs: Inputs, at location: ChainRuleError.Location?
  ) -> Tensor? {
    for (index, input) in inputs.enumerated() {
      switch input.node.content {
      case .numbers: break
      case .nothing: return input.located(at: location)
      case .indices:
        if !primitive.takesIndices(at: index) {
          return invalid(.indicesRefused(input, in: primitive.family.name, at: location))
        }
      }
    }
    return nil
  }

  /// Records `primitive` applied to any number of `inputs`.
  package static func recording(
    _ primitive: Primitive, _ inputs: [Tensor], at location: ChainRuleError.Location? = nil
  ) -> Tensor {
    recording(primitive, Inputs(inputs), at: location)
  }

  /// Records a leaf.
  package static func leaf(_ primitive: Primitive, shape: Shape) -> Tensor {
    Tensor(Node(primitive, inputs: .none, shape: shape))
  }

  package static func invalid(_ error: ChainRuleError) -> Tensor {
    leaf(.invalid(error), shape: [])
  }

  /// A scalar constant.
  package static func number(_ value: Double) -> Tensor { leaf(.leaf(.number(value)), shape: []) }
}

extension ChainRuleError {
  /// Integers stand where an operation takes numbers.
  package static func indicesRefused(
    _ operand: Tensor, in operation: String, at location: Location?
  ) -> ChainRuleError {
    ChainRuleError(
      .declaration, in: operation, operands: operand.labelled,
      problem: "\(operand.label) holds integers to gather at, not numbers to calculate with",
      mend: "use gather, scatterAdd or oneHot, or declare it with Tensor.input", at: location)
  }
}
