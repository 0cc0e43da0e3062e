import ChainRule

/// A workload in one precision with its data: made ready, checked, timed.
struct Bench {
  let workload: Workload
  let precision: Precision
  let threads: Int
  let source: any ArraySource
  let golden: Golden

  /// - Throws: What is wrong with the data.
  func prepared() throws -> Prepared {
    precision == .double ? try prepared(Double.self) : try prepared(Float.self)
  }

  private func prepared<Scalar: TensorScalar>(_ scalar: Scalar.Type) throws -> Prepared {
    switch workload.kind {
    case .product(let size): return try SquareProduct<Scalar>(size: size).prepared(threads: threads)
    case .fit(let kind):
      let full = source.isFullSize(workload.name)
      let optimum = full ? golden.point("\(workload.name)-\(precision.short)")?.loss : nil
      return try kind.prepared(workload.data.load(from: source), optimum: optimum)
    default:
      let data: Dataset<Scalar> = try workload.data.load(from: source)
      return try Preparation(workload, data, threads: threads).prepared()
    }
  }

  /// Checks what is computed and begins a report of it.
  func checked(_ prepared: Prepared) throws -> (report: Report, complaints: [String]) {
    let outcome = try prepared.outcome()
    let checker = Checker(workload: workload, precision: precision, source: source, golden: golden)
    let agreement = try checker.agreement(outcome)
    let isFull: Bool
    if case .product = workload.kind { isFull = true } else { isFull = source.isFullSize(workload.name) }
    var report = Report(workload, precision.short, threads, isFull: isFull, outcome)
    let complaints = agreement?.complaints ?? []
    (report.compared_with, report.agrees) = (agreement?.reference, agreement.map { $0.complaints.isEmpty })
    return (report, complaints.map { "\(workload.name) \(precision.short): \($0)" })
  }

  /// Times it, checks it, and measures what the machine can do.
  func measured(seconds: Double) throws -> (report: Report, complaints: [String]) {
    var (report, complaints, work) = try timed(seconds: seconds)
    try takeLimit(work, &report, seconds: min(seconds, 1))
    return (report, complaints)
  }

  /// Gives the data back when it returns: the limits are measured in as much memory again.
  private func timed(seconds: Double) throws -> (report: Report, complaints: [String], work: Work) {
    let prepared = try prepared()
    var sampler = Sampler(seconds: seconds, prepared.call)
    try sampler.run()
    var (report, complaints) = try checked(prepared)
    report.take(sampler, units: prepared.work.units)
    return (report, complaints, prepared.work)
  }

  private func takeLimit(_ work: Work, _ report: inout Report, seconds: Double) throws {
    let machine = MachineLimit(threads: threads, seconds: seconds)
    if let operations = work.operations {
      report.gflop_per_s = operations / (report.median_ms * 1e6)
      if work.isLimitedByMultiplying {
        report.take(limit: "multiply", seconds: try machine.multiplying(operations, precision))
      }
    }
    // Below that, times are those of starting, not of reading.
    if let bytes = work.bytes, bytes >= 1 << 16, report.limit == nil {
      report.take(limit: "read", seconds: try machine.reading(bytes))
    }
    if case .product = workload.kind {
      let bytes = 800_000_000
      report.read_gb_per_s = Double(bytes) / 1e9 / (try machine.reading(bytes))
    }
  }
}
