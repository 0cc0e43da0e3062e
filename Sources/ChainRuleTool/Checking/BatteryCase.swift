package import ChainRule

/// A loss of the battery, from which cases are drawn.
package struct BatteryLoss: Sendable {
  /// What the command calls it.
  package let name: String
  /// Whether it has no kink near its points and no noise above its last digits.
  package let isSmooth: Bool
  /// Whether differences of its gradient show its second derivatives: it is smooth, and the gradient is not so large beside
  /// them that its rounding hides them.
  package var hasSecondOrder: Bool { isSmooth && !["softplus-at-30", "log-near-0"].contains(name) }
  /// Draws a case.
  package let draw: @Sendable (inout SeededGenerator) throws -> BatteryCase
}

/// A loss at a point: as Swift functions with a gradient derived by hand, and as a recorded graph.
package struct BatteryCase {
  /// The parameter, called x in the recorded loss.
  package let point: [Double]
  /// What a mean divides by.
  package let count: Int
  /// The coordinate that is added to every row, with the gradient's contribution of the first row alone; nil without rows.
  package let bias: (coordinate: Int, firstRow: ([Double]) -> Double)?
  package let value: ([Double]) -> Double
  package let gradient: ([Double]) -> [Double]
  /// The Hessian at the first argument times the second.
  package let product: ([Double], [Double]) -> [Double]
  /// The recorded loss of a parameter x.
  package let recorded: Tensor
  package let parameter: Tensor
  /// What the recorded loss reads beside x.
  package let data: [Tensor: NDArray<Double>]
}

extension BatteryLoss {
  /// All of them: losses over rows, over coordinates, and of the whole point.
  package static var all: [BatteryLoss] { rowLosses + coordinateLosses + wholeLosses }

  /// 10 to a random power, from 10^−most to 10^−least.
  static func small(_ least: Double, _ most: Double, _ generator: inout SeededGenerator) -> Double {
    Numbers.pow(10, -Double.random(in: least...most, using: &generator))
  }

  /// 1 or −1.
  static func sign(_ generator: inout SeededGenerator) -> Double { Bool.random(using: &generator) ? 1 : -1 }
}
