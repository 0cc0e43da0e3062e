/// A workload and its variants, timed in turn, so that whatever else the machine does slows them all.
struct VariantRun {
  /// The plain workload first.
  let benches: [Bench]
  let seconds: Double

  /// Prints a report for each; returns whether all that was compared agrees.
  func run(_ isJSON: Bool, _ say: (String) -> Void, _ complain: (String) -> Void) throws -> Bool {
    let prepared = try benches.map { try $0.prepared() }
    var samplers = prepared.map { Sampler(seconds: seconds, $0.call) }
    for index in samplers.indices { try samplers[index].warm() }
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds * Double(benches.count))
    var rounds = 0
    while rounds < Sampler.fewestSamples || (clock.now < end && rounds < Sampler.mostSamples) {
      for index in samplers.indices { try samplers[index].sample() }
      rounds += 1
    }
    var isRight = true
    for (index, bench) in benches.enumerated() {
      var (report, complaints) = try bench.checked(prepared[index])
      report.take(samplers[index], units: prepared[index].work.units)
      if index > 0 { report.ratio = samplers[index].median / samplers[0].median }
      say(isJSON ? try report.json() : report.text)
      complaints.forEach(complain)
      isRight = isRight && complaints.isEmpty
    }
    return isRight
  }
}
