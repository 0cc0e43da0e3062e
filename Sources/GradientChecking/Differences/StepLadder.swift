/// One step of a ladder: the function on both sides of the point.
struct Rung {
  /// Half the distance between the two points, which are where rounding put them.
  let step: Double
  let before: Double
  let after: Double
  /// Central difference quotient.
  let slope: Double
  /// `|f(x+h) − 2 f(x) + f(x−h)| / h`: by how much the two one-sided slopes differ.
  let bend: Double
  /// What the rounding of the two points adds to the error of `slope`.
  let asymmetry: Double
  /// How far the two points are from the middle, after rounding.
  let distances: (before: Double, after: Double)

  /// Whether the function is the same at both ends and in the middle.
  var isFlat: Bool { after == before && bend == 0 }

  /// The larger of the two function values' magnitudes.
  var magnitude: Double { max(abs(before), abs(after)) }
}

/// The function values around one point, from large steps to small ones.
///
/// Steps fall by a factor near 4; near 16 while successive slopes have nothing to do with each other, so that
/// a scale of 1e-8 is reached within the budget, and again when slopes have settled, where small steps only
/// guard against a finer structure (a kink next to the point, an oscillation that all larger steps miss). No
/// step is a power of two times another: on a function rounded to Float, dyadic steps can agree on the same
/// wrong slope. Slopes are divided by the distance of the rounded points, so this costs no accuracy.
struct StepLadder {
  let point: Double
  private(set) var rungs: [Rung] = []
  private(set) var evaluations = 1
  /// The value at the point.
  let centre: Double

  /// Climbs down from `reach`, with at most `budget` rungs.
  ///
  /// - Complexity: At most `2 budget + 1` calls of `function`, one less if `centre` is known.
  init(
    at point: Double, reach: Double, budget: Int, centre known: Double?,
    of function: (Double) throws -> Double
  ) rethrows {
    self.point = point
    centre = try known ?? function(point)
    if known != nil { evaluations = 0 }
    guard centre.isFinite else { return }
    var step = 0.93 * reach
    var settled = 0
    var left = budget
    while left > 0, step > 8 * point.ulp {
      left -= 1
      let rung = try self.rung(step: step, evaluations: &evaluations, of: function)
      if let rung { rungs.append(rung) }
      if isSettled { settled += 1 }
      if settled >= 3, step < 0x1p-20 * reach { break }
      step /= rung == nil || isWild || settled > 0 ? 16.3 : 4.1
    }
  }

  /// The rung with the given step, if the function and the quotient are finite there.
  private func rung(
    step: Double, evaluations: inout Int, of function: (Double) throws -> Double
  ) rethrows -> Rung? {
    let (right, left) = (point + step, point - step)
    guard right.isFinite, left.isFinite else { return nil }
    evaluations += 1
    let after = try function(right)
    guard after.isFinite else { return nil }
    evaluations += 1
    let before = try function(left)
    let slope = (after - before) / (right - left)
    let bend = abs((after - centre) - (centre - before)) / step
    guard before.isFinite, slope.isFinite, bend.isFinite else { return nil }
    let lopsided = abs((right - point) - (point - left))
    return Rung(
      step: (right - left) / 2, before: before, after: after, slope: slope, bend: bend,
      asymmetry: lopsided / step * bend, distances: (point - left, right - point))
  }

  /// Whether the last two slopes differ by half of the larger one.
  private var isWild: Bool {
    guard rungs.count >= 2 else { return false }
    let (last, previous) = (rungs[rungs.count - 1], rungs[rungs.count - 2])
    let change = abs(last.slope - previous.slope)
    return change > 0.5 * max(abs(last.slope), abs(previous.slope))
      && change > 8 * last.magnitude.ulp / last.step
  }

  /// Where the slope, extrapolated once, changes least, and what smaller steps say about noise.
  ///
  /// At steps below the quietest, noise is what slopes differ by; without regard to it a staircase, such as a
  /// function rounded to Float, would look quietest on a stair. A rung that lies on one stair altogether says
  /// nothing about noise, and if there is one, the change towards it may be a kink as well as a stair.
  var quietest: (rung: Int, noise: Double) {
    let table = Extrapolation(rungs)
    let hasFlat = rungs.contains(where: \.isFlat)
    var best = (rung: rungs.count - 1, noise: 0.0)
    var (least, noise) = (Double.infinity, 0.0)
    for k in rungs.indices.dropFirst(2).reversed() where !rungs[k].isFlat {
      let change = table.change(k, level: 1)
      let noiseBelow = noise
      noise = max(noise, change * rungs[k].step)
      let total = change + noise / rungs[k].step
      if total < least { (least, best) = (total, (k, hasFlat ? 0 : noiseBelow)) }
    }
    return best
  }

  /// Whether smaller steps can only add rounding error, even if the function has no noise but its last digit.
  private var isSettled: Bool {
    guard rungs.count >= 4, let last = rungs.last else { return false }
    let table = Extrapolation(rungs)
    let rounding = 8 * last.magnitude.ulp / last.step
    let k = rungs.count - 1
    return table.truncation(k) <= rounding && table.truncation(k - 1) <= 64 * rounding
  }
}
