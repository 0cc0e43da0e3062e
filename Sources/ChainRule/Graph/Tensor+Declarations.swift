// The doors through which leaves enter a graph.

extension Tensor {
  /// Declares data that is bound when a program runs.
  ///
  /// ```swift
  /// let X = Tensor.input("X", shape: [.batch, 2])
  /// try sum(X).evaluate(at: [X: [[1, 2], [3, 4], [5, 6]]])  // 21.0
  /// ```
  ///
  /// - Parameters:
  ///   - name: How errors, formulas and traces call it.
  ///   - shape: The extents; `.batch`, the number of rows, may stand first and nowhere else.
  ///   - file: Where an error says that this was called.
  ///   - line: Where an error says that this was called.
  /// - Returns: The input, or an invalid tensor if the declaration is wrong.
  public static func input(
    _ name: String, shape: Shape, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    declaring(.leaf(.input(name)), "input", name, shape, batchAllowed: true, .init(file, line))
  }

  /// Declares a value that is learned: what gradients are usually taken with respect to.
  ///
  /// ```swift
  /// let w = Tensor.parameter("w", shape: [2], initial: [3, 4])
  /// let loss = sum(squared(w))
  /// try loss.evaluate()              // 25.0
  /// try loss.evaluate(at: [w: [1, 1]])  // 2.0
  /// ```
  ///
  /// - Parameters:
  ///   - name: How errors, formulas and traces call it.
  ///   - shape: The extents; a parameter has no rows, so `.batch` is refused.
  ///   - initial: The value a program uses where none is bound.
  ///   - file: Where an error says that this was called.
  ///   - line: Where an error says that this was called.
  /// - Returns: The parameter, or an invalid tensor if the declaration is wrong.
  public static func parameter(
    _ name: String, shape: Shape, initial: NDArray<Double>? = nil, file: StaticString = #fileID,
    line: UInt = #line
  ) -> Tensor {
    let location = ChainRuleError.Location(file, line)
    if let initial, !shape.admits(initial.shape) {
      return invalid(
        ChainRuleError(
          .declaration, in: "parameter", operands: "\(name) \(shape)",
          problem: "the initial value has shape \(Shape(initial.shape))",
          mend: "give it shape \(shape)", at: location))
    }
    let primitive = Primitive.leaf(.parameter(name, initial: initial))
    return declaring(primitive, "parameter", name, shape, batchAllowed: false, location)
  }

  /// Records an array that never changes, with an optional name.
  ///
  /// A graph has no precision: the array is kept in `Double`, and a `Program<Float>` rounds it.
  ///
  /// ```swift
  /// let c = Tensor.constant([1, 2, 4])
  /// try (10 * c).evaluate()          // [10. 20. 40.]
  /// ```
  public static func constant(_ array: NDArray<Double>, named name: String? = nil) -> Tensor {
    let tensor =
      array.shape.isEmpty
      ? number(array.withUnsafePointer { $0.pointee })
      : leaf(.leaf(.constant(array)), shape: Shape(array.shape))
    return name.map { tensor.named($0) } ?? tensor
  }

  /// The value of an extent as a scalar: `Tensor.extent(.batch)` is N, the number of rows of the run.
  ///
  /// ```swift
  /// let X = Tensor.input("X", shape: [.batch, 2])
  /// let mean = sum(X) / (2 * Tensor.extent(.batch))
  /// try mean.evaluate(at: [X: [[1, 2], [3, 4]]])  // 2.5
  /// ```
  public static func extent(
    _ extent: Shape.Extent, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    if let (problem, mend) = extent.declarationProblem("the extent") {
      return invalid(
        ChainRuleError(.declaration, in: "extent", problem: problem, mend: mend, at: .init(file, line)))
    }
    if case .fixed(let length) = extent { return number(Double(length)) }
    return leaf(.leaf(.extent(extent)), shape: [])
  }

  /// The numbers 0, 1, 2, … along an axis of the extent given.
  public static func positions(
    _ extent: Shape.Extent, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    if let (problem, mend) = extent.declarationProblem("the extent") {
      return invalid(
        ChainRuleError(.declaration, in: "positions", problem: problem, mend: mend, at: .init(file, line)))
    }
    return leaf(.leaf(.positions(extent)), shape: [extent])
  }

  package static func declaring(
    _ primitive: Primitive, _ operation: String, _ name: String, _ shape: Shape, batchAllowed: Bool,
    _ location: ChainRuleError.Location
  ) -> Tensor {
    guard let (problem, mend) = declarationProblem(name, shape, batchAllowed: batchAllowed) else {
      return leaf(primitive, shape: shape)
    }
    return invalid(
      ChainRuleError(
        .declaration, in: operation, operands: name.isEmpty ? "\(shape)" : "\(name) \(shape)",
        problem: problem, mend: mend, at: location))
  }

  private static func declarationProblem(
    _ name: String, _ shape: Shape, batchAllowed: Bool
  ) -> (problem: String, mend: String)? {
    if let problem = Name.problem(name) { return problem }
    for (axis, extent) in shape.extents.enumerated() {
      if let problem = extent.declarationProblem("the length of axis \(axis)") { return problem }
      guard extent == .batch else { continue }
      if !batchAllowed {
        return ("a parameter has no rows", "give axis \(axis) a fixed length or another symbol")
      }
      if axis > 0 { return (".batch stands at axis \(axis)", "put the rows first") }
    }
    return nil
  }
}

extension Shape.Extent {
  /// What is wrong with an extent that a caller gave, told of `subject`.
  package func declarationProblem(_ subject: String) -> (problem: String, mend: String)? {
    switch self {
    case .fixed(let length) where length < 0: ("\(subject) is \(length)", "lengths are 0 or more")
    case .symbol("N"): ("\(subject) is the symbol \"N\", which is taken", "use .batch for the rows")
    case .symbol(let name) where name.isEmpty:
      ("\(subject) is a symbol without a name", "name it, or use .batch for the rows")
    case .symbol(let name) where name.contains(where: \.isNewline):
      ("\(subject) is a symbol whose name has a line break", "keep it on one line")
    default: nil
    }
  }
}

extension Shape {
  /// Whether data of shape `lengths` can be bound here, symbols matching any length.
  package func admits(_ lengths: [Int]) -> Bool {
    rank == lengths.count
      && zip(extents, lengths).allSatisfy { extent, length in
        if case .fixed(let fixed) = extent { fixed == length } else { true }
      }
  }
}
