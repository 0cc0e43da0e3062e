internal import ChainRule

/// The slopes of a loss to both sides of a point along a direction, each in that direction.
struct SideSlopes {
  let below: Wide
  let above: Wide
  /// Why they are not known, as a part of a sentence; nil if they are.
  let problem: String?

  /// - Parameters:
  ///   - direction: For each variable, in its shape.
  ///   - value: The value at the point.
  init(of point: RecordedPoint, along direction: [ShadowArray<Double>], value: Wide) throws {
    func side(_ sign: Double) throws -> ShadowSlope {
      try ShadowSlope(
        of: point.loss, in: point.variables, at: point.shadow,
        along: direction.map { $0.map { sign * $0 } })
    }
    let (up, down) = (try side(1), try side(-1))
    (above, below) = (up.slope, -down.slope)
    problem =
      if let node = (up.decisions.undecided + down.decisions.undecided).first {
        DerivativeJudge.tooClose(node)
      } else if up.value.excludes(value) || down.value.excludes(value) {
        "the loss jumps here"
      } else if !above.isBounded || !below.isBounded {
        "a slope to one side is infinite or at the edge of a domain"
      } else {
        nil
      }
  }

  /// Whether there is one slope only, as far as is known.
  var areEqual: Bool { !below.excludes(above) }
}

extension DerivativeJudge {
  static func tooClose(_ node: Node) -> String {
    "what \(node.primitive.family.name) compares is too close to call"
  }
}

/// Random directions in which every coordinate counts.
struct RandomDirections {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Elements of 1 and −1: all 1 first, then of random signs.
  ///
  /// Where two coordinates tie, only a direction that keeps them tied holds the sum of their derivatives to one value.
  mutating func nextTied(in shapes: [[Int]], isFirst: Bool) -> [ShadowArray<Double>] {
    shapes.map { shape in
      ShadowArray(shape: shape) { _ in isFirst || generator.uniform() < 0.5 ? 1 : -1 }
    }
  }

  /// Elements from ½ to 1½ with random signs.
  mutating func next(in shapes: [[Int]]) -> [ShadowArray<Double>] {
    shapes.map { shape in
      ShadowArray(shape: shape) { _ in
        let size = 0.5 + generator.uniform()
        return generator.uniform() < 0.5 ? -size : size
      }
    }
  }
}

extension ShadowArray<Double> {
  /// The elements as what can be bound.
  var array: NDArray<Double> {
    .initialized(shape: shape) { target in
      for (position, element) in elements.enumerated() { target[position] = element }
    }
  }
}
