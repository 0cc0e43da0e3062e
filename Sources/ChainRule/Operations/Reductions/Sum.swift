/// The sum over some axes, which disappear; `axes` are distinct and in increasing order.
package struct Sum: PrimitiveFamily {
  package let axes: [Int]

  package var name: String { "sum" }
  package var primitive: Primitive { .sum(self) }
  package var linearity: Linearity { .all }
  package var flow: CotangentFlow { .moved }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    let shape = operands[0].node.shape
    return Shape(shape.extents.indices.filter { !axes.contains($0) }.map { shape[$0] })
  }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    RowRule.reducing(operands[0], to: result, over: axes, merging: .sum, extent: extent)
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    let shape = inputs[0].node.shape
    return cotangent.reshaped(to: shape.keeping(axes)).broadcast(to: shape)
  }

  package var behindOneAxis: Primitive { .sum(Sum(axes: axes.map { $0 + 1 })) }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    // The total of a diagonal has a name of its own.
    if shape.isScalar, case .diagonal = operands[0].subject?.primitive,
      case .call(_, let matrix, _) = operands[0].content, matrix.count == 1
    {
      return .function("tr", matrix[0])
    }
    if shape.isScalar { return .total(operands[0].withoutUnitAxes ?? operands[0], over: []) }
    return .total(operands[0], over: axes)
  }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    .call(name, on: operands, shape.isScalar ? [] : [.along(axes)])
  }
}

/// Returns the sum of elements, over all axes or over those given.
///
/// ```swift
/// let X = Tensor.constant([[1, 2, 3], [4, 5, 6]])
/// try sum(X).evaluate()            // 21.0
/// try sum(X, along: 0).evaluate()  // [5. 7. 9.]
/// print(try sum(X, along: -1, keepingAxes: true).evaluate())
/// // [[ 6.]
/// //  [15.]]
/// ```
///
/// - Parameters:
///   - x: The tensor.
///   - axes: The axes to sum over, counted from the end where negative; all of them by default.
///   - keepingAxes: Whether summed axes stay, with length 1.
///   - file: Where an error says that this was called.
///   - line: Where an error says that this was called.
/// - Shape: That of `x` without `axes`; a scalar where all axes are summed.
/// - Derivative: The cotangent, repeated along the axes.
public func sum(
  _ x: Tensor, along axes: Axes = .all, keepingAxes: Bool = false, file: StaticString = #fileID,
  line: UInt = #line
) -> Tensor {
  reduction("sum", of: x, along: axes, keepingAxes: keepingAxes, at: .init(file, line)) { x, axes in
    axes.isEmpty ? x : .recording(.sum(Sum(axes: axes)), [x])
  }
}

/// Returns the mean of elements, over all axes or over those given: their sum divided by their number.
///
/// ```swift
/// let X = Tensor.constant([[1, 2, 3], [4, 5, 6]])
/// try mean(X).evaluate()            // 3.5
/// try mean(X, along: 1).evaluate()  // [2. 5.]
/// ```
///
/// - Parameters:
///   - x: The tensor.
///   - axes: The axes to average over, counted from the end where negative; all of them by default.
///   - keepingAxes: Whether averaged axes stay, with length 1.
///   - file: Where an error says that this was called.
///   - line: Where an error says that this was called.
/// - Shape: That of `x` without `axes`. A mean of no elements is refused.
/// - Derivative: The cotangent divided by the number of elements, repeated along the axes.
public func mean(
  _ x: Tensor, along axes: Axes = .all, keepingAxes: Bool = false, file: StaticString = #fileID,
  line: UInt = #line
) -> Tensor {
  let location = ChainRuleError.Location(file, line)
  return reduction("mean", of: x, along: axes, keepingAxes: keepingAxes, at: location) { x, axes in
    let averaged = Shape(axes.map { x.node.shape[$0] })
    if averaged.fixedCount == 0 {
      return .invalid(
        ChainRuleError(
          .shape, in: "mean", operands: x.labelled, problem: "there are no elements to average",
          mend: "a mean needs one element or more", at: location))
    }
    return axes.isEmpty ? x : .recording(.sum(Sum(axes: axes)), [x]) / averaged.count
  }
}

extension Shape {
  /// The number of elements as a scalar tensor: a number, a symbol, or their product.
  package var count: Tensor {
    let factors =
      (fixedCount == 1 ? [] : [Tensor.number(Double(fixedCount))]) + symbols.map { Tensor.extent($0) }
    return factors.dropFirst().reduce(factors.first ?? 1) { $0 * $1 }
  }
}

/// Resolves the axes of an operation along axes, applies it, and puts back the axes that shall stay.
package func reduction(
  _ operation: String, of x: Tensor, along axes: Axes, keepingAxes: Bool, takesIndices: Bool = false,
  at location: ChainRuleError.Location, _ body: (Tensor, [Int]) -> Tensor
) -> Tensor {
  if x.invalidity != nil { return x }
  if x.node.holdsIndices && !takesIndices { return .invalid(.indicesRefused(x, in: operation, at: location)) }
  let shape = x.node.shape
  do {
    let resolved = try shape.resolve(
      axes: axes.positions(ofRank: shape.rank), in: operation, of: x.label, at: location)
    let result = body(x, resolved)
    return keepingAxes && !resolved.isEmpty ? result.reshaped(to: shape.keeping(resolved)) : result
  } catch {
    return .invalid(error)
  }
}
