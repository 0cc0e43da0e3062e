internal import ChainRule

// Powers, exponentials, logarithms and signs.
extension IndexAlgebra {
  /// What is known of the sign of a value.
  enum Sign { case positive, nonnegative }

  func sign(of factor: Factor) -> Sign? {
    switch atoms[factor.atom] {
    case .exponential: return .positive
    case .symbol(let number) where positives.contains(number):
      usedPositives.insert(number)
      return .positive
    case .base(let p):
      if !factor.power.isInteger { return factor.power.isNegative ? .positive : .nonnegative }
      if let own = sign(of: p) { return own }
    case let atom where atom.isIndicator: return .nonnegative
    case .function(.elementwise(.abs), _): return .nonnegative
    default: break
    }
    if factor.power.isEven { return factor.power.isNegative ? .positive : .nonnegative }
    return nil
  }

  func sign(of monomial: Monomial) -> Sign? {
    var sign = Sign.positive
    // Two equal factors under a sum are a square already; others are judged one by one.
    for factor in monomial.factors {
      guard let own = self.sign(of: factor) else { return nil }
      if own == .nonnegative { sign = .nonnegative }
    }
    return sign
  }

  /// What is known of the sign of a sum; nil if it may be negative.
  func sign(of p: Polynomial) -> Sign? {
    var result: Sign?
    for (monomial, coefficient) in p.terms {
      guard coefficient.isPositive, let own = sign(of: monomial) else { return nil }
      if own == .positive || result == nil { result = own }
    }
    return result
  }

  // MARK: Content

  /// What all terms of a sum have in common: a number, lengths, and factors that `isTaken` lets pass.
  func content(
    of p: Polynomial, _ isTaken: (Factor) -> Bool
  ) -> (coefficient: Fraction, lengths: [Int: Int], factors: [Factor]) {
    let all = Array(p.terms.keys)
    var lengths: [Int: Int] = [:]
    for number in Set(all.flatMap { $0.lengths.map(\.length) }) {
      let powers = all.map { monomial in monomial.lengths.first { $0.length == number }?.power ?? 0 }
      if let least = powers.min(), least != 0 { lengths[number] = least }
    }
    var factors: [Factor] = []
    struct Place: Hashable {
      let atom: Int
      let indices: [Index]
    }
    var places: [Place] = []
    for monomial in p.sorted.map(\.monomial) {
      for factor in monomial.factors
      where isTaken(factor) && !atoms[factor.atom].isIndicator && !factor.indices.contains(where: \.isBound) {
        let place = Place(atom: factor.atom, indices: factor.indices)
        if !places.contains(place) { places.append(place) }
      }
    }
    for place in places {
      var least: Fraction?
      for monomial in all {
        let power =
          monomial.factors.first { $0.atom == place.atom && $0.indices == place.indices }?.power
          ?? Fraction(0)
        if let known = least, !isLess(power, known) { continue }
        least = power
      }
      if let least, !least.isZero { factors.append(Factor(place.atom, place.indices, power: least)) }
    }
    let greatest = all.max { a, b in
      a.degree != b.degree ? a.degree < b.degree : a.serial.lexicographicallyPrecedes(b.serial)
    }
    return (greatest.flatMap { p.terms[$0] } ?? .one, lengths, factors)
  }

  func isLess(_ a: Fraction, _ b: Fraction) -> Bool {
    a.adding(b.negated)?.isNegative ?? (a.nearest < b.nearest)
  }

  /// A sum divided by what its terms have in common.
  private func quotient(
    _ p: Polynomial, _ coefficient: Fraction, _ lengths: [Int: Int], _ factors: [Factor]
  ) throws -> Polynomial {
    guard let inverse = coefficient.reciprocal else { throw Intractable.zeroDivisor }
    let divisor = Term(
      coefficient: inverse, lengths: lengths.mapValues { -$0 },
      factors: factors.map { Factor($0.atom, $0.indices, power: $0.power.negated) })
    var result = Polynomial(axes: p.axes)
    for (monomial, own) in p.terms {
      try add(joined(taken(monomial, own, at: free(p.axes.count)), divisor), to: &result.terms)
    }
    return result
  }

  // MARK: Powers

  /// A power of each element.
  func power(_ p: Polynomial, _ exponent: Fraction) throws -> Polynomial {
    if exponent.isZero { return constant(.one, on: p.axes) }
    if exponent == .one { return p }
    if p.isZero {
      if exponent.isNegative { throw Intractable.zeroDivisor }
      return p
    }
    if let count = exponent.integer, count > 0 {
      if count > 16 { throw Intractable.tooManyTerms }
      return try (1..<count).reduce(p) { product, _ in try times(product, p) }
    }
    if let (monomial, coefficient) = p.single { return try power(monomial, coefficient, exponent, p.axes) }
    return try powerOfSum(p, exponent)
  }

  func reciprocal(_ p: Polynomial) throws -> Polynomial { try power(p, Fraction(-1)) }

  private func powerOfSum(_ p: Polynomial, _ exponent: Fraction) throws -> Polynomial {
    let isWhole = exponent.isInteger
    var (coefficient, lengths, factors) = content(of: p) { factor in isWhole || sign(of: factor) == .positive
    }
    if !isWhole { coefficient = coefficient.magnitude }
    let rest = try quotient(p, coefficient, lengths, factors)
    var result: Polynomial
    if rest.terms.count > 1 {
      let (number, indices) = try atom(of: rest) { .base($0) }
      result = try factor(number, indices, power: exponent, on: p.axes)
    } else {
      result = try power(rest, exponent)
    }
    if lengths.isEmpty && factors.isEmpty && coefficient == .one { return result }
    let common = Term(coefficient: coefficient, lengths: lengths, factors: factors)
    return try times(result, power(single(common, on: p.axes), exponent))
  }

  private func power(
    _ monomial: Monomial, _ coefficient: Fraction, _ exponent: Fraction, _ axes: [Int]
  ) throws -> Polynomial {
    var term = Term(coefficient: .one)
    var rest = Term(coefficient: .one)
    let whole = exponent.integer
    // Number and lengths.
    if let whole {
      term.coefficient = try coefficient.raised(to: whole)
    } else {
      let (outer, inner) = try root(coefficient.magnitude, exponent)
      term.coefficient = outer
      rest.coefficient = coefficient.isNegative ? inner.negated : inner
    }
    for length in monomial.lengths {
      let power = try exponent.times(Fraction(length.power))
      if let count = power.integer {
        term.lengths[length.length] = count
      } else {
        rest.lengths[length.length] = length.power
      }
    }
    // Factors, unless they are summed over.
    var isSplit = true
    if !monomial.sums.isEmpty || monomial.factors.contains(where: { atoms[$0.atom].isDelta }) {
      let taken = taken(monomial, .one, at: free(axes.count))
      (rest.factors, rest.sums) = (taken.factors, taken.sums)
      isSplit = false
    }
    var magnitudes: [Polynomial] = []
    for own in isSplit ? monomial.factors : [] {
      if whole != nil && !isIndicatorDivided(own, exponent) || sign(of: own) == .positive {
        term.factors.append(Factor(own.atom, own.indices, power: try own.power.times(exponent)))
      } else if own.power.isEven, let power = try own.power.times(exponent).integer {
        // (x²)^½ is |x|.
        note("√x² = |x|")
        let x = try factor(own.atom, own.indices, on: axes)
        magnitudes.append(try self.power(power % 2 == 0 ? x : absolute(x), Fraction(power)))
      } else {
        rest.factors.append(own)
      }
    }
    var result = try single(term, on: axes)
    for magnitude in magnitudes { result = try times(result, magnitude) }
    if rest.factors.isEmpty && rest.lengths.isEmpty && rest.coefficient == .one { return result }
    if !isSplit || !rest.factors.isEmpty || !rest.lengths.isEmpty || rest.coefficient != .one {
      let inner = try single(rest, on: axes)
      if isSplit || inner.terms.count == 1 {
        let (number, indices) = try atom(of: inner) { .base($0) }
        result = try times(result, factor(number, indices, power: exponent, on: axes))
      } else {
        result = try times(result, power(inner, exponent))
      }
    }
    return result
  }

  private func isIndicatorDivided(_ factor: Factor, _ exponent: Fraction) -> Bool {
    exponent.isNegative && atoms[factor.atom].isIndicator
  }

  /// A root of a positive fraction: the part that comes out, and what stays below the root.
  private func root(_ value: Fraction, _ exponent: Fraction) throws -> (outer: Fraction, inner: Fraction) {
    guard value != .one else { return (.one, .one) }
    let degree = exponent.denominator
    guard degree == 2, let times = Fraction(exponent.numerator, over: 1)?.integer else {
      return (.one, value)
    }
    func exact(_ number: Int128) -> Int128? {
      let near = Int128(Double(number).squareRoot())
      return [near - 1, near, near + 1].first { $0 >= 0 && $0 * $0 == number }
    }
    if let above = exact(value.numerator), let below = exact(value.denominator),
      let root = Fraction(above, over: below)
    {
      return (try root.raised(to: times), .one)
    }
    return (.one, value)
  }

  // MARK: Exponentials and logarithms

  /// e to each element: the product of e to each term, to the power of the term's number.
  func exponential(_ p: Polynomial) throws -> Polynomial {
    var result = constant(.one, on: p.axes)
    for (monomial, coefficient) in p.sorted {
      result = try times(result, exponential(monomial, coefficient, p.axes))
    }
    return result
  }

  private func exponential(
    _ monomial: Monomial, _ coefficient: Fraction, _ axes: [Int]
  ) throws -> Polynomial {
    // e^(k log x) is x^k: for even k always, and else where x is positive.
    if monomial.factors.count == 1, monomial.lengths.isEmpty, monomial.factors[0].power == .one,
      case .logarithm(let q) = atoms[monomial.factors[0].atom], monomial.sums.isEmpty,
      coefficient.isEven || sign(of: q) == .positive
    {
      note("exp(log x) = x for x > 0")
      let places = monomial.factors[0].indices
      return try placed(power(q, coefficient), at: places, on: axes)
    }
    let alone = Polynomial(axes: axes, terms: [monomial: .one])
    let (number, indices) = try atom(of: alone) { .exponential($0) }
    return try factor(number, indices, power: coefficient, on: axes)
  }

  /// log |p| of each element.
  func logarithm(_ p: Polynomial) throws -> Polynomial {
    if p.isZero { throw Intractable(reason: "a logarithm is taken of 0") }
    if let (monomial, coefficient) = p.single {
      if !monomial.sums.isEmpty || monomial.factors.contains(where: { atoms[$0.atom].isIndicator }) {
        let alone = Polynomial(axes: p.axes, terms: [monomial: .one])
        let (number, indices) = try atom(of: alone) { .logarithm($0) }
        return try plus(factor(number, indices, on: p.axes), logarithm(of: coefficient, p.axes))
      }
      var result = try logarithm(of: coefficient, p.axes)
      for length in monomial.lengths {
        let (number, _) = try atom(of: lengthValue(length.length)) { .logarithm($0) }
        result = try plus(result, factor(number, [], on: p.axes), times: Fraction(length.power))
      }
      for own in monomial.factors {
        result = try plus(result, logarithm(of: own, p.axes), times: own.power)
      }
      if !monomial.factors.isEmpty && !(monomial.isOne) { note("log xy = log x + log y") }
      return result
    }
    let (coefficient, lengths, factors) = content(of: p) { _ in true }
    let rest = try quotient(p, coefficient, lengths, factors)
    if isHalfSign(rest) {
      // [x > 0] − ½ is ½ or −½.
      let half = try logarithm(of: Fraction(2), p.axes)
      return try minus(logarithmOfContent(coefficient, lengths, factors, p.axes), half)
    }
    if rest.terms.count == 1 {
      return try plus(logarithm(rest), logarithmOfContent(coefficient, lengths, factors, p.axes))
    }
    let (number, indices) = try atom(of: rest) { .logarithm($0) }
    return try plus(
      factor(number, indices, on: p.axes), logarithmOfContent(coefficient, lengths, factors, p.axes))
  }

  /// Whether this is half a sign: [x > 0] − ½.
  private func isHalfSign(_ p: Polynomial) -> Bool {
    guard p.terms.count == 2, p.terms[.one] == Fraction(-1, over: 2) else { return false }
    return p.terms.contains { monomial, coefficient in
      guard coefficient == .one, monomial.factors.count == 1, monomial.lengths.isEmpty,
        case .positive = atoms[monomial.factors[0].atom]
      else { return false }
      return true
    }
  }

  private func logarithmOfContent(
    _ coefficient: Fraction, _ lengths: [Int: Int], _ factors: [Factor], _ axes: [Int]
  ) throws -> Polynomial {
    let common = Term(coefficient: coefficient, lengths: lengths, factors: factors)
    return try logarithm(single(common, on: axes))
  }

  /// log |f|, without the power of the factor.
  private func logarithm(of own: Factor, _ axes: [Int]) throws -> Polynomial {
    switch atoms[own.atom] {
    case .exponential(let q):
      note("log(exp x) = x")
      return try placed(q, at: own.indices, on: axes)
    case .base(let q):
      let (number, indices) = try atom(of: q) { .logarithm($0) }
      return try factor(number, indices.map { own.indices[$0.number] }, on: axes)
    default:
      let alone = try factor(own.atom, own.indices, on: axes)
      let (number, indices) = try atom(of: alone) { .logarithm($0) }
      return try factor(number, indices, on: axes)
    }
  }

  /// log |c|, by small primes.
  private func logarithm(of value: Fraction, _ axes: [Int]) throws -> Polynomial {
    var result = Polynomial(axes: axes)
    for (integer, sign) in [(value.numerator, 1), (value.denominator, -1)] {
      var rest = integer.magnitude
      var divisor: UInt128 = 2
      func take(_ prime: UInt128, _ count: Int) throws {
        guard let number = Fraction(Int128(prime), over: 1) else { return }
        let (atom, _) = try atom(of: constant(number)) { .logarithm($0) }
        result = try plus(result, factor(atom, [], on: axes), times: Fraction(sign * count))
      }
      while divisor * divisor <= rest && divisor < 1000 {
        var count = 0
        while rest % divisor == 0 { (rest, count) = (rest / divisor, count + 1) }
        if count > 0 { try take(divisor, count) }
        divisor += 1
      }
      if rest > 1 { try take(rest, 1) }
    }
    return result
  }

  // MARK: Signs and choices

  /// 1 where p > 0, else 0.
  func positive(_ p: Polynomial) throws -> Polynomial {
    if p.isZero { return p }
    if sign(of: p) == .positive { return constant(.one, on: p.axes) }
    let negated = try scaled(p, Fraction(-1))
    if sign(of: negated) != nil { return Polynomial(axes: p.axes) }
    let (form, isNegative) = try comparable(p)
    if let number = form.number {
      return constant(number.isPositive != isNegative ? .one : Fraction(0), on: p.axes)
    }
    let (number, indices) = try atom(of: form) { .positive($0) }
    let own = try factor(number, indices, on: p.axes)
    if !isNegative { return own }
    // [−p > 0] = 1 − [p > 0] − [p = 0]
    return try minus(minus(constant(.one, on: p.axes), own), zero(p))
  }

  /// 1 where p = 0, else 0.
  func zero(_ p: Polynomial) throws -> Polynomial {
    if p.isZero { return constant(.one, on: p.axes) }
    if try sign(of: p) == .positive || sign(of: scaled(p, Fraction(-1))) == .positive {
      return Polynomial(axes: p.axes)
    }
    let (form, _) = try comparable(p)
    if form.number != nil { return Polynomial(axes: p.axes) }
    if let (i, j) = positions(form) { return try factor(delta, [i, j], on: p.axes) }
    let (number, indices) = try atom(of: form) { .zero($0) }
    return try factor(number, indices, on: p.axes)
  }

  /// The two indices whose difference this is.
  private func positions(_ p: Polynomial) -> (Index, Index)? {
    guard p.terms.count == 2 else { return nil }
    var found: [(index: Index, coefficient: Fraction)] = []
    for (monomial, coefficient) in p.terms {
      guard monomial.factors.count == 1, monomial.lengths.isEmpty, let index = monomial.factors[0].indices.first,
        monomial.factors[0].power == .one, case .symbol(let number) = atoms[monomial.factors[0].atom],
        case .leaf(.positions) = symbols[number].primitive
      else { return nil }
      found.append((index, coefficient))
    }
    guard found[0].coefficient == found[1].coefficient.negated, !found.contains(where: { $0.index.isPosition })
    else { return nil }
    return (found[0].index, found[1].index)
  }

  /// The sum without positive factors that all of its terms have, and with a positive leading number.
  private func comparable(_ p: Polynomial) throws -> (form: Polynomial, isNegative: Bool) {
    var (coefficient, lengths, factors) = content(of: p) { sign(of: $0) == .positive }
    if let (monomial, own) = p.single {
      coefficient = own
      lengths = Dictionary(uniqueKeysWithValues: monomial.lengths.map { ($0.length, $0.power) })
      factors = monomial.sums.isEmpty ? monomial.factors.filter { sign(of: $0) == .positive } : []
    }
    return (try quotient(p, coefficient, lengths, factors), coefficient.isNegative)
  }

  /// The magnitude of each element: (2[p > 0] − 1) p.
  func absolute(_ p: Polynomial) throws -> Polynomial {
    if sign(of: p) != nil { return p }
    return try minus(scaled(times(positive(p), p), Fraction(2)), p)
  }

  /// The greater of two: b + (a − b)[a > b].
  func maximum(_ a: Polynomial, _ b: Polynomial) throws -> Polynomial {
    let difference = try minus(a, b)
    return try plus(b, times(difference, positive(difference)))
  }

  /// A function that stands for itself.
  func function(_ name: ElementFunction, _ operands: [Polynomial], on axes: [Int]) throws -> Polynomial {
    if operands.count == 1 {
      let (number, indices) = try atom(of: operands[0]) { .function(name, [$0]) }
      return try factor(number, indices, on: axes)
    }
    let used = Set(operands.flatMap(\.usedAxes)).sorted()
    var places = free(axes.count)
    for (position, axis) in used.enumerated() { places[axis] = .free(position) }
    let own = used.map { axes[$0] }
    let forms = try operands.map { try placed($0, at: places, on: own) }
    let number = number(of: .function(name, forms), symmetries: [Array(used.indices)])
    return try factor(number, used.map { .free($0) }, on: axes)
  }

  /// An odd function takes the sign out of its operand, an even one drops it.
  func function(_ name: Elementwise, _ p: Polynomial, isOdd: Bool, isEven: Bool) throws -> Polynomial {
    let (_, isNegative) = p.isZero ? (p, false) : try comparable(p)
    guard isNegative, isOdd || isEven else { return try function(.elementwise(name), [p], on: p.axes) }
    let value = try function(.elementwise(name), [scaled(p, Fraction(-1))], on: p.axes)
    return isOdd ? try scaled(value, Fraction(-1)) : value
  }
}
