/// What rounding leaves uncertain in a value, and how long a search has brought nothing new.
struct Stagnation: Codable, Hashable, Sendable {
  /// The greatest value seen, in magnitude, but 1 at most: values that come out small are differences of such numbers.
  private var size: Double
  private var lowest: Double
  private var flattest: Double
  private var idle = 0

  init(_ start: Iterate) {
    size = Swift.min(1, Swift.abs(start.value))
    lowest = start.value
    flattest = greatestMagnitude(start.gradient)
  }

  /// Whether the numbers are such as a search leaves.
  var isSound: Bool { idle.isCount }

  /// The difference of two values that may be rounding alone.
  func slack(at value: Double) -> Double { 1e-14 * Swift.max(Swift.abs(value), size) }

  /// Looks at a new point; whether neither the value nor the gradient has come down in the last ten.
  mutating func isIdle(at current: Iterate) -> Bool {
    let slope = greatestMagnitude(current.gradient)
    idle = current.value < lowest || slope < flattest ? 0 : idle + 1
    lowest = Swift.min(lowest, current.value)
    flattest = Swift.min(flattest, slope)
    size = Swift.max(size, Swift.min(1, Swift.abs(current.value)))
    return idle >= 10
  }
}
