import ChainRule
import GradientChecking

/// Holds losses and gradients to the plain loop of a model, and to its central differences.
struct PlainCheck {
  let model: any Model
  let data: Dataset<Double>
  /// How far a gradient may be off, relative to its length.
  let tolerance: Double
  static let reference = "a plain loop and its central differences"
  private static let directions = 4

  /// - Parameters:
  ///   - model: The loss.
  ///   - data: Its arrays, as `DataName.load` gives them.
  ///   - tolerance: How far numbers may be apart, relative to their size.
  init(_ model: any Model, _ data: Dataset<Double>, tolerance: Double) throws {
    self.model = model
    self.data = try model.completed(data)
    self.tolerance = tolerance
  }

  /// The starting point of the workload in one row.
  var start: [Double] { data.start.flatMap(\.elements) }

  /// What is wrong with a loss and its gradient at a point.
  func complaints(_ claimed: Outcome, at point: [Double]) throws -> [String] {
    let loss = model.plainLoss(data, at: point)
    return self.loss(claimed.loss, loss)
      + (try slopes(claimed.gradient, point) { model.plainLoss(data, at: $0) })
  }

  /// What is wrong with a product of the Hessian and a direction, and with the loss beside it.
  func complaints(product claimed: Outcome, along direction: [Double]) throws -> [String] {
    let start = start
    let differences = CentralDifferences()
    // The product is the gradient of the slope along the direction.
    return loss(claimed.loss, model.plainLoss(data, at: start))
      + (try slopes(claimed.gradient, start) { point in
        try differences.directionalDerivative(at: point, along: direction) { model.plainLoss(data, at: $0) }
          .value
      })
  }

  private func loss(_ claimed: Double, _ plain: Double) -> [String] {
    if abs(claimed - plain) <= tolerance * abs(plain) { return [] }
    return ["the loss is \(claimed) and the plain loop has \(plain)"]
  }

  /// Compares along random directions: a wrong gradient is right along none but by chance.
  private func slopes(
    _ claimed: [Double], _ point: [Double], of function: ([Double]) throws -> Double
  ) throws -> [String] {
    guard claimed.count == point.count else {
      return ["the gradient has \(claimed.count) elements and there are \(point.count) parameters"]
    }
    var generator = SeededGenerator(seed: 902)
    var complaints: [String] = []
    for _ in 0..<Self.directions {
      let direction = point.map { _ in generator.normalPair().0 }
      let estimate = try CentralDifferences().directionalDerivative(at: point, along: direction, of: function)
      let slope = zip(claimed, direction).reduce(0.0) { $0 + $1.0 * $1.1 }
      // An error of the gradient shows in such a slope at its own length. The bound must itself be small, or anything
      // would agree.
      let size = length(claimed)
      let allowed = max(tolerance, 1e-8) * size + min(estimate.errorBound, 1e-5 * size)
      if !(abs(slope - estimate.value) <= allowed) {
        complaints.append(
          "along a random direction the gradient has slope \(slope) and central differences \(estimate.value)"
        )
      }
    }
    return complaints
  }
}
