import Foundation

/// Functions of numbers, which tensors have by the same names.
enum Numbers {
  static func exp(_ x: Double) -> Double { Foundation.exp(x) }
  static func pow(_ x: Double, _ y: Double) -> Double { Foundation.pow(x, y) }
  static func log(_ x: Double) -> Double { Foundation.log(x) }
  static func sin(_ x: Double) -> Double { Foundation.sin(x) }
  static func cos(_ x: Double) -> Double { Foundation.cos(x) }
  static func log1p(_ x: Double) -> Double { Foundation.log1p(x) }

  /// log(1 + eˣ) for all x.
  static func softplus(_ x: Double) -> Double { max(x, 0) + log1p(exp(-x.magnitude)) }

  /// 1 / (1 + e⁻ˣ) for all x.
  static func sigmoid(_ x: Double) -> Double { x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x)) }

  /// −1, 0 or 1.
  static func sign(_ x: Double) -> Double { x > 0 ? 1 : x < 0 ? -1 : 0 }
}
