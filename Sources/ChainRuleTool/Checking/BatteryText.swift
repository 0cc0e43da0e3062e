import Figures

/// What the battery found, as a table with its verdicts.
package struct BatteryText: CustomStringConvertible {
  package let counts: [(name: String, count: BatteryCount)]
  /// What is demanded of the counts of all losses.
  package let demands: [BatteryDemand]

  package init(_ counts: [(name: String, count: BatteryCount)], demands: [BatteryDemand]) {
    (self.counts, self.demands) = (counts, demands)
  }

  /// The counts of all losses.
  package var total: BatteryCount { counts.reduce(BatteryCount()) { $0 + $1.count } }

  /// Whether every demand is met.
  package var isMet: Bool { demands.allSatisfy { $0.isMet(by: total) } }

  package var description: String {
    let head = [
      "loss", "right", "kink", "untold", "called wrong", "planted", "found", "tight", "holding",
    ]
    let rows = (counts + [("all", total)]).map { name, count in
      [
        name, "\(count.right)", "\(count.kink)", "\(count.cannotTell)", "\(count.calledWrong)",
        "\(count.planted)",
        "\(count.found)", Self.share(count.tight, of: count.smooth),
        Self.share(count.holding, of: count.barred),
      ]
    }
    let table = TextTable([head] + rows, alignments: [.leading, .trailing])
    let verdicts = demands.map { demand in
      "\(demand.isMet(by: total) ? "met   " : "FAILED") \(demand.words): \(demand.measured(total))"
    }
    let example = isMet ? "" : total.complaint.isEmpty ? total.open : total.complaint
    let complaint = example.isEmpty ? [] : ["", example]
    return (table.lines + [""] + verdicts + complaint).joined(separator: "\n")
  }

  /// A share in percent, or nothing of nothing.
  static func share(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "–" : DecimalText.fixed(100 * Double(part) / Double(whole), places: 2) + " %"
  }
}

/// Something that the counts of the battery have to meet.
package enum BatteryDemand: Sendable {
  /// No right derivative is called wrong.
  case noFalseAlarm
  /// At least so many of a thousand planted mistakes are found.
  case found(perMille: Int)
  /// At most so many of a thousand verdicts are left open.
  case untold(perMille: Int)
  /// At least so many of a thousand error bars of smooth losses are below 1e-5.
  case tight(perMille: Int)
  /// At least so many of a thousand error bars hold the truth.
  case holding(perMille: Int)

  /// Those on differences of functions.
  package static let closures: [BatteryDemand] = [
    .noFalseAlarm, .found(perMille: 999), .untold(perMille: 10), .tight(perMille: 950),
    .holding(perMille: 995),
  ]

  /// Those on recorded losses.
  package static let recorded: [BatteryDemand] = [
    .noFalseAlarm, .found(perMille: 1000), .untold(perMille: 1),
  ]

  package func isMet(by count: BatteryCount) -> Bool {
    switch self {
    case .noFalseAlarm: count.judged > 0 && count.calledWrong == 0
    case .found(let share): count.planted > 0 && 1000 * count.found >= share * count.planted
    case .untold(let share): 1000 * count.cannotTell <= share * count.judged
    case .tight(let share): count.smooth > 0 && 1000 * count.tight >= share * count.smooth
    case .holding(let share): count.barred > 0 && 1000 * count.holding >= share * count.barred
    }
  }

  var words: String {
    switch self {
    case .noFalseAlarm: "no right derivative is called wrong"
    case .found(let share): "\(Self.percent(share)) of the planted mistakes that show are found"
    case .untold(let share): "at most \(Self.percent(share)) of the verdicts are left open"
    case .tight(let share):
      "\(Self.percent(share)) of the error bars of smooth losses are below 1e-5 of the derivative"
    case .holding(let share): "\(Self.percent(share)) of the error bars hold the truth"
    }
  }

  func measured(_ count: BatteryCount) -> String {
    switch self {
    case .noFalseAlarm: "\(count.calledWrong) of \(count.judged)"
    case .found: "\(count.found) of \(count.planted)"
    case .untold: "\(count.cannotTell) of \(count.judged)"
    case .tight: "\(count.tight) of \(count.smooth)"
    case .holding: "\(count.holding) of \(count.barred)"
    }
  }

  private static func percent(_ perMille: Int) -> String {
    DecimalText.fixed(Double(perMille) / 10, places: 1) + " %"
  }
}
