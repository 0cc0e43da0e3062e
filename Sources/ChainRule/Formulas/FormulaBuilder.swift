/// Records simplified tensors: sums of monomials as the expressions that are read.
struct FormulaBuilder {
  /// Longer sums that stand as one factor stay so.
  private static let largestHiddenSum = 8

  private let pool: TensorPool
  /// The terms of each sum that was recorded, for taking it apart again.
  private var sums: [Tensor: AlgebraicSum] = [:]
  /// The same of products.
  private var products: [Tensor: Monomial] = [:]
  /// What was taken for granted, in the order in which it was met.
  private(set) var assumptions: [Assumption] = []
  private var known: Set<Assumption> = []
  /// The rules that fired since they were last asked for; nil if nobody asks.
  var uses: [RuleUse]?

  /// How many factors the sums have that stand as one factor.
  private var costs: [Tensor: Int] = [:]
  /// Whether conditions x ≠ 0 are written beside 1/x.
  private let keepsGuards: Bool

  init(recordingIn pool: TensorPool, keepsGuards: Bool = false) {
    self.pool = pool
    self.keepsGuards = keepsGuards
  }

  func apply(_ primitive: Primitive, _ inputs: [Tensor]) -> Tensor { pool.recording(primitive, inputs) }

  func number(_ value: Double) -> Tensor { apply(.leaf(.number(value)), []) }

  /// A tensor recorded outside, standing for itself; symbols with equal meaning become one.
  func leaf(_ tensor: Tensor) -> Tensor { pool.leaf(tensor) }

  /// Takes down that a rule fired, if anybody asks.
  mutating func note(_ rule: Simplification, assuming bases: [Tensor] = []) {
    let assumptions = bases.map { Assumption.notZero($0) }
    self.assumptions += assumptions.filter { known.insert($0).inserted }
    uses?.append(RuleUse(rule: rule, assumptions: assumptions))
  }

  /// The sum as a single term: itself, or its content times one factor that stands for the rest.
  mutating func monomial(_ sum: AlgebraicSum) -> Monomial {
    if sum.terms.isEmpty { return Monomial(0) }
    if sum.terms.count == 1 { return sum.terms[0] }
    let content = sum.content
    let rest = AlgebraicSum(sum.terms.map { $0.without(content) }, shape: sum.shape)
    let total = addition(of: rest)
    if content.factors.isEmpty && content.coefficient == 1 { return Monomial(of: total) }
    return product(content, Monomial(of: total), shape: sum.shape)
  }

  /// The product of two monomials in an operation of the given shape.
  mutating func product(_ left: Monomial, _ right: Monomial, shape: Shape) -> Monomial {
    guard let product = left.multiplied(by: right) else {
      return Monomial(of: joined(.multiply, tensor(left, shape: shape), tensor(right, shape: shape), shape))
    }
    note(product, of: [left, right])
    return product.monomial
  }

  /// Takes down what a product took.
  mutating func note(_ product: Monomial.Product, of factors: [Monomial]) {
    if factors.allSatisfy({ $0.coefficient != 1 }) { note(.calculatedNumbers) }
    for factor in factors where factor.factors.isEmpty && factor.coefficient.magnitude == 1 {
      note(.droppedOne)
    }
    if product.combinesPowers { note(.combinedPowers) }
    if product.dropsComparison { note(.repeatedComparison) }
    if !product.cancelsPowers { return }
    // Where a condition x ≠ 0 stands beside it, x/x needs no other.
    let guarded = factors.flatMap { $0.factors.compactMap(\.base.guardedAgainstZero) }
    note(.cancelledFactor, assuming: product.cancelled.filter { !guarded.contains($0) })
  }

  /// A monomial to an integer power, in an operation of the given shape.
  mutating func power(_ base: Monomial, _ exponent: Int, shape: Shape) -> Monomial {
    guard let power = base.raised(to: exponent) else {
      return Monomial(of: raised(tensor(base, shape: shape), to: exponent))
    }
    if exponent.magnitude > 1 && base.factors.count > 1 { note(.powerOfProduct) }
    if exponent < 0 { note(.reciprocalForNegativePower) }
    if base.factors.contains(where: { $0.exponent != 1 }) { note(.combinedPowers) }
    if base.coefficient != 1 { note(.calculatedNumbers) }
    return power
  }

  /// The terms of the sum that `tensor` is, if it is one.
  func terms(of tensor: Tensor) -> [Monomial]? { sums[tensor]?.terms }

  /// The value that `tensor` was recorded for.
  func opened(_ tensor: Tensor) -> AlgebraicSum {
    let terms = sums[tensor]?.terms ?? [products[tensor] ?? Monomial(of: tensor)]
    return AlgebraicSum(terms, shape: tensor.node.shape)
  }

  /// The negative of a tensor.
  mutating func opposite(_ tensor: Tensor) -> Tensor { natural(opened(tensor).negated) }

  /// Whether a tensor starts with a minus sign.
  func isNegative(_ tensor: Tensor) -> Bool { opened(tensor).terms.allSatisfy(\.coefficient.isNegative) }

  /// The x of 1 + x; nil of anything else.
  func onePlus(_ tensor: Tensor) -> Tensor? {
    sums[tensor].flatMap { $0.terms.count == 2 ? $0 : nil }.flatMap { sum in
      let (first, second) = (sum.terms[0], sum.terms[1])
      return first.isOne ? second.onlyFactor : second.isOne ? first.onlyFactor : nil
    }
  }

  /// The x of 1 − x; nil of anything else.
  func oneMinus(_ tensor: Tensor) -> Tensor? { sums[tensor].flatMap { oneMinus($0) } }

  /// The x of 1 − x; nil of anything else.
  func oneMinus(_ sum: AlgebraicSum) -> Tensor? {
    guard sum.terms.count == 2, let one = sum.terms.firstIndex(where: \.isOne) else { return nil }
    var other = sum.terms[1 - one]
    other.coefficient = -other.coefficient
    return other.onlyFactor
  }

  /// How many factors a value has, those of sums within it included.
  func cost(of sum: AlgebraicSum) -> Int { sum.terms.reduce(0) { $0 + cost(of: $1) } }

  func cost(of term: Monomial) -> Int {
    Swift.max(1, term.factors.reduce(0) { $0 + cost(of: $1.base) })
  }

  func cost(of base: Tensor) -> Int { costs[base] ?? pool.size(of: base) }

  /// The terms of a sum that was hidden in a single factor, such as −(a − b).
  func expanded(_ sum: AlgebraicSum) -> AlgebraicSum {
    guard sum.terms.count == 1, let factor = sum.terms[0].factors.first,
      sum.terms[0].factors.count == 1, factor.exponent == 1, let inner = sums[factor.base],
      inner.terms.count <= Self.largestHiddenSum,
      sum.terms[0].coefficient.magnitude == 1
    else { return sum }
    var result = inner.scaled(by: sum.terms[0].coefficient)
    result.shape = sum.shape
    return result
  }

  /// The tensor that `sum` stands for, of exactly its shape.
  mutating func tensor(_ sum: AlgebraicSum) -> Tensor {
    fitted(natural(sum), to: sum.shape)
  }

  /// The tensor that `sum` stands for, where what it is used in will broadcast it.
  mutating func natural(_ sum: AlgebraicSum) -> Tensor {
    if sum.terms.isEmpty { return number(0) }
    return tensor(monomial(sum), shape: sum.shape)
  }

  /// `tensor` repeated to fill `shape`; a scalar times ones where it is one.
  func fitted(_ tensor: Tensor, to shape: Shape) -> Tensor {
    if tensor.node.shape == shape { return tensor }
    let isNumber = if case .leaf(.number) = tensor.node.primitive { true } else { false }
    if !isNumber && tensor.node.shape.isTrailing(in: shape) {
      return apply(.reshape(Reshape(target: shape)), [tensor])
    }
    guard tensor.node.shape.isScalar else {
      return apply(.broadcast(Broadcast(target: shape)), [tensor])
    }
    if case .leaf(.number(0)) = tensor.node.primitive {
      return apply(.broadcast(Broadcast(target: shape)), [tensor])
    }
    let ones = apply(.broadcast(Broadcast(target: shape)), [number(1)])
    if case .leaf(.number(1)) = tensor.node.primitive { return ones }
    return apply(.arithmetic(.multiply), [tensor, ones])
  }

  /// The sum of the terms: polynomials by degree, else positive ones first.
  private mutating func addition(of sum: AlgebraicSum) -> Tensor {
    let terms =
      sum.byDegree
      ?? (sum.terms.filter { !$0.coefficient.isNegative } + sum.terms.filter(\.coefficient.isNegative))
    var total = tensor(terms[0], shape: sum.shape)
    for term in terms.dropFirst() {
      var magnitude = term
      magnitude.coefficient = term.coefficient.magnitude
      let next = tensor(magnitude, shape: sum.shape)
      total = joined(term.coefficient.isNegative ? .subtract : .add, total, next, sum.shape)
    }
    sums[total] = sum
    // What is longer is never worth multiplying out, and a sum of sums of sums may be longer than any number.
    costs[total] = Swift.min(cost(of: sum), 1000)
    return total
  }

  /// A fraction of numbers and scalar symbols, times the tensors.
  private mutating func tensor(_ term: Monomial, shape: Shape) -> Tensor {
    let result = recorded(withoutGuards(term), shape: shape)
    if term.onlyFactor == nil { products[result] = term }
    return result
  }

  /// A term without conditions x ≠ 0 beside 1/x, which are taken for granted instead.
  private mutating func withoutGuards(_ term: Monomial) -> Monomial {
    if keepsGuards { return term }
    let guards = term.factors.filter { factor in
      factor.base.guardedAgainstZero.map { isDivided(term, by: $0) } ?? false
    }
    if guards.isEmpty { return term }
    note(.assumedGuard, assuming: guards.compactMap(\.base.guardedAgainstZero))
    var result = term.filtered { !guards.contains($0) }
    result.coefficient = term.coefficient
    return result
  }

  /// Whether a term is divided by `base`, itself or all terms of a sum in it, perhaps below linear operations.
  private func isDivided(_ term: Monomial, by base: Tensor, depth: Int = 0) -> Bool {
    term.factors.contains { factor in
      factor.base == base
        ? factor.exponent < 0 : factor.exponent > 0 && isDivided(factor.base, by: base, depth)
    }
  }

  private func isDivided(_ tensor: Tensor, by base: Tensor, _ depth: Int) -> Bool {
    if depth == 3 { return false }
    if let terms = sums[tensor]?.terms {
      return terms.count <= Self.largestHiddenSum
        && terms.allSatisfy { isDivided($0, by: base, depth: depth + 1) }
    }
    if let product = products[tensor] { return isDivided(product, by: base, depth: depth + 1) }
    switch tensor.node.primitive {
    case .matrixProduct, .permutation, .reshape, .sum, .diagonalMatrix:
      return tensor.node.inputs.contains { isDivided(Tensor($0), by: base, depth + 1) }
    default: return false
    }
  }

}
