import ChainRule
import Optimizers
import Testing

@Suite("Least squares on the NIST reference sets")
struct ReferenceRegressionTests {
  /// Two roundings, of the certified number and of the answer, and one more of ten times the intercept: 1.5 units of
  /// 2⁻⁵² at most, which is 15.47 digits.
  private static let exactDigits = 15.4

  /// The sets whose numbers, in units that make them integers, are exactly those that were certified.
  private static let exactSets = [("Norris", true), ("Longley", true), ("Wampler1", false)]

  @Test(
    "All digits of coefficients and sum of squares are right where the data are exact", arguments: exactSets)
  func exactData(name: String, inTenths: Bool) throws {
    let reference = try ReferenceRegression(name, inTenths: inTenths)
    let solution = try LeastSquares.solve(reference.design, reference.targets)
    #expect(agreeingDigits(solution.coefficients.elements, reference.coefficients) > Self.exactDigits)
    #expect(
      agreeingDigits(solution.residualSumOfSquares.elements, [reference.residualSumOfSquares])
        > Self.exactDigits)
    #expect(solution.rank == reference.coefficients.count)
    #expect(solution.dependentColumns.isEmpty)
    #expect(solution.lastCorrection < 0x1p-53)
  }

  @Test("A solver that does not refine misses those digits", arguments: exactSets)
  func unrefined(name: String, inTenths: Bool) throws {
    let reference = try ReferenceRegression(name, inTenths: inTenths)
    let solution = try LeastSquares.solve(
      reference.design, reference.targets, weights: nil, dependent: .zero, maximumSteps: 1)
    #expect(agreeingDigits(solution.coefficients.elements, reference.coefficients) < Self.exactDigits)
    #expect(solution.lastCorrection == 1)
  }

  // Decimals such as 337.4 are rounded when they are read, by half a unit at most, and that error every solver is given. It
  // moves coefficients by up to κ u, u = 1.1e-16: for Norris, κ = 855 leaves 13 digits; Longley's columns of counts and
  // years are integers, and of its one decimal column the error is small in the rest. Demanded are 11, 9 and 11.
  @Test(
    "With the decimals as published, the digits demanded of a direct solution are reached",
    arguments: [("Norris", 13.0), ("Longley", 14.0), ("Wampler1", 15.0)])
  func publishedData(name: String, demanded: Double) throws {
    let reference = try ReferenceRegression(name)
    let solution = try LeastSquares.solve(reference.design, reference.targets)
    let digits = agreeingDigits(solution.coefficients.elements, reference.coefficients)
    #expect(digits > demanded)
  }

  @Test("The units of columns change neither the digits nor the condition estimate")
  func units() throws {
    let reference = try ReferenceRegression("Longley")
    let plain = try LeastSquares.solve(reference.design, reference.targets)
    // Powers of two, so that the problem is the same to the last bit.
    let powers = [900, -900, 0, 300, -700, 1, -1000]
    let m = powers.count
    var place = -1
    let scaled = reference.design.map { entry in
      place += 1
      return Double(sign: .plus, exponent: powers[place % m], significand: entry)
    }
    let solution = try LeastSquares.solve(scaled, reference.targets)
    for (j, power) in powers.enumerated() {
      #expect(
        Double(sign: .plus, exponent: power, significand: solution.coefficients[j]) == plain.coefficients[j])
    }
    #expect(solution.conditionEstimate == plain.conditionEstimate)
  }
}
