import ChainRule

// W10: many small steps, each on rows of its own.
extension Preparation {
  func epoch(_ size: Int, _ rate: Scalar) throws -> Prepared {
    let recorded = try workload.model.record(data)
    let loss = try Program<Scalar>(computing: [recorded.loss])
    let session = try Session(program(recorded, rate: rate, computing: []), binding: recorded.bindings(data))
    session.threads = threads
    let count = data.rows / size
    func run() throws {
      try restart(session, recorded)
      for batch in 0..<count {
        try session.select(rows: batch * size..<(batch + 1) * size)
        try session.iterate(1)
      }
    }
    return Prepared(
      call: run,
      outcome: {
        try run()
        var outcome = try outcome(session, nil, recorded.parameters)
        var end = recorded.rows(data)
        for parameter in recorded.parameters { end[parameter] = try session.value(of: parameter) }
        outcome.loss = Double(try loss.run(end)[recorded.loss].scalar)
        return outcome
      }, work: Work(bytes: bytes))
  }
}

extension Dataset {
  /// Some consecutive rows.
  func rows(_ range: Range<Int>) throws -> Dataset {
    var result = self
    result.features = try features.map { try $0.rows(range) }
    result.targets = try targets.map { try $0.rows(range) }
    result.rowWeights = try rowWeights.map { try $0.rows(range) }
    result.labels = try labels.map { try IndexArray(shape: [range.count], elements: $0.elements[range]) }
    return result
  }
}

extension NDArray {
  /// Some consecutive rows.
  func rows(_ range: Range<Int>) throws -> NDArray {
    let width = count / max(shape[0], 1)
    return try withElements { all in
      try all.withUnsafeBufferPointer { all in
        try NDArray(
          shape: [range.count] + shape.dropFirst(),
          elements: UnsafeBufferPointer(rebasing: all[range.lowerBound * width..<range.upperBound * width]))
      }
    }
  }
}
