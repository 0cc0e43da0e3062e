import ChainRule

/// Whether the objective falls along a direction without end, so that there is no minimum that way.
///
/// A slope that becomes smaller says nothing: so it does on the way to every minimum. What says something is its sign. A Newton step
/// towards a minimum passes it at a few times its length, and from there on the slope is upwards. So points at 1, 2, 4, 8, … times the
/// step are evaluated, as far as numbers reach; where the slope is downwards still at sixteen times the step, and upwards nowhere, there
/// is no minimum. By this, exp(−x) has none, x⁴ and |x| with any corner rounded off have one.
///
/// - Source: Rockafellar, Convex Analysis (1970), §8, theorem 8.5: a convex function that does not rise along one ray, however far, does
///   not rise along any parallel one.
struct Recession {
  /// So many times the step it falls still, where no minimum is ahead.
  private static let overshoot = 16.0
  /// A slope upwards is one from this share of that at the point, which is beyond rounding.
  private static let upwards = 1e-10
  /// A slope below this is lost at the end of the range of numbers, and did not vanish at a minimum.
  private static let underflow = 1e-200

  /// No power of the way that is left makes a slope as small as this share, a thousandth before a minimum.
  private static let lost = 1e-100

  private let evaluator: Evaluator

  init(_ evaluator: Evaluator) { self.evaluator = evaluator }

  /// A point on the way, and the slope there along it.
  private struct Place {
    let length: Double
    let slope: Double
  }

  /// Whether it falls along a step for ever.
  ///
  /// - Parameter onlyFading: Whether it must not fall ever faster, as it does beyond the inflection of x³.
  func isEndless(from current: Iterate, along step: [Double], onlyFading: Bool = false) throws -> Bool {
    var (direction, base, length) = (step, current.point, 1.0)
    let first = try slope(at: current, along: direction)
    guard first < 0, first.isFinite else { return false }
    var falling: Place?
    var flat: Double?
    for _ in 0..<1000 {
      var point = zip(base, direction).map { $0 + length * $1 }
      let within = try evaluator.proximalPoint(point, step: 0)
      if within != point {
        // A coefficient has come to its wall: the others go on without it.
        for index in point.indices where within[index] != point[index] {
          (direction[index], base[index]) = (0, within[index])
        }
        point = within
        if !direction.contains(where: { $0 != 0 }) { return false }
      }
      guard let there = try Iterate(trying: point, on: evaluator) else { break }
      let slope = try slope(at: there, along: direction)
      if !(slope <= Self.upwards * -first) || onlyFading && slope < 2 * first { return false }
      if slope < 0 {
        falling = Place(length: length, slope: slope)
      } else if flat == nil {
        flat = length
      }
      length *= 2
    }
    guard let falling else { return false }
    if falling.length >= Self.overshoot { return true }
    guard let flat, flat > falling.length else { return false }
    return try -slopeAtEdge(from: base, direction, falling, flat) <= Self.underflow
  }

  /// Whether a point without any slope lies where one has faded: seen where it is not yet 0, on the way from elsewhere.
  func hasFaded(at current: Iterate, from start: [Double]) throws -> Bool {
    for origin in [start, start.map { _ in 0 }] where origin != current.point {
      if try hasFaded(at: current, onTheWayFrom: origin) { return true }
    }
    return false
  }

  private func hasFaded(at current: Iterate, onTheWayFrom origin: [Double]) throws -> Bool {
    let way = difference(current.point, origin)
    func iterate(_ share: Double) throws -> Iterate? {
      try Iterate(trying: zip(origin, way).map { $0 + share * $1 }, on: evaluator)
    }
    guard let first = try iterate(0) else { return false }
    let steepness = try Swift.abs(slope(at: first, along: way))
    // On the way to a minimum that is met exactly, there is a slope up to there.
    if let last = try iterate(0.999), try Swift.abs(slope(at: last, along: way)) > Self.lost * steepness {
      return false
    }
    var (inner, outer) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = 0.5 * (inner + outer)
      // Half of its digits are left, so that its curvature has some too.
      let isSteep =
        try iterate(middle).map { try Swift.abs(slope(at: $0, along: way)) > 1e-8 * steepness } ?? false
      if isSteep { inner = middle } else { outer = middle }
    }
    guard steepness > 0, let edge = try iterate(inner) else { return false }
    let slopes = try evaluator.shortestSubgradient(edge.gradient, at: edge.point)
    let moving = slopes.indices.filter { slopes[$0] != 0 }
    guard let model = try LocalModel.finite(at: edge, slopes: slopes, moving: moving, on: evaluator) else {
      return false
    }
    return try isEndless(from: edge, along: model.step)
  }

  /// The last slope before it is 0, between two lengths.
  private func slopeAtEdge(from base: [Double], _ direction: [Double], _ falling: Place, _ flat: Double)
    throws
    -> Double
  {
    var (inner, outer, last) = (falling.length, flat, falling.slope)
    for _ in 0..<60 {
      let middle = 0.5 * (inner + outer)
      let point = zip(base, direction).map { $0 + middle * $1 }
      guard middle > inner, middle < outer, let there = try Iterate(trying: point, on: evaluator) else {
        break
      }
      let slope = try slope(at: there, along: direction)
      if slope < 0 { (inner, last) = (middle, slope) } else { outer = middle }
    }
    return last
  }

  private func slope(at current: Iterate, along direction: [Double]) throws -> Double {
    dot(try evaluator.shortestSubgradient(current.gradient, at: current.point), direction)
  }
}
