internal import ChainRule

/// The algebra of sums of products of indexed factors: everything that it makes is in normal form.
///
/// Two tensors whose normal forms are equal are equal for all numbers and all lengths for which both are defined. The
/// converse does not hold: the identities that it knows are those of its rules.
///
/// - Source: sums of products over indices are a complete form of expressions in sums, products and symbols: Y. R. Wang,
///   S. Hutchison, J. Leang, B. Howe, D. Suciu, "SPORES", PVLDB 13 (2020), §3.
final class IndexAlgebra {
  private(set) var atoms: [Atom] = []
  private var numbers: [Atom: Int] = [:]
  private var orders: [[[Int]]] = []
  private(set) var extents: [Shape.Extent] = []
  private var lengthNumbers: [Shape.Extent: Int] = [:]
  private var lastFresh = 1 << 16
  private var steps = 0
  private var limit = IndexAlgebra.mostSteps
  /// Leaves and other arrays that stand for themselves, by the number of their symbols.
  var symbols: [Node] = []
  var symbolNumbers: [SymbolKey: Int] = [:]
  /// Symbols of which it is given that all elements are positive, and which of them a rule has relied on.
  var positives: Set<Int> = []
  var usedPositives: Set<Int> = []
  /// Symbols that are given to be symmetric matrices.
  var symmetric: Set<Int> = []
  /// The rules that were applied, by name, beside those of sums and products.
  private(set) var rules: [String] = []
  /// What was divided out, and is not 0 where both sides are defined.
  private(set) var divided: Set<Int> = []

  /// How many terms a sum may have, and how many are looked at in all.
  static let mostTerms = 4000
  static let mostSteps = 150_000

  /// How leaves are told apart.
  enum SymbolKey: Hashable {
    case node(ObjectIdentifier)
    case positions(Shape.Extent)
    case array(Shape, [Double])
  }

  lazy var delta = number(of: .delta)

  func note(_ rule: String) { if !rules.contains(rule) { rules.append(rule) } }

  func number(of atom: Atom, symmetries: [[Int]] = []) -> Int {
    if let number = numbers[atom] { return number }
    atoms.append(atom)
    numbers[atom] = atoms.count - 1
    switch atom {
    case .delta, .reversal: orders.append([[0, 1], [1, 0]])
    case .symbol(let number) where symmetric.contains(number): orders.append([[0, 1], [1, 0]])
    default: orders.append(symmetries)
    }
    return atoms.count - 1
  }

  func symmetries(of atom: Int) -> [[Int]] { orders[atom] }

  func length(_ extent: Shape.Extent) -> Int {
    if let number = lengthNumbers[extent] { return number }
    extents.append(extent)
    lengthNumbers[extent] = extents.count - 1
    return extents.count - 1
  }

  func fresh() -> Index {
    lastFresh += 1
    return .bound(lastFresh)
  }

  /// What counts and bounds the work.
  func step() throws {
    steps += 1
    if steps > limit { throw Intractable.tooManySteps }
  }

  /// What `body` finds out within so many steps; nil if it takes more.
  func within<Result>(_ count: Int, _ body: () throws -> Result) throws -> Result? {
    let before = limit
    defer { limit = before }
    limit = min(before, steps + count)
    do {
      return try body()
    } catch let reason as Intractable where reason == .tooManySteps || reason == .tooManyTerms {
      return nil
    }
  }

  func noteDivision(by atom: Int) { divided.insert(atom) }

  // MARK: Sums

  /// Adds a term in normal form to a sum.
  func add(_ term: Term, to terms: inout [Monomial: Fraction]) throws {
    var pending = [term]
    while var next = pending.popLast() {
      try step()
      if let parts = try reduce(&next) {
        pending += parts
        continue
      }
      if next.coefficient.isZero { continue }
      var names = BoundNames { [unowned self] in symmetries(of: $0) }
      let monomial = try names.canonical(next)
      let sum = try (terms[monomial] ?? Fraction(0)).plus(next.coefficient)
      terms[monomial] = sum.isZero ? nil : sum
      if terms.count > Self.mostTerms { throw Intractable.tooManyTerms }
    }
  }

  /// A term with its free indices replaced and its bound ones renewed.
  func taken(_ monomial: Monomial, _ coefficient: Fraction, at places: [Index]) -> Term {
    var term = Term(coefficient: coefficient)
    for length in monomial.lengths { term.lengths[length.length] = length.power }
    let names = monomial.sums.map { length -> Index in
      let name = fresh()
      term.sums[name] = length
      return name
    }
    term.factors = monomial.factors.map { factor in
      Factor(
        factor.atom,
        factor.indices.map { index in
          index.isBound ? names[index.number] : index.isFree ? places[index.number] : index
        }, power: factor.power)
    }
    return term
  }

  /// The polynomial with its axes at other places, on other axes, summed over some indices.
  func placed(
    _ p: Polynomial, at places: [Index], on axes: [Int], over sums: [Index: Int] = [:]
  ) throws -> Polynomial {
    var result = Polynomial(axes: axes)
    for (monomial, coefficient) in p.terms {
      var term = taken(monomial, coefficient, at: places)
      term.sums.merge(sums) { first, _ in first }
      try add(term, to: &result.terms)
    }
    return result
  }

  func free(_ count: Int, from first: Int = 0) -> [Index] { (first..<(first + count)).map { Index.free($0) } }

  func plus(_ p: Polynomial, _ q: Polynomial, times factor: Fraction = .one) throws -> Polynomial {
    var result = p
    for (monomial, coefficient) in q.terms {
      let sum = try (result.terms[monomial] ?? Fraction(0)).plus(coefficient.times(factor))
      result.terms[monomial] = sum.isZero ? nil : sum
    }
    if result.terms.count > Self.mostTerms { throw Intractable.tooManyTerms }
    return result
  }

  func minus(_ p: Polynomial, _ q: Polynomial) throws -> Polynomial { try plus(p, q, times: Fraction(-1)) }

  func scaled(_ p: Polynomial, _ factor: Fraction) throws -> Polynomial {
    if factor.isZero { return Polynomial(axes: p.axes) }
    var result = p
    for (monomial, coefficient) in p.terms { result.terms[monomial] = try coefficient.times(factor) }
    return result
  }

  func constant(_ value: Fraction, on axes: [Int] = []) -> Polynomial {
    Polynomial(axes: axes, terms: value.isZero ? [:] : [.one: value])
  }

  func single(_ term: Term, on axes: [Int]) throws -> Polynomial {
    var result = Polynomial(axes: axes)
    try add(term, to: &result.terms)
    return result
  }

  func factor(_ atom: Int, _ indices: [Index], power: Fraction = .one, on axes: [Int]) throws -> Polynomial {
    try single(Term(coefficient: .one, factors: [Factor(atom, indices, power: power)]), on: axes)
  }

  /// The value of a length.
  func lengthValue(_ number: Int, power: Int = 1, on axes: [Int] = []) throws -> Polynomial {
    if case .fixed(let count) = extents[number] {
      return constant(try Fraction(count).raised(to: power), on: axes)
    }
    return Polynomial(
      axes: axes,
      terms: [Monomial(lengths: [LengthPower(length: number, power: power)], factors: [], sums: []): .one])
  }

  // MARK: Products

  /// The sum over `sums` of the product of two polynomials, each with its axes at given places.
  func product(
    _ p: Polynomial, at first: [Index], _ q: Polynomial, at second: [Index], on axes: [Int],
    over sums: [Index: Int] = [:]
  ) throws -> Polynomial {
    var result = Polynomial(axes: axes)
    if p.terms.count * q.terms.count > 4 * Self.mostTerms { throw Intractable.tooManyTerms }
    for (left, a) in p.terms {
      for (right, b) in q.terms {
        var term = try joined(taken(left, a, at: first), taken(right, b, at: second))
        term.sums.merge(sums) { first, _ in first }
        try add(term, to: &result.terms)
      }
    }
    return result
  }

  func joined(_ a: Term, _ b: Term) throws -> Term {
    var term = a
    term.coefficient = try a.coefficient.times(b.coefficient)
    for (length, power) in b.lengths { term.lengths[length, default: 0] += power }
    term.factors += b.factors
    term.sums.merge(b.sums) { first, _ in first }
    return term
  }

  /// The product element by element of polynomials on the same axes.
  func times(_ p: Polynomial, _ q: Polynomial) throws -> Polynomial {
    let places = free(p.axes.count)
    return try product(p, at: places, q, at: places, on: p.axes)
  }

  /// The product of matrices.
  func matrixProduct(_ p: Polynomial, _ q: Polynomial) throws -> Polynomial {
    let inner = fresh()
    return try product(
      p, at: [.free(0), inner], q, at: [inner, .free(1)], on: [p.axes[0], q.axes[1]],
      over: [inner: p.axes[1]])
  }

  func transposed(_ p: Polynomial) throws -> Polynomial {
    try placed(p, at: [.free(1), .free(0)], on: [p.axes[1], p.axes[0]])
  }

  // MARK: Atoms of polynomials

  /// The atom that `make` gives of a polynomial, whose axes are put into an order that does not depend on the one in which
  /// they come, with the indices at which it stands.
  func atom(of p: Polynomial, _ make: (Polynomial) -> Atom) throws -> (number: Int, indices: [Index]) {
    let used = p.usedAxes
    var candidates: [(order: [Int], form: Polynomial, serial: [Int])] = []
    for order in used.count <= 3 ? permutations(of: used) : [used] {
      var places = free(p.axes.count)
      for (position, axis) in order.enumerated() { places[axis] = .free(position) }
      let form = try placed(p, at: places, on: order.map { p.axes[$0] })
      candidates.append((order, form, form.axes + form.serial))
    }
    guard let best = candidates.min(by: { $0.serial.lexicographicallyPrecedes($1.serial) }) else {
      throw Intractable.tooManyIndices
    }
    let symmetries = candidates.filter { $0.serial == best.serial && $0.form == best.form }.map { other in
      other.order.compactMap { best.order.firstIndex(of: $0) }
    }
    return (number(of: make(best.form), symmetries: symmetries), best.order.map { .free($0) })
  }

  func permutations(of items: [Int]) -> [[Int]] {
    if items.count < 2 { return [items] }
    return items.indices.flatMap { position -> [[Int]] in
      var rest = items
      let first = rest.remove(at: position)
      return permutations(of: rest).map { [first] + $0 }
    }
  }
}
