import ChainRule
import Foundation
import Figures
import GradientChecking

/// What `chainrule check` does.
package struct CheckJob {
  package let request: CheckRequest

  package init(_ request: CheckRequest) { self.request = request }

  private var losses: [BatteryLoss] {
    request.losses.isEmpty ? BatteryLoss.all : BatteryLoss.all.filter { request.losses.contains($0.name) }
  }

  /// Checks, and prints what was found.
  ///
  /// - Returns: Whether no gradient is wrong, or the battery is met.
  package func run(_ line: TerminalLine, _ print: (String) -> Void) throws -> Bool {
    try request.isBattery ? battery(line, print) : table(print)
  }

  /// Each loss at one point: the derivatives that the library records, and those by hand of the same loss as a function.
  private func table(_ print: (String) -> Void) throws -> Bool {
    var rows = [
      ["loss", "parameters", "recorded", "relative error", "as a function", "relative error", "evaluations"]
    ]
    var wrong: [GradientReport] = []
    for loss in losses {
      var generator = SeededGenerator(seed: request.seed)
      let sample = try loss.draw(&generator)
      let recorded = try checkGradient(of: sample.recorded.named(loss.name), at: sample.bindings, modes: .all)
      let function = try checkGradient(
        of: sample.value, gradient: sample.gradient, at: sample.point, named: loss.name)
      wrong += [recorded, function].filter { $0.outcome == .wrong }
      let errors = [recorded, function].map { report in
        report.worst.map { DecimalText.scientific($0.relativeError, digits: 2) } ?? ""
      }
      rows.append([
        loss.name, "\(sample.point.count)", recorded.outcome.rawValue, errors[0], function.outcome.rawValue,
        errors[1],
        "\(function.evaluations)",
      ])
    }
    print(TextTable(rows, alignments: [.leading, .trailing, .leading, .trailing]).description)
    for report in wrong { print("\n\(report)") }
    return wrong.isEmpty
  }

  private func battery(_ line: TerminalLine, _ print: (String) -> Void) throws -> Bool {
    let battery = Battery(seed: request.seed, cases: request.cases)
    var (recorded, closures): ([(String, BatteryCount)], [(String, BatteryCount)]) = ([], [])
    var records: [BatteryRecord] = []
    for (index, loss) in losses.enumerated() {
      line.show("   checking", index, of: losses.count)
      recorded.append((loss.name, try battery.recorded(loss)))
      closures.append((loss.name, try battery.closures(loss, record: { records.append($0) })))
    }
    line.clear()
    if let file = request.file {
      try FileBytes.write(Array(JSONEncoder().encode(records)), to: file, operation: "check")
    }
    let texts = [
      ("As recorded losses, by exact evaluation", BatteryText(recorded, demands: BatteryDemand.recorded)),
      ("As Swift functions, by differences", BatteryText(closures, demands: BatteryDemand.closures)),
    ]
    let size =
      "\(losses.count) \(losses.count == 1 ? "loss" : "losses"), \(request.cases) cases each, seed \(request.seed)"
    print(texts.map { "\($0): \(size)\n\n\($1)" }.joined(separator: "\n\n"))
    return texts.allSatisfy { $1.isMet }
  }
}
