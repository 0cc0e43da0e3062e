import ChainRule
import GradientChecking

/// Holds the recorded gradient of one sweep case against central differences with their own error bounds.
struct DerivativeCheck {
  private let sweep: SweepCase
  private let leaves: [Tensor]
  private let arrays: [NDArray<Double>]
  private let scalar: Tensor
  private let rules: DerivativeRules

  /// - Parameter order: 1 checks the gradient of a weighted sum of the output; 2 the gradient of a weighted sum of
  ///   that gradient.
  init(
    _ sweep: SweepCase, order: Int, rules: DerivativeRules = .standard, _ generator: inout SeededGenerator
  ) throws {
    self.sweep = sweep
    self.rules = rules
    leaves = sweep.leaves
    arrays = try sweep.draw(&generator)
    var scalar = try Self.weighted([sweep.apply(leaves)], sweep.rows, &generator)
    for _ in 1..<order {
      let gradient = try scalar.gradient(withRespectTo: leaves)
      scalar = try Self.weighted(gradient.derivatives, sweep.rows, &generator)
    }
    self.scalar = scalar
  }

  /// Σ cᵢ outputᵢ with random weights; elements are told apart by a cosine of their position, which needs no shape
  /// known in advance.
  private static func weighted(
    _ outputs: [Tensor], _ rows: Int, _ generator: inout SeededGenerator
  ) throws -> Tensor {
    var total: Tensor = 0
    for output in outputs {
      let shape = try output.shape
      var weights = Tensor(0.5 + generator.uniform())
      for (axis, extent) in shape.extents.enumerated() {
        guard case .fixed(let length) = extent else { continue }
        let column = try NDArray(
          shape: shape.extents.indices.map { $0 == axis ? length : 1 },
          elements: (0..<length).map { _ in 0.5 + generator.uniform() })
        weights = weights * Tensor.constant(column)
      }
      total = total + sum(output * weights)
    }
    return total
  }

  /// What disagrees, or nil.
  func failure() throws -> String? {
    let gradient = try scalar.gradient(withRespectTo: leaves, rules: rules)
    for (leaf, derivative) in zip(leaves, gradient.derivatives) where try derivative.shape != leaf.shape {
      return "\(sweep): the derivative in \(leaf) has another shape"
    }
    // The leaves are outputs too: a derivative need not read them all, and surplus bindings are errors.
    let values = try Program<Double>(computing: gradient.derivatives + leaves)
      .run(Bindings(zip(leaves, arrays)))
    let derivatives = values.arrays.prefix(leaves.count).flatMap(\.elements)
    if derivatives.isEmpty { return nil }
    let program = try Program<Double>(computing: [scalar] + leaves)
    let estimates = try CentralDifferences().gradient(at: arrays.flatMap(\.elements)) { point in
      var rest = point[...]
      let pieces = try arrays.map { array in
        defer { rest = rest.dropFirst(array.count) }
        return try NDArray(shape: array.shape, elements: rest.prefix(array.count))
      }
      return try program.run(Bindings(zip(leaves, pieces))).arrays[0].scalar
    }
    for (position, (estimate, derivative)) in zip(estimates, derivatives).enumerated() {
      // An error bound wider than this would accept anything.
      let isSharp = estimate.errorBound <= 1e-5 * max(1, Swift.abs(derivative))
      if !isSharp || !estimate.agrees(with: derivative) {
        return "\(sweep): coordinate \(position): \(derivative) against \(estimate)"
      }
    }
    return nil
  }
}
