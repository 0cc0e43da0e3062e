import ChainRule
import Foundation
import LinearModels
import Optimizers
import Testing

/// Fits drawn from a seed: data, family, penalty, units, method and tolerance, each kind of trap among them.
///
/// Set `CHAINRULE_SEED` for others. Whatever is called converged is checked by values of the objective alone, and plain least
/// squares by a direct solution besides; what no method can reach need not be reached, but must not be claimed.
@Suite("Trap battery: drawn from a seed")
struct TrapBatteryRandomTests {
  static let seed = ProcessInfo.processInfo.environment["CHAINRULE_SEED"].flatMap { UInt64($0) } ?? 20_240_607
  static let count = 150

  /// One problem, and what is needed to check it.
  struct Draw {
    var generator: SeededGenerator
    var name = ""
    var features: [[Double]] = []
    var targets: [Double] = []
    var model = LinearModel(.leastSquares)
    var method: (any Optimizer)?

    init(_ index: Int) {
      generator = SeededGenerator(seed: seed &+ UInt64(index) &* 0x9E37_79B9_7F4A_7C15)
      model.family =
        [
          .leastSquares, .leastSquares, .logistic, .poisson, .huber(delta: 0.7),
          .quantile(0.4, smoothing: 0.05),
        ][below(6)]
      let lambda = power(0.1, below(4))
      model.penalty =
        [
          .none, .none, .none, .ridge(lambda), .lasso(lambda), .elasticNet(lambda, mixing: 0.5), .nonNegative,
          .box(lower: -0.5, upper: 0.3),
        ][below(8)]
      model.standardizes = below(3) > 0
      model.hasIntercept = below(4) > 0
      drawRows()
      spoil()
      method =
        [
          nil, nil, model.penalty.isSmooth ? LBFGS() : nil, ProximalNewton(),
          ProximalGradient(isAccelerated: true),
          model.penalty.isSmooth
            ? FirstOrderMethod(.gradientDescent, learningRate: power(10, below(4) - 2)) : nil,
        ][below(6)]
      name +=
        " \(model.family.name) \(model.penalty) \(model.standardizes) \(model.hasIntercept)"
        + " \(method?.name ?? "default") \(features.count)×\(features[0].count)"
    }

    mutating func below(_ bound: Int) -> Int { Int(generator.uniform() * Double(bound)) }

    func power(_ base: Double, _ exponent: Int) -> Double {
      let size = (0..<abs(exponent)).reduce(1) { product, _ in product * base }
      return exponent < 0 ? 1 / size : size
    }

    private mutating func drawRows() {
      let (rows, width) = (2 + below(25), 1 + below(5))
      let weights = (0..<width).map { _ in 4 * generator.uniform() - 2 }
      for _ in 0..<rows {
        let row = (0..<width).map { _ in generator.normalPair().0 }
        let eta = zip(row, weights).reduce(0.3) { $0 + $1.0 * $1.1 }
        features.append(row)
        let noise = generator.normalPair().0
        switch model.family {
        case .logistic: targets.append(eta + noise > 0 ? 1 : 0)
        case .poisson: targets.append(max(0, (2 * abs(eta) + noise).rounded()))
        default: targets.append(eta + noise)
        }
      }
    }

    /// One trap in two of three draws.
    private mutating func spoil() {
      let column = below(features[0].count)
      let isNumber = !model.family.isClassifier && model.family != .poisson
      switch below(12) {
      case 0:
        name = "constant column"
        for row in features.indices { features[row][column] = 7 }
      case 1:
        name = "duplicate column"
        for row in features.indices { features[row].append(features[row][column]) }
      case 2:
        name = "time stamps"
        for row in features.indices {
          features[row][column] = 1.6e9 + (1000 * features[row][column]).rounded()
        }
      case 3:
        let factor = power(10, 2 * below(9) - 8)
        name = "feature times \(factor)"
        for row in features.indices { features[row][column] *= factor }
      case 4:
        let factor = power(10, 2 * below(13) - 12)
        name = "targets times \(factor)"
        if isNumber { targets = targets.map { $0 * factor } }
      case 5:
        name = "targets from afar"
        if isNumber { targets = targets.map { $0 + 1e6 } }
      case 6:
        name = "equal targets"
        if isNumber { targets = targets.map { _ in 3.7 } }
      case 7:
        name = "nearly duplicate column"
        for row in features.indices {
          features[row].append(features[row][column] + 1e-9 * generator.normalPair().0)
        }
      default: name = "plain"
      }
    }
  }

  @Test("Nothing is called converged that is not")
  func noFalseClaims() throws {
    var claims = 0
    for index in 0..<Self.count {
      let draw = Draw(index)
      let fitted: FittedModel
      do {
        fitted = try draw.model.fit(
          NDArray(rows: draw.features), NDArray(draw.targets), using: draw.method,
          until: StoppingRule(tolerance: 1e-9, maximumIterations: 300))
      } catch let error as ChainRuleError {
        // Classes or counts that cannot be fitted.
        #expect(
          error.description.contains("; ") || error.description.contains("all "), "\(draw.name): \(error)")
        continue
      }
      guard fitted.outcome.status == .converged else { continue }
      claims += 1
      let solution = try #require(fitted.solution)
      let problem = IndependentCheck(solution, seed: UInt64(index)).problem ?? Self.difference(draw, fitted)
      #expect(problem == nil, "seed \(Self.seed), draw \(index), \(draw.name): \(problem ?? ""); \(solution)")
    }
    // Most problems have a minimum that most methods find.
    #expect(claims > Self.count / 3, "\(claims)")
  }

  /// How a fit by plain least squares misses the direct solution: by value, since coefficients may not be determined.
  private static func difference(_ draw: Draw, _ fitted: FittedModel) -> String? {
    guard draw.model.family == .leastSquares, draw.model.penalty == .none else { return nil }
    do {
      let rows = draw.features.map { ($0, draw.model.hasIntercept ? [1.0] : []) }.map { $0.1 + $0.0 }
      // Nearly dependent columns are beyond the tolerance of any search.
      let direct = try LeastSquares.solve(NDArray(rows: rows), NDArray(draw.targets))
      if direct.conditionEstimate > 1e6 { return nil }
      let least = direct.residualSumOfSquares.elements[0] / Double(rows.count)
      let scale = draw.targets.reduce(0) { max($0, $1 * $1) }
      let gap = fitted.outcome.value - least
      return gap <= 1e-7 * least + 1e-15 * scale ? nil : "\(fitted.outcome.value) is not the least, \(least)"
    } catch {
      return "\(error)"
    }
  }
}

extension Penalty {
  fileprivate var isSmooth: Bool {
    switch self {
    case .none, .ridge: true
    default: false
    }
  }
}
