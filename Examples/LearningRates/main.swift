// One quadratic, four learning rates: too small, right, too large, and one that starts too large for the end and decays.

import Figures
import ChainRule
import ExampleSupport
import Optimizers

let w = Tensor.parameter("w", shape: [2], initial: [4, 4])
// Curvatures 1 and 20: gradient descent needs a rate below 2/20, and is fastest at 2/21.
let loss = 0.5 * (squared(w[0]) + 20 * squared(w[1]))
let objective = try Objective(loss)

let rates: [(name: String, method: FirstOrderMethod)] = [
  ("too small, 0.004", .gradientDescent(learningRate: 0.004)),
  ("right, 2/21", .gradientDescent(learningRate: 2.0 / 21)),
  ("too large, 0.103", .gradientDescent(learningRate: 0.103)),
  ("decaying from 0.103", .gradientDescent(learningRate: 0.103).scheduled(.inverseTime(decay: 0.01))),
]
let solutions = try rates.map { rate in
  try minimize(objective, using: rate.method, until: StoppingRule(tolerance: 1e-12, maximumIterations: 150))
}
for (rate, solution) in zip(rates, solutions) { print("\(rate.name): \(solution)") }

try Plot(
  "Gradient descent, curvatures 1 and 20", x: "step", y: .logarithmic("loss"),
  marks: zip(rates, solutions).map { rate, solution in
    .line(
      x: solution.history.map { Double($0.iteration) }, y: solution.history.map(\.value), name: rate.name)
  }
).write(svgFile: picturePath())

check(solutions[0].value > 1e-2, "a rate that is too small is fast")
check(solutions[1].value < 1e-10, "the right rate is slow")
check(solutions[2].value > solutions[2].history[0].value, "a rate that is too large converges")
check(solutions[3].value < solutions[0].value, "a decaying rate does not help")
