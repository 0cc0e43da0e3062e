import ChainRule
package import CommandArguments

/// What the arguments of `chainrule check` ask for.
package struct CheckRequest: Equatable {
  /// The losses, by their names; all if there are none.
  package var losses: [String] = []
  package var isBattery = false
  package var seed: UInt64 = 1
  /// How many cases of each loss are drawn.
  package var cases = 200
  /// Where the cases are written to, for the checkers of other libraries; nil for nowhere.
  package var file: String?

  package static let help = """
    usage: chainrule check [LOSS...] [--seed S]
           chainrule check --battery [LOSS...] [--seed S] [--cases N] [--write FILE.json]

    Checks the derivatives of built-in losses at a random point, and prints a table of verdicts. With
    --battery, many points of each, with right gradients and with mistakes planted into them, and the
    counts of what was found: what the checker of gradients is held to.

      LOSS...      the losses, of those listed below; all if left out
      --seed S     the seed of the points, a whole number from 0; 1 if left out
      --battery    right and wrong gradients of many points
      --cases N    how many points of each loss, from 1 to 100000; 200 if left out
      --write FILE writes the points, the data and the gradients, for checkers of other libraries

    Losses:
      \(lines)

    Exit status: 0, 1 if a gradient is wrong or the battery is not met, 2 for arguments that are not
    understood.
    """

  /// The names of the losses in lines of their own.
  private static var lines: String {
    BatteryLoss.all.map(\.name).reduce(into: (text: "", width: 0)) { lines, name in
      if lines.width + name.count > 88 { lines = (lines.text + "\n      ", 0) }
      lines = (lines.text + (lines.text.isEmpty ? "" : " ") + name, lines.width + name.count + 1)
    }.text
  }

  package static let syntax = Command.check.syntax(
    options: [
      .flag("--battery"), .value("--seed", "1"), .value("--cases", "200"), .value("--write", "cases.json"),
    ], operands: BatteryLoss.all.count, ofKind: "loss")

  package init(arguments: some Sequence<String>) throws(ArgumentMistake) {
    try self.init(Arguments(arguments, of: Self.syntax))
  }

  init(_ arguments: Arguments) throws(ArgumentMistake) {
    let names = BatteryLoss.all.map(\.name)
    for name in arguments.operands where !names.contains(name) {
      throw ArgumentMistake("\(name): not a loss; \(NearNames.advice(for: name, among: names))")
    }
    losses = arguments.operands
    isBattery = arguments.has("--battery")
    seed = try arguments.whole("--seed", 0...(.max)) ?? seed
    if let cases = try arguments.whole("--cases", 1...100_000) {
      guard isBattery else {
        throw ArgumentMistake("--cases is of the battery; try --battery --cases \(cases)")
      }
      self.cases = Int(cases)
    }
    file = arguments.text("--write")
    if let file, !isBattery {
      throw ArgumentMistake("--write \(file): it is of the battery; try --battery --write \(file)")
    }
  }
}
