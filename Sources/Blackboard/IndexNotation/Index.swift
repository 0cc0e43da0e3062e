/// Where a factor stands along one of its axes.
///
/// A free index is an axis of the whole, a bound one is summed over, and a position is a number.
struct Index: Hashable, Comparable {
  let raw: Int

  private static let firstPosition = 1 << 20

  /// The index of an axis of the whole.
  static func free(_ axis: Int) -> Index { Index(raw: axis) }
  /// An index that is summed over.
  static func bound(_ number: Int) -> Index { Index(raw: -1 - number) }
  /// A position along the axis.
  static func at(_ position: Int) -> Index { Index(raw: firstPosition + position) }

  var isBound: Bool { raw < 0 }
  var isFree: Bool { raw >= 0 && raw < Self.firstPosition }
  var isPosition: Bool { raw >= Self.firstPosition }
  /// The axis of a free index, the number of a bound one, or the position.
  var number: Int { isBound ? -1 - raw : isFree ? raw : raw - Self.firstPosition }

  static func < (left: Index, right: Index) -> Bool { left.raw < right.raw }
}

/// Why an expression has no normal form here.
struct Intractable: Error, Equatable {
  let reason: String

  static let tooManyTerms = Intractable(reason: "there are too many terms when products are multiplied out")
  static let tooDeep = Intractable(reason: "there are too many functions within functions")
  static let tooManyIndices = Intractable(reason: "there are too many ways to name the indices of a term")
  static let longNumbers = Intractable(reason: "its numbers do not fit into exact fractions")
  static let tooManySteps = Intractable(reason: "its reduction takes too many steps")
  static let zeroDivisor = Intractable(reason: "something is divided by 0")
}
