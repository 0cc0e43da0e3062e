import ChainRule
import GradientChecking

/// Holds the derivatives of one sweep case, in both modes and all their combinations, against differences and against
/// each other.
struct DerivativeCheck {
  private let sample: SweepSample
  private let rules: DerivativeRules
  /// The weights of the output's elements, and two directions for the leaves: inputs, and the numbers bound to them.
  private let weights: Tensor
  private let directions: [[Tensor]]
  private let point: [NDArray<Double>]
  private let weightArrays: [NDArray<Double>]
  private let directionArrays: [[NDArray<Double>]]
  private let weighted: Tensor

  /// - Parameter rules: The rules of the first derivatives.
  init(
    _ sample: SweepSample, rules: DerivativeRules = .standard, _ generator: inout SeededGenerator
  ) throws {
    self.sample = sample
    self.rules = rules
    // Declared past the rule that rows come first, which outputs need not keep.
    weights = .leaf(.leaf(.input("c")), shape: try sample.output.shape)
    weighted = sum(weights * sample.output)
    directions = try ["u", "v"].map { letter in
      try sample.leaves.enumerated().map { .input("\(letter)\($0)", shape: try $1.shape) }
    }
    point = sample.arrays
    weightArrays = [try sample.direction(like: weights, &generator)]
    directionArrays = try (0..<2).map { _ in
      try sample.leaves.map { try sample.direction(like: $0, &generator) }
    }
  }

  /// What disagrees, in words; nothing if all is well.
  func failures() throws -> [String] { try first() + second() }

  /// The gradient and the directional derivative.
  func first() throws -> [String] {
    let gradient = try weighted.gradient(withRespectTo: sample.leaves, rules: rules).derivatives
    let tangent = try sample.output.jacobianVectorProduct(
      withRespectTo: sample.leaves, along: directions[0], rules: rules)
    for (leaf, derivative) in zip(sample.leaves, gradient) where try derivative.shape != leaf.shape {
      return ["\(sample.sweep): the derivative in \(leaf) has another shape"]
    }
    if try tangent.shape != sample.output.shape { return ["\(sample.sweep): the tangent has another shape"] }
    return try compare(
      ["reverse": Self.dot(gradient, directions[0]), "forward": sum(weights * tangent)],
      with: weighted, movingAlong: 0)
  }

  /// The derivative of both in another direction, by both.
  func second() throws -> [String] {
    let leaves = sample.leaves
    let gradient = try weighted.gradient(withRespectTo: leaves).derivatives
    let slope = Self.dot(gradient, directions[0])
    let tangent = try sample.output.jacobianVectorProduct(withRespectTo: leaves, along: directions[0])
    let product = try weighted.hessianVectorProduct(withRespectTo: leaves, along: directions[1])
    let twice = try tangent.jacobianVectorProduct(withRespectTo: leaves, along: directions[1])
    return try compare(
      [
        "reverse over reverse": Self.dot(
          try slope.gradient(withRespectTo: leaves).derivatives, directions[1]),
        "forward over reverse": Self.dot(product.derivatives, directions[0]),
        "reverse over forward": Self.dot(
          try sum(weights * tangent).gradient(withRespectTo: leaves).derivatives, directions[1]),
        "forward over forward": sum(weights * twice),
      ], with: slope, movingAlong: 1)
  }

  /// Derivatives are linear in the weights and in the direction.
  func linearity() throws -> [String] {
    let gradient = try weighted.gradient(withRespectTo: sample.leaves).derivatives
    let tangent = try sample.output.jacobianVectorProduct(withRespectTo: sample.leaves, along: directions[0])
    func values(_ outputs: [Tensor], _ scale: (Double, Double)) throws -> [[Double]] {
      let moved = zip(directionArrays[0], directionArrays[1]).map { u, v in
        NDArray<Double>.combining(u, v) { scale.0 * $0 + scale.1 * $1 }
      }
      let weights = weightArrays[0].map { scale.0 * $0 + scale.1 * $0 * $0 }
      return try sample.program(outputs, with: directions[0] + [self.weights])
        .run(point + moved + [weights]).map(\.elements)
    }
    let outputs = gradient + [tangent]
    let one = try values(outputs, (1, 0))
    let other = try values(outputs, (0, 1))
    let both = try values(outputs, (2, -3))
    for (position, both) in both.enumerated() {
      for (index, found) in both.enumerated() {
        let expected = 2 * one[position][index] - 3 * other[position][index]
        if !Self.isClose(found, expected) {
          return ["\(sample.sweep): not linear: \(found) is not \(expected)"]
        }
      }
    }
    return []
  }

  /// The whole Jacobian, which comes from the batching transform, times the direction.
  func jacobian() throws -> [String] {
    let tangent = try sample.output.jacobianVectorProduct(withRespectTo: sample.leaves, along: directions[0])
    let jacobians = try sample.leaves.map { try sample.output.jacobian(withRespectTo: $0) }
    let values = try sample.program([tangent] + jacobians, with: directions[0]).run(
      point + directionArrays[0])
    for (leaf, (jacobian, array)) in zip(sample.leaves, zip(values.dropFirst(), point))
    where jacobian.shape != values[0].shape + array.shape {
      return ["\(sample.sweep): the Jacobian in \(leaf) has shape \(jacobian.shape)"]
    }
    for (row, found) in values[0].elements.enumerated() {
      let expected = zip(values.dropFirst(), directionArrays[0]).reduce(0) { sum, pair in
        let rows = pair.0.elements[(row * pair.1.count)...].prefix(pair.1.count)
        return sum + zip(rows, pair.1.elements).reduce(0) { $0 + $1.0 * $1.1 }
      }
      if !Self.isClose(found, expected) {
        return ["\(sample.sweep): element \(row) of the tangent is \(found), by the Jacobian \(expected)"]
      }
    }
    return []
  }

  /// In single precision, on data rounded to it, as in double precision.
  func singlePrecision() throws -> [String] {
    let gradient = try weighted.gradient(withRespectTo: sample.leaves).derivatives
    let tangent = try sample.output.jacobianVectorProduct(withRespectTo: sample.leaves, along: directions[0])
    let outputs = [sample.output] + gradient + [tangent]
    let rounded = (point + directionArrays[0] + weightArrays).map { NDArray<Double>(NDArray<Float>($0)) }
    let further = directions[0] + [weights]
    let doubles = try sample.program(outputs, with: further).run(rounded)
    let floats = try sample.program(outputs, with: further, as: Float.self).run(rounded)
    for (double, float) in zip(doubles, floats) {
      // Elements of a result add up terms as large as the greatest of them; condition numbers are below 100.
      let scale = double.elements.reduce(1) { max($0, Swift.abs($1)) }
      for (expected, found) in zip(double.elements, float.elements)
      where !(Swift.abs(Double(found) - expected) <= 200 * 6e-8 * scale) {
        return ["\(sample.sweep): \(found) in single precision, \(expected) in double"]
      }
    }
    return []
  }

  private static func isClose(_ found: Double, _ expected: Double) -> Bool {
    // Numbers of size 1 to 100, summed up: a wrong term is off by far more.
    Swift.abs(found - expected) <= 1e-10 * max(1, Swift.abs(expected))
  }

  private static func dot(_ left: [Tensor], _ right: [Tensor]) -> Tensor {
    zip(left, right).reduce(0) { $0 + sum($1.0 * $1.1) }
  }

  /// Holds derivatives of `function` along a direction against its differences, and so against each other.
  private func compare(
    _ found: [String: Tensor], with function: Tensor, movingAlong moving: Int
  ) throws -> [String] {
    let names = found.keys.sorted()
    let further = directions[0] + directions[1] + [weights]
    let rest = directionArrays[0] + directionArrays[1] + weightArrays
    let values = try sample.program(names.compactMap { found[$0] }, with: further).run(point + rest)
    let estimate = try difference(of: function, further, rest, along: directionArrays[moving])
    let numbers = try values.map { try $0.scalar }
    return zip(names, numbers).compactMap { name, value in
      // An error bound wider than this would accept anything; what is found has roundings of its own.
      let isSharp = estimate.errorBound <= 1e-5 * max(1, Swift.abs(value))
      let agrees = Swift.abs(value - estimate.value) <= estimate.errorBound + 1e-13 * max(1, Swift.abs(value))
      return isSharp && agrees && Self.isClose(value, numbers[0])
        ? nil : "\(sample.sweep): \(name): \(value) against \(estimate)"
    }
  }

  private func difference(
    of function: Tensor, _ further: [Tensor], _ rest: [NDArray<Double>], along direction: [NDArray<Double>]
  ) throws -> DifferenceEstimate {
    // What a stop holds back is held still.
    let steps = zip(direction, sample.sweep.inputs).flatMap { array, input in
      input.isStopped ? array.elements.map { 0 * $0 } : array.elements
    }
    let start = point.flatMap(\.elements)
    if start.isEmpty { return DifferenceEstimate(value: 0, errorBound: 0, evaluations: 0, step: 1) }
    let program = try sample.program([function], with: further)
    return try CentralDifferences().directionalDerivative(at: start, along: steps) { place in
      var remaining = place[...]
      let moved = try point.map { array in
        defer { remaining = remaining.dropFirst(array.count) }
        return try NDArray(shape: array.shape, elements: remaining.prefix(array.count))
      }
      return try program.run(moved + rest)[0].scalar
    }
  }
}

extension NDArray {
  /// The elements of two arrays of one shape, combined in pairs.
  static func combining(
    _ left: NDArray, _ right: NDArray, _ body: (Scalar, Scalar) -> Scalar
  ) -> NDArray {
    .initialized(shape: left.shape) { target in
      for (index, pair) in zip(left.elements, right.elements).enumerated() {
        target[index] = body(pair.0, pair.1)
      }
    }
  }
}
