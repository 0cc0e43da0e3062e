import ChainRule
package import GradientChecking

/// Losses on which a checker of gradients is easily mistaken, with right gradients and with mistakes planted into them.
package struct Battery {
  package let seed: UInt64
  package let cases: Int

  package init(seed: UInt64, cases: Int) { (self.seed, self.cases) = (seed, cases) }

  /// How a gradient given as a function is checked; tests plant a checker that is switched off.
  package typealias Checker =
    @Sendable (
      _ function: @escaping ([Double]) -> Double, _ gradient: @escaping ([Double]) -> [Double],
      _ point: [Double]
    ) throws -> GradientReport

  /// The checker of the library.
  package static let differences: Checker = { function, gradient, point in
    try checkGradient(of: function, gradient: gradient, at: point, options: options)
  }

  static var options: CheckOptions {
    var options = CheckOptions()
    options.looksForSmallPoint = false
    return options
  }

  /// Checks one loss as Swift functions.
  ///
  /// - Parameters:
  ///   - loss: The loss.
  ///   - check: What checks it.
  ///   - record: Is given each case with the mistakes that show.
  package func closures(
    _ loss: BatteryLoss, by check: Checker = differences, record: (BatteryRecord) -> Void = { _ in }
  ) throws -> BatteryCount {
    var count = BatteryCount()
    for number in 0..<cases {
      let sample = try drawn(loss, number)
      let name = { (mistake: String) in "\(loss.name), case \(number) at \(sample.point), \(mistake)" }
      let report = try check(sample.value, sample.gradient, sample.point)
      count.take(right: report, name("right"))
      try measure(report, of: sample, isSmooth: loss.isSmooth, &count)
      var written = BatteryRecord(loss, sample)
      for mistake in BatteryMistake.allCases {
        guard let planted = mistake.planted(in: sample), shows(planted(sample.point), in: report) else {
          continue
        }
        written.mistakes[mistake.rawValue] = planted(sample.point)
        count.take(planted: try check(sample.value, planted, sample.point), name(mistake.rawValue))
      }
      record(written)
      if loss.hasSecondOrder { try secondOrder(sample, name, &count) }
    }
    return count
  }

  /// A case by its number.
  func drawn(_ loss: BatteryLoss, _ number: Int) throws -> BatteryCase {
    var generator = SeededGenerator(seed: seed &* 1_000_003 &+ UInt64(number))
    return try loss.draw(&generator)
  }

  /// Products of the Hessian: right ones, and off by 1 %.
  private func secondOrder(_ sample: BatteryCase, _ name: (String) -> String, _ count: inout BatteryCount)
    throws
  {
    let report = try checkHessianProduct(
      of: sample.gradient, product: sample.product, at: sample.point, options: Self.options)
    count.take(right: report, name("second order"))
    let mistaken = try checkHessianProduct(
      of: sample.gradient, product: { x, v in sample.product(x, v).map { 1.01 * $0 } }, at: sample.point,
      options: Self.options)
    let isVisible = report.derivatives.contains { checked in
      checked.truth.distance(to: 1.01 * checked.given) > 3 * checked.truth.errorBar
    }
    if isVisible { count.take(planted: mistaken, name(BatteryMistake.secondDerivative.rawValue)) }
  }

  /// Whether a gradient is off by more than three error bars in some coordinate.
  private func shows(_ given: [Double], in report: GradientReport) -> Bool {
    report.derivatives.contains { checked in
      guard case .coordinate(let i, _, _) = checked.place else { return false }
      return checked.truth.distance(to: given[i]) > 3 * checked.truth.errorBar
    }
  }

  /// How wide the error bars are, and whether the true derivative of the recorded loss is within them.
  private func measure(
    _ report: GradientReport, of sample: BatteryCase, isSmooth: Bool, _ count: inout BatteryCount
  ) throws {
    let truths = try checkGradient(of: sample.recorded, at: sample.bindings).derivatives.map(\.truth)
    for checked in report.derivatives {
      guard case .coordinate(let i, _, _) = checked.place else { continue }
      if isSmooth {
        count.smooth += 1
        if checked.truth.errorBar < 1e-5 * truths[i].value.magnitude { count.tight += 1 }
      }
      if checked.verdict.isUntold { continue }
      count.barred += 1
      // At a kink the two slopes are to be told, and with them what lies between.
      let slopes = truths[i].slopes.map { [$0.below, $0.above] } ?? [truths[i].value]
      if slopes.allSatisfy({ checked.truth.holds($0) }) { count.holding += 1 }
    }
  }
}
