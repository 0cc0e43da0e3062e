/// Records simplified tensors, each different expression once, so that equal expressions are the same node.
struct FormulaBuilder {
  private struct Key: Hashable {
    let primitive: Primitive
    let inputs: [ObjectIdentifier]
  }

  private var interned: [Key: Tensor] = [:]
  /// The terms of each sum that was recorded, for taking it apart again.
  private var sums: [Tensor: AlgebraicSum] = [:]

  mutating func apply(_ primitive: Primitive, _ inputs: [Tensor]) -> Tensor {
    let key = Key(primitive: primitive, inputs: inputs.map(\.node.identity))
    if let known = interned[key] { return known }
    let tensor = Tensor.recording(primitive, inputs)
    interned[key] = tensor
    return tensor
  }

  mutating func number(_ value: Double) -> Tensor { apply(.leaf(.number(value)), []) }

  /// A tensor recorded outside, standing for itself; symbols with equal meaning become one.
  mutating func leaf(_ tensor: Tensor) -> Tensor {
    if case .leaf(.extent) = tensor.node.primitive { return intern(tensor) }
    return tensor
  }

  private mutating func intern(_ tensor: Tensor) -> Tensor {
    let key = Key(primitive: tensor.node.primitive, inputs: [])
    if let known = interned[key] { return known }
    interned[key] = tensor
    return tensor
  }

  /// The sum as a single term: itself, or its content times one factor that stands for the rest.
  mutating func monomial(_ sum: AlgebraicSum) -> Monomial {
    if sum.terms.isEmpty { return Monomial(0) }
    if sum.terms.count == 1 { return sum.terms[0] }
    let content = sum.content
    let inverse = content.raised(to: -1)
    var rest = AlgebraicSum(shape: sum.shape)
    for term in sum.terms { rest.add(product(term, inverse).monomial) }
    var result = content
    _ = result.multiply(by: addition(of: rest), power: 1)
    return result
  }

  /// The product of two monomials, and the bases of which powers cancelled.
  func product(_ left: Monomial, _ right: Monomial) -> (monomial: Monomial, cancelled: [Tensor]) {
    var result = left
    result.coefficient = left.coefficient * right.coefficient
    var cancelled: [Tensor] = []
    for factor in right.factors where result.multiply(by: factor.base, power: factor.exponent) {
      cancelled.append(factor.base)
    }
    return (result, cancelled)
  }

  /// The terms of the sum that `tensor` is, if it is one.
  func terms(of tensor: Tensor) -> [Monomial]? { sums[tensor]?.terms }

  /// The terms of a sum that was hidden in a single factor, such as −(a − b).
  func expanded(_ sum: AlgebraicSum) -> AlgebraicSum {
    guard sum.terms.count == 1, let factor = sum.terms[0].factors.first,
      sum.terms[0].factors.count == 1, factor.exponent == 1, let inner = sums[factor.base],
      sum.terms[0].coefficient == 1 || sum.terms[0].coefficient == -1
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
  mutating func fitted(_ tensor: Tensor, to shape: Shape) -> Tensor {
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

  /// The sum of the terms, positive ones first.
  private mutating func addition(of sum: AlgebraicSum) -> Tensor {
    let terms = sum.terms.filter { !$0.coefficient.isNegative } + sum.terms.filter(\.coefficient.isNegative)
    var total = tensor(terms[0], shape: sum.shape)
    for term in terms.dropFirst() {
      var magnitude = term
      if term.coefficient.isNegative { magnitude.coefficient = -term.coefficient }
      let next = tensor(magnitude, shape: sum.shape)
      total = joined(term.coefficient.isNegative ? .subtract : .add, total, next, sum.shape)
    }
    sums[total] = sum
    return total
  }

  /// A fraction of numbers and scalar symbols, times the tensors.
  private mutating func tensor(_ term: Monomial, shape: Shape) -> Tensor {
    var above: [Tensor] = []
    var below: [Tensor] = []
    var body: Tensor?
    var divisors: [Tensor] = []
    for factor in term.factors {
      let power = raised(factor.base, to: Swift.abs(factor.exponent))
      switch (factor.base.isScalarSymbol, factor.exponent > 0) {
      case (true, true): above.append(power)
      case (true, false): below.append(power)
      case (false, true): body = body.map { joined(.multiply, $0, power, shape) } ?? power
      case (false, false): divisors.append(power)
      }
    }
    if term.coefficient.denominator != 1 { below.insert(number(term.coefficient.denominator), at: 0) }
    let isBare = term.coefficient.numerator == -1 && below.isEmpty && !(above.isEmpty && body == nil)
    let sign = isBare ? 1 : term.coefficient.numerator
    if sign != 1 || (above.isEmpty && (!below.isEmpty || body == nil)) { above.insert(number(sign), at: 0) }
    let scale = quotient(above, below)
    var result = scale.flatMap { scale in body.map { joined(.multiply, scale, $0, shape) } ?? scale } ?? body
    for divisor in divisors { result = joined(.divide, result ?? number(1), divisor, shape) }
    let total = result ?? number(1)
    return isBare ? apply(.elementwise(.negate), [total]) : total
  }

  private mutating func quotient(_ above: [Tensor], _ below: [Tensor]) -> Tensor? {
    guard let top = product(of: above) else { return nil }
    return product(of: below).map { apply(.arithmetic(.divide), [top, $0]) } ?? top
  }

  private mutating func product(of factors: [Tensor]) -> Tensor? {
    guard var result = factors.first else { return nil }
    for factor in factors.dropFirst() { result = apply(.arithmetic(.multiply), [result, factor]) }
    return result
  }

  private mutating func raised(_ base: Tensor, to exponent: Int) -> Tensor {
    switch exponent {
    case 1: base
    case 2: apply(.elementwise(.square), [base])
    default: apply(.arithmetic(.power), [base, number(Double(exponent))])
    }
  }

  /// An operation whose operands broadcast; where leaving out a broadcast would change how they align, they
  /// are filled up first.
  private mutating func joined(
    _ operation: Arithmetic, _ left: Tensor, _ right: Tensor, _ shape: Shape
  ) -> Tensor {
    let result = apply(.arithmetic(operation), [left, right])
    if result.invalidity == nil { return result }
    return apply(.arithmetic(operation), [fitted(left, to: shape), fitted(right, to: shape)])
  }
}
