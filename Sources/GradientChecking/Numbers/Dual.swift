/// A value with its derivative in one direction.
///
/// Where two values are equal, the one that grows is the greater: so at a kink a dual number has the slope on the
/// side that its direction leads to.
///
/// - Source: Griewank and Walther, Evaluating Derivatives (2008), §3.1; for the order, the field of germs of
///   functions at 0+.
package struct Dual<Number: RealNumber>: RealNumber {
  package let value: Number
  package let slope: Number

  package init(_ value: Number, slope: Number) {
    self.value = value
    self.slope = slope
  }

  package init(_ value: Double) { self.init(Number(value), slope: Number(0)) }
  package init(real constant: RealConstant) { self.init(Number(real: constant), slope: Number(0)) }

  package var approximation: Double { value.approximation }
  package var constant: Dual { Dual(value.constant, slope: Number(0)) }
  package var isConstant: Bool {
    value.isConstant && slope.isConstant && slope.compared(to: Number(0)) == RealOrder(.equal)
  }

  package static func + (a: Dual, b: Dual) -> Dual { Dual(a.value + b.value, slope: a.slope + b.slope) }
  package static func - (a: Dual, b: Dual) -> Dual { Dual(a.value - b.value, slope: a.slope - b.slope) }
  package static prefix func - (a: Dual) -> Dual { Dual(-a.value, slope: -a.slope) }
  package static func * (a: Dual, b: Dual) -> Dual {
    Dual(a.value * b.value, slope: a.slope * b.value + a.value * b.slope)
  }
  package static func / (a: Dual, b: Dual) -> Dual {
    let quotient = a.value / b.value
    return Dual(quotient, slope: (a.slope - quotient * b.slope) / b.value)
  }

  package func applying(_ function: RealFunction) -> Dual {
    let result = value.applying(function)
    if isConstant { return Dual(result, slope: Number(0)) }
    return Dual(result, slope: slope * function.slope(at: value, value: result))
  }

  package func compared(to other: Dual) -> RealOrder {
    let order = value.compared(to: other.value)
    guard order.relation == .equal && order.isCertain else { return order }
    return slope.compared(to: other.slope)
  }

  /// Away from the zero vector the length grows as fast as the vector does.
  package static func length(_ vector: [Dual]) -> Dual {
    let zero = Number(0)
    if vector.allSatisfy({ $0.value.compared(to: zero) == RealOrder(.equal) }) {
      return Dual(zero, slope: Number.length(vector.map(\.slope)))
    }
    let length = Number.length(vector.map(\.value))
    let slopes = vector.map { $0.value * $0.slope }
    return Dual(length, slope: slopes.dropFirst().reduce(slopes[0], +) / length)
  }
}
