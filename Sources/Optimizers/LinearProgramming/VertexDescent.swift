/// The simplex method for a piecewise linear loss: from one point that interpolates as many rows as there are coefficients to a lower
/// one, along the edge that falls, and past every kink up to where it rises.
///
/// - Source: I. Barrodale and F. D. K. Roberts, "An improved algorithm for discrete l₁ linear approximation", SIAM J. Numer. Anal. 10
///   (1973); R. Koenker and V. d'Orey, "Computing regression quantiles", Applied Statistics 36 (1987).
struct VertexDescent {
  let loss: PiecewiseLinearLoss
  private(set) var basis: [Int]
  private(set) var point: [Double] = []
  /// The multiplier of each row.
  private(set) var multipliers: [Double] = []
  private(set) var steps = 0
  private var targets: [Double]
  private var residuals: [Double] = []
  /// 1 for rows above, −1 for rows below, 0 for those of the basis: at a tie one of both is chosen.
  private var sides: [Double] = []
  private var inverse: BasisInverse
  private var slope: [Double] = []

  /// - Parameter order: Rows, those first that shall be interpolated if others do not determine the same.
  init?(_ loss: PiecewiseLinearLoss, preferring order: [Int]) {
    let (p, rows) = (loss.dimension, IndependentRows(loss, of: order).rows)
    guard rows.count == p else { return nil }
    self.loss = loss
    basis = rows
    targets = loss.targets
    inverse = BasisInverse(signs: Array(repeating: 1, count: p))
    for (place, row) in rows.enumerated() { inverse.set(place, to: loss.vector(row)) }
    guard inverse.refresh() else { return nil }
  }

  /// Runs to the optimum; false where steps run out.
  ///
  /// Ties are broken by targets that are moved a little, at random; the last steps are done with the targets themselves.
  mutating func run(maximumSteps: Int) -> Bool {
    let unit = meanDeviation
    for size in [0x1p-34 * unit, 0] {
      targets = loss.movedTargets(by: size)
      place(keepingTies: size == 0)
      while let (leaving, excess) = worst() {
        if steps >= maximumSteps || !step(leaving, excess) { return false }
      }
    }
    point = interpolated
    return true
  }

  /// The median distance of targets from what the basis predicts: a unit that no outlier moves.
  private var meanDeviation: Double {
    let point = inverse.transposedTimes(basis.map { loss.targets[$0] })
    let sizes = zip(loss.targets, loss.products(point)).map { Swift.abs($0 - $1) }.filter { $0 > 0 }.sorted()
    return sizes.isEmpty ? 0 : sizes[sizes.count / 2]
  }

  /// The point at which the rows of the basis are interpolated.
  private var interpolated: [Double] {
    var point = inverse.transposedTimes(basis.map { targets[$0] })
    // A coefficient at a kink of its own is there to the last digit.
    for row in basis where row >= loss.dataCount { point[loss.extra[row - loss.dataCount]] = targets[row] }
    return point
  }

  /// Computes everything anew from the basis.
  private mutating func place(keepingTies: Bool) {
    point = interpolated
    let products = loss.products(point)
    residuals = zip(targets, products).map { $0 - $1 }
    let old = sides
    sides = residuals.indices.map { row in
      let bound = 0x1p-48 * (Swift.abs(targets[row]) + Swift.abs(products[row]))
      if keepingTies, Swift.abs(residuals[row]) <= bound, old[row] != 0 { return old[row] }
      return residuals[row] >= 0 ? 1 : -1
    }
    for row in basis { (residuals[row], sides[row]) = (0, 0) }
    price()
  }

  /// The multipliers: ends of their ranges beside the kinks, and in the basis what makes their sum vanish.
  private mutating func price() {
    multipliers = sides.indices.map {
      sides[$0] > 0 ? loss.rising[$0] : sides[$0] < 0 ? -loss.falling[$0] : 0
    }
    slope = loss.transposedProducts(multipliers)
    priceBasis()
  }

  private mutating func priceBasis() {
    let own = inverse.times(slope)
    for (place, row) in basis.enumerated() { multipliers[row] = -own[place] }
  }

  /// The row of the basis whose multiplier is farthest outside of its range, for the length of its edge.
  private func worst() -> (place: Int, excess: Double)? {
    var found: (place: Int, excess: Double)?
    var greatest = 0.0
    for (place, row) in basis.enumerated() {
      let a = multipliers[row]
      let excess =
        a > loss.rising[row] ? a - loss.rising[row] : a < -loss.falling[row] ? a + loss.falling[row] : 0
      let unit =
        (loss.rising[row].isFinite ? loss.rising[row] : 0)
        + (loss.falling[row].isFinite ? loss.falling[row] : 0)
      guard Swift.abs(excess) > 1e-10 * (unit + 0x1p-40 * Swift.abs(a)) else { continue }
      let measure = Swift.abs(excess) / inverse.rowSize(place)
      if measure > greatest { (found, greatest) = ((place, excess), measure) }
    }
    return found
  }

  /// Lets a row leave the basis, and the row enter at whose kink the value would rise.
  private mutating func step(_ place: Int, _ excess: Double) -> Bool {
    steps += 1
    let sign = excess > 0 ? -1.0 : 1
    let direction = inverse.row(place).map { sign * $0 }
    let rates = loss.products(direction)
    var candidates: [(length: Double, row: Int)] = []
    for row in rates.indices where sides[row] * rates[row] > 0 {
      candidates.append((Swift.max(0, residuals[row] / rates[row]), row))
    }
    var kinks = Kinks(candidates)
    guard
      let (length, entering, passed) = kinks.crossing(
        Swift.abs(excess), { Swift.abs(rates[$0]) * (loss.rising[$0] + loss.falling[$0]) })
    else { return false }
    let column = loss.vector(entering)
    let product = inverse.times(column)
    guard Swift.abs(product[place]) > 1e-12 else { return false }
    for row in passed { flip(row) }
    let leaving = basis[place]
    for row in residuals.indices { residuals[row] -= length * rates[row] }
    // Its row leaves towards the side where its line has the slope that its multiplier went beyond.
    sides[leaving] = -sign
    add(leaving, from: 0, to: slopeOfSide(leaving))
    add(entering, from: slopeOfSide(entering), to: 0)
    (sides[entering], residuals[entering]) = (0, 0)
    basis[place] = entering
    inverse.replace(place, by: column, product: product)
    if inverse.isStale {
      if !inverse.refresh() { return false }
      self.place(keepingTies: true)
    } else {
      for row in passed { multipliers[row] = slopeOfSide(row) }
      multipliers[leaving] = slopeOfSide(leaving)
      priceBasis()
    }
    return true
  }

  private func slopeOfSide(_ row: Int) -> Double {
    sides[row] > 0 ? loss.rising[row] : sides[row] < 0 ? -loss.falling[row] : 0
  }

  private mutating func flip(_ row: Int) {
    let old = slopeOfSide(row)
    sides[row] = -sides[row]
    add(row, from: old, to: slopeOfSide(row))
  }

  private mutating func add(_ row: Int, from old: Double, to new: Double) {
    for (place, x) in loss.vector(row).enumerated() { slope[place] += (new - old) * x }
  }
}

/// The kinks along a line, of which only the first few are wanted in order.
struct Kinks {
  private var kinks: [(length: Double, row: Int)]

  init(_ kinks: [(length: Double, row: Int)]) { self.kinks = kinks }

  /// The kink at which the sum of weights comes to a bound, and the rows of those before it; nil if none does.
  ///
  /// - Complexity: O(kinks) on average: as for a median, of two parts only one is looked at again.
  mutating func crossing(_ bound: Double, _ weight: (Int) -> Double) -> (
    length: Double, row: Int, passed: [Int]
  )? {
    var (start, end, sum) = (0, kinks.count, 0.0)
    while end - start > 1 {
      let middle = start + (end - start) / 2
      let pivot = [kinks[start].length, kinks[middle].length, kinks[end - 1].length].sorted()[1]
      var (less, place, greater) = (start, start, end)
      while place < greater {
        if kinks[place].length < pivot {
          kinks.swapAt(less, place)
          (less, place) = (less + 1, place + 1)
        } else if kinks[place].length > pivot {
          greater -= 1
          kinks.swapAt(place, greater)
        } else {
          place += 1
        }
      }
      let before = kinks[start..<less].reduce(0) { $0 + weight($1.row) }
      if sum + before >= bound {
        end = less
        continue
      }
      sum += before
      var here = less
      while here < greater, sum + weight(kinks[here].row) < bound {
        sum += weight(kinks[here].row)
        here += 1
      }
      if here < greater { return (kinks[here].length, kinks[here].row, kinks[..<here].map(\.row)) }
      start = greater
    }
    guard start < end, sum + weight(kinks[start].row) >= bound else { return nil }
    return (kinks[start].length, kinks[start].row, kinks[..<start].map(\.row))
  }
}
