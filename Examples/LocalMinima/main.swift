// A curve with three valleys and two peaks: where a search ends depends on where it starts, a search on a peak does not
// move and says so, and searches from many starts find all the valleys.

import Figures
import ChainRule
import ExampleSupport
import Optimizers

let x = Tensor.parameter("x", shape: [])
// Its derivative is (x + 2)(x + 1) x (x − 1)(x − 2.2): valleys at −2, 0 and 2.2, peaks at −1 and 1.
let curve = pow(x, 6) / 6 - 0.04 * pow(x, 5) - 1.35 * pow(x, 4) + pow(x, 3) / 15 + 2.2 * squared(x)
let objective = try Objective(curve)
print("f(x) = \(curve.formula)")

let starts: [(start: Double, end: Double)] = [
  (-2.4, -2), (-1.2, -2), (-0.6, 0), (0.7, 0), (1.3, 2.2), (2.5, 2.2),
]
var marks: [PlotMark] = []
func value(_ point: Double) throws -> Double { try curve.evaluate(at: [x: NDArray(point)]).scalar }
for (start, end) in starts {
  let solution = try minimize(objective, from: [NDArray(start)], using: .gradientDescent(learningRate: 0.02))
  print("from \(start): x = \(solution.point[0]), \(solution)")
  check(solution.isConverged && abs(solution.point[0] - end) < 1e-6, "from \(start) not to \(end)")
  marks.append(.points(x: [start], y: [try value(start)], name: "starts", symbol: .circle))
  marks.append(
    .line(x: [start, end], y: [try value(start), try value(end)], name: "ends in its valley").dashed())
}
for peak in [-1.0, 1] {
  let solution = try minimize(objective, from: [NDArray(peak)], using: .gradientDescent(learningRate: 0.02))
  print("from the peak \(peak): \(solution)")
  check(solution.status == .stationaryNotMinimum && solution.iterations == 0, "the peak \(peak) passed")
  marks.append(
    .points(x: [peak], y: [try value(peak)], name: "peaks: a search does not move", symbol: .triangle))
}

let valleys = try multiStart(objective, starts: 40, within: -3...3, seed: 1, using: .lbfgs())
print("from 40 random starts: \(valleys)")
let found = valleys.minima.map { $0.point[0] }
check(found.count == 3, "\(found.count) valleys were found")
check(zip(found, [2.2, -2, 0]).allSatisfy { abs($0 - $1) < 1e-6 }, "the deepest is not first: \(found)")
marks.append(
  .points(
    x: found, y: valleys.minima.map(\.value), name: "valleys found from 40 starts", symbol: .square, radius: 5
  ))

let line = (0...300).map { -2.7 + 5.5 * Double($0) / 300 }
let drawn = PlotMark.line(x: line, y: try line.map(value), name: "f")
try Plot("Three valleys, two peaks", x: "x", y: "f(x)", marks: [drawn] + marks, width: 720, height: 420)
  .write(svgFile: picturePath())
