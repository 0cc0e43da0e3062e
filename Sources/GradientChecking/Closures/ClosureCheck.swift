internal import ChainRule
internal import Figures

/// A check of a gradient given as a function, by differences.
struct ClosureCheck {
  let function: ([Double]) throws -> Double
  let gradient: ([Double]) throws -> [Double]
  let options: CheckOptions
  /// 1, or 2 where the function is itself a derivative.
  var order = 1
  var evaluations = 0
  /// By how much the function differs at most from its value at the point.
  var largestChange = 0.0
  /// Between which distances the nearest kink was met, by the coordinate.
  var bends: [Int: ClosedRange<Double>] = [:]
  /// How often the function threw away from the point.
  private var refusals = 0

  init(
    of function: @escaping ([Double]) throws -> Double, gradient: @escaping ([Double]) throws -> [Double],
    options: CheckOptions
  ) {
    (self.function, self.gradient, self.options) = (function, gradient, options)
  }

  /// Checks the gradient at a point: along directions, and by coordinates.
  mutating func report(at point: [Double], named name: String) throws -> GradientReport {
    let centre = try Centre(of: self, at: point)
    evaluations += 2
    var generator = SeededGenerator(seed: options.seed)
    let (directions, signs) = along(&generator, centre)
    let affordable = max(options.evaluationLimit / 30, 0)
    var places = Array(point.indices)
    let isWhole = places.count <= affordable
    if !isWhole {
      let suspects =
        zip(directions, signs).first { $0.0.verdict.isFailure }.map { search(centre, $0.1) } ?? []
      // The first places of a random order, and those that are suspected.
      for i in 0..<affordable { places.swapAt(i, Int.random(in: i..<places.count, using: &generator)) }
      places = Array(Set(places.prefix(affordable) + suspects)).sorted()
    }
    let coordinates = places.map { checkCoordinate($0, centre) }
    let notes = notes(centre)
    let tellsAll = isWhole && !coordinates.contains(where: \.verdict.isUntold)
    let derivatives = coordinates + directions.filter { !(tellsAll && $0.verdict.isUntold) }
    return try GradientReport(
      of: name, derivatives, cause: GradientMistake(coordinates)?.description, evaluations: evaluations,
      coverage: coverage(places.count, of: point.count, directions, centre),
      smallest: derivatives.contains(where: \.verdict.isFailure) ? smallestFailure(coordinates, centre) : nil,
      notes: notes)
  }

  private func coverage(
    _ count: Int, of total: Int, _ directions: [CheckedDerivative], _ centre: Centre
  ) -> Coverage {
    let bars = directions.filter { !$0.verdict.isUntold && $0.truth.slopes == nil }.map(\.truth.errorBar)
    let scale = centre.scales.min() ?? 1
    return Coverage(
      coordinates: count, of: total, directions: directions.count,
      visibleError: bars.min().map { 2 * $0 / scale })
  }

  private func notes(_ centre: Centre) -> [String] {
    var notes: [String] = []
    if let other = centre.otherValue {
      notes.append("Not deterministic: the function is \(centre.value) and then \(other) at the same point.")
    }
    if let nearest = bends.min(by: { ($0.value.upperBound, $0.key) < ($1.value.upperBound, $1.key) }) {
      let (from, to) = (nearest.value.lowerBound, nearest.value.upperBound)
      let places =
        bends.count == 1 ? "x[\(nearest.key)]" : "\(bends.count) coordinates, the nearest x[\(nearest.key)]"
      notes.append(
        "A kink or a sharp bend is near in \(places): between \(DecimalText.significant(from, digits: 2)) and "
          + "\(DecimalText.significant(to, digits: 2)) away; the steps were kept within it.")
    }
    if refusals > 0 {
      notes.append(
        "The function threw at \(refusals) points next to this one; they count as outside of its domain.")
    }
    return notes
  }

  /// The function where it may be undefined.
  mutating func value(at point: [Double]) -> Double {
    evaluations += 1
    do { return try function(point) } catch {
      refusals += 1
      return .nan
    }
  }

  /// Refuses a gradient of another length than the point.
  static func checkLength(_ gradient: [Double], of point: [Double]) throws {
    guard gradient.count != point.count else { return }
    let elements = gradient.count == 1 ? "1 element" : "\(gradient.count) elements"
    throw mistake(
      "the gradient has \(elements), the point \(point.count)",
      mend: "return one derivative for each coordinate")
  }

  /// A mistake of the caller.
  static func mistake(_ problem: String, mend: String) -> ChainRuleError {
    ChainRuleError(.differentiation, in: "checkGradient", problem: problem, mend: mend)
  }
}

extension ClosureCheck {
  /// What is known at the point itself.
  struct Centre {
    let point: [Double]
    let given: [Double]
    let value: Double
    /// What the function gives when it is asked again, if that is another value.
    let otherValue: Double?
    /// By how much the gradient differs when it is asked again.
    let scatter: [Double]
    /// How far a direction goes in each coordinate.
    let scales: [Double]
    /// The largest derivative.
    let magnitude: Double

    init(of check: ClosureCheck, at point: [Double]) throws {
      guard !point.isEmpty else {
        throw ClosureCheck.mistake("the point is empty", mend: "give it at least one coordinate")
      }
      if let i = point.firstIndex(where: { !$0.isFinite }) {
        throw ClosureCheck.mistake(
          "coordinate \(i) of the point is \(point[i])", mend: "check it where all are finite")
      }
      let value = try check.function(point)
      guard value.isFinite else {
        throw ClosureCheck.mistake(
          "the function is \(value) at the point", mend: "check it where the function is finite")
      }
      let given = try check.gradient(point)
      try ClosureCheck.checkLength(given, of: point)
      let again = (value: try check.function(point), given: try check.gradient(point))
      (self.point, self.value, self.given) = (point, value, given)
      otherValue = again.value == value ? nil : again.value
      scatter =
        again.given.count == given.count ? zip(given, again.given).map { abs($0 - $1) } : given.map { _ in 0 }
      scales = point.map { max(abs($0), 1) }
      magnitude = given.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
    }
  }

  /// The sum of products, and the sum of their magnitudes.
  static func product(_ a: [Double], _ b: [Double]) -> (sum: Double, magnitude: Double) {
    // What is lost in each addition is carried along (Neumaier, ZAMM 54, 1974).
    var (sum, lost, magnitude) = (0.0, 0.0, 0.0)
    for (x, y) in zip(a, b) where x != 0 && y != 0 {
      let term = x * y
      let next = sum + term
      lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
      (sum, magnitude) = (next, magnitude + abs(term))
    }
    return (sum + lost, magnitude)
  }
}
