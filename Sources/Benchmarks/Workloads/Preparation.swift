import ChainRule

/// Makes workloads ready, through the public interface alone.
struct Preparation<Scalar: TensorScalar> {
  let workload: Workload
  let data: Dataset<Scalar>
  let threads: Int

  /// - Parameters:
  ///   - workload: What is to be measured.
  ///   - data: Its arrays, as `DataName.load` gives them.
  ///   - threads: On how many threads it may compute.
  init(_ workload: Workload, _ data: Dataset<Scalar>, threads: Int) throws {
    self.workload = workload
    self.data = try workload.model.completed(data)
    self.threads = threads
  }

  func prepared() throws -> Prepared {
    switch workload.kind {
    case .evaluation: try evaluation()
    case .descent(let steps, let rate): try descent(steps, Scalar(rate))
    case .recording: recording()
    case .hessianProduct: try hessianProduct()
    case .epoch(let batch, let rate): try epoch(batch, Scalar(rate))
    case .fit, .product: preconditionFailure("\(workload.name) is made ready elsewhere")
    }
  }

  private func evaluation() throws -> Prepared {
    let recorded = try workload.model.record(data)
    let gradient = try recorded.loss.gradient(withRespectTo: recorded.parameters)
    let program = try Program<Scalar>(computing: [recorded.loss] + gradient.derivatives)
    let session = try Session(program, binding: recorded.bindings(data))
    session.threads = threads
    return Prepared(
      call: { try session.run() },
      outcome: {
        try session.run()
        return try outcome(session, recorded.loss, gradient.derivatives)
      }, work: Work(bytes: bytes, operations: operations))
  }

  private func descent(_ steps: Int, _ rate: Scalar) throws -> Prepared {
    let recorded = try workload.model.record(data)
    let session = try Session(program(recorded, rate: rate), binding: recorded.bindings(data))
    session.threads = threads
    func run() throws -> [Scalar] {
      try restart(session, recorded)
      return try session.iterate(steps, recording: recorded.loss)
    }
    return Prepared(
      call: { _ = try run() },
      outcome: {
        let losses = try run()
        var outcome = try outcome(session, nil, recorded.parameters)
        outcome.loss = losses.last.map { Double($0) } ?? .nan
        return outcome
      },
      work: Work(
        units: steps, bytes: bytes, operations: operations, isLimitedByMultiplying: operations != nil))
  }

  private func recording() -> Prepared {
    func run() throws -> Outcome {
      let recorded = try workload.model.record(data)
      let gradient = try recorded.loss.gradient(withRespectTo: recorded.parameters)
      let program = try Program<Scalar>(computing: [recorded.loss] + gradient.derivatives)
      let values = try program.run(recorded.bindings(data))
      return Outcome(
        loss: Double(try values[recorded.loss].scalar),
        gradient: try gradient.derivatives.map { Double(try values[$0].scalar) })
    }
    return Prepared(call: { _ = try run() }, outcome: run, work: Work(units: ScalarChain.count))
  }

  private func hessianProduct() throws -> Prepared {
    let recorded = try workload.model.record(data)
    let directions = recorded.parameters.enumerated().map { index, parameter in
      Tensor.input("v\(index)", shape: Shape(data.direction[index].shape))
    }
    let product = try recorded.loss.hessianVectorProduct(
      withRespectTo: recorded.parameters, along: directions)
    var bindings = recorded.bindings(data)
    for (tensor, array) in zip(directions, data.direction) { bindings[tensor] = array }
    // A program refuses what it does not read, and targets may have fallen out with the second derivative.
    if let y = recorded.targets, !product.derivatives.contains(where: { $0.inputs.contains(y) }) {
      bindings[y] = nil
    }
    let session = try Session(Program<Scalar>(computing: product.derivatives), binding: bindings)
    session.threads = threads
    return Prepared(
      call: { try session.run() },
      outcome: {
        try session.run()
        var outcome = try outcome(session, nil, product.derivatives)
        let loss = try Program<Scalar>(computing: [recorded.loss]).run(recorded.bindings(data))
        outcome.loss = Double(try loss[recorded.loss].scalar)
        return outcome
      }, work: Work(bytes: bytes))
  }

  /// A program that gives the parameters the step p − rate · g.
  func program(_ recorded: Recorded, rate: Scalar, computing outputs: [Tensor]? = nil) throws -> Program<
    Scalar
  > {
    let gradient = try recorded.loss.gradient(withRespectTo: recorded.parameters)
    let (p, eta) = (recorded.parameters, Double(rate))
    let loss = outputs ?? [recorded.loss]
    // Updates are written as a literal, which has a fixed number of entries.
    return switch p.count {
    case 2:
      try Program(
        computing: loss, updating: [p[0]: p[0] - eta * gradient[p[0]], p[1]: p[1] - eta * gradient[p[1]]])
    case 4:
      try Program(
        computing: loss,
        updating: [
          p[0]: p[0] - eta * gradient[p[0]], p[1]: p[1] - eta * gradient[p[1]],
          p[2]: p[2] - eta * gradient[p[2]], p[3]: p[3] - eta * gradient[p[3]],
        ])
    default: preconditionFailure("\(workload.name) has \(p.count) parameters")
    }
  }

  /// Puts the parameters where the workload starts.
  func restart(_ session: Session<Scalar>, _ recorded: Recorded) throws {
    for (parameter, start) in zip(recorded.parameters, data.start) {
      try session.withMutableElements(of: parameter) { target in
        start.withElements { source in
          for index in source.indices { target[index] = source[index] }
        }
      }
    }
  }

  /// The values of a session's tensors, one after the other.
  func outcome(_ session: Session<Scalar>, _ loss: Tensor?, _ tensors: [Tensor]) throws -> Outcome {
    Outcome(
      loss: try loss.map { Double(try session.value(of: $0).scalar) } ?? .nan,
      gradient: try tensors.flatMap { try session.value(of: $0).elements.map { Double($0) } })
  }

  /// The bytes of the features, or of the parameters where there are none.
  var bytes: Int {
    (data.features?.count ?? data.start.reduce(0) { $0 + $1.count }) * MemoryLayout<Scalar>.size
  }

  /// Multiplications and additions of the products with matrices, in both directions.
  private var operations: Double? {
    guard workload.model is SoftmaxLoss, let features = data.features else { return nil }
    // Nothing is derived in X, which saves one of the three products of the first layer.
    let products = data.start.filter { $0.rank == 2 }.enumerated()
    return Double(features.shape[0])
      * products.reduce(0) { $0 + ($1.offset == 0 ? 4 : 6) * Double($1.element.count) }
  }
}
