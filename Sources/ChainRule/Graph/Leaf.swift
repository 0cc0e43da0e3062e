/// The operations without operands: where the values of a graph come from.
package enum Leaf: PrimitiveFamily {
  case number(Double)
  case constant(NDArray<Double>)
  case input(String)
  // In a box of their own are those that are longer than the others, and few: every node has room for the longest.
  indirect case parameter(String, initial: NDArray<Double>?)
  /// The value of a symbolic extent, such as the number of rows N.
  case extent(Shape.Extent)
  /// The number of elements of a shape less what an estimate from them took off: degrees of freedom, 1 at least.
  indirect case freedom(of: Shape, correction: Int)
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
    case .freedom: "degrees of freedom"
    case .positions: "positions"
    case .fixedIndices: "indices"
    case .invalid(let error): error.operation
    }
  }

  /// Whether it is a number that lengths give.
  package var isLength: Bool {
    switch self {
    case .extent, .freedom: true
    default: false
    }
  }

  package var primitive: Primitive { .leaf(self) }
  package var linearity: Linearity { .none }
  package var flow: CotangentFlow { .none }

  package func shape(
    of operands: Inputs, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Shape { [] }

  package func replacingExtents(_ replace: (Shape.Extent) -> Shape.Extent) -> Primitive {
    switch self {
    case .extent(let extent):
      if case .fixed(let length) = replace(extent) { .leaf(.number(Double(length))) } else { primitive }
    case .positions(let extent): .leaf(.positions(replace(extent)))
    case .freedom(let counted, let correction):
      Self.freedom(of: Shape(counted.extents.map(replace)), less: correction)
    default: primitive
    }
  }

  package func rowRules(_ operands: [Shape], _ result: Shape, over extent: Shape.Extent) -> [RowRule] {
    []
  }

  package func pullback(
    _ cotangent: Tensor, to index: Int, of inputs: Inputs, output: Tensor
  ) -> Tensor? { nil }

  package func notation(of operands: [TensorNotation], shape: Shape) -> TensorNotation {
    switch self {
    case .number(let value): .number(value)
    case .constant(let array): Self.list(array) ?? .symbol("C")
    case .input(let name), .parameter(let name, _), .indices(let name, _): .symbol(name)
    case .extent(let extent): .extent(extent)
    case .freedom(let counted, let correction):
      correction < 0
        ? .sum(Self.count(counted), .number(-Double(correction)))
        : .difference(Self.count(counted), .number(Double(correction)))
    case .positions(.fixed(let length)): .tuple([.number(0), .ellipsis, .integer(length - 1)])
    case .positions(let extent): .tuple([.number(0), .ellipsis, .difference(.extent(extent), .number(1))])
    case .fixedIndices(let indices): .tuple(Self.list(indices))
    case .invalid: .symbol("invalid")
    }
  }

  package func source(of operands: [SwiftExpression], shape: Shape) -> SwiftExpression {
    switch self {
    case .number(let value): .number(value)
    case .constant(let array): .constant(array)
    case .fixedIndices(let indices): .indices(indices)
    case .extent(let extent): .call("Tensor.extent", on: [.verbatim(extent.swift)])
    case .freedom(let counted, let correction):
      .infix(Self.swiftCount(counted), .subtract, .number(Double(correction)))
    case .positions(let extent): .call("Tensor.positions", on: [.verbatim(extent.swift)])
    case .input, .parameter, .indices, .invalid: .verbatim(name)
    }
  }

  /// The number of elements less the correction: a number where it is known.
  package static func freedom(of counted: Shape, less correction: Int) -> Primitive {
    counted.symbols.isEmpty
      ? .leaf(.number(Double(counted.fixedCount) - Double(correction)))
      : .leaf(.freedom(of: counted, correction: correction))
  }

  /// The number of elements of a shape as a product.
  private static func count(_ counted: Shape) -> TensorNotation {
    let symbols = counted.symbols.map { TensorNotation.extent($0) }
    let factors = (counted.fixedCount == 1 ? [] : [.integer(counted.fixedCount)]) + symbols
    return factors.dropFirst().reduce(factors[0]) { .product(of: $0, $1) }
  }

  /// The same as Swift source.
  private static func swiftCount(_ counted: Shape) -> SwiftExpression {
    let symbols = counted.symbols.map { SwiftExpression.call("Tensor.extent", on: [.verbatim($0.swift)]) }
    let factors = (counted.fixedCount == 1 ? [] : [.number(Double(counted.fixedCount))]) + symbols
    return factors.dropFirst().reduce(factors[0]) { .infix($0, .multiply, $1) }
  }

  /// An array that never changes, in nested lists; nil where it is long.
  private static func list(_ array: NDArray<Double>) -> TensorNotation? {
    guard 1...8 ~= array.count else { return nil }
    var parts = array.elements.map(TensorNotation.number)
    for length in array.shape.reversed() {
      parts = stride(from: 0, to: parts.count, by: length).map { .list(Array(parts[$0..<$0 + length])) }
    }
    return parts[0]
  }

  /// Integers that never change; a long list is not written out.
  private static func list(_ indices: IndexArray) -> [TensorNotation] {
    indices.elements.prefix(8).map(TensorNotation.integer) + (indices.elements.count > 8 ? [.ellipsis] : [])
  }
}
