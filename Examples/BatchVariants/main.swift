// One regression by batch, stochastic and mini-batch gradient descent: what a pass over the data brings, and what the noise of
// small batches leaves at the end; a decaying rate takes it away.

import Figures
import ChainRule
import ExampleSupport
import Optimizers

let X = Tensor.input("X", shape: [.batch, 2])
let y = Tensor.input("y", shape: [.batch])
let w = Tensor.parameter("w", shape: [2])
let b = Tensor.parameter("b", shape: [])
let features = try NDArray<Double>.normal(mean: 0, standardDeviation: 1, shape: [400, 2], seed: 5)
let noise = try NDArray<Double>.normal(mean: 0, standardDeviation: 0.5, shape: [400], seed: 6)
let targets = NDArray(
  (0..<400).map { row -> Double in
    let (first, second) = (features.elements[2 * row], features.elements[2 * row + 1])
    return 2 * first - second + 1 + noise.elements[row]
  })
let objective = try Objective(meanSquaredError(X • w + b, y), data: [X: features, y: targets])
print(objective)

let least = try minimize(objective, using: .truncatedNewton())
let variants: [(name: String, method: FirstOrderMethod)] = [
  ("batch", .gradientDescent(learningRate: 0.05)),
  ("stochastic", .gradientDescent(learningRate: 0.05).inBatches(.shuffled(size: 1, seed: 1))),
  ("mini-batches of 32", .gradientDescent(learningRate: 0.05).inBatches(.shuffled(size: 32, seed: 1))),
  (
    "mini-batches of 32, decaying",
    .gradientDescent(learningRate: 0.05).scheduled(.inverseTime(decay: 0.02))
      .inBatches(.shuffled(size: 32, seed: 1))
  ),
]
let passes = 30
let gaps = try variants.map { variant in
  let solution = try minimize(
    objective, using: variant.method, until: StoppingRule(tolerance: 0, maximumIterations: passes))
  return solution.history.map { max($0.value - least.value, 1e-16) }
}
for (variant, gap) in zip(variants, gaps) {
  print("\(variant.name): \(gap[1]) above the least loss after 1 pass, \(gap[passes]) after \(passes)")
}

try Plot(
  "Above the least loss, after each pass over the data", x: "pass", y: .logarithmic("loss − least loss"),
  marks: zip(variants, gaps).map { .line(x: (0...passes).map(Double.init), y: $1, name: $0.name) }
).write(svgFile: picturePath())

check(least.isConverged, "the least loss was not found: \(least.reason)")
check(gaps[1][1] < gaps[0][1], "one stochastic pass brings less than one batch step")
check(gaps[2][passes] < gaps[1][passes], "greater batches leave more noise")
check(gaps[3][passes] < gaps[2][passes], "a decaying rate leaves more noise")
