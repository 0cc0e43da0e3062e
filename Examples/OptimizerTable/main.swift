// Every optimizer on five problems, as a Markdown table: docs/optimizers.md holds what this prints.

import ChainRule
import ExampleSupport
import Optimizers

/// A problem with its known optimum.
struct Problem {
  let name: String
  let objective: Objective
  let optimum: Double
}

let w = Tensor.parameter("w", shape: [10], initial: NDArray(Array(repeating: 1, count: 10)))
// The mirror I − 2nnᵀ/nᵀn mixes all coordinates, so that no curvature belongs to a coefficient of its own: a rate for each
// coefficient cannot undo the condition.
let normal = Tensor.constant(try NDArray<Double>.evenlySpaced(from: 1, through: 10, count: 10))
func quadratic(condition: Double) throws -> Objective {
  let exponents = Tensor.constant(try NDArray<Double>.evenlySpaced(from: 0, through: 1, count: 10))
  let turned = w - 2 * sum(normal * w) / sum(squared(normal)) * normal
  return try Objective(0.5 * sum(pow(Tensor(condition), exponents) * squared(turned)) / condition)
}
let v = Tensor.parameter("v", shape: [2], initial: [-1.2, 1])
let X = Tensor.input("X", shape: [.batch, 5])
let y = Tensor.input("y", shape: [.batch])
let features = try NDArray<Double>.normal(mean: 0, standardDeviation: 1, shape: [100, 5], seed: 1)
let noise = try NDArray<Double>.normal(mean: 0, standardDeviation: 1, shape: [100], seed: 2)
let scores = (0..<100).map { row -> Double in
  let (first, fourth) = (features.elements[5 * row], features.elements[5 * row + 3])
  return 2 * first - fourth + noise.elements[row]
}
let u = Tensor.parameter("u", shape: [5])
let logistic = try Objective(
  mean(softplus(X • u) - y * (X • u)), penalties: [u: .ridge(0.01)],
  data: [X: features, y: NDArray(scores.map { $0 > 0 ? 1 : 0 })])
let lasso = try Objective(
  meanSquaredError(X • u, y), penalties: [u: .lasso(0.5)], data: [X: features, y: NDArray(scores)])

/// The optimum to the last digits.
func optimum(_ objective: Objective) throws -> Double {
  try minimize(objective, using: .proximalNewton(), until: StoppingRule(tolerance: 1e-14)).value
}
let problems = [
  Problem(name: "quadratic", objective: try quadratic(condition: 10), optimum: 0),
  Problem(name: "condition 10⁶", objective: try quadratic(condition: 1e6), optimum: 0),
  Problem(
    name: "Rosenbrock", objective: try Objective(squared(1 - v[0]) + 100 * squared(v[1] - squared(v[0]))),
    optimum: 0),
  Problem(name: "logistic", objective: logistic, optimum: try optimum(logistic)),
  Problem(name: "lasso", objective: lasso, optimum: try optimum(lasso)),
]

/// The rates of first-order methods, one for each problem.
let rates: [(UpdateRule, [Double])] = [
  (.gradientDescent, [1, 1, 0.002, 1, 0]), (.momentum(0.9), [0.3, 0.3, 0.0005, 0.5, 0]),
  (.nesterov(0.9), [0.3, 0.3, 0.0005, 0.5, 0]), (.adaGrad(epsilon: 1e-8), [0.5, 0.5, 0.5, 0.5, 0]),
  (.rmsProp(decay: 0.9, epsilon: 1e-8), [0.01, 0.01, 0.001, 0.01, 0]),
  (.adam(beta1: 0.9, beta2: 0.999, epsilon: 1e-8), [0.05, 0.05, 0.02, 0.05, 0]),
  (.adamW(beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0), [0.05, 0.05, 0.02, 0.05, 0]),
]
let rule = StoppingRule(tolerance: 1e-9, maximumIterations: 10_000)

/// Steps / gradients / Hessian products or Jacobians: the gap, and how it ended where not at a minimum.
func cell(_ problem: Problem, _ method: some Optimizer) throws -> String {
  if method.objection(to: problem.objective) != nil { return "–" }
  let solution = try minimize(problem.objective, using: method, until: rule)
  // Every method goes through Rosenbrock's valley; those that know gradients only, with the rates below.
  if problem.name == "Rosenbrock" {
    check(solution.value <= 1e-3, "\(method.name) ends at \(solution.value) on Rosenbrock's function")
  }
  let products = solution.counts.products + solution.counts.jacobians
  let work = "\(solution.iterations) / \(solution.counts.gradients) / \(products)"
  let end = solution.isConverged ? "" : ", \(solution.status.rawValue)"
  return "\(work): \(digits(solution.value - problem.optimum))\(end)"
}

/// One row: a cell for each problem.
func row(_ name: String, _ methods: [any Optimizer]) throws -> String {
  var cells: [String] = []
  for (problem, method) in zip(problems, methods) { cells.append(try cell(problem, method)) }
  return "| " + ([name] + cells).joined(separator: " | ") + " |"
}

/// A gap in one digit; what is below the rounding of values is 0.
func digits(_ gap: Double) -> String {
  if abs(gap) < 1e-14 { return "0" }
  var (mantissa, exponent) = (abs(gap), 0)
  while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
  while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
  return "\(Int(mantissa.rounded(.down)))e\(exponent)"
}

print("| method | " + problems.map { $0.name }.joined(separator: " | ") + " |")
print("| --- |" + problems.map { _ in " --- |" }.joined())
for (update, rates) in rates {
  let methods = rates.map { FirstOrderMethod(update, learningRate: max($0, 1e-3)) }
  print(try row(methods[0].name + ", η " + rates.dropLast().map { "\($0)" }.joined(separator: ", "), methods))
}
let others: [any Optimizer] = [
  LBFGS(), TruncatedNewton(), ProximalGradient(isAccelerated: false), ProximalGradient(isAccelerated: true),
  ProximalNewton(), LevenbergMarquardt(),
]
for method in others { print(try row(method.name, problems.map { _ in method })) }
