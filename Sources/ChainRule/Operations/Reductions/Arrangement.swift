/// The elements of one tensor in the order in which those of another, the keys, would be sorted along an axis.
///
/// The inverse puts them back to where they were. Both are linear in the elements; a key moves nothing until it ties
/// with another.
package struct Arrangement: PrimitiveFamily {
  package let axis: Int
  package let isDescending: Bool
  package let isInverse: Bool

  package var name: String { "sorted" }
  package var primitive: Primitive { .arrangement(self) }
  package var linearity: Linearity { .allButFirst }
  package var flow: CotangentFlow { .moved }
  package var behindOneAxis: Primitive {
    .arrangement(Arrangement(axis: axis + 1, isDescending: isDescending, isInverse: isInverse))
  }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    guard operands[0].node.shape == operands[1].node.shape else {
      throw ChainRuleError(
        .shape, in: isInverse ? "unsorted" : name,
        operands: Broadcasting.names([operands[1], operands[0]], "by"), problem: "the shapes differ",
        mend: "the keys need shape \(operands[1].node.shape)", at: location)
    }
    return operands[0].node.shape
  }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    RowRule.alike(operands, result, mixing: [axis], over: extent)
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    if index == 0 { return nil }
    let opposite = Arrangement(axis: axis, isDescending: isDescending, isInverse: !isInverse)
    return .recording(.arrangement(opposite), [inputs[0], cotangent])
  }

  package func pushforward(_ tangents: [Tensor?], of inputs: Inputs, output: Tensor) -> Tensor? {
    tangents[1].map { .recording(primitive, [inputs[0], $0]) }
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    let name = (isInverse ? "unsort" : "sort") + (isDescending ? " descending" : "")
    if operands[0].isSame(as: operands[1]) && !isInverse { return .function(name, operands[1]) }
    return .function(name, operands[1], .labelled("by", operands[0]))
  }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    let isPlain = SwiftPrinter.text(of: operands[0]) == SwiftPrinter.text(of: operands[1]) && !isInverse
    return .call(
      isInverse ? "unsorted" : "sorted", on: [operands[1]],
      (isPlain ? [] : [SwiftArgument("by", operands[0])]) + [.along(axis)]
        + (isDescending ? [SwiftArgument("descending", "true")] : []))
  }
}

/// Returns the elements sorted along an axis; NaN comes last, and equal elements keep their order.
///
/// ```swift
/// let x = Tensor.constant([3, 1, 2])
/// try sorted(x).evaluate()                                  // [1. 2. 3.]
/// try sorted(x, by: .constant([10, 30, 20])).evaluate()     // [3. 2. 1.]
/// ```
///
/// - Parameters:
///   - x: The tensor.
///   - keys: What decides the order, of the same shape; `x` itself by default.
///   - axis: The axis, counted from the end where negative.
///   - descending: Whether the greatest comes first.
///   - file: Where an error says that this was called.
///   - line: Where an error says that this was called.
/// - Shape: That of `x`.
/// - Derivative: The cotangent, put back in the order of `x`; where elements tie, each keeps that of its own place in
///   the stable order. 0 in `keys`.
public func sorted(
  _ x: Tensor, by keys: Tensor? = nil, along axis: Int = -1, descending: Bool = false,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  arranged("sorted", x, keys ?? x, axis, descending, isInverse: false, .init(file, line))
}

/// Returns the elements put back to where they were before `sorted(_:by:along:)` with the same keys.
///
/// - Parameters:
///   - x: The sorted tensor.
///   - keys: What decided the order, of the same shape.
///   - axis: The axis, counted from the end where negative.
///   - descending: Whether the greatest came first.
///   - file: Where an error says that this was called.
///   - line: Where an error says that this was called.
/// - Shape: That of `x`.
/// - Derivative: The cotangent, sorted by `keys`.
public func unsorted(
  _ x: Tensor, by keys: Tensor, along axis: Int = -1, descending: Bool = false,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  arranged("unsorted", x, keys, axis, descending, isInverse: true, .init(file, line))
}

/// Returns the `count` greatest elements along an axis, in descending order.
///
/// ```swift
/// try topK(.constant([3, 1, 4, 1, 5]), 2).evaluate()  // [5. 4.]
/// ```
///
/// - Shape: That of `x` with length `count` in place of the axis, whose own length must be fixed.
/// - Derivative: The cotangent, put where the elements came from.
public func topK(
  _ x: Tensor, _ count: Int, along axis: Int = -1, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  let location = ChainRuleError.Location(file, line)
  return reduction("topK", of: x, along: [axis], keepingAxes: false, at: location) { x, axes in
    func refuse(_ problem: String, _ mend: String) -> Tensor {
      .invalid(
        ChainRuleError(
          .axis, in: "topK", operands: x.labelled, problem: problem, mend: mend, at: location))
    }
    guard case .fixed(let length) = x.node.shape[axes[0]] else {
      return refuse(
        "axis \(axes[0]) has the symbolic length \(x.node.shape[axes[0]])",
        "choose from an axis of fixed length")
    }
    guard count >= 0 && count <= length else {
      return refuse(
        "the \(count) greatest of \(length) elements are asked for", "choose a count from 0 to \(length)")
    }
    let ordered = arranged("topK", x, x, axes[0], true, isInverse: false, location)
    return ordered.sliced([axes[0]: AxisRange(start: 0, step: 1, count: count)])
  }
}

private func arranged(
  _ operation: String, _ x: Tensor, _ keys: Tensor, _ axis: Int, _ descending: Bool, isInverse: Bool,
  _ location: ChainRuleError.Location
) -> Tensor {
  reduction(operation, of: x, along: [axis], keepingAxes: false, at: location) { x, axes in
    let arrangement = Arrangement(axis: axes[0], isDescending: descending, isInverse: isInverse)
    return .recording(.arrangement(arrangement), [keys, x], at: location)
  }
}
