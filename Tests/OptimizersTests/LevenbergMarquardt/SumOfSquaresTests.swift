import ChainRule
import Optimizers
import Testing

@Suite("Sums of squares found in recorded losses")
struct SumOfSquaresTests {
  static let t = Tensor.input("t", shape: [.batch])
  static let y = Tensor.input("y", shape: [.batch])
  static let v = Tensor.input("v", shape: [.batch])
  static let a = Tensor.parameter("a", shape: [])
  static let k = Tensor.parameter("k", shape: [2])
  static let all: Bindings<Double> = [t: [0, 1, 2, 4], y: [3, 2, 1.5, 1], v: [1, 0.5, 2, 0]]
  static let r = a * exp(-k[0] * t) + k[1] - y

  static let losses: [(String, Tensor)] = [
    ("mean", mean(squared(r))), ("sum", sum(squared(r))), ("error", meanSquaredError(r + y, y)),
    ("power", mean(pow(r, 2)) / 3), ("fourth power", sum(pow(r, 4))), ("dot", 0.5 * dot(r, r)),
    ("weighted", 2 * mean(v * squared(r))), ("quotient", sum(squared(r) / (1 + v))),
    ("product", mean(r * r) + 0.1 * squared(a)), ("named", -(-mean(squared(r).named("squares")))),
    ("nested", mean(squared(squared(a) - y)) + squared(a)),
    ("columns", mean(sum(squared(stack([r, v * r], along: 1)), along: [1]))),
    ("broadcast", sum(squared(a) + v * squared(r))),
    ("running sums of squares", mean(cumulativeSum(squared(r), along: 0))),
    ("squares of running sums", mean(squared(cumulativeSum(r, along: 0)))),
    ("choice", sum(select(v .> 0.7, squared(r), 0))), ("product with a vector", dot(v, squared(r))),
    ("trace", sum(squared(r)) + trace(diagonalMatrix(squared(k)))),
  ]

  static func objective(_ loss: Tensor) throws -> Objective {
    let read = Set(loss.inputs)
    return try Objective(
      loss, over: [a, k].filter(loss.parameters.contains),
      data: Bindings(all.entries.filter { read.contains($0.tensor) }.map { ($0.tensor, $0.array) }))
  }

  @Test(
    "The squares of the residuals add up to the loss, and 2 Jᵀ r is its gradient", arguments: losses.indices)
  func parts(_ index: Int) throws {
    let objective = try Self.objective(Self.losses[index].1)
    let evaluator = try Evaluator(objective)
    let point = Array([1.3, 0.4, -0.2].prefix(evaluator.dimension))
    let found = try evaluator.linearizedResiduals(at: point)
    let (value, gradient) = try evaluator.smoothGradient(at: point)
    let sum = found.residuals.elements.reduce(0) { $0 + $1 * $1 }
    // A few dozen roundings.
    #expect((sum / value - 1).magnitude < 1e-14)
    for j in point.indices {
      let slope = found.residuals.elements.indices.reduce(0) {
        $0 + 2 * found.jacobian[$1, j] * found.residuals[$1]
      }
      #expect((slope - gradient[j]).magnitude < 1e-13 * (1 + gradient[j].magnitude))
    }
    #expect(try evaluator.residuals(at: point) == found.residuals.elements)
    #expect(LevenbergMarquardt().objection(to: objective) == nil)
  }

  @Test("Ridge penalties are further rows")
  func ridge() throws {
    let objective = try Objective(
      mean(squared(Self.a - Self.y)), penalties: [Self.a: .ridge(0.25)], data: [Self.y: [1, 3]])
    let evaluator = try Evaluator(objective)
    #expect(try evaluator.residuals(at: [2]).count == 3)
    let solution = try minimize(objective, using: .levenbergMarquardt())
    // (a − 1)²/2 + (a − 3)²/2 + a²/4 is least at 1.6.
    #expect((solution.point[0] - 1.6).magnitude < 1e-14 && solution.isConverged)
  }

  @Test("What is no sum of squares is refused by name")
  func refusals() throws {
    func message(_ loss: Tensor, _ penalty: Penalty = .none, maximized: Bool = false) -> String {
      do {
        let objective =
          try maximized ? Objective.maximizing(loss) : Objective(loss, penalties: [Self.a: penalty])
        _ = try minimize(objective, using: .levenbergMarquardt())
        return "no error"
      } catch { return "\(error)" }
    }
    let mend = "record it as mean(squared(residual)), or sums and multiples of such terms"
    #expect(
      message(squared(Self.a), .lasso(1))
        == "minimize: Levenberg–Marquardt: Levenberg–Marquardt minimises sums of squares, and a penalty of this objective has kinks or walls; use .proximalNewton() or .fista()"
    )
    #expect(
      message(abs(Self.a))
        == "minimize: Levenberg–Marquardt: Levenberg–Marquardt minimises sums of squares, and of this loss |a| is neither a square nor linear in squares; \(mend)"
    )
    #expect(
      message(squared(Self.a) + 1)
        == "minimize: Levenberg–Marquardt: Levenberg–Marquardt minimises sums of squares, and of this loss it adds 1, which does not depend on the parameters; \(mend)"
    )
    #expect(message(sum(Self.k) * squared(Self.a)).contains("neither a square"))
    #expect(
      message(squared(Self.a - 1), maximized: true).hasSuffix(
        "a square is weighted by -1.0; weights are 0 or more, and finite"))
  }

  @Test("Weights of another shape are refused")
  func weights() throws {
    #expect(throws: ChainRuleError.self) { try Objective.leastSquares(residual: Self.r, weights: Self.k) }
    let objective = try Objective.leastSquares(residual: Self.r, weights: Self.v, data: Self.all)
    #expect(try Evaluator(objective).residuals(at: [1, 0, 0])[3] == 0)
  }
}
