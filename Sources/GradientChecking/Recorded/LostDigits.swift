public import ChainRule

/// An operation after which fewer digits are right than before it.
///
/// ```swift
/// let x = Tensor.parameter("x", shape: [])
/// let lost = try lostDigits(of: (1 + x) - 1, at: [x: 1e-5], in: Float.self)
/// lost[0].operation   // subtract
/// lost[0].digits > 2  // true
/// ```
public struct LostDigits: Sendable, Hashable {
  /// The operation, as the library names it.
  public let operation: String
  /// Its result by name or formula.
  public let expression: String
  /// The operation whose derivative it was recorded by; nil for one of the loss itself.
  public let differentiated: String?
  /// The greatest relative error among the operands.
  public let errorBefore: Double
  /// The relative error of the result.
  public let errorAfter: Double

  /// How many decimal digits are gone.
  public var digits: Double { decimalLogarithm(errorAfter / errorBefore) }
}

/// Says which operations of a loss and of its gradient lose digits in a precision, the worst first.
///
/// Every recorded operation runs in that precision, and is held against what it is with 30 digits. Errors are
/// relative to the greatest element of a result. Told are operations after which the error is more than ten times
/// that of their operands; of these, one unit of the last place at least.
///
/// ```swift
/// let x = Tensor.parameter("x", shape: [3])
/// let loss = variance(x)
/// try lostDigits(of: loss, at: [x: [1000, 1001, 1002]], in: Float.self).isEmpty  // true
/// let naive = mean(squared(x)) - squared(mean(x))
/// try lostDigits(of: naive, at: [x: [1000, 1001, 1002]], in: Float.self)[0].operation  // subtract
/// ```
///
/// - Parameters:
///   - loss: A scalar.
///   - variables: What it is differentiated by; its parameters by default.
///   - bindings: An array for each input, and for each parameter without an initial value.
///   - precision: `Float.self` or `Double.self`; arrays are rounded to it before anything is computed.
/// - Throws: `ChainRuleError` as ``checkGradient(of:withRespectTo:at:modes:seed:)`` does, and if an operation
///   computes with arrays.
public func lostDigits<Scalar: TensorScalar>(
  of loss: Tensor, withRespectTo variables: [Tensor]? = nil, at bindings: Bindings<Double> = [:],
  in precision: Scalar.Type
) throws -> [LostDigits] {
  let (narrow, wide) = rounded(bindings, to: precision)
  let point = try RecordedPoint(of: loss, in: variables, at: wide)
  let gradient = try loss.gradient(withRespectTo: point.variables).derivatives
  let nodes = Traversal(from: [loss.node] + gradient.map(\.node)).nodes.filter { !$0.holdsIndices }
  let tensors = nodes.map { Tensor($0) }
  let computed = try Program<Scalar>(computing: tensors).run(narrow).arrays
  let truth: [ShadowArray<Wide>]
  do {
    truth = try RecordedFormula.evaluated(tensors, of: loss, at: point.shadow).values
  } catch let gap as Unshadowed {
    throw ChainRuleError(
      .differentiation, in: "lostDigits", operands: loss.labelled,
      problem: "\(gap.operation) computes with arrays, so its digits are not known",
      mend: "write it as an expression, with custom(_:of:forward:pullback:)")
  }
  return losses(in: nodes, of: zip(computed, truth).map(relativeError), unit: Double(Scalar.ulpOfOne))
}

/// The bindings rounded to a precision, in it and in double precision.
private func rounded<Scalar: TensorScalar>(
  _ bindings: Bindings<Double>, to precision: Scalar.Type
) -> (narrow: Bindings<Scalar>, wide: Bindings<Double>) {
  var (narrow, wide) = (Bindings<Scalar>([]), Bindings<Double>([]))
  for (tensor, array) in bindings.entries {
    let rounded = NDArray<Scalar>(array)
    narrow[tensor] = rounded
    wide[tensor] = NDArray<Double>(rounded)
  }
  for (tensor, indices) in bindings.indexEntries {
    narrow.bind(indices, to: tensor)
    wide.bind(indices, to: tensor)
  }
  return (narrow, wide)
}

/// The operations after which the error is ten times that of their operands, the worst first.
///
/// - Parameters:
///   - errors: The relative error of each node.
///   - unit: That of a rounding.
private func losses(in nodes: [Node], of errors: [Double], unit: Double) -> [LostDigits] {
  let known = Dictionary(zip(nodes.map(\.identity), errors), uniquingKeysWith: { first, _ in first })
  var lost: [LostDigits] = []
  for (node, error) in zip(nodes, errors) where error.isFinite && !node.inputs.isEmpty {
    let before = node.inputs.compactMap { known[$0.identity] }.reduce(unit) { max($0, $1) }
    if error <= 10 * before { continue }
    lost.append(
      LostDigits(
        operation: node.primitive.family.name, expression: Tensor(node).label,
        differentiated: node.origin.map { Tensor($0).label }, errorBefore: before, errorAfter: error))
  }
  return lost.sorted { $0.errorAfter / $0.errorBefore > $1.errorAfter / $1.errorBefore }
}

private func relativeError<Scalar: TensorScalar>(
  _ array: NDArray<Scalar>, _ exact: ShadowArray<Wide>
) -> Double {
  var (error, size) = (0.0, 0.0)
  for (element, truth) in zip(array.elements, exact.elements) {
    error = max(error, abs((Wide(Double(element)) - truth).approximation))
    size = max(size, abs(truth.approximation))
  }
  return error == 0 ? 0 : error / size
}
