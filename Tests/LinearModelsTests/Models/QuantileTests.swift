import ChainRule
import LinearModels
import Optimizers
import Testing

/// Quantile regression is the optimum of a linear programme, as another solver has it, and certified by its dual.
@Suite("Quantile regression is exact")
struct QuantileTests {
  /// An optimum by HiGHS; `Resources/quantile.py` computes it.
  struct Reference: Sendable, CustomTestStringConvertible {
    let target: String
    let tau: Double
    let lasso: Double
    let coefficients: [Double]
    let intercept: Double
    let value: Double
    var testDescription: String { "\(target) \(tau) \(lasso)" }

    init(
      _ target: String, _ tau: Double, lasso: Double, _ coefficients: [Double], _ intercept: Double,
      value: Double
    ) {
      (self.target, self.tau, self.lasso) = (target, tau, lasso)
      (self.coefficients, self.intercept, self.value) = (coefficients, intercept, value)
    }
  }

  static let references = [
    Reference(
      "y", 0.1, lasso: 0, [2.991118664701835, -0.48477680588703903], 1.9409931752151894,
      value: 0.17505573621362716),
    Reference(
      "y", 0.1, lasso: 0.05, [2.8768440912038753, -0.40219490709587374], 1.9713893849097186,
      value: 0.6640509231239835),
    Reference(
      "y", 0.5, lasso: 0, [2.9635753189593794, -0.5219539542617075], 3.590701761441111,
      value: 0.3737302338001573),
    Reference(
      "y", 0.75, lasso: 0.05, [2.912153188121591, -0.49666885073126177], 4.255488831658257,
      value: 0.7908167646309968),
    Reference(
      "far", 0.1, lasso: 0, [2.991118664701835, -0.48477680588703903], 1.9409931752151894,
      value: 500.17206233621357),
    Reference(
      "far", 0.5, lasso: 0, [2.95755872626114, -0.5208122268901214], 3.6163290928353913,
      value: 2500.3571730006024),
    Reference(
      "far", 0.5, lasso: 0.05, [2.9220567303365286, -0.48644707582693836], 3.630591690740026,
      value: 2500.856612820954),
    Reference(
      "far", 0.75, lasso: 0, [2.944908858875761, -0.5263729349342118], 4.207415943609227,
      value: 3750.263971117306),
    Reference(
      "skewed", 0.1, lasso: 0, [0.17066703689096446, -0.011001879805107022], 0.13239528540574402,
      value: 2.1016562870341207),
    Reference(
      "skewed", 0.1, lasso: 0.05, [0.04698100957636752, 0], 0.40373239376724535, value: 2.1164898610200447),
    Reference(
      "skewed", 0.5, lasso: 0, [1.1973232708863137, -0.2162711446568439], 1.532805850739489,
      value: 9.392860853727827),
    Reference(
      "skewed", 0.75, lasso: 0, [2.416172893952923, -0.6538550378054228], 4.961305671795305,
      value: 12.317117412851008),
    Reference(
      "skewed", 0.75, lasso: 0.05, [1.9885814580031698, 0], 2.675915061648176, value: 12.690127930778905),
  ]

  private static func data(_ target: String) throws -> (NDArray<Double>, NDArray<Double>) {
    let table = try GoldenModelTests.table("quantile")
    let columns = try [table.numbers("x1"), table.numbers("x2")]
    return try (
      NDArray(rows: columns[0].indices.map { [columns[0][$0], columns[1][$0]] }),
      NDArray(table.numbers(target))
    )
  }

  @Test(
    "It is the optimum of another solver to ten digits, also with one target far off", arguments: references)
  func reference(_ reference: Reference) throws {
    let (X, y) = try Self.data(reference.target)
    let model = LinearModel(
      .quantile(reference.tau), penalty: reference.lasso > 0 ? .lasso(reference.lasso) : .none)
    let fitted = try model.fit(X, y)
    #expect(fitted.outcome.status == .converged, "\(fitted.outcome.reason)")
    #expect(abs(fitted.outcome.value - reference.value) <= 1e-12 * reference.value)
    let found = fitted.coefficients.elements + fitted.intercepts
    for (one, other) in zip(found, reference.coefficients + [reference.intercept]) {
      #expect(abs(one - other) <= 1e-10 * max(1, abs(other)), "\(found)")
    }
    let certificate = try #require(fitted.outcome.certificate)
    #expect(certificate.gap <= 1e-12 * reference.value, "\(certificate)")
    #expect(fitted.outcome.objective.contains("|"), "\(fitted.outcome.objective)")
  }

  @Test("Whatever method searches first, the answer is the same", arguments: [0.1, 0.5])
  func methods(_ tau: Double) throws {
    let (X, y) = try Self.data("y")
    let exact = try LinearModel(.quantile(tau)).fit(X, y)
    let methods: [any Optimizer] = [
      LBFGS(), TruncatedNewton(), ProximalNewton(), .gradientDescent(learningRate: 0.1),
    ]
    for method in methods {
      let fitted = try LinearModel(.quantile(tau)).fit(
        X, y, using: method, until: StoppingRule(tolerance: 1e-9, maximumIterations: 500))
      #expect(fitted.outcome.status == .converged, "\(method.name): \(fitted.outcome.reason)")
      #expect(
        abs(fitted.outcome.value - exact.outcome.value) <= 1e-13 * exact.outcome.value, "\(method.name)")
    }
  }

  @Test("Units of the target change no digit, and ties and duplicates no status")
  func units() throws {
    let (X, y) = try Self.data("y")
    let plain = try LinearModel(.quantile(0.3)).fit(X, y)
    for exponent in [-200, -40, 40, 200] {
      let factor = Double(sign: .plus, exponent: exponent, significand: 1)
      let fitted = try LinearModel(.quantile(0.3)).fit(X, NDArray(y.elements.map { $0 * factor }))
      #expect(fitted.outcome.status == .converged, "\(fitted.outcome.reason)")
      #expect(
        zip(fitted.coefficients.elements, plain.coefficients.elements).allSatisfy {
          abs($0 / factor - $1) <= 1e-12 * abs($1)
        })
    }
    let whole = NDArray(y.elements.map { ($0 / 8).rounded() })
    #expect(try LinearModel(.quantile(0.5)).fit(X, whole).outcome.status == .converged)
    let twice = try NDArray(rows: (0..<200).map { [X[$0, 0], X[$0, 0], X[$0, 1]] })
    let doubled = try LinearModel(.quantile(0.3)).fit(twice, y)
    #expect(doubled.outcome.status == .converged, "\(doubled.outcome.reason)")
    #expect(abs(doubled.outcome.value - plain.outcome.value) <= 1e-13)
  }

  @Test("The median of numbers is their median, and without steps nothing is claimed")
  func plain() throws {
    let fitted = try LinearModel(.quantile(0.5), hasIntercept: true).fit(
      NDArray(shape: [5, 0], elements: []), [3, 1, 100, 2, 7])
    #expect(fitted.intercept == 3)
    let (X, y) = try Self.data("y")
    let none = try LinearModel(.quantile(0.5)).fit(X, y, until: StoppingRule(maximumIterations: 0))
    #expect(
      none.outcome.status == .iterationLimit && none.outcome.certificate == nil, "\(none.outcome.reason)")
  }
}
