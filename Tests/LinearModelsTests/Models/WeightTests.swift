import ChainRule
import LinearModels
import Optimizers
import Testing

/// Weights count rows: 0 is a row that is absent, 2 one that is there twice, and a common factor says nothing.
@Suite("Weights count rows")
struct WeightTests {
  private static let X = PenaltyPathTests.X
  private static let counts = (0..<PenaltyPathTests.rows).map { $0 % 4 }

  /// What a fit is tried with.
  struct Case: Sendable, CustomTestStringConvertible {
    let family: Family
    let penalty: Penalty
    var testDescription: String { "\(family.name) \(penalty)" }
  }

  static let cases = PenaltyPathTests.families.flatMap { family in
    EveryPenaltyTests.penalties.map { penalty in
      // Without a penalty the classes of these rows are separable or nearly so.
      Case(family: family, penalty: penalty == .none && family.isClassifier ? .ridge(1e-3) : penalty)
    }
  }

  /// The methods that a penalty can be fitted by.
  static func optimizers(_ penalty: Penalty) -> [(any Optimizer)?] {
    switch penalty {
    case .none, .ridge:
      [nil, LBFGS(), TruncatedNewton(), ProximalNewton(), ProximalGradient(isAccelerated: true)]
    case .groupLasso: [nil, ProximalGradient(isAccelerated: true)]
    default: [nil, ProximalNewton(), ProximalGradient(isAccelerated: true)]
    }
  }

  private static func repeated(_ array: NDArray<Double>, _ counts: [Int]) throws -> NDArray<Double> {
    let width = array.shape.dropFirst().reduce(1, *)
    let elements = counts.enumerated().flatMap { row, count in
      (0..<count).flatMap { _ in array.elements[row * width..<(row + 1) * width] }
    }
    return try NDArray(shape: [elements.count / width] + array.shape.dropFirst(), elements: elements)
  }

  private static func fit(
    _ test: Case, _ X: NDArray<Double>, _ y: NDArray<Double>, _ weights: [Double]?,
    _ optimizer: (any Optimizer)?
  ) throws -> FittedModel {
    let model = LinearModel(test.family, penalty: test.penalty)
    let weights = weights.map { NDArray($0) }
    // Not so narrow that an accelerated gradient method would not come there.
    let rule = StoppingRule(tolerance: 1e-10, maximumIterations: 5000)
    guard test.family == .softmax else {
      return try model.fit(X, y, weights: weights, using: optimizer, until: rule)
    }
    let labels = IndexArray(y.elements.map { Int($0) })
    return try model.fit(X, labels: labels, classCount: 3, weights: weights, using: optimizer, until: rule)
  }

  private static func difference(_ a: FittedModel, _ b: FittedModel) -> Double {
    let pairs = zip(
      a.coefficients.elements + a.intercepts + [a.outcome.value],
      b.coefficients.elements + b.intercepts + [b.outcome.value])
    // Of a softmax only differences of classes are determined.
    if a.model.family == .softmax { return abs(a.outcome.value - b.outcome.value) }
    return pairs.reduce(0) { max($0, abs($1.0 - $1.1) / max(1, abs($1.0))) }
  }

  @Test("A weight of n is the row n times, and of 0 none, however the row looks", arguments: cases)
  func counts(_ test: Case) throws {
    let y = PenaltyPathTests.targets(test.family)
    var far = Self.X
    for row in Self.counts.indices where Self.counts[row] == 0 { far[row, 1] = 1e3 * Double(row + 1) }
    for optimizer in Self.optimizers(test.penalty) {
      let weighted = try Self.fit(test, far, y, Self.counts.map(Double.init), optimizer)
      let repeated = try Self.fit(
        test, Self.repeated(Self.X, Self.counts), Self.repeated(y, Self.counts), nil, optimizer)
      let text = "\(optimizer?.name ?? "default"): \(weighted.outcome.reason); \(repeated.outcome.reason)"
      #expect(weighted.outcome.status == repeated.outcome.status, "\(text)")
      #expect(
        Self.difference(weighted, repeated) < 1e-6,
        "\(text) \(weighted.coefficients) \(repeated.coefficients)")
    }
  }

  @Test("A common factor changes nothing, and a power of two no digit", arguments: cases)
  func factors(_ test: Case) throws {
    let y = PenaltyPathTests.targets(test.family)
    let weights = Self.counts.map { 0.5 + Double($0) }
    for optimizer in Self.optimizers(test.penalty) {
      let plain = try Self.fit(test, Self.X, y, weights, optimizer)
      for exponent in [-900, -40, 40, 900] {
        let scaled = weights.map { $0 * Double(sign: .plus, exponent: exponent, significand: 1) }
        let other = try Self.fit(test, Self.X, y, scaled, optimizer)
        #expect(other.coefficients == plain.coefficients && other.intercepts == plain.intercepts)
        #expect(other.outcome.status == plain.outcome.status && other.outcome.value == plain.outcome.value)
      }
      let tripled = try Self.fit(test, Self.X, y, weights.map { 3e-5 * $0 }, optimizer)
      #expect(tripled.outcome.status == plain.outcome.status)
      #expect(Self.difference(tripled, plain) < 1e-6)
    }
  }

  @Test("A row of weight 0 far away moves neither means nor penalty")
  func far() throws {
    let model = LinearModel(.leastSquares, penalty: .ridge(0.1))
    let X: NDArray<Double> = [[1], [2], [3], [4], [1000]]
    let y: NDArray<Double> = [1, 2, 3, 4, 5]
    let weighted = try model.fit(X, y, weights: [1, 1, 1, 1, 0])
    let alone = try model.fit([[1], [2], [3], [4]], [1, 2, 3, 4])
    #expect(weighted.coefficients == alone.coefficients && weighted.scaling == alone.scaling)
    let paths = try [
      PenaltyPath(.leastSquares).fit(X, y, weights: [1, 1, 1, 1, 0]),
      PenaltyPath(.leastSquares).fit([[1], [2], [3], [4]], [1, 2, 3, 4]),
    ]
    #expect(paths[0].lambdas == paths[1].lambdas)
    let broken = try NDArray(rows: [[1], [2], [3], [4], [Double.nan]])
    #expect(try model.fit(broken, y, weights: [1, 1, 1, 1, 0]).coefficients == alone.coefficients)
  }

  @Test("The objective that is printed is the mean by weights")
  func printed() throws {
    let fitted = try LinearModel(.leastSquares).fit([[1], [2], [4]], [1, 2, 5], weights: [1, 2, 3])
    #expect(fitted.outcome.objective == "Σ(v ⊙ (y − Xw − b)²)/Σv", "\(fitted.outcome.objective)")
    // Mini-batches of a mean by weights are means by weights.
    let batches = try LinearModel(.leastSquares, standardizes: false).fit(
      [[1], [2], [4]], [1, 2, 4], weights: [1, 2, 3],
      using: .gradientDescent(learningRate: 0.05).inBatches(.shuffled(size: 2, seed: 1)),
      until: StoppingRule(tolerance: 1e-6, maximumIterations: 3000))
    #expect(abs(batches.coefficients.elements[0] - 1) < 1e-3, "\(batches.outcome.reason)")
  }
}
