import ChainRule
import GradientChecking
import Testing

/// The properties for which this project exists: the mechanical gradient of L = 1/N Σ(Xw + b − y)² is
/// −2/N Xᵀ(y − ŷ) in w and −2/N Σ(y − ŷ) in b.
@Suite("Linear regression")
struct LinearRegressionTests {
  /// A problem drawn from a seed, with what it is called where a test fails.
  struct Problem: CustomStringConvertible, Sendable {
    let kind: String
    let seed: UInt64
    let rows: Int
    let features: Int
    var x: [[Double]]
    var y: [Double]
    var w: [Double]
    var b: Double

    var description: String { "\(kind), seed \(seed), N = \(rows), m = \(features)" }

    /// Features at scales from 1e-3 to 1e3 (1e±150 for "huge and tiny"), shapes as the kind asks for.
    init(_ kind: String, seed: UInt64) {
      var generator = SeededGenerator(seed: seed)
      func upTo(_ limit: Int) -> Int { 1 + Int(generator.uniform() * Double(limit)) }
      func symmetric() -> Double { 2 * generator.uniform() - 1 }
      self.kind = kind
      self.seed = seed
      features = kind == "m = 1" ? 1 : kind == "N < m" ? 5 + upTo(15) : upTo(20)
      rows = kind == "N = 1" ? 1 : kind == "N < m" ? upTo(4) : upTo(200)
      let isExtreme = kind == "huge and tiny"
      let scales = (0..<features).map { feature -> Double in
        if isExtreme { return feature % 2 == 0 ? 1e120 : 1e-120 }
        return [1e-3, 1e-2, 0.1, 1, 10, 100, 1e3][Int(generator.uniform() * 7)]
      }
      x = (0..<rows).map { _ in scales.map { $0 * symmetric() } }
      if kind == "constant columns" {
        for row in x.indices { for feature in stride(from: 0, to: features, by: 2) { x[row][feature] = 3 } }
      }
      y = (0..<rows).map { _ in 10 * symmetric() }
      w = scales.map { symmetric() / (isExtreme ? $0 : 1) }
      b = symmetric()
    }

    var residuals: [Double] {
      zip(x, y).map { row, target in target - (zip(row, w).reduce(b) { $0 + $1.0 * $1.1 }) }
    }

    /// What each component of the gradient sums, in magnitude: the scale of its rounding errors.
    func magnitude(_ feature: Int) -> Double {
      zip(x, y).reduce(0) { sum, pair in
        let terms = zip(pair.0, w).reduce(Swift.abs(b) + Swift.abs(pair.1)) { $0 + Swift.abs($1.0 * $1.1) }
        return sum + terms * (feature < features ? Swift.abs(pair.0[feature]) : 1)
      } * 2 / Double(rows)
    }
  }

  static let kinds = ["any", "N = 1", "m = 1", "N < m", "constant columns", "huge and tiny"]

  private struct Model {
    let X: Tensor
    let y = Tensor.input("y", shape: [.batch])
    let w: Tensor
    let b = Tensor.parameter("b", shape: [])
    let loss: Tensor

    init(features: Int) {
      X = .input("X", shape: [.batch, .fixed(features)])
      w = .parameter("w", shape: [.fixed(features)])
      loss = mean(squared(X • w + b - y))
    }

    func bindings(_ problem: Problem) throws -> Bindings<Double> {
      [
        X: try NDArray(rows: problem.x), y: NDArray(problem.y), w: NDArray(problem.w),
        b: NDArray(problem.b),
      ]
    }

    func gradient(at problem: Problem) throws -> [Double] {
      let gradient = try loss.gradient(withRespectTo: [w, b])
      #expect(try gradient[w].shape == w.shape)
      #expect(try gradient[b].shape == b.shape)
      let values = try Program<Double>(computing: gradient.derivatives).run(bindings(problem))
      return values.arrays.flatMap(\.elements)
    }
  }

  @Test("The gradient is −2/N Xᵀ(y − ŷ) and −2/N Σ(y − ŷ), feature by feature", arguments: kinds)
  func handDerived(_ kind: String) throws {
    for seed in 0..<60 {
      let problem = Problem(kind, seed: UInt64(seed))
      let derived = try Model(features: problem.features).gradient(at: problem)
      let residuals = problem.residuals
      for feature in 0...problem.features {
        let byHand =
          -2 / Double(problem.rows)
          * zip(problem.x, residuals).reduce(0) { sum, pair in
            sum + pair.1 * (feature < problem.features ? pair.0[feature] : 1)
          }
        let bound = 1e-12 * problem.magnitude(feature)
        #expect(Swift.abs(derived[feature] - byHand) <= bound, "\(problem), feature \(feature)")
      }
    }
  }

  @Test("The gradient lies within the error bound of central differences", arguments: kinds)
  func differences(_ kind: String) throws {
    for seed in 100..<108 {
      let problem = Problem(kind, seed: UInt64(seed))
      let model = Model(features: problem.features)
      let derived = try model.gradient(at: problem)
      let session = try Session(Program<Double>(computing: [model.loss]), binding: model.bindings(problem))
      let estimates = try CentralDifferences().gradient(at: problem.w + [problem.b]) { point in
        try session.bind([
          model.w: NDArray(Array(point.dropLast())), model.b: NDArray(point[point.count - 1]),
        ])
        try session.run()
        return try session.value(of: model.loss).scalar
      }
      #expect(estimates[problem.features].isUsable)
      for (feature, estimate) in estimates.enumerated() {
        // At scales such as 1e±120 no step that moves w keeps the loss finite, or the loss is constant.
        if kind == "huge and tiny" && !estimate.isUsable { continue }
        #expect(estimate.agrees(with: derived[feature]), "\(problem), feature \(feature): \(estimate)")
      }
    }
  }

  @Test("The gradient in the bias is the gradient in the weight of a column of ones")
  func biasIsConstantColumn() throws {
    for seed in 200..<240 {
      var problem = Problem("any", seed: UInt64(seed))
      problem.x = problem.x.map { Array($0.dropLast()) + [1] }
      let derived = try Model(features: problem.features).gradient(at: problem)
      let bound = 1e-12 * problem.magnitude(problem.features)
      #expect(Swift.abs(derived[problem.features - 1] - derived[problem.features]) <= bound, "\(problem)")
    }
  }

  @Test("In single precision the gradient has single precision")
  func single() throws {
    let problem = Problem("any", seed: 300)
    let model = Model(features: problem.features)
    let gradient = try model.loss.gradient(withRespectTo: [model.w, model.b])
    let bindings = try model.bindings(problem)
    let floats = try Program<Float>(computing: gradient.derivatives).run(
      Bindings(bindings.entries.map { ($0.tensor, NDArray<Float>($0.array)) }))
    let doubles = try model.gradient(at: problem)
    for (feature, value) in floats.arrays.flatMap(\.elements).enumerated() {
      #expect(Swift.abs(Double(value) - doubles[feature]) <= 1e-5 * problem.magnitude(feature))
    }
  }

  @Test("A planted mistake in the gradient is seen", arguments: [1 + 1e-9, -1, 2, 0.5])
  func planted(factor: Double) throws {
    let problem = Problem("any", seed: 400)
    let model = Model(features: problem.features)
    let rules = DerivativeRules { primitive in
      guard case .elementwise(.square) = primitive else { return nil }
      return { cotangent, _, inputs, _ in cotangent * (2 * factor * inputs[0]) }
    }
    let gradient = try model.loss.gradient(withRespectTo: [model.b], rules: rules)
    let value = try Program<Double>(computing: gradient.derivatives + [model.loss]).run(
      model.bindings(problem))
    let byHand = -2 / Double(problem.rows) * problem.residuals.reduce(0, +)
    let bound = 1e-12 * problem.magnitude(problem.features)
    #expect(Swift.abs(try value.arrays[0].scalar - byHand) > bound)
  }
}
