/// A function of all elements along some axes that gives as many elements back; `axes` are in increasing order.
package struct Normalization: PrimitiveFamily {
  package enum Kind: String, CaseIterable, Sendable {
    case softmax, logSoftmax, centered, sumOfOthers
  }

  package let kind: Kind
  package let axes: [Int]

  package init(kind: Kind, axes: [Int]) {
    self.kind = kind
    self.axes = axes
  }

  package var name: String { kind.rawValue }
  package var primitive: Primitive { .normalization(self) }
  package var linearity: Linearity { kind == .centered || kind == .sumOfOthers ? .all : .none }
  package var flow: CotangentFlow { .mixed }
  package var behindOneAxis: Primitive {
    .normalization(Normalization(kind: kind, axes: axes.map { $0 + 1 }))
  }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape { operands[0].node.shape }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    RowRule.alike(operands, result, mixing: axes, over: extent)
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    switch kind {
    case .softmax:
      if let freed = Partial.freed(cotangent, from: output) {
        let logarithm = Tensor.recording(.normalization(Normalization(kind: .logSoftmax, axes: axes)), inputs)
        return logarithmPullback(freed.value, logarithm, freed.divisor)
      }
      return softmaxDerivative(cotangent, output)
    case .logSoftmax: return logarithmPullback(cotangent, output, exp(output))
    // Both are symmetric matrices.
    case .centered, .sumOfOthers: return .recording(primitive, [cotangent])
    }
  }

  package func pushforward(_ tangents: [Tensor?], of inputs: Inputs, output: Tensor) -> Tensor? {
    guard let tangent = tangents[0] else { return nil }
    switch kind {
    case .softmax: return softmaxDerivative(tangent, output)
    case .logSoftmax:
      let relative = relativeToPeak(tangent, output)
      return relative - total(exp(output) * relative)
    case .centered, .sumOfOthers: return .recording(primitive, [tangent])
    }
  }

  /// c(1 − p) − p Σ′ c, where Σ′ leaves out the element itself; 1 − p is −expm1(log p).
  private func logarithmPullback(_ cotangent: Tensor, _ logarithm: Tensor, _ p: Tensor) -> Tensor {
    let others = Normalization(kind: .sumOfOthers, axes: axes)
    return cotangent * -expm1(logarithm) - p * .recording(.normalization(others), [cotangent])
  }

  /// The symmetric derivative `p(t − Σ p t)` of softmax applied to `variation`.
  ///
  /// Since Σ p = 1, any number may be taken off all of `t`. Taking off that of the greatest p leaves nothing to
  /// cancel where p is 1 to the last digit: there the plain formula gives 0, and is wrong by 100 %.
  private func softmaxDerivative(_ variation: Tensor, _ p: Tensor) -> Tensor {
    let relative = relativeToPeak(variation, p)
    return p * (relative - total(p * relative))
  }

  /// `variation` less its value where `score` is greatest.
  private func relativeToPeak(_ variation: Tensor, _ score: Tensor) -> Tensor {
    // Of no elements, nothing is compared with the greatest.
    let greatest = Tensor.recording(
      .reduction(Reduction(kind: .max, axes: axes, acceptsNone: true)), [score])
    let peak = score .== greatest.reshaped(to: score.node.shape.keeping(axes))
    return variation - total(peak * variation) / total(peak)
  }

  private func total(_ x: Tensor) -> Tensor { sum(x, along: Axes(axes), keepingAxes: true) }

  package func reach(_ mask: Mask, to index: Int, of inputs: Inputs, output: Tensor) -> Mask? {
    mask.reaching(along: axes, of: output.node.shape)
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    let all = axes.count == shape.rank ? [] : axes
    return switch kind {
    case .softmax: .call("softmax", operands, over: all)
    case .logSoftmax: .call("log softmax", operands, over: all)
    case .centered:
      .difference(operands[0], .spread(.call("mean", operands, over: all), along: axes, of: shape))
    case .sumOfOthers:
      .difference(.spread(.total(operands[0], over: all), along: axes, of: shape), operands[0])
    }
  }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    .call(name, on: operands, [.along(axes)])
  }
}

/// Returns `exp(x)/Σ exp(x)` along the last axis or those given, without overflow: positive numbers that sum to 1.
///
/// ```swift
/// try softmax(log(.constant([1, 3]))).evaluate()    // [0.25 0.75]
/// try softmax(.constant([0, 1000])).evaluate()   // [0. 1.]
/// ```
///
/// - Shape: That of `x`.
/// - Derivative: `p(t − Σ p t)` in the direction `t`, computed so that it keeps its digits where one `p` is nearly 1.
public func softmax(
  _ x: Tensor, along axes: Axes = -1, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  normalized(.softmax, x, axes, .init(file, line))
}

/// Returns `x − log Σ exp(x)` along the last axis or those given: the logarithm of `softmax`, accurate
/// also where that is nearly 1.
///
/// ```swift
/// try logSoftmax(.constant([0, 1000])).evaluate()  // [-1000.     0.]
/// ```
///
/// - Shape: That of `x`.
/// - Derivative: `t − Σ p t` in the direction `t`, where `p` is the softmax.
public func logSoftmax(
  _ x: Tensor, along axes: Axes = -1, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  normalized(.logSoftmax, x, axes, .init(file, line))
}

/// Returns the elements less their mean, over all axes or over those given.
///
/// Equal elements give exactly 0, and a large common offset costs no digits.
///
/// ```swift
/// try centered(.constant([1, 2, 6])).evaluate()  // [-2. -1.  3.]
/// ```
///
/// - Shape: That of `x`.
/// - Derivative: The tangent or cotangent, centered likewise.
public func centered(
  _ x: Tensor, along axes: Axes = .all, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  normalized(.centered, x, axes, .init(file, line))
}

/// Returns for each element the sum of the others, over all axes or over those given.
///
/// An element that is far greater than the others costs its sum no digits, as subtracting it from the sum of all would.
///
/// - Shape: That of `x`.
/// - Derivative: The sum of the others of the tangent or cotangent.
public func sumOfOthers(
  _ x: Tensor, along axes: Axes = .all, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  normalized(.sumOfOthers, x, axes, .init(file, line))
}

private func normalized(
  _ kind: Normalization.Kind, _ x: Tensor, _ axes: Axes, _ location: ChainRuleError.Location
) -> Tensor {
  reduction(kind.rawValue, of: x, along: axes, keepingAxes: false, at: location) { x, axes in
    .recording(.normalization(Normalization(kind: kind, axes: axes)), [x], at: location)
  }
}
