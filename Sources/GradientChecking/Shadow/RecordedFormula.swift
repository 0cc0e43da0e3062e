package import ChainRule

/// What a recorded derivative is, with every digit: not what the engine computes, but what the formula says.
package struct RecordedFormula {
  /// The values of the tensors asked for; nil if something of them is not known.
  package let values: [ShadowArray<Wide>]?

  /// - Parameters:
  ///   - derivatives: Recorded derivatives of the loss.
  ///   - loss: Whose numbers are what they say; those of the derivatives alone may be rounded.
  package init(_ derivatives: [Tensor], of loss: Tensor, at point: ShadowPoint) {
    let evaluated = try? Self.evaluated(derivatives, of: loss, at: point)
    values = evaluated.flatMap { $0.decisions.undecided.isEmpty ? $0.values : nil }
  }

  /// The values of recorded tensors, and what had to be decided on the way.
  ///
  /// - Throws: ``Unshadowed``.
  static func evaluated(
    _ tensors: [Tensor], of loss: Tensor, at point: ShadowPoint
  ) throws -> (values: [ShadowArray<Wide>], decisions: ShadowDecisions) {
    let exact = Traversal(from: [loss.node])
    let numbers = RecordedNumbers(of: exact)
    let evaluation = ShadowEvaluation<Wide>(
      at: point, isReplayed: true,
      reading: { node, value in
        exact.index(of: node) == nil ? numbers.reading(value) : Wide(value)
      })
    return (try evaluation.values(of: tensors), evaluation.decisions)
  }
}

/// What the numbers of a derivative stand for, which its loss does not have: they may be rounded.
private struct RecordedNumbers {
  /// The numbers of the loss that have many binary digits.
  private let long: [Double]

  init(of loss: Traversal) {
    var long: Set<Double> = []
    for node in loss.nodes {
      if case .leaf(.number(let value)) = node.primitive, !Self.isShort(value) { long.insert(abs(value)) }
    }
    self.long = long.sorted()
  }

  private static func isShort(_ value: Double) -> Bool {
    !value.isFinite || value == 0 || value.significandWidth <= 26
  }

  /// A number with few binary digits is meant as it stands, and an exponent of the loss less a whole number is meant
  /// exactly; any other one is a real number rounded to a double.
  func reading(_ value: Double) -> Wide {
    if Self.isShort(value) { return Wide(value) }
    for number in long {
      for (sign, order) in [
        (1.0, 0.0), (-1, 0), (1, 1), (1, 2), (1, 3), (1, 4), (-1, 1), (-1, 2), (-1, 3), (-1, 4),
      ]
      where abs(sign * number - order - value) <= 4 * max(number, order).ulp {
        return Wide(sign * number) - Wide(order)
      }
    }
    return Wide(DoubleDouble(value), radius: value.ulp / 2)
  }
}
