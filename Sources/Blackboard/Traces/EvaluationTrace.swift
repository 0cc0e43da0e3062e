public import ChainRule

/// The evaluation of a scalar at a point, one recorded operation a line: its expression, its value, and its adjoint,
/// the derivative of the scalar with respect to it.
///
/// ```swift
/// let x = Tensor.parameter("x", shape: [])
/// print(try EvaluationTrace(of: squared(x) + 3 * x, at: [x: 2]))
/// // tensor        shape  value  adjoint
/// // x                    2.0    7.0
/// // v1 = x²              4.0    1.0
/// // v2 = 3x              6.0    1.0
/// // v3 = v1 + v2         10.0   1.0
/// ```
///
/// Values and adjoints come out of one run of one program; nothing is computed a second way.
///
/// - Source: Griewank and Walther, Evaluating Derivatives (2008), §2.2, evaluation traces.
public struct EvaluationTrace: Sendable, CustomStringConvertible {
  /// The derivative of one operation with respect to one of its operands, in the labels of the rows.
  public struct LocalDerivative: Sendable {
    /// The operand's label.
    public let operand: String
    /// The derivative, of elements by elements where they lie at the same places, else the Jacobian.
    public let formula: Formula
  }

  /// One line of the trace.
  public struct Row: Sendable {
    /// The tensor's own name, or `v1`, `v2`, … in order of evaluation; no two rows have the same.
    public let label: String
    /// The operation on the labels of its operands; nil for a leaf, which is given and not computed.
    public let expression: String?
    /// The recorded shape, in which the number of rows is the symbol N.
    public let shape: Shape
    /// The value at the point.
    public let value: NDArray<Double>
    /// The derivative of the scalar with respect to this tensor, of the same shape; nil for data, which is not
    /// differentiated by.
    public let adjoint: NDArray<Double>?
    /// The adjoint by those of the rows that use this one, where `v̄1` is the adjoint of `v1`; nil for the result, whose adjoint
    /// is 1, and for data.
    public let adjointFormula: Formula?
    /// The derivatives of the operation with respect to its operands, but those with more than two axes.
    public let localDerivatives: [LocalDerivative]
    /// The recorded tensor.
    public let tensor: Tensor
  }

  /// The lines, leaves first, then operations in the order in which they are evaluated.
  public let rows: [Row]

  /// Evaluates `scalar` and its derivatives with respect to every recorded tensor below it.
  ///
  /// - Throws: `ChainRuleError` if the tensor is invalid or not a scalar, or a binding is missing or does not fit.
  public init(of scalar: Tensor, at bindings: Bindings<Double>) throws {
    let outline = TraceOutline(of: scalar)
    let tensors = outline.rows.map { Tensor(outline.nodes[$0]) }
    let gradient = try scalar.gradient(withRespectTo: tensors)
    // Leaves of the point that the adjoints alone would not read are outputs too.
    let program = try Program<Double>(computing: tensors + gradient.derivatives)
    let values = try program.run(bindings)
    let rules = TraceRules(outline)
    rows = try outline.rows.enumerated().map { index, position in
      let isData = Self.isData(tensors[index].node)
      return Row(
        label: outline.label(ofRow: position),
        expression: outline.expression(ofRow: position),
        shape: tensors[index].node.shape,
        value: values.arrays[index],
        adjoint: isData ? nil : values.arrays[tensors.count + index],
        adjointFormula: isData ? nil : try rules.adjoint(ofRow: position),
        localDerivatives: try rules.localDerivatives(ofRow: position),
        tensor: outline.handle(ofRow: position))
    }
  }

  private static func isData(_ node: Node) -> Bool {
    switch node.primitive {
    case .leaf(.input), .leaf(.constant), .leaf(.number), .leaf(.extent), .leaf(.freedom): true
    default: false
    }
  }

  /// The trace as a table that fits 90 columns where its expressions do.
  public var description: String { table() }
}
