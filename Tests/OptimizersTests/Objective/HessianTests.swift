import ChainRule
import Optimizers
import Testing

@Suite("Hessians at once")
struct HessianTests {
  private static let X = Tensor.input("X", shape: [.batch, 4])
  private static let y = Tensor.input("y", shape: [.batch])
  private static let w = Tensor.parameter("w", shape: [4])
  private static let b = Tensor.parameter("b", shape: [])

  struct Loss: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let isQuadratic: Bool
    let loss: @Sendable (_ eta: Tensor, _ y: Tensor) -> Tensor
  }

  static let losses = [
    Loss(testDescription: "squares", isQuadratic: true) { mean(squared($0 - $1)) },
    Loss(testDescription: "logistic", isQuadratic: false) { mean(softplus($0) - $1 * $0) },
    Loss(testDescription: "over the batch", isQuadratic: false) {
      variance($0) + squared(mean(tanh($0 - $1)))
    },
  ]

  @Test("Where they are the same everywhere, one step goes to the minimum, however far off it is")
  func oneStep() throws {
    let truth: NDArray<Double> = [300, -200, 50, 0.1]
    let rows = try NDArray<Double>.uniform(in: -1..<1, shape: [200, 4], seed: 1)
    let y = try (Self.X • Tensor.constant(truth)).evaluate(at: [Self.X: rows])
    let objective = try Objective(
      mean(squared(Self.X • Self.w + Self.b - Self.y)), over: [Self.w, Self.b],
      data: [Self.X: rows, Self.y: y])
    let solution = try minimize(
      objective, using: .truncatedNewton(), until: StoppingRule(tolerance: 1e-4, maximumIterations: 1))
    #expect(solution.status == .converged && solution.counts.gradients == 2)
    for (found, exact) in zip(try solution[Self.w].elements, truth.elements) {
      #expect(abs(found - exact) < 1e-3)
    }
  }

  @Test("They are the products with unit vectors", arguments: losses, [20, 3000])
  func unitVectors(_ loss: Loss, rows: Int) throws {
    let objective = try Objective(
      loss.loss(Self.X • Self.w + Self.b, Self.y), over: [Self.w, Self.b],
      penalties: [Self.w: .ridge(0.3)],
      data: [
        Self.X: .uniform(in: -1..<1, shape: [rows, 4], seed: 1),
        Self.y: .uniform(in: 0..<1, shape: [rows], seed: 2),
      ])
    let (evaluator, other) = (try Evaluator(objective), try Evaluator(objective))
    // Products alone, never a matrix.
    other.mayHaveConstantHessian = false
    let point = [0.3, -0.2, 0.5, 0.1, 0.7]
    let hessian = try #require(try evaluator.hessian(at: point))
    #expect(evaluator.counts.products == 5)
    for column in 0..<5 {
      let unit = (0..<5).map { $0 == column ? 1.0 : 0 }
      let product = try other.hessianProduct(at: point, along: unit)
      for row in 0..<5 {
        #expect(abs(hessian[row * 5 + column] - product[row]) <= 1e-14 * Double(rows).squareRoot())
        #expect(hessian[row * 5 + column] == hessian[column * 5 + row])
      }
    }
    #expect(try (evaluator.constantHessian() != nil) == loss.isQuadratic)
    let direction = [1, -2, 0.5, 3, -1]
    let products = try (
      evaluator.hessianProduct(at: point, along: direction),
      other.hessianProduct(at: point, along: direction)
    )
    for (left, right) in zip(products.0, products.1) {
      #expect(abs(left - right) <= 1e-13 * Double(rows).squareRoot())
    }
  }
}
