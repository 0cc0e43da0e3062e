extension ClosureCheck {
  /// The most points that are tried on the way to a small one.
  private static let trialLimit = 150

  /// A point with as many zeros and ones as can be at which the gradient stays wrong; nil if there is no simpler one.
  ///
  /// Groups of coordinates are set to 0, all first, then halves, then to 1 and to −1 those that are left; a setting is kept
  /// where the coordinate that was farthest off is still wrong.
  mutating func smallestFailure(
    _ coordinates: [CheckedDerivative], _ centre: Centre
  ) throws -> GradientReport.SmallestFailure? {
    let failures = coordinates.filter { if case .wrong = $0.verdict { true } else { false } }
    guard options.looksForSmallPoint, let worst = failures.max(by: { $0.relativeError < $1.relativeError }),
      case .coordinate(let wrong, _, _) = worst.place
    else { return nil }
    var (point, shown): ([Double], CheckedDerivative?) = (centre.point, nil)
    var trials = 0
    for value in [0.0, 1, -1] {
      var open = [point.indices.filter { !Self.isSmall(point[$0]) }]
      while let places = open.popLast(), trials < Self.trialLimit {
        guard !places.isEmpty else { continue }
        trials += 1
        var smaller = point
        for i in places { smaller[i] = value }
        if let failure = failure(of: wrong, at: smaller) {
          (point, shown) = (smaller, failure)
        } else if places.count > 1 {
          let middle = places.count / 2
          open += [Array(places[middle...]), Array(places[..<middle])]
        }
      }
    }
    return shown.map { GradientReport.SmallestFailure(point: point, derivative: $0, cause: cause(at: point)) }
  }

  /// What the mistake looks like at a point.
  private mutating func cause(at point: [Double]) -> String? {
    guard point.count <= Self.trialLimit, let centre = try? Centre(of: self, at: point) else { return nil }
    evaluations += 2
    return GradientMistake(point.indices.map { checkCoordinate($0, centre) })?.description
  }

  private static func isSmall(_ value: Double) -> Bool { [0, 1, -1].contains(value) }

  /// The coordinate at another point, if the gradient is wrong in it there by more than a hair.
  private mutating func failure(of i: Int, at point: [Double]) -> CheckedDerivative? {
    guard let centre = try? Centre(of: self, at: point) else { return nil }
    evaluations += 2
    let checked = checkCoordinate(i, centre)
    guard case .wrong = checked.verdict else { return nil }
    return checked
  }
}
