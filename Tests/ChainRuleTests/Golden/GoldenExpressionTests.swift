import ChainRule
import Testing

/// Random expressions whose derivatives another library computed.
@Suite("Golden expressions")
struct GoldenExpressionTests {
  @Test("The file has 60 expressions, and at least 40 operations occur in them")
  func coverage() throws {
    let all = try GoldenExpression.all()
    #expect(all.count == 60)
    #expect(Set(all.flatMap(\.operations)).count >= 40)
  }

  @Test("Value, gradient, Hessian-vector and Jacobian-vector product are those of the reference")
  func derivatives() throws {
    for golden in try GoldenExpression.all() {
      for (name, found, expected) in try Self.compared(golden) {
        #expect(
          Self.agrees(found, expected), "\(golden.testDescription): \(name) \(found) against \(expected)")
      }
    }
  }

  @Test("An error of 1e-8 in any answer is found")
  func planted() throws {
    for golden in try GoldenExpression.all() {
      for (_, found, _) in try Self.compared(golden) where found.elements.contains(where: { $0 != 0 }) {
        #expect(!Self.agrees(found.map { $0 * (1 + 1e-8) }, found))
      }
    }
  }

  private static func compared(
    _ golden: GoldenExpression
  ) throws -> [(String, NDArray<Double>, NDArray<Double>)] {
    let loss = sum(golden.tensor * .constant(golden.cotangent))
    let directions = golden.direction.map { Tensor.constant($0) }
    let gradient = try loss.gradient(withRespectTo: golden.inputs)
    let curvature = try loss.hessianVectorProduct(withRespectTo: golden.inputs, along: directions)
    let slope = try golden.tensor.jacobianVectorProduct(withRespectTo: golden.inputs, along: directions)
    let outputs = [golden.tensor, slope] + gradient.derivatives + curvature.derivatives
    let arrays = try Program<Double>(computing: outputs + golden.inputs)
      .run(Bindings(zip(golden.inputs, golden.point))).arrays
    let names =
      ["value", "jvp"] + golden.inputs.map { "gradient in \($0)" } + golden.inputs.map { "hvp in \($0)" }
    let expected =
      [golden.value, golden.jacobianVectorProduct] + golden.gradient + golden.hessianVectorProduct
    return zip(names, zip(arrays, expected)).map { ($0, $1.0, $1.1) }
  }

  /// Within 1e-9 of each element itself, or of 1e-4 of the greatest, whichever is more.
  ///
  /// Elements far below the greatest have lost digits in the reference: it takes the derivative of tanh for
  /// `1 − y²`, which is good to 1e-16 of 1 and not of itself (case r035).
  private static func agrees(_ found: NDArray<Double>, _ expected: NDArray<Double>) -> Bool {
    guard found.shape == expected.shape else { return false }
    let scale = 1e-4 * (expected.elements.map(\.magnitude).max() ?? 0)
    return zip(found.elements, expected.elements).allSatisfy {
      Swift.abs($0 - $1) <= 1e-9 * Swift.max($1.magnitude, scale)
    }
  }
}
