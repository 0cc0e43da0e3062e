/// The optimum of a piecewise linear loss with squares, by an active set: rows that are interpolated, and the others on their sides.
///
/// Each step goes to the lowest point of what is then a quadratic, or less far, to the kink at which the value would rise; that
/// row becomes active. At a lowest point a row goes whose multiplier is outside of its range. The value falls with each step, so that no
/// set comes again; targets that are moved a little, at random, let no step have length 0.
///
/// - Source: Nocedal and Wright, Numerical Optimization (2006), §16.5.
struct ActiveRows {
  private let loss: PiecewiseLinearLoss
  private(set) var point: [Double]
  private(set) var multipliers: [Double]
  private(set) var steps = 0
  private var active: [Int] = []
  private var targets: [Double]
  private var residuals: [Double] = []
  /// 1 for rows above, −1 for rows below, 0 for active ones.
  private var sides: [Double] = []

  /// - Parameters:
  ///   - point: A point near the optimum.
  ///   - multipliers: Such as an interior point method leaves there.
  init(_ loss: PiecewiseLinearLoss, near point: [Double], _ multipliers: [Double]) {
    self.loss = loss
    self.point = point
    self.multipliers = multipliers
    targets = loss.targets
    let sizes = zip(loss.targets, loss.products(point)).map { Swift.abs($0 - $1) }
    // A unit that no outlier moves.
    let unit = sizes.sorted()[sizes.count / 2]
    let inside = sizes.indices.map { row -> Double in
      let (up, down) = (loss.rising[row] - multipliers[row], loss.falling[row] + multipliers[row])
      let width =
        up.isFinite && down.isFinite ? up + down : Swift.min(up, down) + Swift.abs(multipliers[row])
      return Swift.min(up, down) / width
    }
    let likely = sizes.indices.filter { inside[$0] * unit > sizes[$0] }.sorted { inside[$0] > inside[$1] }
    active = IndependentRows(loss, of: likely).rows
  }

  /// Runs to the optimum; false where steps run out or equations have no solution.
  mutating func run(maximumSteps: Int) -> Bool {
    let sizes = zip(loss.targets, loss.products(point)).map { Swift.abs($0 - $1) }.filter { $0 > 0 }.sorted()
    let unit = sizes.isEmpty ? 0 : sizes[sizes.count / 2]
    for size in [0x1p-30 * unit, 0x1p-42 * unit] {
      targets = loss.movedTargets(by: size)
      if !start() { return false }
      while true {
        if steps >= maximumSteps { return false }
        steps += 1
        guard let isDone = step() else { return false }
        if isDone { break }
      }
    }
    // The same rows on the same sides, with the targets themselves.
    targets = loss.targets
    guard let solved = solve() else { return false }
    settle(solved)
    return true
  }

  /// Takes a lowest point, with the multipliers there.
  private mutating func settle(_ solved: (point: [Double], multipliers: [Double])) {
    point = solved.point
    for row in residuals.indices { multipliers[row] = slope(row) }
    for (place, row) in active.enumerated() { multipliers[row] = solved.multipliers[place] }
  }

  /// Goes to where the active rows are interpolated.
  private mutating func start() -> Bool {
    look()
    guard let solved = solve() else { return false }
    point = solved.point
    look()
    return true
  }

  private mutating func look() {
    residuals = zip(targets, loss.products(point)).map { $0 - $1 }
    sides = residuals.map { $0 >= 0 ? 1 : -1 }
    for row in active { (sides[row], residuals[row]) = (0, 0) }
  }

  private func slope(_ row: Int) -> Double {
    sides[row] > 0 ? loss.rising[row] : sides[row] < 0 ? -loss.falling[row] : 0
  }

  /// One step: true where nothing is left to do, nil where the equations have no solution.
  private mutating func step() -> Bool? {
    guard let solved = solve() else { return nil }
    let direction = zip(solved.point, point).map { $0 - $1 }
    let size = point.reduce(0) { Swift.max($0, Swift.abs($1)) }
    // As many rows as coefficients leave no way to go.
    if active.count >= loss.dimension || direction.allSatisfy({ Swift.abs($0) <= 1e-14 * size }) {
      settle(solved)
      return !drop()
    }
    let rates = loss.products(direction)
    let bend = 2 * zip(loss.squares, direction).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
    let (entering, isWhole) = advance(direction, rates, bend)
    if let entering {
      active.append(entering)
      (sides[entering], residuals[entering]) = (0, 0)
    }
    if !isWhole { return false }
    // Nothing was in the way: this is the lowest point.
    settle(solved)
    return !drop()
  }

  /// Moves along a direction to where the value is least.
  ///
  /// - Returns: The row at whose kink that is, if it is one; and whether there was no kink on the whole way.
  private mutating func advance(_ direction: [Double], _ rates: [Double], _ bend: Double) -> (
    entering: Int?, isWhole: Bool
  ) {
    // Rows that depend on active ones move by rounding errors alone.
    let least = 1e-12 * rates.reduce(0) { Swift.max($0, Swift.abs($1)) }
    var kinks = rates.indices.filter { sides[$0] * rates[$0] > least }
      .map { (length: Swift.max(0, residuals[$0] / rates[$0]), row: $0) }.filter { $0.length < 1 }
    kinks.sort { $0.length < $1.length }
    var (length, raised, entering) = (1.0, 0.0, nil as Int?)
    for kink in kinks {
      let jump = Swift.abs(rates[kink.row]) * (loss.rising[kink.row] + loss.falling[kink.row])
      // The slope from here on is what the quadratic has left, and what kinks that were passed add.
      let slope = raised - (1 - kink.length) * bend
      if slope >= 0 { break }
      if slope + jump >= 0 {
        (length, entering) = (kink.length, kink.row)
        break
      }
      raised += jump
      sides[kink.row] = -sides[kink.row]
    }
    if entering == nil, bend > 0 { length = Swift.max(0, 1 - raised / bend) }
    for place in point.indices { point[place] += length * direction[place] }
    for row in residuals.indices { residuals[row] -= length * rates[row] }
    for row in active { residuals[row] = 0 }
    return (entering, entering == nil && raised == 0)
  }

  /// Lets the active row go whose multiplier is farthest outside of its range; false where none is.
  private mutating func drop() -> Bool {
    var (found, greatest, side) = (nil as Int?, 0.0, 0.0)
    for (place, row) in active.enumerated() {
      let a = multipliers[row]
      let (above, below) = (a - loss.rising[row], -loss.falling[row] - a)
      let unit = Swift.abs(a) + (loss.rising[row].isFinite ? loss.rising[row] : 0)
      if Swift.max(above, below) > Swift.max(greatest, 1e-11 * unit) {
        (found, greatest, side) = (place, Swift.max(above, below), above > below ? 1 : -1)
      }
    }
    guard let found else { return false }
    sides[active.remove(at: found)] = side
    return true
  }

  /// The lowest point with the active rows interpolated and the others on their sides.
  private func solve() -> (point: [Double], multipliers: [Double])? {
    let (p, m) = (loss.dimension, active.count)
    let slopes = loss.transposedProducts(sides.indices.map { slope($0) })
    var columns = Array(repeating: Array(repeating: 0.0, count: p + m), count: p + m)
    let unit = loss.squares.reduce(0, Swift.max)
    var right = slopes
    for place in 0..<p {
      // What has no square, the intercept, is held where it is, a little: that does not matter once it stays.
      let own = loss.squares[place] > 0 ? 2 * loss.squares[place] : 1e-7 * unit
      columns[place][place] = own
      if loss.squares[place] == 0 { right[place] += own * point[place] }
    }
    for (place, row) in active.enumerated() {
      for (column, x) in loss.vector(row).enumerated() {
        (columns[p + place][column], columns[column][p + place]) = (-x, x)
      }
    }
    var inverse = BasisInverse(signs: Array(repeating: 1, count: p + m))
    for (place, column) in columns.enumerated() { inverse.set(place, to: column) }
    guard inverse.refresh() else { return nil }
    var solution = inverse.times(right + active.map { targets[$0] })
    // A coefficient at a kink of its own is there to the last digit.
    for row in active where row >= loss.dataCount {
      solution[loss.extra[row - loss.dataCount]] = targets[row]
    }
    guard solution.allSatisfy(\.isFinite) else { return nil }
    return (Array(solution[..<p]), Array(solution[p...]))
  }
}
