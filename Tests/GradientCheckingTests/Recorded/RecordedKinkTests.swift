import ChainRule
import GradientChecking
import Testing

@Suite("Kinks of recorded losses")
struct RecordedKinkTests {
  private let x = Tensor.parameter("x", shape: [2])

  private func verdicts(_ loss: Tensor, at point: NDArray<Double>) throws -> [GradientVerdict] {
    try checkGradient(of: loss, withRespectTo: [x], at: [x: point]).derivatives.map(\.verdict)
  }

  @Test("What the library gives at a kink is a subgradient")
  func subgradients() throws {
    let valid = GradientVerdict.kink(isSubgradient: true)
    #expect(try verdicts(sum(abs(x)), at: [0, 0]) == [valid, valid])
    #expect(try verdicts(sum(relu(x)), at: [0, 0]) == [valid, valid])
    #expect(try verdicts(max(x), at: [2, 2]) == [valid, valid])
    #expect(try verdicts(norm(x), at: [0, 0]) == [valid, valid])
    #expect(try verdicts(sum(maximum(x, 1)), at: [1, 1]) == [valid, valid])
    #expect(try verdicts(sorted(x)[0], at: [1, 1]) == [valid, valid])
    // Forwards the tie is shared as well.
    let report = try checkGradient(of: max(x), at: [x: [2, 2]], modes: [.reverse, .forward, .hessian])
    #expect(report.failures.isEmpty)
    #expect(report.notes == ["Second derivatives are not checked at a kink of the loss."])
  }

  @Test("Slopes to both sides are told")
  func slopes() throws {
    let report = try checkGradient(of: sum(abs(x) + 2 * x), at: [x: [0, 1]])
    #expect(report.derivatives[0].truth.slopes == TrueDerivative.Slopes(below: 1, above: 3))
    #expect(report.derivatives[1].verdict == .right(.ulps(0)))
  }

  @Test("What is no subgradient is found, in a coordinate or in a direction alone")
  func invalid() throws {
    let steep = custom("steep", of: [x]) {
      sum(relu($0[0]))
    } pullback: { cotangent, x, _ in
      [cotangent * 1.5 * (x[0] .>= 0)]
    }
    #expect(
      try checkGradient(of: steep, at: [x: [0, -1]]).derivatives[0].verdict == .kink(isSubgradient: false))
    // Along each axis |x₀ − x₁| has slopes −1 and 1, but it does not change along both.
    let ridge = custom("ridge", of: [x]) {
      abs($0[0][0] - $0[0][1])
    } pullback: { cotangent, x, _ in
      [cotangent * (1 + 0 * x[0])]
    }
    let report = try checkGradient(of: ridge, at: [x: [1, 1]])
    #expect(report.outcome == .wrong)
    #expect(report.failures.allSatisfy { if case .direction = $0.place { true } else { false } })
  }

  @Test("Where both sides have one slope there is no kink")
  func smooth() throws {
    #expect(try verdicts(sum(x * abs(x)), at: [0, 0]) == [.right(.ulps(0)), .right(.ulps(0))])
    #expect(try verdicts(sum(squared(relu(x))), at: [0, 3]) == [.right(.ulps(0)), .right(.ulps(0))])
    #expect(try verdicts(sum(maximum(x, x)), at: [1, 2]) == [.right(.ulps(0)), .right(.ulps(0))])
  }

  @Test("Coordinates that move nothing that ties are judged as elsewhere, however many there are")
  func many() throws {
    let W = Tensor.parameter("W", shape: [3000])
    let values = try NDArray<Double>(shape: [3000], elements: (0..<3000).map { Double($0) / 1000 - 1.3 })
    let report = try checkGradient(of: sum(sin(W)) + sum(relu(x)), at: [W: values, x: [0, 1]])
    #expect(report.counts.right == 3001)
    #expect(report.counts.kink == 1)
    #if !DEBUG
      // Here all of them do, and all but some are left open.
      let crowd = Tensor.parameter("c", shape: [4000])
      let zeros = try NDArray<Double>(shape: [4000], elements: Array(repeating: 0, count: 4000))
      let open = try checkGradient(of: sum(relu(crowd)), at: [crowd: zeros])
      #expect(open.counts.kink + open.counts.cannotTell == 4000)
      #expect(open.counts.kink > 500)
    #endif
  }

  @Test("Data that tie are no kink")
  func data() throws {
    let X = Tensor.input("X", shape: [.batch])
    let loss = sum(relu(X)) * sum(x) + sum(select(X .> 0, X, 0)) * x[0]
    #expect(try checkGradient(of: loss, at: [X: [0, 0, 2], x: [1, 2]]).isRight)
  }

  @Test("Jumps, edges of domains and what is too close to call are told")
  func untold() throws {
    func reason(_ loss: Tensor, at point: NDArray<Double>) throws -> String {
      guard case .cannotTell(let reason) = try verdicts(loss, at: point)[0] else { return "" }
      return reason
    }
    #expect(try reason(sum(floor(x)), at: [1, 0.5]) == "the loss jumps here")
    #expect(try reason(sum(sign(x)), at: [0, 0.5]) == "the loss jumps here")
    #expect(try reason(sum(select(x .> 0, sqrt(x), 0)), at: [0, 1]).contains("infinite"))
    #expect(try reason(sum(sqrt(x)), at: [0, 1]).contains("infinite"))
    let close = try reason(sum(maximum(x / 3 * 3, x)), at: [1, 1])
    #expect(close == "what maximum compares is too close to call")
  }

  @Test("Away from its jumps a step is flat")
  func steps() throws {
    let loss = sum(floor(x) + ceil(x) + round(x) + sign(x) + x)
    #expect(try verdicts(loss, at: [0.3, -1.7]) == [.right(.ulps(0)), .right(.ulps(0))])
  }
}
