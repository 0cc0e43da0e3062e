/// The same elements in row-major order under another shape.
package struct Reshape: PrimitiveFamily {
  package let target: Shape

  package var name: String { "reshaped" }
  package var primitive: Primitive { .reshape(self) }
  package var linearity: Linearity { .all }
  package var flow: CotangentFlow { .moved }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape {
    let shape = operands[0].node.shape
    func refuse(_ problem: String, _ mend: String) -> ChainRuleError {
      ChainRuleError(
        .shape, in: name, operands: "\(operands[0].labelled) to \(target)", problem: problem,
        mend: mend, at: location)
    }
    if target.extents.contains(where: \.isNegative) {
      throw refuse("a length is negative", "lengths are 0 or more")
    }
    guard shape.symbols == target.symbols else {
      throw refuse("the symbolic axes differ", "keep \(Self.list(shape.symbols)), in this order")
    }
    guard Self.segments(shape) == Self.segments(target) else {
      throw shape.symbols.isEmpty
        ? refuse(
          "\(shape.fixedCount) and \(target.fixedCount) elements",
          "the product of the lengths must be \(shape.fixedCount)")
        : refuse(
          "elements would move from one row to another",
          "the lengths between symbolic axes must keep their products")
    }
    return target
  }

  private static func list(_ symbols: [Shape.Extent]) -> String {
    symbols.isEmpty ? "none" : symbols.map(\.description).joined(separator: ", ")
  }

  /// The products of the fixed lengths before, between and after the symbols: what a reshape must keep for it
  /// to mean the same at every number of rows.
  private static func segments(_ shape: Shape) -> [Int] {
    shape.extents.split(omittingEmptySubsequences: false, whereSeparator: \.isSymbolic)
      .map { Shape(Array($0)).fixedCount }
  }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    RowRule.along(extent, of: result) { axis in
      let before = SymbolicCount(result.extents.prefix(axis))
      let same = operands[0].extents.indices.first {
        operands[0][$0] == extent && SymbolicCount(operands[0].extents.prefix($0)) == before
      }
      return same.map { [.rows(axis: $0)] }
    }
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? {
    cotangent.reshaped(to: inputs[0].node.shape)
  }

  package func batched(_ operands: [BatchedOperand]) -> Tensor {
    operands[0].tensor.reshaped(to: Shape([operands[0].length] + target.extents))
  }

  package func replacingExtents(_ replace: (Shape.Extent) -> Shape.Extent) -> Primitive {
    .reshape(Reshape(target: Shape(target.extents.map(replace))))
  }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    .settingUnitAxes(of: operands[0], to: target) ?? .function("reshape", operands[0], .shape(target))
  }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    .member(operands[0], "reshaped", [SwiftArgument("to", target.swift)])
  }
}

extension Tensor {
  /// Returns the same elements, in row-major order, under another shape.
  ///
  /// ```swift
  /// let X = Tensor.input("X", shape: [.batch, 6])
  /// try X.reshaped(to: [.batch, 2, 3]).shape  // [N, 2, 3]
  /// ```
  ///
  /// - Shape: `shape`, which needs the same number of elements. Symbolic axes keep their order, and the
  ///   products of the lengths between them, so that no element leaves its row: `[.batch, 6]` can become
  ///   `[.batch, 2, 3]`, but not `[6, .batch]`.
  /// - Derivative: The cotangent, reshaped back.
  public func reshaped(
    to shape: Shape, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    .recording(.reshape(Reshape(target: shape)), [self], at: .init(file, line))
  }
}
