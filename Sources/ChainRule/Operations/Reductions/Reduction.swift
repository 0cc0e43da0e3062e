/// A reduction over some axes, which disappear, that is not linear; `axes` are distinct and in increasing order.
package struct Reduction: PrimitiveFamily {
  package enum Kind: String, CaseIterable, Sendable {
    case max, min, logSumExp, norm
  }

  package let kind: Kind
  package let axes: [Int]
  /// Whether a maximum of no elements is −∞ instead of an error.
  package let acceptsNone: Bool

  package init(kind: Kind, axes: [Int], acceptsNone: Bool = false) {
    self.kind = kind
    self.axes = axes
    self.acceptsNone = acceptsNone
  }

  /// Whether there must be an element to choose.
  package var needsElement: Bool { !acceptsNone && (kind == .max || kind == .min) }

  package var name: String { kind.rawValue }
  package var primitive: Primitive { .reduction(self) }
  package var linearity: Linearity { .none }
  package var flow: CotangentFlow { .mixed }
  package var behindOneAxis: Primitive {
    .reduction(Reduction(kind: kind, axes: axes.map { $0 + 1 }, acceptsNone: acceptsNone))
  }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    let shape = operands[0].node.shape
    let isEmpty = axes.contains { shape[$0] == 0 }
    if isEmpty && needsElement {
      throw ChainRuleError(
        .shape, in: name, operands: operands[0].labelled, problem: "there are no elements to choose from",
        mend: "a \(name) needs one element or more", at: location)
    }
    return Shape(shape.extents.indices.filter { !axes.contains($0) }.map { shape[$0] })
  }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    RowRule.reducing(operands[0], to: result, over: axes, merging: kind.merge, extent: extent)
  }

  /// Where the operand has the value chosen, by which it is the greatest or least.
  private func ties(_ x: Tensor, _ output: Tensor) -> Tensor {
    x .== output.reshaped(to: x.node.shape.keeping(axes))
  }

  /// The derivative of the result in each element of the operand, in the operand's shape; of what chooses there is none.
  private func partial(_ x: Tensor, _ output: Tensor) -> Tensor? {
    switch kind {
    case .max, .min: return nil
    case .logSumExp:
      return .recording(.normalization(Normalization(kind: .softmax, axes: axes)), [x])
    case .norm:
      let y = output.reshaped(to: x.node.shape.keeping(axes))
      return select(y .== 0, 0, x / y)
    }
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    let kept = cotangent.reshaped(to: inputs[0].node.shape.keeping(axes))
    if let partial = partial(inputs[0], output) { return kept * partial }
    // Selected, not multiplied: what is not chosen may be infinite.
    let ties = ties(inputs[0], output)
    return select(ties, kept / sum(ties, along: Axes(axes), keepingAxes: true), 0)
  }

  package func pushforward(_ tangents: [Tensor?], of inputs: Inputs, output: Tensor) -> Tensor? {
    guard let tangent = tangents[0] else { return nil }
    if let partial = partial(inputs[0], output) { return sum(tangent * partial, along: Axes(axes)) }
    let ties = ties(inputs[0], output)
    return sum(select(ties, tangent, 0), along: Axes(axes)) / sum(ties, along: Axes(axes))
  }

  package func picked(_ index: Int, of inputs: Inputs, output: Tensor) -> Mask? {
    guard kind == .max || kind == .min else { return nil }
    let chosen = inputs[0] .== output.reshaped(to: inputs[0].node.shape.keeping(axes))
    return Mask(chosen, coveredAxes: axes, isByValue: true)
  }

  package func reach(_ mask: Mask, to index: Int, of inputs: Inputs, output: Tensor) -> Mask? {
    let kept = inputs[0].node.shape.keeping(axes)
    return mask.replacing(mask.tensor.filling(output.node.shape).reshaped(to: kept))
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    // An axis below the bars would be read as the order of the norm.
    if kind == .norm && shape.isScalar { return .enclosed(operands[0], .norm) }
    return .call(kind.rawValue.lowercased(), operands, over: shape.isScalar ? [] : axes)
  }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    .call(name, on: operands, [.along(axes)])
  }
}

extension Reduction.Kind {
  /// How the results of parts become that of all.
  fileprivate var merge: RowMerge {
    switch self {
    case .max: .maximum
    case .min: .minimum
    case .logSumExp: .logAddExp
    case .norm: .hypotenuse
    }
  }
}

/// Returns the greatest element, over all axes or over those given; NaN if one of them is.
///
/// ```swift
/// try max(.constant([[1, 5], [4, 2]]), along: 0).evaluate()  // [4. 5.]
/// try gradient(at: [3, 7, 7]) { max($0) }                    // [0.  0.5 0.5]
/// ```
///
/// - Parameters:
///   - x: The tensor.
///   - axes: The axes to reduce, counted from the end where negative; all of them by default.
///   - keepingAxes: Whether reduced axes stay, with length 1.
///   - file: Where an error says that this was called.
///   - line: Where an error says that this was called.
/// - Shape: That of `x` without `axes`. The greatest of no elements is refused.
/// - Derivative: 1 in the greatest element; elements that tie for it share it equally.
public func max(
  _ x: Tensor, along axes: Axes = .all, keepingAxes: Bool = false, file: StaticString = #fileID,
  line: UInt = #line
) -> Tensor {
  reduced(.max, x, axes, keepingAxes, .init(file, line))
}

/// Returns the least element, over all axes or over those given; NaN if one of them is.
///
/// ```swift
/// try min(.constant([[1, 5], [4, 2]]), along: 1).evaluate()  // [1. 2.]
/// ```
///
/// - Parameters:
///   - x: The tensor.
///   - axes: The axes to reduce, counted from the end where negative; all of them by default.
///   - keepingAxes: Whether reduced axes stay, with length 1.
///   - file: Where an error says that this was called.
///   - line: Where an error says that this was called.
/// - Shape: That of `x` without `axes`. The least of no elements is refused.
/// - Derivative: 1 in the least element; elements that tie for it share it equally.
public func min(
  _ x: Tensor, along axes: Axes = .all, keepingAxes: Bool = false, file: StaticString = #fileID,
  line: UInt = #line
) -> Tensor {
  reduced(.min, x, axes, keepingAxes, .init(file, line))
}

/// Returns `log Σ exp(x)`, over all axes or over those given, without overflow; −∞ over no elements.
///
/// ```swift
/// try logSumExp(.constant([1000, 1000])).evaluate()  // 1000.6931471805599
/// ```
///
/// - Parameters:
///   - x: The tensor.
///   - axes: The axes to reduce, counted from the end where negative; all of them by default.
///   - keepingAxes: Whether reduced axes stay, with length 1.
///   - file: Where an error says that this was called.
///   - line: Where an error says that this was called.
/// - Shape: That of `x` without `axes`.
/// - Derivative: `softmax(x)` along the same axes.
/// - Source: Blanchard, Higham and Higham, Accurately computing the log-sum-exp and softmax functions (2021).
public func logSumExp(
  _ x: Tensor, along axes: Axes = .all, keepingAxes: Bool = false, file: StaticString = #fileID,
  line: UInt = #line
) -> Tensor {
  reduced(.logSumExp, x, axes, keepingAxes, .init(file, line))
}

/// Which norm to take of the elements.
public enum NormOrder: Sendable, CaseIterable {
  /// The sum of absolute values.
  case one
  /// The Euclidean norm: the root of the sum of squares.
  case two
  /// The greatest absolute value.
  case infinity
}

/// Returns a norm of all elements, or along the axes given, as one vector.
///
/// ```swift
/// let v = Tensor.constant([3, -4])
/// try norm(v).evaluate()                        // 5.0
/// try norm(v, .one).evaluate()                  // 7.0
/// try norm(v, .infinity).evaluate()             // 4.0
/// try gradient(at: [0, 0]) { norm($0) }         // [0. 0.]
/// ```
///
/// - Parameters:
///   - x: The tensor.
///   - order: Which norm; the Euclidean one by default.
///   - axes: The axes to reduce, counted from the end where negative; all of them by default.
///   - keepingAxes: Whether reduced axes stay, with length 1.
///   - file: Where an error says that this was called.
///   - line: Where an error says that this was called.
/// - Shape: That of `x` without `axes`.
/// - Derivative: `x/‖x‖` for the Euclidean norm, and 0 at the zero vector, to every order; for the others, that of
///   `sum(abs(x))` and `max(abs(x))`.
public func norm(
  _ x: Tensor, _ order: NormOrder = .two, along axes: Axes = .all, keepingAxes: Bool = false,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  let location = ChainRuleError.Location(file, line)
  if order == .two { return reduced(.norm, x, axes, keepingAxes, location) }
  return reduction("norm", of: x, along: axes, keepingAxes: keepingAxes, at: location) { x, axes in
    if order == .one { return sum(abs(x), along: Axes(axes)) }
    if axes.contains(where: { x.node.shape[$0] == 0 }) {
      return .invalid(
        ChainRuleError(
          .shape, in: "norm", operands: x.labelled, problem: "there are no elements to choose from",
          mend: "the greatest absolute value needs one element or more", at: location))
    }
    return max(abs(x), along: Axes(axes))
  }
}

private func reduced(
  _ kind: Reduction.Kind, _ x: Tensor, _ axes: Axes, _ keepingAxes: Bool,
  _ location: ChainRuleError.Location
) -> Tensor {
  reduction(kind.rawValue, of: x, along: axes, keepingAxes: keepingAxes, at: location) { x, axes in
    .recording(.reduction(Reduction(kind: kind, axes: axes)), [x], at: location)
  }
}
