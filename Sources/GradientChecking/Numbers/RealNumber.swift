/// What the calculus of single numbers needs: four operations, some functions, an order.
///
/// Values alone (`Enclosure`), values with a derivative in one direction (`Dual`) and values that remember how they
/// were made (`Taped`) are such numbers, so one evaluation of a graph serves for all of them.
package protocol RealNumber {
  init(_ value: Double)
  init(real constant: RealConstant)

  /// A double next to the value.
  var approximation: Double { get }
  /// The value alone, of which no derivative is taken.
  var constant: Self { get }
  /// Whether no derivative is taken of it.
  var isConstant: Bool { get }
  /// Where it stands among numbers that remember how they were made; nil for one that does not.
  var place: Int? { get }

  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  static prefix func - (a: Self) -> Self

  func applying(_ function: RealFunction) -> Self
  func compared(to other: Self) -> RealOrder

  /// The Euclidean length of a vector.
  static func length(_ vector: [Self]) -> Self
  /// The sum of some numbers; 0 of none.
  static func total(_ terms: [Self]) -> Self
  /// The sum of so many products.
  static func dot(_ count: Int, _ factors: (Int) -> (Self, Self)) -> Self
}

/// How two numbers compare, and whether that is certain.
package struct RealOrder: Equatable, Sendable {
  package enum Relation: Sendable { case less, equal, greater }

  package let relation: Relation
  /// Whether what is known of both numbers leaves no other answer.
  package let isCertain: Bool

  package init(_ relation: Relation, isCertain: Bool = true) {
    self.relation = relation
    self.isCertain = isCertain
  }
}

extension RealNumber {
  package var place: Int? { nil }

  package static func total(_ terms: [Self]) -> Self {
    guard let first = terms.first else { return Self(0) }
    return terms.dropFirst().reduce(first, +)
  }

  package static func dot(_ count: Int, _ factors: (Int) -> (Self, Self)) -> Self {
    if count == 0 { return Self(0) }
    let first = factors(0)
    var sum = first.0 * first.1
    for k in 1..<count {
      let (a, b) = factors(k)
      sum = sum + a * b
    }
    return sum
  }

  /// The length by squares that neither overflow nor underflow: they are taken of multiples by a power of two.
  package static func length(_ vector: [Self]) -> Self {
    let greatest = vector.reduce(0) { Swift.max($0, Swift.abs($1.approximation)) }
    guard greatest > 0, greatest.isFinite else { return Self(greatest) }
    let scale = Self(greatest.binade)
    let squares = vector.map { element in
      let scaled = element / scale
      return scaled * scaled
    }
    return scale * squares.dropFirst().reduce(squares[0], +).applying(.squareRoot)
  }

  /// The number to a whole power, by repeated squaring.
  package func raised(to exponent: Int) -> Self {
    var (power, square, left) = (Self(1), self, exponent.magnitude)
    while left > 0 {
      if left & 1 == 1 { power = power * square }
      left >>= 1
      if left > 0 { square = square * square }
    }
    return exponent < 0 ? Self(1) / power : power
  }
}
