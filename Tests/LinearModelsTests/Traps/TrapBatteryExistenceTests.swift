import ChainRule
import LinearModels
import Optimizers
import Testing

/// Classes and counts whose loss has no minimum, and others that look like them: told apart exactly, by every optimizer.
@Suite("Trap battery: whether there is a minimum")
struct TrapBatteryExistenceTests {
  static let optimizers: [(any Optimizer)?] = [
    nil, LBFGS(), TruncatedNewton(), ProximalNewton(), ProximalGradient(isAccelerated: true),
    ProximalGradient(),
    FirstOrderMethod(.gradientDescent, learningRate: 0.1),
    FirstOrderMethod(.adam(beta1: 0.9, beta2: 0.999, epsilon: 1e-8), learningRate: 0.05),
  ]

  /// Groups, each with its targets, one-hot but for the first.
  static func groups(_ targets: [[Double]]) throws -> (NDArray<Double>, NDArray<Double>) {
    let rows = targets.enumerated().flatMap { group, own in
      own.map { y in ((1..<targets.count).map { $0 == group ? 1.0 : 0 }, y) }
    }
    return try (NDArray(rows: rows.map(\.0)), NDArray(rows.map(\.1)))
  }

  @Test("1200 tables drawn from a seed: none is converged without a minimum, none unbounded with one")
  func drawn() throws {
    var (converged, unbounded) = (0, 0)
    for index in 0..<1200 {
      let table = DrawnTable(seed: TrapBatteryRandomTests.seed, index: index)
      let optimizer = Self.optimizers[(index / 6) % Self.optimizers.count]
      let fitted = try table.fit(using: optimizer, standardizes: index % 5 != 0)
      let text =
        "seed \(TrapBatteryRandomTests.seed), draw \(index), \(table.family.name), "
        + "\(optimizer?.name ?? "default"): \(fitted.outcome.status) \(fitted.outcome.reason)"
      if table.hasMinimum {
        #expect(fitted.outcome.status != .unbounded, "\(text)")
        converged += fitted.outcome.status == .converged ? 1 : 0
      } else {
        #expect([.unbounded, .diverged].contains(fitted.outcome.status), "\(text)")
        unbounded += fitted.outcome.status == .unbounded ? 1 : 0
      }
    }
    // First-order methods do not come to every minimum in 200 steps.
    #expect(converged > 350 && unbounded > 590, "\(converged) converged, \(unbounded) unbounded")
  }

  @Test("Groups of counts 0 beside others", arguments: optimizers.indices)
  func counts(_ index: Int) throws {
    let (X, y) = try Self.groups([[0], [4], [0], [1, 2, 3]])
    let rule = StoppingRule(tolerance: 1e-9, maximumIterations: 200)
    let fitted = try LinearModel(.poisson).fit(X, y, using: Self.optimizers[index], until: rule)
    #expect(fitted.outcome.status == .unbounded, "\(fitted.outcome.reason)")
    #expect(fitted.outcome.certificate == nil)
  }

  @Test("Groups of one class beside others", arguments: optimizers.indices)
  func classes(_ index: Int) throws {
    let (X, y) = try Self.groups([[0], [1, 1, 1, 1, 1], [0, 1, 1, 1, 1, 1], [0]])
    let rule = StoppingRule(tolerance: 1e-9, maximumIterations: 200)
    let fitted = try LinearModel(.logistic).fit(X, y, using: Self.optimizers[index], until: rule)
    #expect(fitted.outcome.status == .unbounded, "\(fitted.outcome.reason)")
  }

  @Test("The report names the direction, its columns and the rows that it separates")
  func report() throws {
    let table = try Table(csv: "colour,size,y\nred,1,0\nred,2,1\nblue,1,1\nblue,2,1\nred,1.5,1\nred,1.7,0\n")
    let fitted = try LinearModel(.logistic).fit(table, target: "y")
    #expect(fitted.outcome.status == .unbounded)
    #expect(
      fitted.outcome.reason.contains(
        "Along colour=red −1, intercept +1 the loss of no row rises, and that of rows 3, 4 falls"),
      "\(fitted.outcome.reason)")
  }

  @Test("A penalty, a bound in the way, a row of weight 0 and a row on the other side make a minimum")
  func mended() throws {
    let (X, y): (NDArray<Double>, NDArray<Double>) = ([[1], [2], [3], [4]], [0, 0, 1, 1])
    func status(
      _ model: LinearModel, _ X: NDArray<Double>, _ y: NDArray<Double>, _ weights: NDArray<Double>? = nil
    ) throws
      -> Solution.Status
    { try model.fit(X, y, weights: weights).outcome.status }
    let plain = LinearModel(.logistic)
    #expect(try status(plain, X, y) == .unbounded)
    #expect(try status(LinearModel(.logistic, penalty: .ridge(1e-6)), X, y) == .converged)
    #expect(try status(LinearModel(.logistic, penalty: .ridge(0)), X, y) == .unbounded)
    #expect(try status(LinearModel(.logistic, penalty: .box(lower: -9, upper: 9)), X, y) == .converged)
    #expect(try status(LinearModel(.logistic, penalty: .nonNegative), X, y) == .unbounded)
    #expect(try status(LinearModel(.logistic, penalty: .nonNegative), X, [1, 1, 0, 0]) == .converged)
    let (more, other): (NDArray<Double>, NDArray<Double>) = (
      [[1], [2], [3], [4], [1.5], [3.5]], [0, 0, 1, 1, 1, 0]
    )
    #expect(try status(plain, more, other) == .converged)
    #expect(try status(plain, more, other, [1, 1, 1, 1, 0, 0]) == .unbounded)
  }

  @Test("Separable classes whose coefficients may only grow have no minimum either")
  func bounded() throws {
    let fitted = try LinearModel(.softmax, penalty: .nonNegative).fit(
      [[1], [2], [3], [4], [5], [6]], labels: [0, 0, 1, 1, 2, 2])
    #expect(fitted.outcome.status == .unbounded, "\(fitted.outcome.reason)")
    // A ridge on features binds no intercept: that of a class without rows still falls.
    let missing = try LinearModel(.softmax, penalty: .ridge(0.1)).fit(
      [[1], [2], [3], [4]], labels: [0, 1, 0, 1], classCount: 3)
    #expect(missing.outcome.status == .unbounded, "\(missing.outcome.reason)")
  }
}
