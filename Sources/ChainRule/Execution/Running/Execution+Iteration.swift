extension Execution {
  /// Runs several times, each time copying results to parameters.
  ///
  /// - Parameters:
  ///   - updates: The results, and the leaves of the parameters.
  ///   - recorded: A result of one element.
  /// - Returns: The recorded values.
  /// - Throws: As `run` does.
  func iterate(
    _ count: Int, threads: Int, _ updates: [(result: Int, leaf: Int)], recording recorded: Int?
  ) throws -> [Scalar] {
    let moves = updates.map { update in
      StageRunner.Move(
        source: results[update.result].address, target: Address(data.arrays[update.leaf].storage.pointer),
        bytes: results[update.result].count * MemoryLayout<Scalar>.stride)
    }
    let source = recorded.map { results[$0].address }
    // A caller may ask for more iterations than will come to pass before one throws.
    let atOnce = data.readsFiles ? 1 : 1024
    var history: [Scalar] = []
    history.reserveCapacity(recorded == nil ? 0 : min(max(count, 0), 1 << 16))
    try withUnsafeTemporaryAllocation(of: Scalar.self, capacity: atOnce) { log in
      guard let start = log.baseAddress else { return }
      for done in stride(from: 0, to: count, by: atOnce) {
        let some = min(atOnce, count - done)
        try data.refuseChangedFiles()
        try explainingFailures {
          try runner.iterate(some, threads: threads, moves, recording: source, to: Address(start))
        }
        if recorded != nil { history.append(contentsOf: log.prefix(some)) }
      }
    }
    return history
  }
}
