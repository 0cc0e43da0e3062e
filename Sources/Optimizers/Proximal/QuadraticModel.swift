/// The smooth part of an objective near a point, to second order, plus penalties that are each coefficient's own.
protocol QuadraticModel {
  /// H d.
  mutating func product(_ direction: [Double]) throws -> [Double]

  /// Lowers the model a little from a point, crossing kinks freely; the slope is the model's gradient there.
  mutating func relax(_ point: inout [Double], _ slope: inout [Double], _ penalties: [CoefficientPenalty])
    throws

  /// −H⁻¹ s in some of the coefficients; nil if the model has no minimum there.
  mutating func newtonStep(_ slope: [Double], free: [Int]) throws -> [Double]?
}

extension QuadraticModel {
  /// The point with the least value of model and penalties, nearly.
  ///
  /// Relaxing finds which coefficients are zero or at a wall; a Newton step in the others goes to the bottom, or stops
  /// where one of them meets a kink and joins the rest. The value falls all the way.
  mutating func minimizer(
    from origin: [Double], _ gradient: [Double], _ penalties: [CoefficientPenalty], tolerance: Double
  ) throws -> [Double] {
    var (point, slope) = (origin, gradient)
    func value(_ w: [Double], _ slope: [Double]) -> Double {
      var sum = 0.0
      for index in w.indices { sum += (w[index] - origin[index]) * (gradient[index] + slope[index]) }
      return 0.5 * sum + penalties.value(w)
    }
    for _ in 0..<(30 + 2 * point.count) {
      try relax(&point, &slope, penalties)
      while true {
        let free = point.indices.filter { penalties[$0].isFree(point[$0]) }
        if free.isEmpty { break }
        let shortest = free.map { penalties[$0].shortest(slope[$0], at: point[$0]) }
        guard let step = try newtonStep(shortest, free: free) else { return point }
        // All barriers that the step would cross at once, if that lowers the value; the first one alone otherwise.
        var next = point
        for (index, move) in zip(free, step) { next[index] = penalties[index].moved(point[index], by: move) }
        let isWhole = zip(free, step).allSatisfy { next[$0] == point[$0] + $1 }
        var (nextSlope, current) = (try self.slope(next, origin, gradient), value(point, slope))
        if !isWhole && !(value(next, nextSlope) < current) {
          next = firstBarrier(point, free, step, penalties)
          nextSlope = try self.slope(next, origin, gradient)
          current = .infinity
        }
        if isWhole && !(value(next, nextSlope) <= current + 1e-12 * abs(current)) { return point }
        (point, slope) = (next, nextSlope)
        if isWhole { break }
      }
      if !(penalties.stationarity(slope, at: point) > tolerance) { break }
    }
    return point
  }

  /// The model's gradient, g + H (w − x).
  private mutating func slope(_ w: [Double], _ origin: [Double], _ gradient: [Double]) throws -> [Double] {
    var moved = w
    for index in w.indices { moved[index] -= origin[index] }
    var result = try product(moved)
    for index in w.indices { result[index] += gradient[index] }
    return result
  }

  /// As far along a step as no barrier is crossed, with the coefficient that meets one set to it exactly.
  private func firstBarrier(
    _ point: [Double], _ free: [Int], _ step: [Double], _ penalties: [CoefficientPenalty]
  ) -> [Double] {
    var (share, met) = (1.0, (index: -1, place: 0.0))
    for (index, move) in zip(free, step) {
      guard let place = penalties[index].barrier(from: point[index], along: move) else { continue }
      let part = (place - point[index]) / move
      if part < share { (share, met) = (part, (index, place)) }
    }
    var next = point
    for (index, move) in zip(free, step) {
      next[index] = penalties[index].moved(point[index], by: share * move)
    }
    if met.index >= 0 { next[met.index] = met.place }
    return next
  }
}
