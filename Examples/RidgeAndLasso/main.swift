// Eight features, three of which matter: how ridge shrinks all coefficients and lasso sets some to exactly zero, as the
// penalty grows.

import Figures
import ChainRule
import ExampleSupport
import Foundation
import LinearModels
import Optimizers

let truth: [Double] = [3, 0, 0, -2, 0, 1.5, 0, 0]
let features = try NDArray<Double>.normal(mean: 0, standardDeviation: 1, shape: [80, 8], seed: 3)
let noise = try NDArray<Double>.normal(mean: 0, standardDeviation: 1, shape: [80], seed: 4)
var targets = noise.elements
for row in targets.indices {
  for (column, weight) in truth.enumerated() { targets[row] += weight * features[row, column] }
}
let y = NDArray(targets)

let lambdas: [Double] = (0...30).map { step in pow(10, 1.2 - 4.2 * Double(step) / 30) }

/// The coefficients at each λ, a list for each feature.
func path(_ penalty: (Double) -> Penalty) throws -> [[Double]] {
  let fits = try lambdas.map { lambda in
    let fitted = try LinearModel(.leastSquares, penalty: penalty(lambda)).fit(features, y)
    check(fitted.outcome.status == .converged, "λ = \(lambda): \(fitted.outcome.reason)")
    return fitted.standardizedCoefficients.elements
  }
  return truth.indices.map { feature in fits.map { $0[feature] } }
}

let (lasso, ridge) = (try path { .lasso($0) }, try path { .ridge($0) })
func chosen(_ index: Int) -> [Int] { truth.indices.filter { lasso[$0][index] != 0 } }
for index in stride(from: 0, through: 30, by: 5) {
  print(
    "lasso λ = \(lambdas[index].rounded(.toNearestOrEven) > 1 ? lambdas[index].rounded() : lambdas[index]):",
    "features \(chosen(index))")
}

func plot(_ title: String, _ path: [[Double]]) -> Plot {
  Plot(
    title, x: .logarithmic("λ"), y: "coefficient",
    marks: truth.indices.map { .line(x: lambdas, y: path[$0], name: "x\($0 + 1)") }, width: 520, height: 380)
}
try PlotGrid("Coefficients against the penalty", rows: [[plot("Lasso", lasso), plot("Ridge", ridge)]])
  .write(svgFile: picturePath())

check(chosen(0).isEmpty, "a great penalty leaves coefficients")
check(lambdas.indices.contains { chosen($0) == [0, 3, 5] }, "lasso never chooses the three that matter")
check(ridge.allSatisfy { !$0.contains(0) }, "ridge sets a coefficient to zero")
