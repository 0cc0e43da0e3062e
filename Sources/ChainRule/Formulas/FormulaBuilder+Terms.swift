// A term as it is written: a fraction of numbers and scalar symbols, times the tensors.

extension FormulaBuilder {
  func recorded(_ term: Monomial, shape: Shape) -> Tensor {
    var above: [Tensor] = []
    var below: [Tensor] = []
    var scalars: [Tensor] = []
    var body: Tensor?
    var divisor: Tensor?
    for factor in term.factors {
      let power = raised(factor.base, to: Swift.abs(factor.exponent))
      switch (factor.base.isScalarSymbol, factor.exponent > 0) {
      case (true, true): above.append(power)
      case (true, false): below.append(power)
      case (false, true) where body == nil && power.node.shape.isScalar: scalars.append(power)
      case (false, true): body = body.map { joined(.multiply, $0, power, shape) } ?? power
      case (false, false): divisor = divisor.map { joined(.multiply, $0, power, shape) } ?? power
      }
    }
    let (numerator, denominator) = term.coefficient.quotient
    if let denominator { below.insert(number(denominator), at: 0) }
    // What stands above a bar of symbols: ‖x‖²/N, but 1/N · Σx.
    if numerator.magnitude == 1, above.isEmpty, !below.isEmpty, body == nil, divisor == nil,
      !scalars.contains(where: \.isTotal)
    {
      above = scalars
      scalars = []
    }
    // −1 is only a sign where something else stands above the fraction bar.
    let isScaled = body != nil || !scalars.isEmpty
    let isBare = numerator == -1 && !(above.isEmpty && (!isScaled || !below.isEmpty))
    let sign = isBare ? 1 : numerator
    if sign != 1 || (above.isEmpty && (!below.isEmpty || !isScaled)) { above.insert(number(sign), at: 0) }
    let scale = product(of: [quotient(above, below)].compactMap(\.self) + scalars)
    var result = scale.flatMap { scale in body.map { joined(.multiply, scale, $0, shape) } ?? scale } ?? body
    if let divisor { result = joined(.divide, result ?? number(1), divisor, shape) }
    let total = result ?? number(1)
    return isBare ? apply(.elementwise(.negate), [total]) : total
  }

  private func quotient(_ above: [Tensor], _ below: [Tensor]) -> Tensor? {
    guard let top = product(of: above) else { return nil }
    return product(of: below).map { apply(.arithmetic(.divide), [top, $0]) } ?? top
  }

  private func product(of factors: [Tensor]) -> Tensor? {
    guard var result = factors.first else { return nil }
    for factor in factors.dropFirst() { result = apply(.arithmetic(.multiply), [result, factor]) }
    return result
  }

  func raised(_ base: Tensor, to exponent: Int) -> Tensor {
    switch exponent {
    case 1: base
    case 2: apply(.elementwise(.square), [base])
    default: apply(.arithmetic(.power), [base, number(Double(exponent))])
    }
  }

  /// An operation whose operands broadcast; where leaving out a broadcast would change how they align, they
  /// are filled up first.
  func joined(
    _ operation: Arithmetic, _ left: Tensor, _ right: Tensor, _ shape: Shape
  ) -> Tensor {
    let result = apply(.arithmetic(operation), [left, right])
    if result.invalidity == nil { return result }
    return apply(.arithmetic(operation), [fitted(left, to: shape), fitted(right, to: shape)])
  }
}

extension Tensor {
  fileprivate var isTotal: Bool { if case .sum = node.primitive { true } else { false } }
}
