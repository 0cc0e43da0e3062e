import ChainRule

// Functions of numbers, element by element.
extension SweepFamily {
  static func elementwiseCases(_ function: Elementwise) -> [SweepCase] {
    function.rule.smoothOn.flatMap { range in
      shapes.map { shape, rows in
        SweepCase(function.rawValue, shape, rows, in: range) { .recording(.elementwise(function), [$0]) }
      }
    }
  }

  static func polygammaCases(_ order: Int) -> [SweepCase] {
    shapes.map { shape, rows in
      SweepCase("polygamma \(order)", shape, rows, in: 0.6...4) { ChainRule.polygamma(order, $0) }
    }
  }

  static func arithmeticCases(_ function: Arithmetic) -> [SweepCase] {
    function.rule.smoothOn.flatMap { box in
      pairs.map { first, second, rows in
        SweepCase(function.rawValue, first, second, rows, in: box) {
          .recording(.arithmetic(function), [$0, $1])
        }
      }
    }
  }

  /// Operands that are apart, and operands that are often equal: both are rounded.
  static func comparisonCases(_ function: Comparison) -> [SweepCase] {
    pairs.flatMap { first, second, rows in
      [
        SweepCase(function.rawValue, first, second, rows, in: (0...1, 1.5...2.5)) {
          .recording(.comparison(function), [$0, $1])
        },
        SweepCase("\(function.rawValue) of rounded", first, second, rows, in: (-0.4...0.4, 0.1...0.3)) {
          .recording(.comparison(function), [round($0), round($1)])
        },
        SweepCase("\(function.rawValue), reversed", first, second, rows, in: (1.5...2.5, 0...1)) {
          .recording(.comparison(function), [$0, $1])
        },
      ]
    }
  }

  /// Conditions that hold everywhere and nowhere, in the shape of the first branch or of both.
  static let selectCases: [SweepCase] =
    [-1.2 ... -0.8, 0.8...1.2].flatMap { range in
      pairs.map { first, second, rows in
        SweepCase("select", first, second, rows, in: (range, 2...2.5)) {
          ChainRule.select($0 .> 0, squared($0), $1 * $1)
        }
      }
    } + mixedSelectCases

  /// Conditions that differ from element to element.
  private static let mixedSelectCases: [SweepCase] = [
    ([2, 3], [3]), ([2, 1], [1, 3]), ([3], []), ([], [3]),
  ].map { first, second in
    SweepCase("select", first, second, 1) {
      ChainRule.select(Tensor.constant([1, 0, 1]), squared($0), exp($1))
    }
  }

  /// An operation on arrays, and one of an expression.
  static let customCases: [SweepCase] =
    shapes.map { shape, rows in
      SweepCase("scaled cube", shape, [], rows) { Tensor.applying(ScaledCube(), to: [$0, $1]) }
    }
    + shapes.map { shape, rows in
      SweepCase("product of squares", shape, shape, rows) { x, z in
        ChainRule.custom("productOfSquares", of: [x, z]) {
          squared($0[0]) * squared($0[1])
        } pullback: { cotangent, x, _ in
          [cotangent * 2 * x[0] * squared(x[1]), cotangent * 2 * x[1] * squared(x[0])]
        }
      }
    }
}

/// s x³ for an array x and a scalar s.
struct ScaledCube: CustomOperation {
  let name = "scaledCube"
  func shape(of operands: [Shape]) -> Shape { operands[0] }
  func evaluate<Scalar: TensorScalar>(_ operands: [NDArray<Scalar>]) -> NDArray<Scalar> {
    let scale = operands[1].elements[0]
    return operands[0].map { scale * $0 * $0 * $0 }
  }
  func pullback(_ cotangent: Tensor, operands: [Tensor], output: Tensor) -> [Tensor?] {
    let (x, scale) = (operands[0], operands[1])
    return [cotangent * 3 * scale * squared(x), sum(cotangent * x * x * x)]
  }
}
