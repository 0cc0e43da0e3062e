import ChainRule

/// The local minima that searches from many starts ended in.
public struct MultiStart: Sendable, CustomStringConvertible {
  /// One solution for each distinct minimum, the best first; of those that met, the one with the smaller gradient.
  public let minima: [Solution]
  /// How many starts led to each of the minima.
  public let hits: [Int]
  /// The searches that ended elsewhere than at a minimum, with their reasons.
  public let failures: [Solution]

  /// The deepest minimum found, or of an objective to maximise the highest maximum; nil if none was.
  ///
  /// ```swift
  /// let x = Tensor.parameter("x", shape: [])
  /// let objective = try Objective(squared(squared(x) - 1) + 0.1 * x)
  /// let valleys = try multiStart(objective, starts: 10, within: -2...2, seed: 1, using: .lbfgs())
  /// valleys.best?.value  // Optional(-0.10061737663815831)
  /// ```
  public var best: Solution? { minima.first }

  /// The values of the minima, and how many starts led to each.
  public var description: String {
    let lines = zip(minima, hits).map { "\($0.value) from \($1) \($1 == 1 ? "start" : "starts")" }
    return "\(minima.count) \(minima.count == 1 ? "minimum" : "minima"): " + lines.joined(separator: ", ")
      + (failures.isEmpty ? "" : "; \(failures.count) starts led to none")
  }
}

/// Searches for local minima from random starts, each coefficient drawn evenly from a range.
///
/// ```swift
/// let x = Tensor.parameter("x", shape: [])
/// let objective = try Objective(squared(squared(x) - 1) + 0.1 * x)
/// let valleys = try multiStart(objective, starts: 10, within: -2...2, seed: 1, using: .lbfgs())
/// print(valleys)  // 2 minima: -0.10061737663815833 from 3 starts, 0.09936698552395945 from 7 starts
/// ```
///
/// Minima that no start leads to are not found: a list is no proof that there are no others.
///
/// - Parameters:
///   - objective: What to minimise, or maximise.
///   - count: How many searches.
///   - range: Where each coefficient starts.
///   - seed: Where the random numbers begin: the same seed gives the same starts.
///   - optimizer: How to go from one point to the next.
///   - rule: When to stop each search.
///   - distance: The most that a coefficient differs between two answers that are the same minimum, relative to the
///     greatest coefficient where that is above 1.
/// - Throws: `ChainRuleError` if there are no starts, the range or the distance is not of finite numbers, or as
///   `minimize` throws.
public func multiStart<Method: Optimizer>(
  _ objective: Objective, starts count: Int = 20, within range: ClosedRange<Double>, seed: UInt64 = 0,
  using optimizer: Method, until rule: StoppingRule = StoppingRule(), distance: Double = 1e-3
) throws -> MultiStart {
  func refuse(_ problem: String, _ mend: String) -> ChainRuleError {
    ChainRuleError(.optimization, in: "multiStart", problem: problem, mend: mend)
  }
  if count < 1 { throw refuse("\(count) starts", "give it 1 or more") }
  if !(range.upperBound - range.lowerBound).isFinite {
    throw refuse("the starts are drawn from \(range)", "give a range of finite length")
  }
  if !(distance >= 0) {
    throw refuse("minima \(distance) apart are the same", "give a distance of 0 or more")
  }
  var generator = SeededGenerator(seed: seed)
  var minima: [(solution: Solution, hits: Int)] = []
  var failures: [Solution] = []
  for _ in 0..<count {
    let point = (0..<objective.layout.count).map { _ in
      range.lowerBound + (range.upperBound - range.lowerBound) * generator.uniform()
    }
    let solution = try minimize(
      objective, from: objective.layout.arrays(point), using: optimizer, until: rule)
    if !solution.isConverged {
      failures.append(solution)
    } else if let place = minima.firstIndex(where: { isSame($0.solution.point, solution.point, distance) }) {
      minima[place].hits += 1
      if solution.stationarity < minima[place].solution.stationarity { minima[place].solution = solution }
    } else {
      minima.append((solution, 1))
    }
  }
  let sign = objective.isMaximized ? -1.0 : 1
  minima.sort { sign * $0.solution.value < sign * $1.solution.value }
  return MultiStart(minima: minima.map(\.solution), hits: minima.map(\.hits), failures: failures)
}

/// Whether two points are no farther apart than a distance, relative to the greatest coefficient above 1.
private func isSame(_ x: [Double], _ y: [Double], _ distance: Double) -> Bool {
  greatestMagnitude(difference(x, y)) <= distance * Swift.max(1, greatestMagnitude(x))
}
