// A loss of one's own with a gradient written by hand. It has two mistakes, one behind the other: both are found, explained and
// mended.

import ExampleSupport
import Figures
import GradientChecking

/// Parcels: their weight, the way in kilometres, and 1 for the time at the door.
let parcels: [[Double]] = [
  [1.2, 3.0, 1], [0.4, 8.5, 1], [5.0, 1.5, 1], [2.2, 6.0, 1], [0.9, 2.5, 1], [3.1, 4.0, 1], [1.7, 9.0, 1],
  [0.3, 5.5, 1],
]
/// The minutes that they took.
let minutes = [9.0, 17.5, 12.0, 16.0, 6.5, 13.5, 22.0, 11.0]

func tooEarly(_ parcel: Int, _ w: [Double]) -> Double {
  minutes[parcel] - zip(parcels[parcel], w).reduce(0) { $0 + $1.0 * $1.1 }
}

/// A parcel that comes later than was promised costs four times one that comes earlier.
func loss(_ w: [Double]) -> Double {
  parcels.indices.reduce(0) { sum, parcel in
    let r = tooEarly(parcel, w)
    return sum + (r > 0 ? 2 * r * r : r * r / 2)
  } / Double(parcels.count)
}

/// The sum over parcels of a slope times the parcel, as it was written first.
func total(_ w: [Double], _ slope: (Double) -> Double) -> [Double] {
  parcels.indices.reduce(into: [0, 0, 0]) { sum, parcel in
    for (column, value) in parcels[parcel].enumerated() { sum[column] -= slope(tooEarly(parcel, w)) * value }
  }
}

let point = [1.5, 1.8, 1.3]

print("As it was written first:\n")
let first = try checkGradient(
  of: loss, gradient: { w in total(w) { $0 > 0 ? 4 * $0 : $0 } }, at: point, named: "the loss")
print(first)

print("\nDivided by the number of parcels, and with the branches tidied up:\n")
let second = try checkGradient(
  of: loss, gradient: { w in total(w) { ($0 < 0 ? 4 * $0 : $0) / Double(parcels.count) } }, at: point,
  named: "the loss")
print(second)

print("\nWith the comparison the right way round:\n")
let third = try checkGradient(
  of: loss, gradient: { w in total(w) { ($0 > 0 ? 4 * $0 : $0) / Double(parcels.count) } }, at: point,
  named: "the loss")
print(third)

// The error against the step, for the derivative in the way as it was written second.
let slope = second.derivatives[1].given
let plot = try CentralDifferences().stepPlot(
  at: point[1], derivative: slope, title: "A wrong branch: error against step"
) {
  loss([point[0], $0, point[2]])
}
print()
try plot.write(svgFile: picturePath())

check(first.outcome == .wrong && first.cause?.contains("1/N") == true, "the missing 1/N is not told")
check(second.outcome == .wrong, "the wrong branch is not found")
check(third.outcome == .right, "the right gradient is not right")
