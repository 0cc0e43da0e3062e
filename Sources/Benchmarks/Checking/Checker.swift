import ChainRule

/// Compares what a workload computes with numbers that do not come from the engine's fast paths.
struct Checker {
  let workload: Workload
  let precision: Precision
  let source: any ArraySource
  let golden: Golden

  /// Golden numbers where there are some for this data; for what is small, plain loops; nil for large variants.
  func agreement(_ outcome: Outcome) throws -> Agreement? {
    let key = "\(workload.name)-\(precision.short)"
    if case .product(let size) = workload.kind { return try product(outcome, size) }
    if source.isFullSize(workload.name), let point = golden.point(key) {
      if case .fit = workload.kind { return Agreement(fit: outcome, optimum: point.loss) }
      let full = try source.goldenGradient(key, count: point.grad_size)
      return Agreement(outcome, golden: point, full: full, tolerance: precision.tolerance)
    }
    if source is FolderArrays { return nil }
    return try plain(outcome)
  }

  private func plain(_ outcome: Outcome) throws -> Agreement {
    let data: Dataset<Double> = try workload.data.load(from: source)
    let check = try PlainCheck(workload.model, data, tolerance: precision.tolerance)
    switch workload.kind {
    case .evaluation, .recording:
      return Agreement(PlainCheck.reference, try check.complaints(outcome, at: check.start))
    case .hessianProduct:
      let direction = data.direction.flatMap(\.elements)
      return Agreement(PlainCheck.reference, try check.complaints(product: outcome, along: direction))
    case .descent(let steps, let rate):
      return try descent(outcome, check, data, rate, Array(repeating: 0..<data.rows, count: steps))
    case .epoch(let size, let rate):
      let batches = (0..<data.rows / size).map { $0 * size..<($0 + 1) * size }
      return try descent(outcome, check, data, rate, batches)
    case .fit(let kind):
      return Agreement(fit: outcome, optimum: try kind.objective(data, at: kind.fit(data)))
    case .product: return try product(outcome, 0)
    }
  }

  /// Compares the end of a descent with the same steps taken slowly, whose gradients are held to the plain loop.
  private func descent(
    _ outcome: Outcome, _ check: PlainCheck, _ data: Dataset<Double>, _ rate: Double, _ batches: [Range<Int>]
  ) throws -> Agreement {
    let slow = try SlowDescent(workload.model, data, rate: rate)
    var expected = try slow.run(batches)
    if case .epoch = workload.kind {
      expected.loss = check.model.plainLoss(check.data, at: expected.gradient)
    }
    let (loss, gradient) = try slow.evaluation(slow.data, at: slow.data.start)
    let start = Outcome(loss: loss, gradient: gradient.flatMap(\.elements))
    let complaints = try check.complaints(start, at: check.start)
    let end = Agreement(outcome, "", expected, tolerance: precision.tolerance)
    return Agreement("the same steps taken slowly", complaints + end.complaints)
  }

  private func product(_ outcome: Outcome, _ size: Int) throws -> Agreement {
    let expected =
      precision == .double
      ? try SquareProduct<Double>(size: size).plain : try SquareProduct<Float>(size: size).plain
    return Agreement(outcome, "a plain loop", expected, tolerance: precision.tolerance)
  }
}
