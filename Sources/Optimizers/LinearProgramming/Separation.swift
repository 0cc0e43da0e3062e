/// Whether a direction separates rows, decided by a linear programme whose answer is checked.
package enum Separation {
  /// Along a direction no row's loss rises, and that of some falls for ever: the coefficients, up to a factor, and the rows.
  case separated(direction: [Double], rows: [Int])
  /// There is no such direction.
  case overlapping
  /// Rounding errors stand in the way.
  case undecided(String)

  /// Decides.
  ///
  /// A direction is checked row by row without rounding, and multipliers by `OverlapProof`; what the simplex method claims counts
  /// for nothing by itself.
  package init(of rows: ConeRows) {
    var simplex = SeparationSimplex(rows)
    for _ in 0..<20 {
      switch simplex.run() {
      case .multipliers:
        self = Self.proof(simplex)
        return
      case .undecided:
        self = .undecided("the linear programme stopped at a basis that is nearly singular")
        return
      case .direction:
        let direction = simplex.direction
        if let found = Self.check(direction, rows).found {
          self = found
          return
        }
        let (found, violation) = Self.check(simplex.exactDirection, rows)
        if let found {
          self = found
          return
        }
        // What is violated by less than a rounding error goes into the basis next.
        guard let violation, violation.measure > 0, simplex.enter(violation) else {
          self = .undecided("a direction that separates rows was found only up to rounding")
          return
        }
      }
    }
    self = .undecided("rounding errors hide on which side of a plane rows lie")
  }

  /// Looks at one direction only: undecided unless it separates rows.
  package init(of rows: ConeRows, along direction: [Double]) {
    self = Self.check(direction, rows).found ?? .undecided("this direction does not separate rows")
  }

  /// A direction found in doubles: coefficients that are rounding errors beside the greatest are 0.
  static func check(_ direction: [Double], _ rows: ConeRows) -> (
    found: Separation?, violation: ConeRows.Violation?
  ) {
    let unit = direction.reduce(0) { Swift.max($0, Swift.abs($1)) }
    return check(ExactDirection(direction.map { Swift.abs($0) <= 1e-11 * unit ? 0 : $0 }), rows)
  }

  private static func check(_ direction: ExactDirection?, _ rows: ConeRows) -> (
    found: Separation?, violation: ConeRows.Violation?
  ) {
    guard let direction else { return (nil, nil) }
    let result = SeparatedRows(direction, in: rows)
    if let violation = result.violation { return (nil, violation) }
    if result.separated.isEmpty { return (nil, nil) }
    return (.separated(direction: direction.rounded, rows: result.separated), nil)
  }

  private static func proof(_ simplex: SeparationSimplex) -> Separation {
    let multipliers = OverlapMultipliers(simplex)
    // Some rows may do to bound an eigenvalue, and all of them take long.
    for share in [1 << 12, Int.max] {
      switch multipliers.proof(using: share) {
      case nil: return .overlapping
      case let objection? where share == .max || simplex.rows.count <= share: return .undecided(objection)
      default: continue
      }
    }
    return .overlapping
  }
}
