internal import ChainRule

// Functions that stand for themselves.
extension IndexAlgebra {
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
