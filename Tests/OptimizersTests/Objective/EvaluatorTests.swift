import ChainRule
import Optimizers
import Testing

/// What an optimizer of one's own can ask, and get wrong.
@Suite("Evaluations")
struct EvaluationTests {
  private static let w = Tensor.parameter("w", shape: [2])

  private static func evaluator() throws -> Evaluator {
    try Evaluator(Objective(sum(squared(w - 1)), penalties: [w: .lasso(0.5)]))
  }

  private static let calls: [@Sendable (Evaluator, [Double]) throws -> Void] = [
    { _ = try $0.smoothValue(at: $1) },
    { _ = try $0.smoothGradient(at: $1) },
    { _ = try $0.hessianProduct(at: $1, along: [1, 1]) },
    { _ = try $0.residuals(at: $1) },
    { _ = try $0.linearizedResiduals(at: $1) },
    { _ = try $0.kinkedValue(at: $1) },
    { _ = try $0.proximalPoint($1, step: 0.1) },
    { _ = try $0.shortestSubgradient([1, 1], at: $1) },
    { _ = try Iterate(at: $1, on: $0) },
    { _ = try LBFGS().start(at: $1, on: $0) },
  ]

  @Test("A point of another length is refused, and not read beyond its end", arguments: calls.indices)
  func lengths(_ index: Int) throws {
    for point: [Double] in [[], [1], [1, 2, 3]] {
      let error = #expect(throws: ChainRuleError.self) { try Self.calls[index](Self.evaluator(), point) }
      #expect(
        error?.description
          == "Evaluator: w [2]: the point has \(point.count) elements; it needs 2, one for each coefficient")
    }
    #expect(throws: Never.self) { try Self.calls[index](Self.evaluator(), [0.5, 0]) }
  }

  @Test("So is a direction or a gradient of another length")
  func directions() throws {
    let product = #expect(throws: ChainRuleError.self) {
      try Self.evaluator().hessianProduct(at: [1, 2], along: [1])
    }
    #expect(product?.description.contains("the direction has 1 elements") == true)
    let slope = #expect(throws: ChainRuleError.self) {
      try Self.evaluator().shortestSubgradient([1, 2, 3], at: [1, 2])
    }
    #expect(slope?.description.contains("the gradient has 3 elements") == true)
  }

  @Test("A parameter larger than any memory is refused", arguments: [Int.max, 1 << 40])
  func size(_ length: Int) throws {
    let huge = Tensor.parameter("huge", shape: [.fixed(length), .fixed(length)])
    let error = #expect(throws: ChainRuleError.self) { try Objective(sum(squared(huge))) }
    #expect(error?.description.isEmpty == false)
  }
}
