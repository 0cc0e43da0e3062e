public import ChainRule

/// Checks the derivatives of an operation over a sweep of shapes, each with random operands.
///
/// The loss is a weighted sum of the result's elements and of their squares, so that a mistake in one element, or in
/// the second derivative, shows.
///
/// ```swift
/// func centred(_ x: Tensor) -> Tensor {
///   custom("centred", of: [x]) { $0[0] - mean($0[0]) } pullback: { cotangent, _, _ in [cotangent] }
/// }
/// let reports = try checkOperation(on: [[[1]], [[3]]]) { centred($0[0]) }
/// reports.map(\.outcome.rawValue)  // ["wrong", "wrong"]
/// reports[1].blamed[0].operation   // centred
/// ```
///
/// - Parameters:
///   - shapes: For each case the shapes of the operands; a symbol such as `.batch` has the length `rows`.
///   - range: What operands are drawn from.
///   - rows: The length of every symbol.
///   - modes: Which derivatives are checked.
///   - seed: Of the operands.
///   - operation: The operation on operands of such shapes: a custom one, or any expression.
/// - Returns: A report for each case, in order.
/// - Throws: `ChainRuleError` if the operation refuses operands of such shapes, or is not a number at such a point.
public func checkOperation(
  on shapes: [[Shape]], drawnFrom range: ClosedRange<Double> = -2...2, rows: Int = 3,
  modes: GradientModes = .all, seed: UInt64 = 0, _ operation: ([Tensor]) -> Tensor
) throws -> [GradientReport] {
  try shapes.enumerated().map { number, shapes in
    var generator = SeededGenerator(seed: seed &+ UInt64(number))
    func draw(_ shape: Shape, from range: ClosedRange<Double>) throws -> NDArray<Double> {
      let lengths = shape.extents.map { if case .fixed(let length) = $0 { length } else { rows } }
      return try NDArray(
        shape: lengths,
        elements: (0..<lengths.reduce(1, *)).map { _ in Double.random(in: range, using: &generator) })
    }
    let operands = shapes.enumerated().map { place, shape in
      // Declared past the rule that rows come first.
      Tensor.leaf(.leaf(.input("operand \(place)")), shape: shape)
    }
    let result = operation(operands)
    let weights = Tensor.leaf(.leaf(.input("weights")), shape: try result.shape)
    let loss = sum(weights * result) + 0.25 * sum(squared(result))
    var bindings: Bindings<Double> = [:]
    for (operand, shape) in zip(operands, shapes) { bindings[operand] = try draw(shape, from: range) }
    bindings[weights] = try draw(try result.shape, from: 0.5...1.5)
    return try checkGradient(of: loss, withRespectTo: operands, at: bindings, modes: modes, seed: seed)
  }
}

/// Checks the derivatives of a custom operation over a sweep of shapes, as the other of the name does.
///
/// - Parameters:
///   - operation: The operation.
///   - shapes: For each case the shapes of the operands.
///   - range: What operands are drawn from.
///   - rows: The length of every symbol.
///   - modes: Which derivatives are checked.
///   - seed: Of the operands.
/// - Returns: A report for each case, in order.
/// - Throws: `ChainRuleError` as the other does.
public func checkOperation(
  _ operation: some CustomOperation, on shapes: [[Shape]], drawnFrom range: ClosedRange<Double> = -2...2,
  rows: Int = 3, modes: GradientModes = .reverse, seed: UInt64 = 0
) throws -> [GradientReport] {
  try checkOperation(on: shapes, drawnFrom: range, rows: rows, modes: modes, seed: seed) {
    .applying(operation, to: $0)
  }
}
