/// A number times powers of tensors, multiplied element by element: one term of a simplified formula.
struct Monomial: Equatable {
  /// A tensor to an integer power; scalars and tensors alike.
  struct Factor: Equatable {
    let base: Tensor
    var exponent: Int
  }

  /// A product, and what of real algebra it took.
  struct Product {
    var monomial: Monomial
    /// Whether powers of a base cancelled.
    var cancelsPowers = false
    /// The bases of which they did, and which may be zero.
    var cancelled: [Tensor] = []
    /// Whether powers of the same base became one.
    var combinesPowers = false
    /// Whether a comparison was left out beside itself: it is 0 or 1, and its own square.
    var dropsComparison = false
  }

  /// Exponents stand as numbers in formulas, which are exact so far.
  private static let largestExponent = 1 << Double.significandBitCount
  /// Longer products stand as a factor of their own, so that each costs no more than so many steps.
  private static let largestCount = 16

  /// The number in front, as a fraction, so that 2/3 stays 2/3.
  var coefficient: Coefficient
  /// Distinct bases with exponents other than 0, in the order in which they were met.
  private(set) var factors: [Factor] = []

  init(_ coefficient: Coefficient) { self.coefficient = coefficient }

  init(_ integer: Int) { coefficient = Coefficient(integer) }

  init(of base: Tensor) {
    coefficient = Coefficient(1)
    factors = [Factor(base: base, exponent: 1)]
  }

  /// Whether both have the same factors, so that their sum is one term.
  func isLike(_ other: Monomial) -> Bool {
    factors.count == other.factors.count && factors.allSatisfy(other.factors.contains)
  }

  func scaled(by factor: Coefficient) -> Monomial {
    var result = self
    result.coefficient = coefficient * factor
    return result
  }

  /// The product of both; nil if an exponent or the number of factors grows beyond what formulas hold.
  func multiplied(by other: Monomial) -> Product? {
    var product = Product(monomial: self)
    product.monomial.coefficient = coefficient * other.coefficient
    for factor in other.factors where !product.multiply(by: factor) { return nil }
    return product.monomial.factors.count > Self.largestCount ? nil : product
  }

  /// This monomial to an integer power; nil if an exponent grows beyond what formulas hold.
  func raised(to exponent: Int) -> Monomial? {
    var result = Monomial(coefficient.raised(to: exponent))
    if exponent == 0 { return result }
    for factor in factors {
      let (power, overflows) = factor.exponent.multipliedReportingOverflow(by: exponent)
      if overflows || power.magnitude > Self.largestExponent { return nil }
      result.factors.append(Factor(base: factor.base, exponent: power))
    }
    return result
  }

  /// The same factors that satisfy `isIncluded`, without the coefficient.
  func filtered(_ isIncluded: (Factor) -> Bool) -> Monomial {
    var result = Monomial(1)
    result.factors = factors.filter(isIncluded)
    return result
  }

  /// What is left when the factors of `content`, which are all among those of this monomial, are taken out.
  func without(_ content: Monomial) -> Monomial {
    var result = filtered { !content.factors.contains($0) }
    result.coefficient = coefficient * content.coefficient.reciprocal
    return result
  }
}

extension Monomial.Product {
  /// Multiplies by a power of a tensor; false if the exponent grows beyond what formulas hold.
  fileprivate mutating func multiply(by factor: Monomial.Factor) -> Bool {
    monomial.multiply(by: factor) { known in
      let cancels = (known < 0) != (factor.exponent < 0)
      if cancels {
        cancelsPowers = true
        if !factor.base.isNeverZero { cancelled.append(factor.base) }
      } else if case .comparison = factor.base.node.primitive {
        dropsComparison = true
        return known
      } else {
        combinesPowers = true
      }
      return known + factor.exponent
    }
  }
}

extension Monomial {
  /// Multiplies by a power of a tensor, whose exponent, where there is one already, `combined` finds; false if it is too large.
  fileprivate mutating func multiply(by factor: Factor, _ combined: (Int) -> Int) -> Bool {
    guard let position = factors.firstIndex(where: { $0.base == factor.base }) else {
      factors.append(factor)
      return true
    }
    // Each is no larger than the largest, so their sum does not overflow.
    let exponent = combined(factors[position].exponent)
    factors[position].exponent = exponent
    if exponent == 0 { factors.remove(at: position) }
    return exponent.magnitude <= Self.largestExponent
  }

  /// The tensor that this is, if it is one.
  var onlyFactor: Tensor? {
    guard coefficient == 1, factors.count == 1, factors[0].exponent == 1 else { return nil }
    return factors[0].base
  }
}

extension Monomial {
  /// Whether this is the number 1.
  var isOne: Bool { factors.isEmpty && coefficient == 1 }
}

extension Tensor {
  var isNamed: Bool { if case .name = node.primitive { true } else { false } }

  /// Whether no element can be zero where the expression is defined: N, and what is positive for every real operand.
  var isNeverZero: Bool {
    switch node.primitive {
    case .leaf(.extent), .leaf(.freedom): true
    case .elementwise(let function):
      switch function {
      case .exp, .cosh, .sech, .sigmoid, .sigmoidSlope, .softplus: true
      default: false
      }
    case .normalization(let family): family.kind == .softmax
    case .name: Tensor(node.inputs[0]).isNeverZero
    // A reciprocal is not 0 for any number.
    case .arithmetic(.divide):
      if case .leaf(.number(let above)) = node.inputs[0].primitive { above != 0 } else { false }
    default: false
    }
  }

  /// Whether formulas may move this scalar into the fraction in front: a symbol, not a computed value.
  var isScalarSymbol: Bool {
    guard node.shape.isScalar else { return false }
    return switch node.primitive {
    case .leaf, .name: true
    default: false
    }
  }
}
