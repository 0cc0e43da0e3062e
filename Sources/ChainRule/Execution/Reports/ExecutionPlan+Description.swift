extension ExecutionPlan.InstructionSummary: CustomStringConvertible {
  /// The instruction as an equation: `t1 = matmul(X, w)`.
  public var description: String { "\(result) = \(operation)(\(operands.joined(separator: ", ")))" }
}

extension ExecutionPlan: CustomStringConvertible {
  /// The plan as a table for people.
  public var description: String {
    var lines = [heading]
    var number = 0
    for stage in stages {
      switch stage {
      case .whole(let instructions): lines += Self.rows("once", instructions.map(\.description))
      case .pass(let pass):
        number += 1
        lines += ["pass \(number): \(pass.title)"] + pass.lines
      }
    }
    lines += Self.rows("results", [results.joined(separator: ", ")])
    lines += Self.rows("memory", ["\(Self.size(bytesOfResults)) for results"])
    return lines.joined(separator: "\n")
  }

  /// A heading and what belongs to it, one below the other.
  static func rows(_ heading: String, _ entries: [String]) -> [String] {
    entries.enumerated().map { position, entry in
      let label = position == 0 ? heading : ""
      return "  " + label + String(repeating: " ", count: max(1, 9 - label.count)) + entry
    }
  }

  /// Bytes in the unit that leaves one to four digits.
  static func size(_ bytes: Int) -> String {
    if bytes < 10_000 { return "\(bytes) bytes" }
    return bytes < 10_000_000 ? "\(bytes / 1000) kB" : "\(bytes / 1_000_000) MB"
  }
}

extension ExecutionPlan.PassSummary {
  fileprivate var title: String {
    let blocks =
      blocks == 1 ? "one block" : "\(blocks) blocks of \(blockRows) rows"
    return "\(extent) in \(blocks)" + (chunks == 1 ? "" : ", \(chunks) chunks")
  }

  fileprivate var lines: [String] {
    var lines: [String] = []
    func add(_ heading: String, _ entries: [String]) { lines += ExecutionPlan.rows(heading, entries) }
    if !rowReads.isEmpty {
      add("streams", ["\(rowReads.joined(separator: ", ")): \(bytesReadPerRow) bytes a row"])
    }
    if !wholeReads.isEmpty { add("keeps", [wholeReads.joined(separator: ", ")]) }
    add("block", instructions.map { instruction in "\(instruction)\(instruction.place.note)" })
    if bytesWrittenPerRow > 0 { add("writes", ["\(bytesWrittenPerRow) bytes a row"]) }
    let chunks = bytesOfChunks > 0 ? ", \(ExecutionPlan.size(bytesOfChunks)) for the chunks" : ""
    add("memory", ["\(ExecutionPlan.size(bytesPerThread)) for each thread\(chunks)"])
    return lines
  }
}

extension ExecutionPlan.Place {
  fileprivate var note: String {
    switch self {
    case .block, .whole: ""
    case .rows: "  → kept"
    case .total: "  → total"
    }
  }
}
