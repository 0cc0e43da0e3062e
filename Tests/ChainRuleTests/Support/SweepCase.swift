import ChainRule

/// One application of a primitive to inputs of given shapes, drawn from where it is smooth.
struct SweepCase: CustomStringConvertible, Sendable {
  struct Input: Sendable {
    let shape: Shape
    let range: ClosedRange<Double>
  }

  let name: String
  let rows: Int
  let inputs: [Input]
  let apply: @Sendable ([Tensor]) -> Tensor

  var description: String {
    "\(name) on \(inputs.map(\.shape.description).joined(separator: ", ")), N = \(rows)"
  }

  var leaves: [Tensor] {
    inputs.enumerated().map { index, input in Tensor.input("x\(index)", shape: input.shape) }
  }

  func draw(_ generator: inout SeededGenerator) throws -> [NDArray<Double>] {
    try inputs.map { input in
      let lengths = input.shape.extents.map { if case .fixed(let length) = $0 { length } else { rows } }
      let width = input.range.upperBound - input.range.lowerBound
      let elements = (0..<lengths.reduce(1, *)).map { _ in
        input.range.lowerBound + width * generator.uniform()
      }
      return try NDArray(shape: lengths, elements: elements)
    }
  }
}

/// Every family of primitives that computes; a new case of `Primitive` does not compile until it is named here.
enum SweepFamily: CaseIterable, Sendable {
  case elementwise, arithmetic, select, matrixProduct, permutation, reshape, broadcast, sum, name

  static func of(_ primitive: Primitive) -> SweepFamily? {
    switch primitive {
    case .leaf: nil
    case .comparison: nil  // Derivative 0 everywhere; swept by value in ComparisonTests.
    case .name: .name
    case .elementwise: .elementwise
    case .arithmetic: .arithmetic
    case .select: .select
    case .matrixProduct: .matrixProduct
    case .permutation: .permutation
    case .reshape: .reshape
    case .broadcast: .broadcast
    case .sum: .sum
    case .polygamma, .slice, .pad, .reversal, .concatenation, .gather, .scatterAdd, .reduction,
      .normalization,
      .cumulativeSum, .arrangement, .triangle, .diagonal, .diagonalMatrix, .matrixFunction, .solution,
      .custom,
      .stopGradient:
      nil
    }
  }

  var cases: [SweepCase] {
    switch self {
    case .elementwise: Elementwise.allCases.flatMap(Self.elementwiseCases)
    case .arithmetic: Arithmetic.allCases.flatMap(Self.arithmeticCases)
    case .select: Self.selectCases
    case .matrixProduct: Self.matrixProductCases
    case .permutation: Self.permutationCases
    case .reshape: Self.reshapeCases
    case .broadcast: Self.broadcastCases
    case .sum: Self.sumCases
    case .name:
      Self.shapes.map { shape, rows in
        SweepCase(name: "named", rows: rows, inputs: [.init(shape: shape, range: -2...2)]) {
          $0[0].named("v")
        }
      }
    }
  }

  /// Ranks 0 to 4, sizes 0 and 1, with and without rows.
  static let shapes: [(Shape, Int)] = [
    ([], 1), ([0], 1), ([1], 1), ([3], 1), ([2, 3], 1), ([0, 2], 1), ([2, 0], 1), ([2, 1, 3], 1),
    ([1, 1, 1], 1), ([2, 1, 2, 2], 1), ([.batch], 0), ([.batch], 1), ([.batch], 4), ([.batch, 2], 3),
    ([.batch, 1], 0), ([.batch, 2, 2], 2), ([.batch, 0], 3),
  ]

  /// Each way in which two shapes broadcast.
  static let pairs: [(Shape, Shape, Int)] = [
    ([], [], 1), ([3], [], 1), ([], [3], 1), ([3], [3], 1), ([3], [1], 1), ([1], [3], 1), ([2, 3], [3], 1),
    ([3], [2, 3], 1), ([2, 3], [], 1), ([2, 1], [1, 3], 1), ([1, 3], [2, 1], 1), ([2, 3], [2, 3], 1),
    ([2, 1], [3], 1), ([0, 3], [3], 1), ([1], [0], 1), ([0], [0], 1), ([2, 1, 3], [4, 1], 1),
    ([1, 1], [1], 1), ([1, 2, 1, 2], [2, 1, 1], 1), ([.batch], [.batch], 3), ([.batch], [], 3),
    ([], [.batch], 2), ([.batch, 2], [2], 3), ([2], [.batch, 2], 3), ([.batch, 1], [.batch, 3], 2),
    ([.batch, 1], [1, 3], 2), ([.batch, 2], [.batch, 2], 1), ([.batch, 2], [1, 2], 0), ([1], [.batch], 0),
  ]

  private static func elementwiseCases(_ function: Elementwise) -> [SweepCase] {
    function.rule.smoothOn.flatMap { range in
      shapes.map { shape, rows in
        SweepCase(name: function.rawValue, rows: rows, inputs: [.init(shape: shape, range: range)]) {
          .recording(.elementwise(function), $0)
        }
      }
    }
  }

  private static func arithmeticCases(_ function: Arithmetic) -> [SweepCase] {
    function.rule.smoothOn.flatMap { box in
      pairs.map { first, second, rows in
        SweepCase(
          name: function.rawValue, rows: rows,
          inputs: [.init(shape: first, range: box.0), .init(shape: second, range: box.1)]
        ) { .recording(.arithmetic(function), $0) }
      }
    }
  }

  /// Conditions that hold everywhere and nowhere, in the shape of the first branch or of both.
  private static let selectCases: [SweepCase] =
    [-1.2 ... -0.8, 0.8...1.2].flatMap { range in
      pairs.map { first, second, rows in
        SweepCase(
          name: "select", rows: rows,
          inputs: [.init(shape: first, range: range), .init(shape: second, range: 2...2.5)]
        ) { ChainRule.select($0[0] .> 0, squared($0[0]), $0[1] * $0[1]) }
      }
    } + mixedSelectCases

  /// Conditions that differ from element to element.
  private static let mixedSelectCases: [SweepCase] = [
    ([2, 3], [3]), ([2, 1], [1, 3]), ([3], []), ([], [3]),
  ].map {
    first, second in
    SweepCase(
      name: "select", rows: 1,
      inputs: [.init(shape: first, range: -2...2), .init(shape: second, range: -2...2)]
    ) { ChainRule.select(Tensor.constant([1, 0, 1]), squared($0[0]), exp($0[1])) }
  }

  private static let matrixProductCases: [SweepCase] = [
    ([3], [3], 1), ([0], [0], 1), ([1], [1], 1), ([2, 3], [3], 1), ([2, 0], [0], 1), ([0, 3], [3], 1),
    ([1, 1], [1], 1), ([3], [3, 2], 1), ([1], [1, 4], 1), ([3], [3, 0], 1), ([2, 3], [3, 4], 1),
    ([1, 3], [3, 1], 1), ([2, 1], [1, 2], 1), ([0, 2], [2, 3], 1), ([2, 0], [0, 3], 1),
    ([.batch, 2], [2], 3),
    ([.batch, 2], [2], 0), ([.batch, 2], [2], 1), ([.batch, 2], [2, 3], 4), ([.batch], [.batch], 5),
    ([.batch], [.batch], 0), ([.batch], [.batch, 2], 3), ([.batch, 9], [9, 10], 17),
    ([.batch, 1], [1, 2], 2),
  ].map { first, second, rows in
    SweepCase(
      name: "matmul", rows: rows,
      inputs: [.init(shape: first, range: -2...2), .init(shape: second, range: -2...2)]
    ) { $0[0] • $0[1] }
  }

  private static let permutationCases: [SweepCase] = [
    ([2, 3], 1, [1, 0]), ([2, 3], 1, [0, 1]), ([2, 3], 1, [-1, 0]), ([2, 3, 4], 1, [2, 0, 1]),
    ([2, 0, 4], 1, [1, 2, 0]), ([1, 2, 1, 3], 1, [3, 1, 0, 2]), ([.batch, 2], 3, [1, 0]),
    ([.batch, 2], 0, [1, 0]), ([.batch, 2, 3], 2, [0, 2, 1]), ([5], 1, [0]),
  ].map { shape, rows, order in
    SweepCase(name: "transposed \(order)", rows: rows, inputs: [.init(shape: shape, range: -2...2)]) {
      $0[0].transposed(axes: order)
    }
  }

  private static let reshapeCases: [SweepCase] = [
    ([], [1], 1), ([1, 1], [], 1), ([6], [2, 3], 1), ([2, 3], [3, 2], 1), ([0, 3], [5, 0], 1),
    ([.batch, 6], [.batch, 2, 3], 2), ([.batch, 2], [.batch, 1, 2], 0), ([.batch], [.batch, 1], 3),
    ([2, 1, 3], [6], 1), ([1, 4], [4, 1, 1], 1),
  ].map { shape, target, rows in
    SweepCase(name: "reshaped to \(target)", rows: rows, inputs: [.init(shape: shape, range: -2...2)]) {
      $0[0].reshaped(to: target)
    }
  }

  private static let broadcastCases: [SweepCase] = [
    ([], [3], 1), ([], [2, 0], 1), ([1], [4], 1), ([3], [2, 3], 1), ([2, 1], [2, 3], 1),
    ([1, 3], [2, 3], 1),
    ([1, 1], [2, 2, 2], 1), ([3], [3], 1), ([], [.batch], 4), ([], [.batch, 2], 0), ([2], [.batch, 2], 3),
    ([.batch, 1], [.batch, 3], 2), ([1], [.batch], 2), ([1, 2], [.batch, 2], 1),
  ].map { shape, target, rows in
    // A broadcast to rows alone has no row of its own: N comes from a companion.
    SweepCase(
      name: "broadcast to \(target)", rows: rows,
      inputs: [.init(shape: shape, range: -2...2), .init(shape: target, range: -2...2)]
    ) { $0[0].broadcast(to: target) * $0[1] }
  }

  private static let sumCases: [SweepCase] = shapes.flatMap { shape, rows in
    let axes = Array(0..<shape.rank)
    let choices = [
      nil, axes.first.map { [$0] }, axes.last.map { [$0] }, axes.count > 2 ? [0, axes.count - 1] : nil,
    ]
    return ([nil] + choices.compactMap { $0 }).flatMap { axes in
      [false, true].map { keepingAxes in
        SweepCase(
          name: "sum over \(axes?.description ?? "all"), keeping \(keepingAxes)", rows: rows,
          inputs: [.init(shape: shape, range: -2...2)]
        ) { ChainRule.sum($0[0], along: axes, keepingAxes: keepingAxes) }
      }
    }
  }
}
