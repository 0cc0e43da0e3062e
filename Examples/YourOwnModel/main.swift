// Any expression of inputs and parameters is a model: a saturating curve through 14 measurements, by least squares.
//
// Data and certified answer: Misra1a, NIST Statistical Reference Datasets (nonlinear regression), public domain.

import Figures
import ChainRule
import ExampleSupport
import Foundation
import Optimizers

let strain = [
  77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0,
]
let volume = [
  10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.4, 75.47, 81.78,
]

let x = Tensor.input("x", shape: [.batch])
let y = Tensor.input("y", shape: [.batch])
let limit = Tensor.parameter("β₁", shape: [], initial: 500)
let rate = Tensor.parameter("β₂", shape: [], initial: 1e-4)
let curve = limit * (1 - exp(-rate * x))

let objective = try Objective(mean(squared(y - curve)), data: [x: NDArray(strain), y: NDArray(volume)])
print(objective)
let solution = try minimize(objective, using: .levenbergMarquardt())
print(solution)
let (top, speed) = (try solution[limit].scalar, try solution[rate].scalar)
print("β₁ = \(top), certified 238.94212918; β₂ = \(speed), certified 5.5015643181e-4")

try Plot(
  "A model of one's own", x: "x", y: "y",
  marks: [
    .points(x: strain, y: volume, name: "measured"),
    .curve(name: "β₁ (1 − exp(−β₂ x))") { [top, speed] in top * (1 - Foundation.exp(-speed * $0)) },
  ]
).write(svgFile: picturePath())

check(solution.isConverged, "the search did not converge")
check(abs(top / 238.94212918 - 1) < 1e-9 && abs(speed / 5.5015643181e-4 - 1) < 1e-9, "other parameters")
