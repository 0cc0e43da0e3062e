import Figures
package import Optimizers

/// The line that a terminal shows while a model is fitted: how far it is, and how good.
package struct FitProgress {
  private let line: TerminalLine
  private let limit: Int
  private let clock = ContinuousClock()
  private var next: ContinuousClock.Instant

  package init(_ line: TerminalLine, maximumIterations limit: Int) {
    self.line = line
    self.limit = limit
    next = clock.now
  }

  /// Redraws the line, some twenty times a second at most.
  package mutating func show(_ progress: Optimizers.Progress) {
    guard line.isShown, clock.now >= next else { return }
    next = clock.now + .milliseconds(50)
    line.show(
      Self.text(
        step: progress.iteration, limit: limit, value: progress.value, stationarity: progress.stationarity))
  }

  package func clear() { line.clear() }

  /// At most 78 columns, so that a narrow terminal does not break it.
  package static func text(step: Int, limit: Int, value: Double, stationarity: Double) -> String {
    "fitting  step \(step) of at most \(limit)  f = \(FitJob.Outcome.number(value))  "
      + "‖∂f‖∞ = \(DecimalText.scientific(stationarity, digits: 2))"
  }
}
