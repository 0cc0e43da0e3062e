import ChainRule

/// The linear programme that decides whether a direction exists that separates rows.
///
/// There is none if and only if positive multipliers make the sum of all inequalities vanish (Stiemke's theorem): `Σ λᵢaᵢ + Σ μⱼeⱼ
/// + z = 0` with λ > 0 for the inequalities of rows, μ of any sign for equations, and z ≥ 0 where a coefficient may only grow.
/// The simplex method looks for such multipliers, λ no less than some positive numbers drawn at random, so that no step is
/// degenerate; its dual is the direction.
///
/// - Source: K. Konis, "Linear programming algorithms for detecting separated data in binary logistic regression models"
///   (thesis, Oxford, 2007), §4; S. Correia, P. Guimarães and T. Zylkin, "Verifying the existence of maximum likelihood
///   estimates for generalized linear models" (2019).
struct SeparationSimplex {
  /// What stands in the basis.
  enum Basic: Hashable {
    /// What is missing of the sum in one coefficient; the method drives these out.
    case artificial(coefficient: Int, sign: Double)
    case row(ConeRows.Row)
    /// The multiplier of an equation, entered with a sign.
    case equation(ConeRows.Row, sign: Double)
    case wall(coefficient: Int, sign: Double)

    var isArtificial: Bool { if case .artificial = self { true } else { false } }
    var isFree: Bool { if case .equation = self { true } else { false } }
  }

  /// What the method came to.
  enum Outcome {
    /// No inequality is violated by the direction, and some are strict.
    case direction
    /// The multipliers are found.
    case multipliers
    /// Neither, for rounding errors.
    case undecided
  }

  let rows: ConeRows
  private(set) var basis: [Basic]
  private(set) var values: [Double]
  private(set) var steps = 0
  private let target: [Double]
  private let seed: UInt64
  private var inverse: BasisInverse
  /// What is left of artificial variables that counts as nothing.
  private let negligible: Double

  static let tolerance = 1e-9

  init(_ rows: ConeRows, seed: UInt64 = 1) {
    self.rows = rows
    self.seed = seed
    let sums = rows.weightedSum { Self.leastMultiplier(of: $0, seed: seed, of: rows) }
    target = rows.active.map { -sums[$0] }
    let signs = target.map { $0 < 0 ? -1.0 : 1 }
    basis = zip(rows.active, signs).map { .artificial(coefficient: $0, sign: $1) }
    values = target.map { Swift.abs($0) }
    inverse = BasisInverse(signs: signs)
    negligible = 1e-11
  }

  /// The least multiplier of an inequality: between 1 and 2 in the units of its row, as a share of all rows.
  static func leastMultiplier(of row: ConeRows.Row, seed: UInt64, of rows: ConeRows) -> Double {
    var bits = seed &+ UInt64(truncatingIfNeeded: row.row &* 1_000_003 &+ row.rival) &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    let share = 1 + Double((bits ^ (bits >> 31)) >> 11) * 0x1p-53
    let size = rows.sizes[row.row]
    return size > 0 ? share / (size * Double(rows.count)) : 0
  }

  /// The direction that the artificial variables in the basis pay for: all coefficients.
  var direction: [Double] {
    let prices = inverse.transposedTimes(basis.map { $0.isArtificial ? -1 : 0 })
    var result = rows.ranges.map { _ in 0.0 }
    for (place, coefficient) in rows.active.enumerated() { result[coefficient] = prices[place] }
    return result
  }

  /// How much is missing of the sum.
  var shortfall: Double { zip(basis, values).reduce(0) { $1.0.isArtificial ? $0 + $1.1 : $0 } }

  /// Runs to the end.
  ///
  /// - Complexity: One product of all rows with a direction for each step, and some two steps a coefficient.
  mutating func run() -> Outcome {
    while steps < 50 * rows.active.count + 200 {
      if shortfall <= negligible { return .multipliers }
      let direction = direction
      guard let (entering, column) = violated(by: direction) else { return .direction }
      if !enter(entering, column) { return .undecided }
    }
    return .undecided
  }

  /// The wall or the row that the direction violates most.
  private func violated(by direction: [Double]) -> (Basic, [Double])? {
    let unit = direction.reduce(0) { Swift.max($0, Swift.abs($1)) }
    let tolerance = Self.tolerance * unit
    var (wall, depth) = (-1, tolerance)
    for coefficient in rows.active {
      let sign = rows.ranges[coefficient] == .up ? 1.0 : rows.ranges[coefficient] == .down ? -1 : 0
      if -sign * direction[coefficient] > depth {
        (wall, depth) = (coefficient, -sign * direction[coefficient])
      }
    }
    if wall >= 0 {
      let sign = rows.ranges[wall] == .up ? 1.0 : -1
      return (.wall(coefficient: wall, sign: sign), column { $0 == wall ? sign : 0 })
    }
    return rows.worstViolation(of: direction, tolerance: tolerance).map { entry(of: $0) }
  }

  private func entry(of violation: ConeRows.Violation) -> (Basic, [Double]) {
    let vector = rows.vector(violation.row)
    guard rows.demands[violation.row.row] == .stay else {
      return (.row(violation.row), column { vector[$0] })
    }
    let sign = violation.product > 0 ? -1.0 : 1
    return (.equation(violation.row, sign: sign), column { sign * vector[$0] })
  }

  private func column(_ element: (Int) -> Double) -> [Double] { rows.active.map(element) }

  /// Lets an inequality into the basis that a direction was found to violate; false where no variable can leave.
  mutating func enter(_ violation: ConeRows.Violation) -> Bool {
    let (entering, column) = entry(of: violation)
    return enter(entering, column)
  }

  private mutating func enter(_ entering: Basic, _ column: [Double]) -> Bool {
    steps += 1
    let product = inverse.times(column)
    guard let (leaving, length) = ratioTest(product) else { return false }
    for place in values.indices { values[place] -= length * product[place] }
    inverse.replace(leaving, by: column, product: product)
    (basis[leaving], values[leaving]) = (entering, length)
    if inverse.isStale {
      if !inverse.refresh() { return false }
      values = inverse.times(target)
    }
    return true
  }

  /// The variable that comes to 0 first, of those that do so together the one with the greatest pivot.
  private func ratioTest(_ product: [Double]) -> (place: Int, length: Double)? {
    let greatest = product.reduce(0) { Swift.max($0, Swift.abs($1)) }
    let candidates = basis.indices.filter { !basis[$0].isFree && product[$0] > 1e-10 * greatest }
    let slack = 1e-12
    guard
      let bound = candidates.map({ (Swift.max(values[$0], 0) + slack) / product[$0] }).min(),
      let place = candidates.filter({ Swift.max(values[$0], 0) / product[$0] <= bound })
        .max(by: { product[$0] < product[$1] })
    else { return nil }
    return (place, Swift.max(0, values[place]) / product[place])
  }

  /// The multiplier of each inequality that stands in the basis, beyond its least.
  var basicMultipliers: [ConeRows.Row: Double] {
    var result: [ConeRows.Row: Double] = [:]
    for (basic, value) in zip(basis, values) {
      switch basic {
      case .row(let row): result[row] = value
      case .equation(let row, let sign): result[row] = sign * value
      default: break
      }
    }
    return result
  }
}
