import ChainRule
import LinearModels
import Optimizers
import Testing

/// Data that fits stumble over, each with the status it must have and words that must be said.
@Suite("Trap battery: fits")
struct TrapBatteryFitTests {
  struct Trap: Sendable, CustomTestStringConvertible {
    let name: String
    let status: Solution.Status
    /// Parts of the reason or of a warning.
    let says: [String]
    /// The value of the objective, where it is known.
    var value: Double?
    let fit: @Sendable () throws -> FittedModel

    init(
      _ name: String, _ status: Solution.Status, _ says: String..., value: Double? = nil,
      fit: @escaping @Sendable () throws -> FittedModel
    ) {
      (self.name, self.status, self.says, self.value, self.fit) = (name, status, says, value, fit)
    }

    var testDescription: String { name }
  }

  static let X: NDArray<Double> = [[1, 2], [3, 4], [5, 7], [2, 9], [4, 1]]
  static let y: NDArray<Double> = [1, 2, 4, 3, 5]
  static let four: NDArray<Double> = [[1], [2], [3], [4]]
  static let twins: NDArray<Double> = [[1, 1], [2, 2], [4, 4], [5, 5]]
  static let wide: NDArray<Double> = [[1, 2, 3, 5], [4, 5, 6, 1], [1, 0, 2, 2]]
  static let times: NDArray<Double> = [
    [1_600_000_000], [1_600_000_060], [1_600_000_120], [1_600_000_180],
  ]
  static let unequal: NDArray<Double> = [
    [1e-6, 2e6], [3e-6, 4e6], [5e-6, 7e6], [2e-6, 9e6], [4e-6, 1e6],
  ]
  static let squares = LinearModel(.leastSquares)
  static let plain = LinearModel(.leastSquares, standardizes: false)
  static func scaled(_ factor: Double) -> NDArray<Double> { NDArray(y.elements.map { $0 * factor }) }
  /// The least mean square of `y` by `X`, in rational numbers 4023/5600.
  static let least = 4023.0 / 5600

  static let traps: [Trap] = [
    Trap("a rate three times too large", .diverged, "2/λmax is", "above it", "works") {
      try squares.fit(X, y, using: .gradientDescent(learningRate: 3 * 0.914))
    },
    Trap("separable", .unbounded, "the loss keeps falling as coefficients grow; add a penalty") {
      try LinearModel(.logistic).fit(four, [0, 0, 1, 1])
    },
    Trap("separable, by L-BFGS", .unbounded, "add a penalty") {
      try LinearModel(.logistic).fit(four, [0, 0, 1, 1], using: .lbfgs())
    },
    Trap("separable but for a point on the border", .unbounded, "add a penalty") {
      try LinearModel(.logistic).fit([[1], [2], [2], [4]], [0, 0, 1, 1])
    },
    Trap("separable by a feature in units too small to see", .unbounded, "add a penalty") {
      try LinearModel(.logistic, standardizes: false).fit(unequal, [0, 1, 1, 0, 1])
    },
    Trap("separable, on the way to a wall", .unbounded, "add a penalty") {
      try LinearModel(.logistic, penalty: .nonNegative, standardizes: false, hasIntercept: true).fit(
        [
          [0.64, -1.97, 1.6, 1.6], [-0.57, 0.24, -0.76, -0.2], [-0.7, -0.52, -0.42, 0.17],
          [1.9, -0.31, 2.59, -0.52], [-1.44, -1.95, 1.39, 1.29], [-0.05, -0.97, 0.67, -0.19],
          [0.58, 0.81, 0.78, -0.51],
        ], [1, 0, 0, 1, 1, 1, 1], using: .proximalNewton(),
        until: StoppingRule(tolerance: 1e-9, maximumIterations: 300))
    },
    Trap("three classes in a row", .unbounded, "add a penalty") {
      try LinearModel(.softmax).fit([[1], [2], [3], [4], [5], [6]], labels: [0, 0, 1, 1, 2, 2])
    },
    Trap("a class without rows", .unbounded, "add a penalty") {
      try LinearModel(.softmax).fit(X, labels: [0, 1, 0, 1, 1], classCount: 3)
    },
    Trap("counts that are all 0 on one side", .unbounded, "add a penalty") {
      try LinearModel(.poisson).fit([[0], [0], [1], [1]], [0, 0, 3, 5])
    },
    Trap("separable and penalised", .converged) {
      try LinearModel(.logistic, penalty: .lasso(0.01)).fit(four, [0, 0, 1, 1])
    },
    Trap("a constant column", .converged, "feature x2 is constant: its coefficient is 0", value: 1.0 / 42) {
      try squares.fit([[1, 7], [2, 7], [4, 7]], [1, 2, 3])
    },
    Trap("a constant column as it is", .converged, "x2 = 7 · constant", value: 1.0 / 42) {
      try plain.fit([[1, 7], [2, 7], [4, 7]], [1, 2, 3])
    },
    Trap(
      "duplicate columns", .converged,
      "feature x2 depends on others, and its coefficient is not determined: x2 = x1", value: 0.1625
    ) { try squares.fit(twins, [1, 2, 3, 5]) },
    Trap("duplicate columns of a classifier", .converged, "x2 = x1") {
      try LinearModel(.logistic).fit(twins, [0, 1, 0, 1])
    },
    Trap("a total beside its parts", .converged, "feature total depends on others", "total = width + height")
    {
      try squares.fit(
        Table(csv: "width,height,total,y\n1,5,6,2\n2,4,6,3\n5,1,6,9\n4,8,12,1\n7,7,14,2\n"), target: "y")
    },
    Trap("time stamps", .converged, value: 0.05) { try squares.fit(times, [1, 2, 4, 5]) },
    Trap("time stamps as they are", .converged, "feature x1 is as great as 1600000180.0", "standardise") {
      try plain.fit(times, [1, 2, 4, 5])
    },
    Trap("one row", .converged, "1 row cannot determine 3 coefficients", value: 0) {
      try squares.fit([[1, 2]], [3])
    },
    Trap("fewer rows than features", .converged, "3 rows cannot determine 5 coefficients", value: 0) {
      try squares.fit(wide, [1, 2, 4])
    },
    Trap("fewer rows than features, of a classifier", .unbounded, "add a penalty", "3 rows cannot") {
      try LinearModel(.logistic).fit(wide, [1, 0, 1])
    },
    Trap("huge targets", .converged, value: least * 1e24) { try squares.fit(X, scaled(1e12)) },
    Trap("tiny targets", .converged, value: least * 1e-24) { try squares.fit(X, scaled(1e-12)) },
    Trap("tiny targets, by gradient descent", .converged, value: least * 1e-24) {
      try squares.fit(X, scaled(1e-12), using: .gradientDescent(learningRate: 0.3))
    },
    Trap("targets whose squares overflow", .nonFinite, "is inf", "square") {
      try squares.fit(X, scaled(1e200))
    },
    Trap("features whose squares overflow", .converged) {
      try squares.fit([[1e300], [2e300], [-1e300]], [1, 2, 3])
    },
    Trap("badly scaled", .converged, "feature x2 is as great as 9000000.0", "standardise", value: least) {
      try plain.fit(unequal, y)
    },
    Trap("badly scaled, by L-BFGS", .converged, "standardise", value: least) {
      try plain.fit(unequal, y, using: .lbfgs())
    },
    Trap("a unit so small that the slope is", .converged, "standardise", value: least) {
      try plain.fit([[1e-25, 2], [3e-25, 4], [5e-25, 7], [2e-25, 9], [4e-25, 1]], y)
    },
    Trap("an exact line of great numbers", .converged, "the rounding of what they are differences of") {
      try squares.fit(
        [[1], [2], [3], [4.5]], [3e6, 5e6, 7e6, 1e7], using: .truncatedNewton(),
        until: StoppingRule(tolerance: 1e-20))
    },
    Trap("a tolerance of 0", .stalled, "no step improves", "> 0.0", value: least) {
      try squares.fit(X, y, using: .truncatedNewton(), until: StoppingRule(tolerance: 0))
    },
    Trap("no steps", .iterationLimit, "0 steps;", value: 2) {
      try squares.fit(X, y, until: StoppingRule(maximumIterations: 0))
    },
    Trap("equal targets", .converged, "all targets are 5.0: features have nothing to explain", value: 0) {
      try squares.fit(X, [5, 5, 5, 5, 5])
    },
    // w = 10/7, and the mean square 1/7.
    Trap("no intercept, on one scale", .converged, value: 1.0 / 7) {
      try LinearModel(.leastSquares, hasIntercept: false).fit([[1], [2], [3]], [2, 3, 4])
    },
    Trap("a constant column in place of an intercept", .converged, value: 1) {
      try LinearModel(.leastSquares, hasIntercept: false).fit([[7], [7]], [1, 3])
    },
    Trap("a group lasso without a method named", .converged) {
      try LinearModel(.leastSquares, penalty: .groupLasso(0.1)).fit(X, y)
    },
  ]

  @Test("Each has its status, and says why", arguments: traps)
  func status(_ trap: Trap) throws {
    let fitted = try trap.fit()
    let text = ([fitted.outcome.reason] + fitted.warnings).joined(separator: "\n")
    #expect(fitted.outcome.status == trap.status, "\(text)")
    for part in trap.says { #expect(text.contains(part), "\(text)") }
    if let value = trap.value {
      #expect(
        abs(fitted.outcome.value - value) <= 1e-9 * abs(value) + 1e-28,
        "\(fitted.outcome.value), not \(value)")
    }
    #expect((fitted.outcome.certificate == nil) == (trap.status != .converged))
    #expect((try? fitted.json()) != nil || !fitted.outcome.value.isFinite)
  }

  @Test("The rate that is named after one that is too large converges", arguments: [3.0, 30, 1e6])
  func mended(factor: Double) throws {
    let fitted = try Self.squares.fit(
      Self.X, Self.y, using: .gradientDescent(learningRate: factor * 0.914))
    let words = try #require(fitted.outcome.reason.split(separator: ";").last).split(separator: " ")
    let rate = try #require(words.first.flatMap { Double($0) }, "\(fitted.outcome.reason)")
    let again = try Self.squares.fit(Self.X, Self.y, using: .gradientDescent(learningRate: rate))
    #expect(again.outcome.status == .converged && abs(again.outcome.value - Self.least) < 1e-12)
  }
}
