internal import ChainRule
internal import GradientChecking

/// Two expressions evaluated at a point, with proved bounds of error.
struct SideComparison {
  enum Outcome {
    /// All elements have numbers in common, and are known closely.
    case agree
    /// An element has none.
    case differ(element: [Int], left: Double, right: Double)
    /// Something is not defined there, not decided, or not known closely.
    case unknown
  }

  let left: Tensor
  let right: Tensor
  /// What decides which branch is taken: where it is 0, a slope may not exist.
  private let kinks: [Tensor]

  init(_ left: Tensor, _ right: Tensor) {
    self.left = left
    self.right = right
    kinks = Traversal(from: [left.node, right.node]).nodes.compactMap { Self.kink(of: $0) }
  }

  var hasKinks: Bool { !kinks.isEmpty }

  private static func kink(of node: Node) -> Tensor? {
    let x = node.inputs.map { Tensor($0) }
    switch node.primitive {
    case .elementwise(.abs), .elementwise(.relu), .elementwise(.sign): return x[0]
    case .arithmetic(.maximum), .arithmetic(.minimum), .comparison(.less), .comparison(.greater),
      .comparison(.lessOrEqual), .comparison(.greaterOrEqual):
      return x[0] - x[1]
    default: return nil
    }
  }

  func outcome(at point: SamplePoint) -> Outcome {
    let evaluation = ShadowEvaluation<Wide>(
      at: point.shadow, isReplayed: true, reading: { _, value in Self.reading(value) })
    guard let values = try? evaluation.values(of: [left, right] + kinks), values.count == 2 + kinks.count,
      evaluation.decisions.undecided.isEmpty,
      !values.dropFirst(2).contains(where: { $0.elements.contains { Self.mayBeZero($0) } })
    else { return .unknown }
    let (a, b) = (values[0], values[1])
    guard a.shape == b.shape, a.elements.allSatisfy(\.isBounded), b.elements.allSatisfy(\.isBounded) else {
      return .unknown
    }
    for (position, (x, y)) in zip(a.elements, b.elements).enumerated() where x.excludes(y) {
      var (rest, element) = (position, [Int]())
      for length in a.shape.reversed() {
        element.insert(rest % length, at: 0)
        rest /= length
      }
      return .differ(element: element, left: x.approximation, right: y.approximation)
    }
    let isClose = (a.elements + b.elements).allSatisfy { $0.radius <= 1e-9 * (1 + abs($0.approximation)) }
    return isClose ? .agree : .unknown
  }

  private static func mayBeZero(_ value: Wide) -> Bool { !value.excludes(Wide(0)) }

  /// A number of the formula: the decimal fraction that its text writes.
  ///
  /// One with as many digits as a double has may be rounded, and is any number nearby.
  private static func reading(_ value: Double) -> Wide {
    guard value.isFinite, value * 4096 != (value * 4096).rounded() || abs(value) >= 0x1p32 else {
      return Wide(value)
    }
    guard let fraction = Fraction(decimalTextOf: value), abs(fraction.numerator) < 1 << 46,
      fraction.denominator < 1 << 46
    else { return Wide(DoubleDouble(value), radius: 4 * value.ulp) }
    return Wide(Double(fraction.numerator)) / Wide(Double(fraction.denominator))
  }
}
