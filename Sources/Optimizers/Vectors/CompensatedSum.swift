/// A sum that carries its rounding error along (Neumaier, 1974).
package struct CompensatedSum {
  private var total: Double
  private var error = 0.0

  package init(_ start: Double = 0) { total = start }

  package var value: Double { total + error }

  package mutating func add(_ x: Double) {
    let next = total + x
    if next.isFinite { error += Swift.abs(total) >= Swift.abs(x) ? (total - next) + x : (x - next) + total }
    total = next
  }
}
