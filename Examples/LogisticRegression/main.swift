// Two classes in the plane: probabilities, the line between them, and what happens when a line separates them without a
// mistake, so that no best fit exists.

import Figures
import ChainRule
import ExampleSupport
import LinearModels
import Optimizers

/// 60 points around each of two centres.
func points(spread: Double) throws -> NDArray<Double> {
  let noise = try NDArray<Double>.normal(mean: 0, standardDeviation: spread, shape: [120, 2], seed: 7)
  return try NDArray(
    shape: [120, 2],
    elements: noise.elements.enumerated().map { index, value in value + (index / 2 % 2 == 0 ? -1 : 1) })
}

let labels = IndexArray((0..<120).map { $0 % 2 })
let features = try points(spread: 1)
let model = LinearModel(.logistic)
let fitted = try model.fit(features, labels: labels)
let right = try fitted.score(features, labels: labels)
print("minimised \(fitted.outcome.objective): \(fitted.outcome.status), \(fitted.outcome.reason)")
print("coefficients \(fitted.coefficients.elements), intercept \(fitted.intercept), right \(right)")

let again = try model.fit(features, labels: labels, using: .lbfgs())
let separable = try model.fit(points(spread: 0.1), labels: labels)
print("without a mistake to make: \(separable.outcome.status), \(separable.outcome.reason)")
let penalised = try LinearModel(.logistic, penalty: .ridge(0.01)).fit(points(spread: 0.1), labels: labels)
print("with a penalty: \(penalised.outcome.status), coefficients \(penalised.coefficients.elements)")

let side = Array(stride(from: -4.9375, to: 5, by: 0.125))
let classes = try side.map { vertical in
  try fitted.predictClasses(NDArray(rows: side.map { [$0, vertical] })).elements
}
func marks(of label: Int, _ name: String) -> PlotMark {
  let rows = (0..<120).filter { labels.elements[$0] == label }
  return .points(
    x: rows.map { features.elements[2 * $0] }, y: rows.map { features.elements[2 * $0 + 1] }, name: name)
}
let plot = Plot(
  "Logistic regression", x: "x₁", y: "x₂",
  marks: [
    .regions(classes, x: -5...5, y: -5...5, names: ["class 0", "class 1"]), marks(of: 0, "class 0"),
    marks(of: 1, "class 1"),
  ], width: 560, height: 460)
try plot.write(svgFile: picturePath())

check(fitted.outcome.status == .converged && right > 0.85, "the fit is poor: \(fitted.outcome.reason)")
check(
  zip(fitted.coefficients.elements, again.coefficients.elements).allSatisfy { abs($0 - $1) < 1e-8 },
  "two optimizers differ")
check(separable.outcome.status == .unbounded, "separable data were not recognised")
check(penalised.outcome.status == .converged, "a penalty did not give a minimum")
