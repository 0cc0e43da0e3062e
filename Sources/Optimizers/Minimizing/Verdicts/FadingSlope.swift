import ChainRule

/// Whether a slope that is small at a point fades without a minimum ahead, as that of exp(−x) does.
///
/// Newton's method tells: towards a minimum its steps shrink, fast to one with curvature and by a factor to one without,
/// and on a slope that fades they keep their length, or grow.
struct FadingSlope {
  private let evaluator: Evaluator
  private let free: [Int]

  /// - Parameter free: The coefficients that may move.
  init(_ evaluator: Evaluator, over free: [Int]) {
    self.evaluator = evaluator
    self.free = free
  }

  /// Whether Newton steps from a point do not come to shrink.
  ///
  /// Five of about the same length are enough. Where several slopes fade, each at its own pace, steps may shrink at first, until
  /// the slowest is left alone: then eight more have to keep their length.
  func fades(from current: Iterate) throws -> Bool {
    if try isBesideMinimum(current) { return false }
    var current = current
    var lengths: [Double] = []
    while lengths.count < 14 {
      let slope = greatestMagnitude(try slopes(current))
      let step = try newtonStep(current)
      let length = greatestMagnitude(step)
      guard length > 0, length.isFinite else { return false }
      lengths.append(length)
      if length < 0.05 * lengths[0] || lengths.count > 6 && length < 0.85 * lengths[5] { return false }
      if lengths.count == 5 && lengths.allSatisfy({ $0 >= 0.85 * lengths[0] }) { return true }
      var point = current.point
      for (index, move) in zip(free, step) { point[index] += move }
      let within = try evaluator.proximalPoint(point, step: 0)
      guard let next = try Iterate(trying: within, on: evaluator) else { return false }
      if within != point {
        // A coefficient has come to its wall: the others go on without it.
        let rest = Set(evaluator.freeCoefficients(at: within)).intersection(free).sorted()
        if rest.isEmpty || rest.count == free.count { return false }
        return try FadingSlope(evaluator, over: rest).fades(from: next)
      }
      if try !(greatestMagnitude(slopes(next)) > 0.1 * slope) { return false }
      current = next
    }
    return true
  }

  /// Whether steps against the slope that are nothing beside the coefficients take it away, again and again.
  ///
  /// Where x²(1 + y²) is least at any y, Newton's steps wander along the valley, but its bottom is at hand.
  private func isBesideMinimum(_ current: Iterate) throws -> Bool {
    var current = current
    for _ in 0..<3 {
      let slopes = try slopes(current)
      let size = greatestMagnitude(slopes)
      if size == 0 { return true }
      let unit = slopes.map { $0 / size }
      let bend = try dot(unit, product(unit, at: current.point))
      let length = dot(unit, unit) * size / bend
      guard length > 0, length <= 1e-6 * Swift.max(1, greatestMagnitude(current.point)) else { return false }
      var point = current.point
      for (index, share) in zip(free, unit) { point[index] -= length * share }
      guard let next = try Iterate(trying: point, on: evaluator),
        try greatestMagnitude(self.slopes(next)) <= 0.01 * size
      else { return false }
      current = next
    }
    return true
  }

  /// Whether the slope, which is 0 at a point, is one that has faded: seen where it is not yet 0, on the way from the
  /// origin.
  func hasFaded(at current: Iterate) throws -> Bool {
    var (inner, outer) = (0.0, 1.0)
    func iterate(_ share: Double) throws -> Iterate? {
      try Iterate(trying: current.point.map { $0 * share }, on: evaluator)
    }
    func hasSlope(_ share: Double) throws -> Bool {
      guard let there = try iterate(share) else { return false }
      // Not so small that its curvature would vanish.
      return try greatestMagnitude(slopes(there)) > 1e-200
    }
    guard try hasSlope(0) else { return false }
    for _ in 0..<30 {
      let middle = 0.5 * (inner + outer)
      if try hasSlope(middle) { inner = middle } else { outer = middle }
    }
    guard let edge = try iterate(inner) else { return false }
    return try fades(from: edge)
  }

  /// An approximate solution of H d = −g by conjugate gradients, in the free coefficients.
  ///
  /// - Source: Nocedal and Wright, Numerical Optimization (2006), §5.1.
  func newtonStep(_ current: Iterate) throws -> [Double] { try conjugateGradients(current).step }

  /// How far a Newton step would bring the value down, by the quadratic model; infinite if there is a slope without
  /// curvature.
  func promisedDecrease(at current: Iterate) throws -> Double { try conjugateGradients(current).decrease }

  /// How far the value falls down a slope without curvature, in steps as long as the units of curvature; 0 if there is no such
  /// slope.
  func fallWithoutCurvature(from current: Iterate) throws -> Double {
    guard let (direction, _) = try conjugateGradients(current).slide else { return 0 }
    var greatest = 0.0
    for length in [1, 0.1, 1e-2, 1e-3, 1e-4] {
      guard let next = try value(from: current, direction, length) else { continue }
      greatest = Swift.max(greatest, current.value - next)
    }
    return greatest
  }

  /// Whether the value falls along a straight line, from where coefficients are to where they are 10¹² times as great.
  func fallsEndlessly(from current: Iterate) throws -> Bool {
    guard let (direction, slope) = try conjugateGradients(current).slide else { return false }
    let size = Swift.max(1, greatestMagnitude(current.point)) / greatestMagnitude(direction)
    for length in [1, 1e3, 1e6, 1e9, 1e12] {
      guard let next = try value(from: current, direction, length * size) else { return false }
      let share = (current.value - next) / (length * size * slope)
      if !(share > 0.99 && share < 1.01) { return false }
    }
    return true
  }

  /// The smooth part some way off; nil where it is not finite.
  private func value(from current: Iterate, _ direction: [Double], _ length: Double) throws -> Double? {
    var point = current.point
    for (index, share) in zip(free, direction) { point[index] += length * share }
    return try Iterate(trying: point, on: evaluator)?.value
  }

  /// - Returns: The step, what it promises, and if there is one a direction without curvature, down which there is a slope; in
  ///   the units of curvature it has length 1.
  private func conjugateGradients(_ current: Iterate) throws
    -> (step: [Double], decrease: Double, slide: (direction: [Double], slope: Double)?)
  {
    // Coefficients in units far apart would hide each other: in those of their curvature they are alike.
    let slopes = try slopes(current)
    let units = try units(at: current.point, slopes)
    let residual = zip(slopes, units).map { $0 * $1 }
    // Of a gradient of size 1 no square vanishes.
    let size = greatestMagnitude(residual)
    guard size > 0 else { return (residual, 0, nil) }
    func product(_ direction: [Double]) throws -> [Double] {
      let moved = try self.product(zip(direction, units).map { $0 * $1 }, at: current.point)
      return zip(moved, units).map { $0 * $1 / size }
    }
    func inUnits(_ step: [Double]) -> [Double] { zip(step, units).map { $0 * $1 } }
    var decrease = 0.0
    var search = ConjugateGradients(solving: residual.map { -$0 / size })
    let first = search.squares
    let target = 1e-6 * first
    var greatest = 0.0
    for _ in 0..<Swift.min(2 * free.count, 50) where search.squares > target {
      let moved = try product(search.direction)
      let bend = dot(search.direction, moved)
      let curvature = bend / dot(search.direction, search.direction)
      greatest = Swift.max(greatest, curvature)
      // Along softmax's common intercept, slope and curvature are rounding errors; a slope that is not one has no end.
      if !(curvature > 1e-14 * greatest) {
        let length = euclideanNorm(search.direction)
        let slide = (inUnits(search.direction).map { $0 / length }, search.squares / length * size)
        if search.squares >= 1e-2 * first { return (inUnits(search.step), .infinity, slide) }
        // What the slope brings as far as the coefficients are great, unless that too is rounding.
        let reach = Swift.max(1, greatestMagnitude(current.point)) / greatestMagnitude(slide.0)
        let isSeen = reach * slide.1 > 1e-12 * Swift.max(1, Swift.abs(current.value))
        return (inUnits(search.step), isSeen ? decrease + reach * slide.1 : decrease, nil)
      }
      decrease += 0.5 * search.squares / bend * search.squares * size
      search.descend(moved, curvature: bend)
    }
    return (inUnits(search.step), decrease, nil)
  }

  /// The units in which each coefficient has a curvature of 1, if they are few enough to ask one by one.
  private func units(at point: [Double], _ slopes: [Double]) throws -> [Double] {
    guard free.count <= 64 else { return free.map { _ in 1 } }
    var bends: [Double] = []
    for index in free.indices {
      bends.append(try product(free.indices.map { $0 == index ? 1 : 0 }, at: point)[index])
    }
    let greatest = bends.reduce(0) { Swift.max($0, $1) }
    // What has no curvature keeps the unit of what has most.
    var units = bends.map { 1 / ($0 > 0 ? $0 : Swift.max(greatest, 1e-300)).squareRoot() }
    // Squares of features as small as 1e-200 vanish, but not their products with a step that they would ask for.
    for index in free.indices where bends[index] < 1e-280 && greatest > 0 && slopes[index] != 0 {
      let length = Swift.min(1 / Swift.abs(slopes[index]), 1e300)
      let bend = try product(free.indices.map { $0 == index ? length : 0 }, at: point)[index]
      if bend > 0, bend.isFinite { units[index] = length.squareRoot() / bend.squareRoot() }
    }
    return units
  }

  /// H d in the free coefficients.
  func product(_ direction: [Double], at point: [Double]) throws -> [Double] {
    var whole = Array(repeating: 0.0, count: point.count)
    for (index, value) in zip(free, direction) { whole[index] = value }
    let product = try evaluator.hessianProduct(at: point, along: whole)
    return free.map { product[$0] }
  }

  private func slopes(_ current: Iterate) throws -> [Double] {
    let slopes = try evaluator.shortestSubgradient(current.gradient, at: current.point)
    return free.map { slopes[$0] }
  }
}
