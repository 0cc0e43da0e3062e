import ChainRule

/// Whether values fall from a stationary point in a direction without curvature: the saddle of x³, or a plateau.
///
/// No curvature tells them from a minimum, but values do. Where the first change that shows is one downwards, and by more than
/// the slope foretells, the point is no minimum, and the function not convex. Where the first change is upwards, but a step in another
/// coefficient leads from there below the point, it is none either: a curve that has decayed to nothing has lost its amplitude.
struct HigherOrderDescent {
  private let current: Iterate
  private let extent: SearchExtent
  private let evaluator: Evaluator
  private let free: [Int]

  private let promised: Double

  /// - Parameters:
  ///   - free: The coefficients that may move.
  ///   - promised: By how much a Newton step would bring the value down, and rounding might, which is no news.
  init(
    _ current: Iterate, _ extent: SearchExtent, _ evaluator: Evaluator, over free: [Int], promised: Double
  ) {
    (self.current, self.extent, self.evaluator, self.free) = (current, extent, evaluator, free)
    self.promised = promised
  }

  /// Where a lower value was found.
  struct Find {
    let distance: Double
    let decrease: Double
  }

  /// Looks along some directions, each in all coefficients, up to sixteen times as far as the coefficients are great or have come.
  ///
  /// - Parameter searchesBeyond: Whether steps in other coefficients are tried from where values rise.
  func find(along directions: [[Double]], searchesBeyond: Bool = false) throws -> Find? {
    let here = try value(at: current.point)
    let slopes = try evaluator.shortestSubgradient(current.gradient, at: current.point)
    let visible = extent.visibleChange(at: here) + 4 * promised
    for direction in directions {
      let slope = Swift.abs(dot(slopes, direction))
      let size = extent.length(of: direction, at: current.point)
      func change(_ length: Double) throws -> Double {
        try value(at: current.point.indices.map { current.point[$0] + length * direction[$0] }) - here
      }
      // What values differ by where they hardly can is rounding.
      let nearest = try [-0x1p-20, 0x1p-20, -0x1p-21, 0x1p-21].map { try Swift.abs(change($0 * size)) }
      let visible = visible + 16 * greatestMagnitude(nearest.filter(\.isFinite))
      for side in [-1.0, 1] {
        for power in stride(from: -20, through: 4, by: 2) {
          let length = size * Double(sign: .plus, exponent: power, significand: 1)
          let change = try change(side * length)
          if change < -visible - 2 * slope * length {
            return Find(distance: length * greatestMagnitude(direction), decrease: -change)
          }
          // Not a number is no descent either.
          if change <= visible { continue }
          if searchesBeyond,
            let find = try stepBelow(
              here - visible,
              from: current.point.indices.map { current.point[$0] + side * length * direction[$0] })
          {
            return find
          }
          break
        }
      }
    }
    return nil
  }

  /// Whether values show a curvature downwards, on a way no longer than sixteen times what the coefficients are great or have come.
  ///
  /// Beside the bottom of x²(1 + y²), which is least at any y, y has a curvature downwards that vanishes with the value. And where a fall
  /// is lost in rounding, so is the curvature.
  func falls(along direction: [Double], curvature: Double) throws -> Bool {
    let here = try value(at: current.point)
    // Of a value of 0 that nothing was gained to, the least square that has all its digits.
    let visible = Swift.max(extent.visibleChange(at: here) + 4 * promised, 0x1p-900)
    let reach = extent.reach(at: current.point)
    let isBounded = direction.indices.contains { reach[$0] > 0 && direction[$0] != 0 }
    let farthest = isBounded ? 16 * extent.length(of: direction, at: current.point) : .infinity
    var fall = 8 * visible
    while fall.isFinite {
      let length = (2 * fall / -curvature).squareRoot()
      if !(length <= farthest) { break }
      for side in [-length, length] {
        let point = current.point.indices.map { current.point[$0] + side * direction[$0] }
        if try value(at: point) - here < -0.5 * fall { return true }
      }
      fall *= fall < 0x1p20 * visible ? 8 : 0x1p20
    }
    return false
  }

  /// A step in one coefficient, by its own curvature, that leads from elsewhere below a value.
  private func stepBelow(_ limit: Double, from point: [Double]) throws -> Find? {
    guard free.count <= 16, let there = try Iterate(trying: point, on: evaluator) else { return nil }
    for index in free {
      let axis = point.indices.map { $0 == index ? 1.0 : 0 }
      let bend = try evaluator.hessianProduct(at: point, along: axis)[index]
      guard bend > 0, bend.isFinite else { continue }
      var moved = point
      moved[index] -= there.gradient[index] / bend
      let found = try value(at: moved)
      if found < limit {
        let way = greatestMagnitude(difference(moved, current.point))
        return Find(distance: way, decrease: try value(at: current.point) - found)
      }
    }
    return nil
  }

  private func value(at point: [Double]) throws -> Double {
    do {
      return try evaluator.smoothValue(at: point) + evaluator.kinkedValue(at: point)
    } catch let error as ChainRuleError where error.kind == .singular {
      return .infinity
    }
  }
}
