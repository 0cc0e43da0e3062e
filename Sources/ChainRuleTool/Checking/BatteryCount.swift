import GradientChecking

/// What was counted over the cases of one loss, or of all.
package struct BatteryCount: Equatable, Sendable {
  /// Verdicts on right derivatives.
  package var right = 0
  package var kink = 0
  package var cannotTell = 0
  package var calledWrong = 0
  /// Gradients with a mistake in them that shows: by more than three error bars in some coordinate.
  package var planted = 0
  /// Of these, the ones called wrong.
  package var found = 0
  /// Derivatives of smooth losses, and those whose error bar is below 1e-5 of them.
  package var smooth = 0
  package var tight = 0
  /// Derivatives with an error bar, and those of which it holds the truth.
  package var barred = 0
  package var holding = 0
  package var evaluations = 0
  /// What went wrong first, in words.
  package var complaint = ""
  /// What was left open first.
  package var open = ""

  /// Counts of two sets of cases together.
  package static func + (a: BatteryCount, b: BatteryCount) -> BatteryCount {
    BatteryCount(
      right: a.right + b.right, kink: a.kink + b.kink, cannotTell: a.cannotTell + b.cannotTell,
      calledWrong: a.calledWrong + b.calledWrong, planted: a.planted + b.planted, found: a.found + b.found,
      smooth: a.smooth + b.smooth, tight: a.tight + b.tight, barred: a.barred + b.barred,
      holding: a.holding + b.holding, evaluations: a.evaluations + b.evaluations,
      complaint: a.complaint.isEmpty ? b.complaint : a.complaint, open: a.open.isEmpty ? b.open : a.open)
  }

  /// How many right derivatives were judged.
  package var judged: Int { right + kink + cannotTell + calledWrong }

  /// Counts the verdicts on a gradient that is right.
  mutating func take(right report: GradientReport, _ name: @autoclosure () -> String) {
    for checked in report.derivatives {
      switch checked.verdict {
      case .right: right += 1
      case .kink(isSubgradient: true): kink += 1
      case .cannotTell:
        cannotTell += 1
        if open.isEmpty { open = "\(name()): left open\n\(report)" }
      case .wrong, .kink(isSubgradient: false):
        calledWrong += 1
        if complaint.isEmpty { complaint = "\(name()): called wrong\n\(report)" }
      }
    }
    evaluations += report.evaluations
  }

  /// Counts a gradient with a mistake in it.
  mutating func take(planted report: GradientReport, _ name: @autoclosure () -> String) {
    planted += 1
    if report.outcome == .wrong {
      found += 1
    } else if complaint.isEmpty {
      complaint = "\(name()): missed\n\(report)"
    }
  }
}
