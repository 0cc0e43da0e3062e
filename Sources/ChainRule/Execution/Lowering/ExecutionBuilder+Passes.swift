extension ExecutionBuilder {
  /// Everything about a pass but the memory that it works in.
  func lowered(_ pass: PassPlan) -> LoweredPass {
    let rows = locations.length(pass.extent)
    var arena = Arena()
    var chunkBytes = 0
    var contributionBytes = 0
    for element in pass.steps {
      if case .contribution = element.rule.result {
        contributionBytes += elements(element.step) * machine.size
      }
    }
    let blocks = RowBlocks(
      rows: rows, bytesPerRow: bytesPerRow(pass, rows), contributionBytes: contributionBytes,
      packedBytes: packedBytes(pass), limits)
    var contributions: [Int: Contribution] = [:]
    for element in pass.steps {
      guard case .contribution(let merge) = element.rule.result,
        let target = locations.addresses[element.step]
      else { continue }
      let count = elements(element.step)
      let bytes = count * machine.size
      contributions[element.step] = Contribution(
        merge: merge, count: count, block: arena.take(bytes), sum: arena.take(bytes),
        error: arena.take(bytes), target: target, chunks: chunkBytes)
      chunkBytes += bytes * blocks.chunks
    }
    var full = PassLowering(self, pass, rows: blocks.rows, contributions, after: arena)
    full.lower()
    var last = full
    let rest = rows % blocks.rows
    if rest != 0 {
      last = PassLowering(self, pass, rows: rest, contributions, after: arena)
      last.lower()
    }
    return LoweredPass(
      rows: rows, blocks: blocks, full: full.block, last: last.block,
      contributions: pass.steps.compactMap { contributions[$0.step] }, machine: machine,
      workerBytes: max(full.arenaSize, last.arenaSize), chunkBytes: blocks.chunks > 1 ? chunkBytes : 0)
  }

  func elements(_ step: Int) -> Int { locations.layout(step).lengths.reduce(1, *) }

  /// The bytes of the largest operand of a product of which every block reads all.
  private func packedBytes(_ pass: PassPlan) -> Int {
    var greatest = 0
    for element in pass.steps {
      guard case .matrixProduct = order.steps[element.step].primitive else { continue }
      for (input, use) in zip(order.steps[element.step].inputs, element.rule.uses) where use == .whole {
        greatest = max(greatest, elements(input) * machine.size)
      }
    }
    return greatest
  }

  /// The bytes that one row takes of the data that the pass reads by rows, and of what it computes.
  private func bytesPerRow(_ pass: PassPlan, _ rows: Int) -> Int {
    let steps = order.steps
    let size = machine.size
    let inPass = Set(pass.steps.map(\.step))
    var read: Set<Int> = []
    var bytes = 0
    for element in pass.steps {
      for (input, use) in zip(steps[element.step].inputs, element.rule.uses) {
        let owner = owner(input)
        guard case .rows = use, !inPass.contains(input), read.insert(owner).inserted else { continue }
        bytes += elements(owner) / max(rows, 1) * size
      }
      guard case .rows = element.rule.result, !isView(element.step) else { continue }
      bytes += elements(element.step) / max(rows, 1) * size
    }
    return bytes
  }
}
