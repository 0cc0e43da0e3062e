import ChainRule
import ChainRuleKernels

/// A number computed plainly, and how far from it another order of computing may come.
///
/// # How bounds are derived
/// Let u be half a unit in the last place of 1. An operation of IEEE arithmetic is off by u times its result. So n
/// numbers added in whatever order are off by n u Σ|x| (Higham, Accuracy and Stability of Numerical Algorithms, section
/// 4.2: γ of n − 1, and γ of n for products). Here both computations round, so everything counts twice. An operand that
/// is off by e makes the result of a function off by what the function changes within e: exactly so for linear
/// operations, and for others by the values at both ends, since no function here turns twice within an e that is small.
/// Where e is not small, the bound is infinite, and nothing is claimed.
///
/// Operands without error give results without error, to the last bit, where the operation is a function of one
/// element of each operand.
struct Bounded<Scalar: KernelScalar> {
  var value: Scalar
  /// 0 where the same bits must come out.
  var error: Double

  init(_ value: Scalar, _ error: Double = 0) {
    self.value = value
    self.error = error.isNaN || !value.isFinite && error > 0 ? .infinity : error
  }

  static var u: Double { Double(Scalar.ulpOfOne) / 2 }
  /// What an underflow may round away.
  static var tiny: Double { Double(Scalar.leastNonzeroMagnitude) }
  /// What an elementwise kernel's value may be off, relative to it.
  static var kernelError: Double { Double(Scalar.allowedUnits) * 2 * u }
  /// Beyond this, an error is not small.
  static var most: Double { 0.1 }

  var size: Double { Double(value.magnitude) + error }
  private var ends: [Double] {
    error == 0 ? [Double(value)] : [Double(value) - error, Double(value) + error]
  }

  // MARK: Functions of one element of each operand

  static func map(_ function: Elementwise, _ x: Bounded) -> Bounded {
    let value = single(function, x.value)
    if x.error == 0 { return Bounded(value) }
    if x.error > most { return Bounded(value, .infinity) }
    let center = function.rule.value(Double(x.value))
    let spread = x.ends.map { (function.rule.value($0) - center).magnitude }.reduce(0, Swift.max)
    return Bounded(value, spread + (2 * kernelError + 4 * u) * (Double(value.magnitude) + spread) + tiny)
  }

  /// The value for a single element.
  ///
  /// Functions with vector code have last bits of their own, which are taken from the table
  /// of kernels, one element at a time; the others are those of the rules.
  private static func single(_ function: Elementwise, _ x: Scalar) -> Scalar {
    guard let kernel = vectorised(function) else { return Scalar(function.rule.value(Double(x))) }
    var (x, y) = (x, Scalar(0))
    kernel(1, &x, 1, &y)
    return y
  }

  private static func vectorised(_ function: Elementwise) -> cr_map1? {
    let kernels = Scalar.best
    return switch function {
    case .exp: kernels.exp
    case .expm1: kernels.expm1
    case .log: kernels.log
    case .log1p: kernels.log1p
    case .sin: kernels.sin
    case .cos: kernels.cos
    case .tanh: kernels.tanh
    case .erf: kernels.erf
    case .sech: kernels.sech
    case .sigmoid: kernels.sigmoid
    case .sigmoidSlope: kernels.sigmoid_slope
    case .softplus: kernels.softplus
    default: nil
    }
  }

  static func map(_ function: Arithmetic, _ x: Bounded, _ z: Bounded) -> Bounded {
    let value = single(function, x.value, z.value)
    if x.error == 0 && z.error == 0 { return Bounded(value) }
    let rounding = 2 * u * Double(value.magnitude) + tiny
    switch function {
    case .add, .subtract: return Bounded(value, (x.error + z.error) * (1 + u) + rounding)
    case .multiply: return Bounded(value, (x.size * z.error + x.error * z.size) * (1 + 2 * u) + rounding)
    case .divide:
      let least = Double(z.value.magnitude) - z.error
      if least <= 0 { return Bounded(value, .infinity) }
      return Bounded(value, (x.error + Double(value.magnitude) * z.error) / least * (1 + 4 * u) + rounding)
    case .maximum, .minimum: return Bounded(value, Swift.max(x.error, z.error))
    case .power, .atan2, .logAddExp:
      // Monotonic in each operand: the ends are corners.
      if x.error > most || z.error > most { return Bounded(value, .infinity) }
      let center = wide(function, Double(x.value), Double(z.value))
      let corners = x.ends.flatMap { a in z.ends.map { (wide(function, a, $0) - center).magnitude } }
      let spread = corners.contains { $0.isNaN } ? .infinity : corners.reduce(0, Swift.max)
      return Bounded(value, spread + (2 * kernelError + 4 * u) * (Double(value.magnitude) + spread) + tiny)
    }
  }

  private static func single(_ function: Arithmetic, _ x: Scalar, _ z: Scalar) -> Scalar {
    switch function {
    case .add: x + z
    case .subtract: x - z
    case .multiply: x * z
    case .divide: x / z
    case .maximum: x > z || x.isNaN ? x : z
    case .minimum: x < z || x.isNaN ? x : z
    case .power: call(Scalar.best.power, x, z)
    case .atan2: call(Scalar.best.arc_tangent2, x, z)
    case .logAddExp: call(Scalar.best.log_add_exp, x, z)
    }
  }

  private static func call(_ kernel: cr_map2, _ x: Scalar, _ z: Scalar) -> Scalar {
    var (x, z, y) = (x, z, Scalar(0))
    kernel(1, &x, 1, &z, 1, &y)
    return y
  }

  private static func wide(_ function: Arithmetic, _ x: Double, _ z: Double) -> Double {
    var (x, z, y) = (x, z, 0.0)
    let kernels = Double.best
    (function == .power ? kernels.power : function == .atan2 ? kernels.arc_tangent2 : kernels.log_add_exp)(
      1, &x, 1, &z, 1, &y)
    return y
  }

  /// 1 or 0, which nobody knows where the operands are nearer to each other than their errors.
  static func compare(_ comparison: Comparison, _ x: Bounded, _ z: Bounded) -> Bounded {
    let error = x.error + z.error
    let isOpen = error > 0 && !((Double(x.value) - Double(z.value)).magnitude > error)
    return Bounded(Reference.holds(comparison, Double(x.value), Double(z.value)) ? 1 : 0, isOpen ? 1 : 0)
  }

  static func select(_ condition: Bounded, _ x: Bounded, _ z: Bounded) -> Bounded {
    let chosen = condition.value != 0 ? x : z
    if condition.error == 0 { return chosen }
    return Bounded(chosen.value, (Double(x.value) - Double(z.value)).magnitude + x.error + z.error)
  }
}
