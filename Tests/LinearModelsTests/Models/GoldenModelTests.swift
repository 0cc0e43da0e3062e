import ChainRule
import Foundation
import LinearModels
import Optimizers
import Testing

/// Models fitted to real data have the optima that were computed elsewhere in extended precision.
@Suite("Models on real data")
struct GoldenModelTests {
  static func table(_ name: String) throws -> Table {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: "csv"))
    return try Table(csvFile: url.path)
  }

  struct Golden: CustomTestStringConvertible, Sendable {
    let name: String
    let file: String
    let target: String
    let model: LinearModel
    /// The optimum in the terms of the source, and the factor from there to ours: squares are halved there.
    let optimum: Double
    let factor: Double
    /// A coefficient of the standardised features, and the intercept where the source has it.
    let first: (feature: String, value: Double)?

    var testDescription: String { name }
  }

  static let goldens: [Golden] = [
    Golden(
      name: "least squares", file: "diabetes", target: "target", model: LinearModel(.leastSquares),
      optimum: 1429.848173793375, factor: 2, first: nil),
    Golden(
      name: "ridge", file: "diabetes", target: "target",
      model: LinearModel(.leastSquares, penalty: .ridge(0.1)),
      optimum: 1517.5402061087377, factor: 2, first: nil),
    Golden(
      name: "lasso by glmnet's numbers", file: "diabetes", target: "target",
      model: .glmnet(.leastSquares, lambda: 1), optimum: 1533.7687169625892, factor: 2, first: nil),
    Golden(
      name: "elastic net by glmnet's numbers", file: "diabetes", target: "target",
      model: .glmnet(.leastSquares, lambda: 5, alpha: 0.2), optimum: 2413.0381316629146, factor: 2, first: nil
    ),
    Golden(
      name: "Huber", file: "diabetes", target: "target", model: LinearModel(.huber(delta: 50)),
      optimum: 1195.5426248572312, factor: 1, first: nil),
    Golden(
      name: "Poisson", file: "diabetes", target: "target", model: LinearModel(.poisson, penalty: .ridge(0.5)),
      optimum: -622.248694707774, factor: 1, first: nil),
    Golden(
      name: "softmax", file: "iris", target: "species", model: LinearModel(.softmax, penalty: .ridge(0.005)),
      optimum: 0.24367722664938243, factor: 1, first: nil),
  ]

  @Test("The optimum is that of the reference", arguments: goldens)
  func optimum(_ golden: Golden) throws {
    let table = try Self.table(golden.file)
    let fitted = try golden.model.fit(table, target: golden.target)
    #expect(fitted.outcome.status == .converged, "\(fitted.outcome.reason)")
    let expected = golden.factor * golden.optimum
    #expect(
      abs(fitted.outcome.value - expected) <= 1e-10 * abs(expected),
      "\(fitted.outcome.value), not \(expected)")
  }

  @Test("Coefficients in the units of the data predict as the standardised ones do")
  func units() throws {
    let table = try Self.table("diabetes")
    let (features, _) = try table.features(excluding: "target")
    let targets = NDArray(try table.numbers("target"))
    let scaled = try LinearModel(.leastSquares).fit(features, targets)
    let plain = try LinearModel(.leastSquares, standardizes: false).fit(
      features, targets, until: StoppingRule(tolerance: 1e-7, maximumIterations: 5000))
    let direct = try LeastSquares.solve(try Self.withOnes(features), targets)
    for (index, exact) in direct.coefficients.elements.dropLast().enumerated() {
      let found = scaled.coefficients.elements[index]
      #expect(abs(found - exact) <= 1e-7 * abs(exact), "feature \(index): \(found), directly \(exact)")
    }
    #expect(abs(try scaled.score(features, targets) - 0.5177484222203498) < 1e-9)
    #expect(plain.outcome.status != .diverged)
  }

  private static func withOnes(_ features: NDArray<Double>) throws -> NDArray<Double> {
    let width = features.shape[1]
    var elements: [Double] = []
    for row in 0..<features.shape[0] {
      elements += features.elements[row * width..<(row + 1) * width]
      elements.append(1)
    }
    return try NDArray(shape: [features.shape[0], width + 1], elements: elements)
  }

  @Test("A classifier gives probabilities that sum to 1, and the class with the greatest")
  func probabilities() throws {
    let table = try Self.table("iris")
    let fitted = try LinearModel(.softmax, penalty: .ridge(0.005)).fit(table, target: "species")
    let (features, _) = try table.features(excluding: "species")
    let probabilities = try fitted.predictProbability(features)
    let classes = try fitted.predictClasses(features)
    for row in 0..<features.shape[0] {
      let own: [Double] = (0..<3).map { probabilities[row, $0] }
      let sum: Double = own.reduce(0, +)
      #expect(abs(sum - 1) < 1e-14)
      #expect(own.max() == own[classes.elements[row]])
    }
    #expect(abs(try fitted.score(table) - 0.96) < 1e-12)
  }
}
