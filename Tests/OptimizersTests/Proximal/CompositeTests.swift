import ChainRule
import Foundation
import Optimizers
import Testing

/// Proximal methods on objectives with kinks and walls.
@Suite("Composite objectives")
struct CompositeTests {
  static let X = Tensor.input("X", shape: [.batch, 3])
  static let y = Tensor.input("y", shape: [.batch])
  static let w = Tensor.parameter("w", shape: [3])
  static let b = Tensor.parameter("b", shape: [])
  static let data: Bindings<Double> = [
    X: [[1, 0, 2], [0, 1, -1], [1, 1, 0.5], [2, 1, 1], [-1, 1, 0], [0, -2, 1]], y: [3, 1, 4, 7, -1.5, -1.2],
  ]

  static func regression(_ penalty: Penalty) throws -> Objective {
    try Objective(mean(squared(X • w + b - y)), over: [w, b], penalties: [w: penalty], data: data)
  }

  static let separable: [Penalty] = [
    .none, .ridge(0.3), .lasso(0.9), .elasticNet(1, mixing: 0.6), .nonNegative, .box(lower: -0.2, upper: 1),
    .box(lower: 0.25, upper: 0.25), .lasso(100),
  ]

  @Test("FISTA, plain steps and Newton's steps meet", arguments: separable)
  func meeting(_ penalty: Penalty) throws {
    let objective = try Self.regression(penalty)
    let rule = StoppingRule(tolerance: 1e-11)
    let solutions = [
      try minimize(objective, using: .proximalNewton(), until: rule),
      try minimize(objective, using: .proximalNewton(denseLimit: 0), until: rule),
      try minimize(objective, using: .fista(), until: rule),
      try minimize(objective, using: .proximalGradient(), until: rule),
    ]
    for solution in solutions {
      #expect(solution.isConverged, "\(solution.description)")
      // The least curvature of this design is above 0.1: 1e-11 of slope, relative to a value below 20, is 2e-9 at most.
      for (x, z) in zip(solution.point, solutions[0].point) {
        #expect(abs(x - z) <= 1e-8 && (x == 0) == (z == 0), "\(solution.point), not \(solutions[0].point)")
      }
    }
  }

  @Test("Walls hold to the last bit")
  func walls() throws {
    let box = try minimize(Self.regression(.box(lower: -0.2, upper: 1)), using: .proximalNewton())
    let values = try box[Self.w].elements
    #expect(values.contains(1) && values.allSatisfy { $0 >= -0.2 && $0 <= 1 }, "\(values)")
  }

  @Test("FISTA sets whole groups to zero, and Newton's method refuses them")
  func groups() throws {
    let V = Tensor.parameter("V", shape: [3, 2])
    let Y = Tensor.input("Y", shape: [.batch, 2])
    let targets: NDArray<Double> = [[3, 1], [1, 0.2], [4, 1.5], [7, 2], [-1.5, 0], [-1.2, -1]]
    let objective = try Objective(
      mean(sum(squared(Self.X • V - Y), along: [1])), penalties: [V: .groupLasso(2)],
      data: [Self.X: Self.data.entries.first { $0.tensor == Self.X }!.array, Y: targets])
    let solution = try minimize(objective, using: .fista(), until: StoppingRule(tolerance: 1e-11))
    #expect(solution.isConverged, "\(solution.description)")
    let rows = stride(from: 0, to: 6, by: 2).map { Array(solution.point[$0..<$0 + 2]) }
    #expect(rows.contains([0, 0]) && rows.contains { $0[0] != 0 && $0[1] != 0 }, "\(rows)")
    let gap = try #require(solution.certificate).gap
    #expect(gap >= 0 && gap < 1e-8, "\(gap)")
    let refusal =
      "minimize: proximal Newton: proximal Newton takes coefficients one by one, and a group lasso binds them together; "
      + "use .fista()"
    let error = #expect(throws: ChainRuleError.self) { try minimize(objective, using: .proximalNewton()) }
    #expect(error.map { "\($0)" } == refusal)
  }

  @Test("A start is not shrunk, only brought within walls")
  func start() throws {
    let here: [NDArray<Double>] = [[0.5, -0.25, 3], NDArray(1)]
    let none = StoppingRule(maximumIterations: 0)
    let lasso = try minimize(Self.regression(.lasso(0.9)), from: here, using: .fista(), until: none)
    #expect(lasso.point == [0.5, -0.25, 3, 1])
    let box = try minimize(
      Self.regression(.box(lower: 0, upper: 1)), from: here, using: .fista(), until: none)
    #expect(box.point == [0.5, 0, 1, 1])
  }

  @Test("Where no step improves any more, both say so and do not converge")
  func stuck() throws {
    let rule = StoppingRule(tolerance: 0)
    // An irrational minimum, at which no slope of doubles vanishes.
    let x = Tensor.parameter("x", shape: [2], initial: [1, 2])
    let objective = try Objective(sum(exp(x) - Tensor.constant([3, 7]) * x), penalties: [x: .lasso(0.1)])
    for solution in [
      try minimize(objective, using: .proximalNewton(), until: rule),
      try minimize(objective, using: .fista(), until: rule),
      try minimize(objective, using: .proximalGradient(), until: rule),
    ] {
      let isHonest = solution.status == .stalled || solution.isConverged && solution.stationarity == 0
      #expect(isHonest, "\(solution.description)")
      #expect(abs(solution.point[0] - 1.064_710_736_992_428_3) < 1e-7, "\(solution.point)")
      #expect((solution.certificate == nil) == !solution.isConverged)
    }
  }

  @Test("Newton's method descends where the loss is not convex, and from a point without curvature")
  func nonConvex() throws {
    let x = Tensor.parameter("x", shape: [2], initial: [0.1, -1.5])
    let loss = sum(squared(squared(x) - 1)) + 0.5 * sum(x)
    for limit in [300, 0] {
      let solution = try minimize(
        Objective(loss, penalties: [x: .lasso(0.2)]), using: .proximalNewton(denseLimit: limit))
      #expect(solution.isConverged, "\(solution.description)")
    }
  }

  @Test("A loss that is not defined ahead of the point is no obstacle")
  func domain() throws {
    let x = Tensor.parameter("x", shape: [], initial: 5)
    let objective = try Objective(x - 1e-3 * log(x), penalties: [x: .nonNegative])
    for solution in [
      try minimize(objective, using: .fista(), until: StoppingRule(tolerance: 1e-6)),
      try minimize(objective, using: .proximalNewton(), until: StoppingRule(tolerance: 1e-6)),
    ] {
      #expect(solution.isConverged && abs(solution.point[0] - 1e-3) < 1e-8, "\(solution.description)")
    }
  }

  @Test("A state read back goes on with the same numbers")
  func states() throws {
    let evaluator = try Evaluator(Self.regression(.lasso(0.9)))
    func hold<Method: Optimizer>(_ method: Method, through steps: Int) throws {
      var state = try method.start(at: [0.3, 0, -1, 0.1], on: evaluator)
      for _ in 0..<steps { try method.step(&state, on: evaluator) }
      var copy = try JSONDecoder().decode(Method.State.self, from: JSONEncoder().encode(state))
      for _ in 0..<steps {
        try method.step(&state, on: evaluator)
        try method.step(&copy, on: evaluator)
      }
      #expect(state.current == copy.current, "\(method.name)")
    }
    try hold(.fista(), through: 7)
    try hold(.proximalGradient(), through: 7)
    try hold(.proximalNewton(), through: 1)
  }

  @Test("Data that a plane separates are never called converged, whatever the size of the coefficients")
  func separableData() throws {
    var data = Self.data
    data[Self.y] = [1, 0, 1, 1, 0, 0]
    // In small units the coefficients are great, and a Newton step is small beside them.
    for unit in [1, 1e-3, 1e3] {
      let z = unit * (Self.X • Self.w) + Self.b
      let objective = try Objective(mean(softplus(z) - Self.y * z), data: data)
      for limit in [300, 0] {
        let solution = try minimize(objective, using: .proximalNewton(denseLimit: limit))
        #expect(!solution.isConverged && solution.certificate == nil, "\(unit): \(solution.description)")
      }
      let solution = try minimize(objective, using: .fista())
      #expect(!solution.isConverged, "\(unit): \(solution.description)")
    }
  }

  @Test("What falls without end is not called converged, however small the slope is beside the value")
  func endless() throws {
    let x = Tensor.parameter("x", shape: [2], initial: [-1.2, 1])
    let objective = try Objective(sum(x), penalties: [x: .lasso(0.5)])
    for limit in [300, 0] {
      let solution = try minimize(objective, using: .proximalNewton(denseLimit: limit))
      #expect([.unbounded, .iterationLimit].contains(solution.status), "\(solution.description)")
    }
    let solution = try minimize(objective, using: .fista())
    #expect([.unbounded, .iterationLimit].contains(solution.status), "\(solution.description)")
  }

  @Test("A column of time stamps beside its likes costs Newton's method no accuracy")
  func timeStamps() throws {
    let rows: NDArray<Double> = [
      [1, 1, 1.6e9], [2, 2, 1.6001e9], [3, 3, 1.6004e9], [5, 5, 1.5e9], [4, 4, 1.7e9],
    ]
    let data: Bindings<Double> = [Self.X: rows, Self.y: [1, 2, 3.5, 4, 4.1]]
    let objective = try Objective(
      mean(squared(Self.X • Self.w - Self.y)), penalties: [Self.w: .ridge(0.1)], data: data)
    // Slopes are sums of products of 1e9 with residuals near 1, known to 1e-16 of that.
    let solution = try minimize(
      objective, using: .proximalNewton(), until: StoppingRule(tolerance: 1e-6, checksCurvature: false))
    #expect(solution.isConverged && solution.iterations < 10, "\(solution.description)")
    // The ridge shares the slope evenly between equal columns.
    #expect(abs(solution.point[0] - solution.point[1]) < 1e-9)
  }

  @Test("A minimum that equal columns share is one, though no curvature holds the shares")
  func equalColumns() throws {
    let rows: NDArray<Double> = [
      [1, 0, 1], [0, 1, 0], [1, 1, 1], [2, 1, 2], [-1, 1, -1], [0, -2, 0], [1, 0, 1], [2, 1, 2],
    ]
    let data: Bindings<Double> = [Self.X: rows, Self.y: [1, 0, 1, 0, 0, 1, 0, 1]]
    let z = Self.X • Self.w + Self.b
    let objective = try Objective(mean(softplus(z) - Self.y * z), data: data)
    for tolerance in [1e-6, 1e-12] {
      let rule = StoppingRule(tolerance: tolerance)
      for solution in [
        try minimize(objective, using: .proximalNewton(), until: rule),
        try minimize(objective, using: .proximalNewton(denseLimit: 0), until: rule),
        try minimize(objective, using: .fista(), until: rule),
      ] {
        #expect(solution.isConverged, "\(solution.description)")
        #expect(solution.certificate?.distanceBound == nil)
      }
    }
  }
}
