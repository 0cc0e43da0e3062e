import ChainRule
import GradientChecking
import Testing

/// Hand-written pullbacks with the mistakes that people make, and what each is called.
@Suite("Causes of wrong derivatives")
struct GradientCauseTests {
  typealias Rule = @Sendable (_ cotangent: Tensor, _ x: Tensor) -> Tensor

  private func cause(
    _ forward: (Tensor) -> Tensor, at point: NDArray<Double>, _ rule: @escaping Rule
  ) throws -> String {
    let x = Tensor.parameter("x", shape: Shape(point.shape))
    let made = custom("made", of: [x]) {
      forward($0[0])
    } pullback: { cotangent, x, _ in
      [rule(cotangent, x[0])]
    }
    // Behind it, operations whose rules are right.
    let report = try checkGradient(of: sum(made * 1.5 + 2 * sin(made)), at: [x: point])
    #expect(report.outcome == .wrong)
    #expect(report.blamed.count == 1)
    #expect(report.blamed.first?.operation == "made")
    return report.blamed.first?.cause ?? ""
  }

  @Test("Factors")
  func factors() throws {
    let point: NDArray<Double> = [1, 2, 3, 5]
    #expect(
      try cause({ mean(squared($0)) }, at: point) { $0 * 2 * $1 }.hasPrefix("a factor 4, which is a length"))
    #expect(
      try cause({ sum(squared($0)) }, at: point) { $0 * $1 / 2 }.hasPrefix("a factor 1/4, of a length"))
    #expect(try cause({ sum(squared($0)) }, at: point) { $0 * $1 } == "a factor ½, such as of a square")
    #expect(try cause({ sum(cos($0)) }, at: point) { $0 * sin($1) } == "a sign")
    #expect(try cause({ sum(exp($0)) }, at: point) { $0 * 1.25 * exp($1) } == "a factor 1.25")
    #expect(try cause({ sum(exp($0)) }, at: point) { $0 * 0 * $1 } == "a dropped term: nothing is passed on")
  }

  @Test("Places")
  func places() throws {
    let square: NDArray<Double> = [[1, 2, 3], [4, 5, 7], [8, 10, 13]]
    let weights: NDArray<Double> = [[1, -2, 3], [0.5, 2, 7], [4, -1, 0.25]]
    let C = Tensor.constant(weights)
    #expect(try cause({ sum($0 * C) }, at: square) { c, _ in c * C.transposed() } == "a transpose")
    #expect(
      try cause({ sum($0 * C) }, at: square) { c, _ in c * C.rolled(by: 1, along: 1) } == "axis 1 off by one")
    #expect(
      try cause({ sum($0 * C) }, at: square) { c, _ in c * C.flipped(along: [0]) }
        == "axis 0 taken from its other end")
  }

  @Test("Elements")
  func elements() throws {
    let point: NDArray<Double> = [1, -2, 3, -5]
    #expect(
      try cause({ sum(abs($0)) }, at: point) { $0 * (1 + 0 * $1) }
        == "a wrong branch: a factor -1 in some elements, and the others are right")
    #expect(
      try cause({ sum(softplus($0)) }, at: point) { $0 * sigmoid($1) * ($1 .> 0) }
        == "a wrong branch: nothing is passed on in some elements, and the others are right")
    let shifted = try cause({ sum($0 * $0 * $0) }, at: point) { $0 * 3 * squared($1) + $0 }
    #expect(shifted.hasSuffix("too much in each element"))
    #expect(
      try cause({ sum(squared($0)) }, at: [0, 1, 2, 3]) { $0 * 2 * squared($1) / $1 }
        == "not a number, such as 0 · ∞")
  }

  @Test("A sum over copies that is missing")
  func missingSums() throws {
    let X = Tensor.input("X", shape: [.batch, 2])
    let bias = Tensor.parameter("b", shape: [2])
    let loss = mean(
      squared(
        custom("affine", of: [X, bias]) {
          $0[0] + $0[1]
        } pullback: { cotangent, _, _ in
          [cotangent, sum(cotangent * (Tensor.positions(.batch) .== 0)[.all, .newAxis], along: 0)]
        }))
    let report = try checkGradient(of: loss, at: [X: [[1, 2], [3, 5], [6, 7]], bias: [0.5, 1]])
    #expect(report.blamed.first?.operation == "affine")
    #expect(report.blamed.first?.cause.hasPrefix("a missing sum: along axis 0") == true)
  }
}
