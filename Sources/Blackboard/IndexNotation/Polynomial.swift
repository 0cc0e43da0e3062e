internal import ChainRule

/// An atom with its indices, to a power: x_ij².
struct Factor: Hashable {
  /// The number of the atom in the algebra.
  var atom: Int
  var indices: [Index]
  var power: Fraction

  init(_ atom: Int, _ indices: [Index] = [], power: Fraction = Fraction(1)) {
    self.atom = atom
    self.indices = indices
    self.power = power
  }
}

/// A power of a symbolic length.
struct LengthPower: Hashable {
  /// The number of the length in the algebra.
  var length: Int
  var power: Int
}

/// A product of factors with canonical names of the indices that it is summed over: equal terms are equal values.
struct Monomial: Hashable {
  var lengths: [LengthPower]
  var factors: [Factor]
  /// The length of each bound index, by its number.
  var sums: [Int]

  static let one = Monomial(lengths: [], factors: [], sums: [])
  var isOne: Bool { factors.isEmpty && lengths.isEmpty }

  /// Numbers in a fixed order, by which terms are compared.
  var serial: [Int] {
    var serial = [lengths.count]
    for length in lengths { serial += [length.length, length.power] }
    serial.append(factors.count)
    for factor in factors { serial += factor.serial }
    return serial + sums
  }

  /// The sum of the powers, by which terms are ordered first.
  var degree: Double { factors.reduce(0) { $0 + $1.power.nearest } }
}

extension Factor {
  var serial: [Int] {
    [
      atom, Int(truncatingIfNeeded: power.numerator), Int(truncatingIfNeeded: power.denominator),
      indices.count,
    ]
      + indices.map(\.raw)
  }
}

/// A product as it arises, before its indices have canonical names.
struct Term {
  var coefficient: Fraction
  var lengths: [Int: Int] = [:]
  var factors: [Factor] = []
  /// The length of each bound index.
  var sums: [Index: Int] = [:]
}

/// A sum of monomials with exact coefficients, on axes of given lengths: the normal form of a tensor.
///
/// Axes of length 1 have no index.
struct Polynomial: Hashable {
  /// The number of each axis's length in the algebra.
  var axes: [Int]
  var terms: [Monomial: Fraction] = [:]

  var isZero: Bool { terms.isEmpty }

  /// The only term, if there is one alone.
  var single: (monomial: Monomial, coefficient: Fraction)? {
    terms.count == 1 ? terms.first.map { ($0.key, $0.value) } : nil
  }

  /// The value, if it is a number.
  var number: Fraction? {
    if isZero { return Fraction(0) }
    guard let (monomial, coefficient) = single, monomial.isOne else { return nil }
    return coefficient
  }

  /// The terms in a fixed order.
  var sorted: [(monomial: Monomial, coefficient: Fraction)] {
    terms.map { (serial: $0.key.serial, monomial: $0.key, coefficient: $0.value) }
      .sorted { $0.serial.lexicographicallyPrecedes($1.serial) }
      .map { ($0.monomial, $0.coefficient) }
  }

  /// Numbers in a fixed order, by which sums are compared.
  var serial: [Int] {
    sorted.flatMap { term in
      term.monomial.serial + [
        Int(truncatingIfNeeded: term.coefficient.numerator),
        Int(truncatingIfNeeded: term.coefficient.denominator),
      ]
    }
  }

  /// The axes that some term has an index of.
  var usedAxes: [Int] {
    var used: Set<Int> = []
    for monomial in terms.keys {
      for factor in monomial.factors {
        for index in factor.indices where index.isFree { used.insert(index.number) }
      }
    }
    return used.sorted()
  }
}

extension Fraction {
  func plus(_ other: Fraction) throws -> Fraction {
    guard let sum = adding(other) else { throw Intractable.longNumbers }
    return sum
  }

  func minus(_ other: Fraction) throws -> Fraction { try plus(other.negated) }

  func times(_ other: Fraction) throws -> Fraction {
    guard let product = multiplied(by: other) else { throw Intractable.longNumbers }
    return product
  }

  func raised(to exponent: Int) throws -> Fraction {
    guard let base = exponent < 0 ? reciprocal : self else { throw Intractable.zeroDivisor }
    if exponent.magnitude > 400 { throw Intractable.longNumbers }
    return try (0..<Int(exponent.magnitude)).reduce(Fraction(1)) { power, _ in try power.times(base) }
  }

  var isNegative: Bool { numerator < 0 }
  var isPositive: Bool { numerator > 0 }
  var isInteger: Bool { denominator == 1 }
  var isEven: Bool { denominator == 1 && numerator % 2 == 0 }
  /// The whole number, where it is one that counts something.
  var integer: Int? { denominator == 1 && Swift.abs(numerator) < 1 << 30 ? Int(numerator) : nil }
  var magnitude: Fraction { isNegative ? negated : self }
  static let one = Fraction(1)
}
