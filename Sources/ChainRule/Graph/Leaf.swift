/// The operations without operands: where the values of a graph come from.
package enum Leaf: PrimitiveFamily {
  case number(Double)
  case constant(NDArray<Double>)
  case input(String)
  // In a box of their own are those that are longer than the others, and few: every node has room for the longest.
  indirect case parameter(String, initial: NDArray<Double>?)
  /// The value of a symbolic extent, such as the number of rows N.
  case extent(Shape.Extent)
  /// The numbers 0, 1, 2, … along an axis of this extent.
  case positions(Shape.Extent)
  /// Integers bound when a program runs, each at least 0 and below the extent.
  indirect case indices(String, below: Shape.Extent)
  /// Integers that never change.
  case fixedIndices(IndexArray)
  indirect case invalid(ChainRuleError)

  package var name: String {
    switch self {
    case .number, .constant: "constant"
    case .input(let name), .parameter(let name, _), .indices(let name, _): name
    case .extent(let extent): extent.description
    case .positions: "positions"
    case .fixedIndices: "indices"
    case .invalid(let error): error.operation
    }
  }

  package var primitive: Primitive { .leaf(self) }
  package var flow: CotangentFlow { .none }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape { [] }

  package func replacingExtents(_ replace: (Shape.Extent) -> Shape.Extent) -> Primitive {
    switch self {
    case .extent(let extent):
      if case .fixed(let length) = replace(extent) { .leaf(.number(Double(length))) } else { primitive }
    case .positions(let extent): .leaf(.positions(replace(extent)))
    default: primitive
    }
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? { nil }

  package func written(_ operands: [Written], shape: Shape, in style: NotationStyle) -> Written {
    switch self {
    case .number(let value): style.number(value)
    case .constant: style.symbol(shape.isScalar ? "c" : "C")
    case .input(let name), .parameter(let name, _), .indices(let name, _): style.symbol(name)
    case .extent(let extent): style.extent(extent)
    case .positions(let extent): style.positions(extent)
    case .fixedIndices(let indices): style.indices(indices)
    case .invalid: style.symbol("invalid")
    }
  }

  package func swift(_ operands: [Written], shape: Shape) -> Written {
    switch self {
    case .number(let value): .number(value)
    case .constant(let array): .constant(array)
    case .fixedIndices(let indices): .indices(indices)
    case .extent(let extent): .call("Tensor.extent", [Written(extent.swift, .atom)])
    case .positions(let extent): .call("Tensor.positions", [Written(extent.swift, .atom)])
    default: Written(name, .atom)
    }
  }
}

extension Tensor {
  /// Declares data that is bound when a program runs.
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
  public static func constant(_ array: NDArray<Double>, named name: String? = nil) -> Tensor {
    let tensor =
      array.shape.isEmpty
      ? number(array.withUnsafePointer { $0.pointee })
      : leaf(.leaf(.constant(array)), shape: Shape(array.shape))
    return name.map { tensor.named($0) } ?? tensor
  }

  /// The value of an extent as a scalar: `Tensor.extent(.batch)` is N, the number of rows of the run.
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
