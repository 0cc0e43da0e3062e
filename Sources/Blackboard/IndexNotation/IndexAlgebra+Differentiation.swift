internal import ChainRule

// The derivative in index notation: of products factor by factor, and of atoms by the chain rule of single numbers.
extension IndexAlgebra {
  /// The derivatives of each element by each element of a symbol: the axes of `p` first, then those of the symbol.
  ///
  /// It shares no rule with the recorded operations: these are differentiated as arrays, and this as single numbers.
  func derivative(of p: Polynomial, by symbol: Int, _ axes: [Int]) throws -> Polynomial {
    let count = p.axes.count
    let target = axes.enumerated().map { axis, length in
      extents[length] == 1 ? Index.at(0) : Index.free(count + axis)
    }
    var result = Polynomial(axes: p.axes + axes)
    for (monomial, coefficient) in p.sorted {
      let term = taken(monomial, coefficient, at: free(count))
      for (position, factor) in term.factors.enumerated() {
        guard let slope = try slope(of: factor, by: symbol, axes, target) else { continue }
        var rest = term
        rest.factors.remove(at: position)
        for part in try multiplied([rest], by: slope.form, at: slope.places) {
          var part = part
          part.sums.merge(slope.sums) { first, _ in first }
          try add(part, to: &result.terms)
        }
      }
    }
    return result
  }

  private struct Slope {
    var form: Polynomial
    var places: [Index]
    var sums: [Index: Int] = [:]
  }

  /// The derivative of one factor; nil if it does not vary.
  private func slope(
    of factor: Factor, by symbol: Int, _ axes: [Int], _ target: [Index]
  ) throws -> Slope? {
    let rank = factor.indices.count
    /// The power rule for the atom, times a derivative whose axes are those of the atom and then the symbol's.
    func chained(_ inner: Polynomial, _ outer: Polynomial) throws -> Slope? {
      if inner.isZero { return nil }
      let both = try product(
        outer, at: free(rank), inner, at: free(inner.axes.count), on: inner.axes)
      return Slope(form: both, places: factor.indices + target)
    }
    func atomPower(_ own: [Int]) throws -> Polynomial {
      let lowered = try factor.power.minus(.one)
      let base =
        lowered.isZero
        ? constant(.one, on: own) : try self.factor(factor.atom, free(rank), power: lowered, on: own)
      return try scaled(base, factor.power)
    }
    switch atoms[factor.atom] {
    case .symbol(let number):
      if number != symbol { return nil }
      let lowered = try factor.power.minus(.one)
      var term = Term(coefficient: factor.power)
      if !lowered.isZero { term.factors.append(Factor(factor.atom, free(rank), power: lowered)) }
      // Axes of length 1 have no index on either side.
      for (axis, place) in target.enumerated() where place.isFree {
        term.factors.append(Factor(delta, [.free(axis), .free(rank + axis)]))
      }
      let form = try single(term, on: axes + axes)
      return Slope(form: form, places: factor.indices + target)
    case .exponential(let q):
      let inner = try derivative(of: q, by: symbol, axes)
      return try chained(
        inner, scaled(self.factor(factor.atom, free(rank), power: factor.power, on: q.axes), factor.power))
    case .logarithm(let q):
      let inner = try derivative(of: q, by: symbol, axes)
      return try chained(inner, times(atomPower(q.axes), reciprocal(q)))
    case .base(let q): return try chained(derivative(of: q, by: symbol, axes), atomPower(q.axes))
    case .function(let name, let operands):
      var sum: Slope?
      for (position, operand) in operands.enumerated() {
        let inner = try derivative(of: operand, by: symbol, axes)
        if inner.isZero { continue }
        let outer = try times(atomPower(operand.axes), slope(of: name, operands, in: position))
        guard let part = try chained(inner, outer) else { continue }
        sum = try sum.map { Slope(form: try plus($0.form, part.form), places: part.places) } ?? part
      }
      return sum
    case .inverse(let q):
      // dA⁻¹ = −A⁻¹ dA A⁻¹
      let inner = try derivative(of: q, by: symbol, axes)
      if inner.isZero { return nil }
      guard factor.power == .one else {
        throw Intractable(reason: "an element of an inverse stands to a power")
      }
      let (i, j) = (fresh(), fresh())
      let first = try self.factor(factor.atom, free(2), on: q.axes)
      let left = try product(
        first, at: [.free(0), i], inner, at: [i, .free(1)] + free(axes.count, from: 2),
        on: inner.axes, over: [i: q.axes[0]])
      let both = try product(
        left, at: [.free(0), j] + free(axes.count, from: 2), first, at: [j, .free(1)], on: inner.axes,
        over: [j: q.axes[0]])
      return Slope(form: try scaled(both, Fraction(-1)), places: factor.indices + target)
    case .determinant(let q):
      // d det A = det A · tr(A⁻¹ dA)
      let inner = try derivative(of: q, by: symbol, axes)
      if inner.isZero { return nil }
      let (i, j) = (fresh(), fresh())
      let trace = try product(
        inverse(q), at: [i, j], inner, at: [j, i] + free(axes.count), on: axes,
        over: [i: q.axes[0], j: q.axes[0]])
      let own = try self.factor(factor.atom, [], power: factor.power, on: axes)
      return Slope(form: try scaled(times(own, trace), factor.power), places: target)
    case .operation(_, let operands, _):
      for operand in operands where try !derivative(of: operand, by: symbol, axes).isZero {
        throw Intractable(reason: "an operation that stands for itself is differentiated")
      }
      return nil
    case .delta, .positive, .zero, .selector, .oneHot, .triangle, .reversal, .regrouping: return nil
    }
  }

  /// The derivative of a function of single numbers in one of its operands.
  private func slope(
    of name: ElementFunction, _ operands: [Polynomial], in position: Int
  ) throws -> Polynomial {
    let x = operands[0]
    let one = constant(.one, on: x.axes)
    func call(_ name: Elementwise) throws -> Polynomial { try function(.elementwise(name), [x], on: x.axes) }
    switch name {
    case .elementwise(.sin): return try function(.cos, x, isOdd: false, isEven: true)
    case .elementwise(.cos): return try scaled(function(.sin, x, isOdd: true, isEven: false), Fraction(-1))
    case .elementwise(.asin): return try power(minus(one, times(x, x)), Fraction(-1, over: 2) ?? .one)
    case .elementwise(.atan): return try reciprocal(plus(one, times(x, x)))
    case .elementwise(.asinh): return try power(plus(one, times(x, x)), Fraction(-1, over: 2) ?? .one)
    case .elementwise(.atanh): return try reciprocal(minus(one, times(x, x)))
    case .elementwise(.acosh): return try power(minus(times(x, x), one), Fraction(-1, over: 2) ?? .one)
    case .elementwise(.logGamma): return try function(.polygamma(0), [x], on: x.axes)
    case .elementwise(.floor), .elementwise(.ceil), .elementwise(.round), .constant, .scale:
      return Polynomial(axes: x.axes)
    case .polygamma(let order): return try function(.polygamma(order + 1), [x], on: x.axes)
    case .atan2:
      let (y, x) = (operands[0], operands[1])
      let below = try reciprocal(plus(times(x, x), times(y, y)))
      return try times(position == 0 ? x : scaled(y, Fraction(-1)), below)
    case .elementwise, .power: throw Intractable(reason: "no slope is known here of \(name)")
    }
  }
}
