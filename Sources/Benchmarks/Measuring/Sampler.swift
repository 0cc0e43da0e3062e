/// Times a call: apart the first, then warm, then in samples that are long enough to be read off a clock.
struct Sampler {
  /// How long samples are taken, in seconds.
  let seconds: Double
  private let call: () throws -> Void
  private let clock = ContinuousClock()
  private(set) var first = 0.0
  private(set) var samples: [Double] = []
  private var repetitions = 1

  /// - Parameters:
  ///   - seconds: How long samples are taken, beyond the fewest.
  ///   - call: What is timed.
  init(seconds: Double, _ call: @escaping () throws -> Void) {
    self.seconds = seconds
    self.call = call
  }

  static let fewestSamples = 5
  static let mostSamples = 40

  /// Calls once, and then at least twice and for 0.3 s, unless a call takes longer than 3 s.
  mutating func warm() throws {
    first = try time(1)
    let start = clock.now
    var (rounds, last) = (0, 0.0)
    while rounds < 2 || (seconds(since: start) < 0.3 && rounds < 200) {
      last = try time(1)
      rounds += 1
      if last > 3 { break }
    }
    repetitions = max(1, Int(0.02 / max(last, 1e-9)))
  }

  /// Takes one sample, of 20 ms or of one call.
  mutating func sample() throws { samples.append(try time(repetitions)) }

  /// Warms, and takes all samples.
  mutating func run() throws {
    try warm()
    let start = clock.now
    while samples.count < Self.fewestSamples
      || (seconds(since: start) < seconds && samples.count < Self.mostSamples)
    {
      try sample()
    }
  }

  /// The middle sample, in seconds for each call.
  var median: Double { Self.median(samples) }
  /// The shortest sample.
  var least: Double { samples.min() ?? .nan }

  /// The middle one, or the mean of the two in the middle; NaN of none.
  static func median(_ numbers: [Double]) -> Double {
    if numbers.isEmpty { return .nan }
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }

  private func time(_ count: Int) throws -> Double {
    let start = clock.now
    for _ in 0..<count { try call() }
    return seconds(since: start) / Double(count)
  }

  private func seconds(since start: ContinuousClock.Instant) -> Double {
    let passed = (clock.now - start).components
    return Double(passed.seconds) + 1e-18 * Double(passed.attoseconds)
  }
}
