/// What gather and scatter share: the checks of their integer operand, and how both are batched.
enum IndexOperand {
  /// Checks that the indices are integers that fit an axis of length `limit`, and share leading axes with `shape`.
  static func check(
    _ indices: Tensor, below limit: Shape.Extent, sharing batchAxes: Int, with shape: Shape,
    in operation: String, of operands: [Tensor], at location: ChainRuleError.Location?
  ) throws(ChainRuleError) {
    func refuse(_ problem: String, _ mend: String) -> ChainRuleError {
      ChainRuleError(
        .shape, in: operation, operands: Broadcasting.names(operands, "at"), problem: problem, mend: mend,
        at: location)
    }
    guard let bound = indices.node.indexBound else {
      throw refuse(
        "\(indices.label) does not hold integers",
        "declare it with Tensor.indices(_:shape:below:), or give fixed ones with Tensor.indices(_:)")
    }
    guard batchAxes <= indices.node.shape.rank, batchAxes <= shape.rank,
      indices.node.shape.extents.prefix(batchAxes) == shape.extents.prefix(batchAxes)
    else { throw refuse("the first \(batchAxes) axes differ", "batch axes must be equal") }
    let fits =
      if case (.fixed(let bound), .fixed(let limit)) = (bound, limit) { bound <= limit } else {
        bound == limit
      }
    guard fits else {
      throw refuse(
        "indices below \(bound) do not fit an axis of length \(limit)", "declare them below \(limit)")
    }
  }

  /// Resolves the axis, of a tensor of `rank` axes, and records.
  static func recording(
    _ operation: String, _ x: Tensor, _ indices: Tensor, _ axis: Int, _ batchAxes: Int, _ rank: Int,
    _ location: ChainRuleError.Location, _ primitive: (Int) -> Primitive
  ) -> Tensor {
    if let invalid = [x, indices].first(where: { $0.invalidity != nil }) { return invalid }
    let resolved = axis < 0 ? axis + rank : axis
    guard resolved >= 0 && resolved < rank else {
      return .invalid(
        ChainRuleError(
          .axis, in: operation, operands: "\(x.labelled) at \(indices.labelled)",
          problem: "axis \(axis) is out of range",
          mend: rank <= 0 ? "there are no axes" : "axes run from 0 to \(rank - 1), or from \(-rank) to -1",
          at: location))
    }
    guard batchAxes >= 0 && batchAxes <= resolved else {
      return .invalid(
        ChainRuleError(
          .axis, in: operation, operands: "\(x.labelled) at \(indices.labelled)",
          problem: "\(batchAxes) batch axes do not stand before axis \(resolved)",
          mend: "batch axes are the first axes of both, before the axis itself", at: location))
    }
    return .recording(primitive(resolved), [x, indices], at: location)
  }

  /// Walks sets of elements, sets of indices, or both; `primitive` takes the number of batch axes, and how much
  /// further the axis is counted.
  static func batched(
    _ operands: [BatchedOperand], batchAxes: Int, _ primitive: (_ batchAxes: Int, _ further: Int) -> Primitive
  ) -> Tensor {
    let (elements, indices) = (operands[0], operands[1])
    if indices.isBatched {
      return .recording(primitive(batchAxes + 1, 1), [elements.lifted, indices.tensor])
    }
    // The sets stand behind the axes that both share.
    let moved = elements.tensor.movingAxis(0, to: batchAxes)
    return Tensor.recording(primitive(batchAxes, 1), [moved, indices.tensor]).movingAxis(batchAxes, to: 0)
  }
}

extension Node {
  /// The extent that integers are below; nil for numbers.
  ///
  /// Integers may be named and reshaped, and nothing else.
  package var indexBound: Shape.Extent? {
    var node = self
    while true {
      switch node.primitive {
      case .leaf(.indices(_, let bound)): return bound
      case .leaf(.fixedIndices(let indices)): return .fixed((indices.elements.max() ?? -1) + 1)
      case .reshape, .name: node = node.inputs[0]
      default: return nil
      }
    }
  }
}

extension Tensor {
  /// Declares integers that are bound when a program runs: labels, or positions to gather at.
  ///
  /// They are bound with `Bindings.bind(_:to:)`, and used by `gather`, `scatterAdd` and `oneHot`; no derivative is taken by
  /// them.
  ///
  /// - Parameters:
  ///   - name: How errors, formulas and traces call it.
  ///   - shape: The extents; `.batch`, the number of rows, may stand first and nowhere else.
  ///   - bound: Each integer is at least 0 and below this; checked when data is bound.
  ///   - file: Where an error says that this was called.
  ///   - line: Where an error says that this was called.
  /// - Returns: The input, or an invalid tensor if the declaration is wrong.
  public static func indices(
    _ name: String, shape: Shape, below bound: Shape.Extent, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    let location = ChainRuleError.Location(file, line)
    if bound.isNegative {
      return .invalid(
        ChainRuleError(
          .declaration, in: "indices", operands: "\(name) \(shape)",
          problem: "the bound \(bound) is negative",
          mend: "indices run from 0 to the bound, exclusive", at: location))
    }
    return declaring(
      .leaf(.indices(name, below: bound)), "indices", name, shape, batchAllowed: true, location)
  }

  /// Records integers that never change, to gather or scatter at.
  ///
  /// - Returns: The integers, or an invalid tensor if one is negative.
  public static func indices(
    _ integers: IndexArray, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    if let negative = integers.elements.first(where: { $0 < 0 }) {
      return .invalid(
        ChainRuleError(
          .declaration, in: "indices", problem: "the index \(negative) is negative",
          mend: "positions are counted from 0", at: .init(file, line)))
    }
    return leaf(.leaf(.fixedIndices(integers)), shape: Shape(integers.shape))
  }
}
