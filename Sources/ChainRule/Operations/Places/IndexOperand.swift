/// What gather and scatter share: the checks of their integer operand, and how both are batched.
enum IndexOperand {
  /// Checks that the indices are integers that fit an axis of length `limit`, and share leading axes with `shape`.
  static func check(
    _ indices: Tensor, below limit: Shape.Extent, sharing batchAxes: Int, with shape: Shape,
    in operation: String, of operands: Inputs, at location: ChainRuleError.Location?
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
    else {
      throw refuse(
        batchAxes == 1 ? "the first axes of both differ" : "the first \(batchAxes) axes of both differ",
        "batch axes must be equal")
    }
    if limit.isNegative { throw refuse("the length \(limit) is negative", "lengths are 0 or more") }
    let fits =
      if case (.fixed(let bound), .fixed(let limit)) = (bound, limit) { bound <= limit } else {
        bound == limit
      }
    guard fits else {
      throw refuse(
        "indices below \(bound) do not fit an axis of length \(limit)", "declare them below \(limit)")
    }
  }

  /// The last argument of both in Swift source, where it is not left out.
  static func arguments(batchAxes: Int) -> [SwiftArgument] {
    batchAxes == 0 ? [] : [SwiftArgument("batchAxes", "\(batchAxes)")]
  }

  /// Resolves the axis, of a tensor of `rank` axes, and records.
  static func recording(
    _ operation: String, _ x: Tensor, _ indices: Tensor, _ axis: Int, _ batchAxes: Int,
    rank: (_ x: Shape, _ indices: Shape) -> Int, _ location: ChainRuleError.Location,
    _ primitive: (Int) -> Primitive
  ) -> Tensor {
    if let invalid = [x, indices].first(where: { $0.invalidity != nil }) {
      return invalid.located(at: location)
    }
    func refuse(_ problem: String, _ mend: String) -> Tensor {
      .invalid(
        ChainRuleError(
          .axis, in: operation, operands: "\(x.labelled) at \(indices.labelled)", problem: problem,
          mend: mend, at: location))
    }
    let (shape, own) = (x.node.shape, indices.node.shape)
    // Checked before anything is calculated with a number that may be any.
    guard batchAxes >= 0 && batchAxes <= Swift.min(shape.rank, own.rank) else {
      return refuse(
        "\(batchAxes) axes are not the first of both",
        "choose a number of batch axes from 0 to \(Swift.min(shape.rank, own.rank))")
    }
    let rank = rank(shape, own)
    let resolved = axis < 0 ? axis + rank : axis
    guard resolved >= 0 && resolved < rank else {
      return refuse("axis \(axis) is out of range", Shape.axes(ofRank: rank))
    }
    guard batchAxes <= resolved else {
      return refuse("axis \(axis) is a batch axis itself", "choose an axis behind the batch axes")
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
  /// ```swift
  /// let labels = Tensor.indices("labels", shape: [.batch], below: 3)
  /// let scores = Tensor.input("scores", shape: [.batch, 3])
  /// let right = gather(scores, labels, along: 1, batchAxes: 1)
  /// var bindings: Bindings<Double> = [scores: [[1, 2, 3], [4, 5, 6]]]
  /// bindings.bind([2, 0], to: labels)
  /// try right.evaluate(at: bindings)  // [3. 4.]
  /// ```
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
    if let (problem, mend) = bound.declarationProblem("the bound") {
      return .invalid(
        ChainRuleError(
          .declaration, in: "indices", operands: "\(name) \(shape)", problem: problem, mend: mend,
          at: location))
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
    // The greatest integer has no successor to be below.
    if let odd = integers.elements.first(where: { $0 < 0 || $0 == .max }) {
      return .invalid(
        ChainRuleError(
          .declaration, in: "indices",
          problem: "the index \(odd) is \(odd < 0 ? "negative" : "too large")",
          mend: "positions are counted from 0", at: .init(file, line)))
    }
    return leaf(.leaf(.fixedIndices(integers)), shape: Shape(integers.shape))
  }
}
