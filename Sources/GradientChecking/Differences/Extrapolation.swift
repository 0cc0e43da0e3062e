/// The slopes of a ladder, extrapolated to step 0 as polynomials in a power of the step: in its square for central
/// slopes, in the step itself for slopes to one side.
///
/// `columns[j][k]` uses the rungs `k − j … k`; its truncation error is of order `power · (j + 1)` in the step.
///
/// - Source: L. F. Richardson, J. A. Gaunt, "The deferred approach to the limit", Phil. Trans. R. Soc. A 226,
///   1927; the recurrence for any ratio of steps is Neville's, NIST DLMF §3.3(v).
struct Extrapolation {
  private var columns: [[Double]]
  /// By how much the error of one level falls from rung to rung, at least.
  private let fall: Double

  /// Two levels: a third one gains no digit before rounding takes over.
  static let levels = 2

  init(_ rungs: [Rung], power: Int = 2) {
    fall = power == 2 ? 16 : 4
    columns = [rungs.map(\.slope)]
    for level in 1...Self.levels {
      let previous = columns[level - 1]
      var column = previous
      for k in rungs.indices where k >= level {
        let ratio = rungs[k - level].step / rungs[k].step
        column[k] = previous[k] + (previous[k] - previous[k - 1]) / ((power == 2 ? ratio * ratio : ratio) - 1)
      }
      columns.append(column)
    }
  }

  /// The best extrapolation that ends at rung `k`.
  func value(_ k: Int) -> Double { columns[min(k, Self.levels)][k] }

  /// How much the slope, extrapolated `level` times, changed from rung `k − 1` to `k`.
  func change(_ k: Int, level: Int) -> Double { abs(columns[level][k] - columns[level][k - 1]) }

  /// An estimate of the truncation error of `value(k)`, infinite for the first rung.
  ///
  /// It is the error of the extrapolation one level lower or, divided by 16 (4 on one side), of that one rung earlier; in
  /// the regime where extrapolation works, both exceed the error of `value(k)` itself.
  func truncation(_ k: Int) -> Double {
    guard k >= 1 else { return .infinity }
    let level = min(k, Self.levels)
    let lower = abs(columns[level][k] - columns[level - 1][k])
    return k >= 2 ? max(lower, abs(value(k) - value(k - 1)) / fall) : lower
  }
}
