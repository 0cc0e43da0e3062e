/// The extents of a tensor's axes, outermost first: `[.batch, 2]` is N rows of two.
///
/// A shape with no axes, `[]`, is that of a scalar.
///
/// ```swift
/// let shape: Shape = [.batch, 2]
/// shape                  // [N, 2]
/// shape.rank             // 2
/// shape.extents[0] == .batch  // true
/// ```
public struct Shape: Hashable, Sendable, ExpressibleByArrayLiteral, CustomStringConvertible {
  /// The length of one axis: a number, or a symbol that data gives a value when a program runs.
  public enum Extent: Hashable, Sendable, ExpressibleByIntegerLiteral, CustomStringConvertible {
    /// A length known when the graph is recorded.
    case fixed(Int)
    /// The number of rows of the run, printed `N`: the one symbol whose axis execution may block by rows.
    case batch
    /// Any other length known only when data is bound, such as `m`.
    case symbol(String)

    /// Creates a fixed extent.
    public init(integerLiteral value: Int) { self = .fixed(value) }

    /// The number or the symbol's name.
    public var description: String {
      switch self {
      case .fixed(let length): "\(length)"
      case .batch: "N"
      case .symbol(let name): name
      }
    }

    /// Whether the length is a symbol.
    public var isSymbolic: Bool {
      if case .fixed = self { false } else { true }
    }

    package var isNegative: Bool {
      if case .fixed(let length) = self { length < 0 } else { false }
    }
  }

  /// The extents, outermost first.
  public var extents: [Extent]

  /// Creates a shape from its extents.
  public init(_ extents: [Extent]) { self.extents = extents }

  /// Creates a shape of fixed extents.
  public init(_ lengths: [Int]) { extents = lengths.map(Extent.fixed) }

  /// Creates a shape from a list such as `[.batch, 2]`.
  public init(arrayLiteral elements: Extent...) { extents = elements }

  /// The number of axes.
  public var rank: Int { extents.count }

  /// Whether this is the shape of a scalar: no axes at all.
  public var isScalar: Bool { extents.isEmpty }

  /// The shape as it is written: `[N, 2]`.
  public var description: String {
    "[" + extents.map(\.description).joined(separator: ", ") + "]"
  }

  /// The product of the fixed extents, saturating rather than overflowing.
  package var fixedCount: Int {
    var product = 1
    for case .fixed(let length) in extents {
      let (result, overflow) = product.multipliedReportingOverflow(by: length)
      product = overflow ? .max : result
    }
    return product
  }

  /// The symbols among the extents, in order.
  package var symbols: [Extent] { extents.filter(\.isSymbolic) }

  package subscript(axis: Int) -> Extent { extents[axis] }

  /// Resolves `axis`, which may count from the end (`-1` is the last), for a tensor `operand`.
  package func resolve(
    axis: Int, in operation: String, of operand: String, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> Int {
    let resolved = axis < 0 ? axis + rank : axis
    guard resolved >= 0 && resolved < rank else {
      throw ChainRuleError(
        .axis, in: operation, operands: "\(operand) \(self)",
        problem: "axis \(axis) is out of range", mend: Self.axes(ofRank: rank), at: location)
    }
    return resolved
  }

  /// The axes that there are, for the end of an error.
  package static func axes(ofRank rank: Int) -> String {
    switch rank {
    case ...0: "a scalar has no axes"
    case 1: "its only axis is 0, or -1 from the end"
    default: "axes run from 0 to \(rank - 1), or from \(-rank) to -1"
    }
  }

  /// Resolves a list of axes, which must be distinct, into increasing order.
  package func resolve(
    axes: [Int], in operation: String, of operand: String, at location: ChainRuleError.Location?
  ) throws(ChainRuleError) -> [Int] {
    var resolved: [Int] = []
    for axis in axes {
      let position = try resolve(axis: axis, in: operation, of: operand, at: location)
      if resolved.contains(position) {
        throw ChainRuleError(
          .axis, in: operation, operands: "\(operand) \(self)",
          problem: "axis \(axis) is named twice", mend: "name each axis once", at: location)
      }
      resolved.append(position)
    }
    return resolved.sorted()
  }

  /// This shape with length 1 in place of `axes`, as a reduction over them may keep them.
  package func keeping(_ axes: [Int]) -> Shape {
    Shape(extents.indices.map { axes.contains($0) ? 1 : extents[$0] })
  }
}
