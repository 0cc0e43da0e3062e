/// What rounding leaves uncertain in a value, and how long a search has brought nothing new.
struct Stagnation: Codable, Hashable, Sendable {
  /// The magnitudes of the last values: those that come out small are differences of such numbers.
  private var recent: [Double]
  private var lowest: Double
  private var flattest: Double
  private var idle = 0

  /// How many values are looked back on.
  private static let memory = 10

  init(_ start: Iterate) {
    recent = [Swift.abs(start.value)]
    lowest = start.value
    flattest = greatestMagnitude(start.gradient)
  }

  /// Whether the numbers are such as a search leaves.
  var isSound: Bool { idle.isCount && recent.count <= Self.memory }

  /// The difference of two values that may be rounding alone.
  func slack(at value: Double) -> Double { 1e-14 * recent.reduce(Swift.abs(value)) { Swift.max($0, $1) } }

  /// Looks at a new point; whether neither the value nor the gradient has come down in the last ten.
  mutating func isIdle(at current: Iterate) -> Bool {
    let slope = greatestMagnitude(current.gradient)
    idle = current.value < lowest || slope < flattest ? 0 : idle + 1
    lowest = Swift.min(lowest, current.value)
    flattest = Swift.min(flattest, slope)
    recent.append(Swift.abs(current.value))
    if recent.count > Self.memory { recent.removeFirst() }
    return idle >= 10
  }
}
