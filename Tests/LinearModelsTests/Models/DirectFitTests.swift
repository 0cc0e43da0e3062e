import ChainRule
import LinearModels
import Optimizers
import Testing

/// Least squares whose answers are known: NIST's polynomials of higher difficulty, through the models that users fit.
@Suite("Fits without a search")
struct DirectFitTests {
  /// Rows of powers 1 to `degree`.
  private static func powers(_ x: [Double], _ degree: Int) throws -> NDArray<Double> {
    try NDArray(
      rows: x.map { x in (1..<degree).reduce(into: [x]) { row, _ in row.append(row[row.count - 1] * x) } })
  }

  /// What is left of NIST's Wampler polynomials, no power up to the fifth of which goes along with it.
  private static let deviations: [Double] = [
    759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 1838, -2048, 2048, -2048,
    2523,
    -2048, 2048, -2048, 759,
  ]

  @Test("Polynomials with great residuals keep nine digits", arguments: [100.0, 10_000], [true, false])
  func wampler(_ size: Double, _ standardizes: Bool) throws {
    let x = (0...20).map(Double.init)
    let y = zip(x, Self.deviations).map { x, deviation in
      (0..<5).reduce(1.0) { sum, _ in sum * x + 1 } + size * deviation
    }
    let model = try LinearModel(.leastSquares, standardizes: standardizes).fit(
      try Self.powers(x, 5), NDArray(y))
    let found = [model.intercept] + model.coefficients.elements
    #expect(found.allSatisfy { abs($0 - 1) < 1e-9 }, "\(found)")
    #expect(model.outcome.status == .converged && model.outcome.reason.contains("factorisation"))
  }

  @Test("Filip's polynomial of the tenth degree has seven digits", arguments: [true, false])
  func filip(_ standardizes: Bool) throws {
    let table = try Table(csvFile: resource("filip"))
    let names = (1...10).map { "x\($0)" }
    let columns = try names.map { try table.numbers($0) }
    let features = try NDArray<Double>(rows: columns[0].indices.map { row in columns.map { $0[row] } })
    let targets = NDArray(try table.numbers("y"))
    let model = try LinearModel(.leastSquares, standardizes: standardizes).fit(features, targets)
    let found = [model.intercept] + model.coefficients.elements
    for (found, certified) in zip(found, Self.filipCoefficients) {
      #expect(abs(found / certified - 1) < 1e-7, "\(found) for \(certified)")
    }
    #expect(model.outcome.status == .converged && model.warnings.allSatisfy { !$0.contains("depends") })
    // The residual standard deviation of the certificate, which has 82 − 11 degrees of freedom.
    // Powers rounded to doubles are other columns, which fit as well but for 4e-9.
    #expect(abs((model.outcome.value * 82 / 71).squareRoot() / 0.334801051324544e-2 - 1) < 1e-8)
  }

  private static let filipCoefficients = [
    -1467.48961422980, -2772.17959193342, -2316.37108160893, -1127.97394098372, -354.478233703349,
    -75.1242017393757, -10.8753180355343, -1.06221498588947, -0.670191154593408e-1, -0.246781078275479e-2,
    -0.402962525080404e-4,
  ]

  @Test("Several outputs, weights and constant features agree with the search")
  func likeTheSearch() throws {
    let drawn = try NDArray<Double>.uniform(in: -1..<1, shape: [30, 4], seed: 4)
    let features = try NDArray(rows: (0..<30).map { [drawn[$0, 0], 3, 7 + 2 * drawn[$0, 1]] })
    let targets = try NDArray(rows: (0..<30).map { [drawn[$0, 2], 9 * drawn[$0, 3]] })
    let weights = NDArray((0..<30).map { Double($0 % 4) })
    for intercept in [true, false] {
      let model = LinearModel(.leastSquares, hasIntercept: intercept)
      let direct = try model.fit(features, targets, weights: weights)
      let searched = try model.fit(features, targets, weights: weights, using: .truncatedNewton())
      #expect(
        direct.outcome.reason.contains("factorisation") && !searched.outcome.reason.contains("factorisation"))
      #expect(abs(direct.outcome.value - searched.outcome.value) < 1e-13 * searched.outcome.value)
      for (one, other) in zip(direct.coefficients.elements, searched.coefficients.elements) {
        #expect(abs(one - other) < 1e-8 * max(1, abs(other)))
      }
      for (one, other) in zip(direct.solution!.point, searched.solution!.point) {
        #expect(abs(one - other) < 1e-8 * max(1, abs(other)))
      }
    }
  }

  @Test("What the data leave open is searched for, and said")
  func dependence() throws {
    let model = try LinearModel(.leastSquares).fit([[1, 2], [2, 4], [3, 6], [4, 8]], [1, 2, 4, 3])
    #expect(!model.outcome.reason.contains("factorisation") && model.outcome.status == .converged)
    #expect(model.warnings.contains { $0.contains("x2 = 2 · x1") }, "\(model.warnings)")
  }
}
