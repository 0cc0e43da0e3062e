internal import ChainRule
internal import Figures

extension ClosureCheck {
  /// Judges one coordinate.
  mutating func checkCoordinate(_ i: Int, _ centre: Centre) -> CheckedDerivative {
    var moved = centre.point
    let start = centre.point[i]
    let estimate = line(at: start, reach: centre.scales[i] / 4, centre) { check, x in
      moved[i] = x
      return check.value(at: moved)
    }
    if let bend = estimate.bend { bends[i] = bend }
    return judge(
      .coordinate(i, of: "x", shape: [centre.point.count]), centre.given[i], centre.scatter[i], estimate,
      centre)
  }

  /// Judges directions of 1 and −1, of random signs but for the first; told with them, in which signs.
  mutating func along(
    _ generator: inout SeededGenerator, _ centre: Centre
  ) -> ([CheckedDerivative], signs: [[Double]]) {
    var (checked, signs): ([CheckedDerivative], [[Double]]) = ([], [])
    // In one coordinate every direction is that one.
    guard centre.point.count > 1 else { return ([], []) }
    for number in 0..<max(options.directions, 0) {
      // The first keeps coordinates tied that are equal, such as the largest ones of a maximum.
      let direction = centre.scales.map { number == 0 || Bool.random(using: &generator) ? $0 : -$0 }
      checked.append(checkDirection(direction, number: number + 1, centre))
      signs.append(direction)
    }
    return (checked, signs)
  }

  /// Judges a direction.
  mutating func checkDirection(_ direction: [Double], number: Int, _ centre: Centre) -> CheckedDerivative {
    // No coordinate moves farther than a quarter of its scale.
    let estimate = line(at: 0, reach: 0.25, centre) { check, t in
      check.value(at: zip(centre.point, direction).map { $0 + t * $1 })
    }
    let (given, magnitude) = Self.product(centre.given, direction)
    let scatter = Self.product(centre.scatter, direction.map(abs)).sum
    // Each given derivative is a rounded one.
    return judge(.direction(number), given, scatter + 8 * magnitude.ulp, estimate, centre)
  }

  /// Coordinates that are wrong by themselves, found by halving a direction that is.
  mutating func search(_ centre: Centre, _ direction: [Double], limit: Int = 8) -> [Int] {
    var found: [Int] = []
    var open = [Array(direction.indices)]
    var steps = 0
    while let places = open.popLast(), found.count < limit, steps < 40 * limit {
      steps += 1
      var part = direction.map { _ in 0.0 }
      for i in places { part[i] = direction[i] }
      guard checkDirection(part, number: 0, centre).verdict.isFailure else { continue }
      if places.count == 1 {
        found.append(places[0])
      } else {
        let middle = places.count / 2
        open += [Array(places[middle...]), Array(places[..<middle])]
      }
    }
    return found
  }

  /// The derivative along a line, where the function counts its calls in this check.
  private mutating func line(
    at x: Double, reach: Double, _ centre: Centre, of function: (inout ClosureCheck, Double) -> Double
  ) -> DifferenceEstimate {
    let differences = options.differences
    return differences.estimate(at: x, reach: reach, centre: centre.value) { place in
      let value = function(&self, place)
      if value.isFinite { largestChange = max(largestChange, abs(value - centre.value)) }
      return value
    }
  }

  /// The verdict on a given derivative whose own rounding may be as large as `scatter`.
  private func judge(
    _ place: CheckedDerivative.Place, _ given: Double, _ scatter: Double, _ estimate: DifferenceEstimate,
    _ centre: Centre
  ) -> CheckedDerivative {
    let truth = estimate.truth.widened(by: scatter.isFinite ? scatter : 0)
    var verdict = truth.verdict(on: given)
    let checked = CheckedDerivative(place, order: order, given: given, truth: truth)
    // What is small beside other derivatives, or beside what the function does nearby, need not be known to many digits.
    let size = max(
      abs(truth.value), given.isFinite ? abs(given) : 0, centre.magnitude / 1000, largestChange / 1000, 1e-300
    )
    switch verdict {
    case .wrong where checked.relativeError <= options.leniency:
      verdict = .right(.withinBar(relative: options.leniency))
    case .right where truth.errorBar > options.widestBar * size:
      let bar = DecimalText.scientific(truth.errorBar, digits: 2)
      verdict = .cannotTell("an error bar of \(bar) is too wide")
    case .cannotTell:
      verdict = .cannotTell("no two steps agree")
    default: break
    }
    return CheckedDerivative(place, order: order, given: given, truth: truth, verdict: verdict)
  }
}

extension TrueDerivative {
  /// The same with a wider bar.
  func widened(by more: Double) -> TrueDerivative {
    if let slopes { return TrueDerivative(slopes: slopes.below, slopes.above, errorBar: errorBar + more) }
    return TrueDerivative(value, errorBar: errorBar + more)
  }
}
