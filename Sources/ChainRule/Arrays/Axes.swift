/// The axes that an operation goes along: one, several or all of them.
///
/// An axis is its position in the shape, counted from the end where negative. Literals of integers and of arrays will do;
/// positions from variables go into a list.
///
/// ```swift
/// let X = Tensor.input("X", shape: [.batch, 2, 3])
/// try sum(X).shape                   // []
/// try sum(X, along: -1).shape        // [N, 2]
/// try sum(X, along: [1, 2]).shape    // [N]
/// let last = 2
/// try sum(X, along: [last]).shape    // [N, 2]
/// try sum(X, along: Axes([1, last])).shape  // [N]
/// ```
public struct Axes: Hashable, Sendable, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral {
  /// The positions as they were given; nil for all axes.
  private let positions: [Int]?

  /// All axes.
  public static let all = Axes(positions: nil)

  /// The axes at these positions.
  public init(_ positions: [Int]) { self.init(positions: positions) }

  /// One axis.
  public init(integerLiteral value: Int) { self.init(positions: [value]) }

  /// Several axes, or none.
  public init(arrayLiteral elements: Int...) { self.init(positions: elements) }

  private init(positions: [Int]?) { self.positions = positions }

  /// The positions as they were given, of a tensor of this rank.
  package func positions(ofRank rank: Int) -> [Int] { positions ?? Array(0..<rank) }
}
