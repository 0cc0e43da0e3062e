import ChainRule
import Foundation
import Optimizers
import Testing

@Suite("Minimisations are taken up where they were")
struct CheckpointTests {
  private static func path() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).json").path
  }

  /// Stops after some steps, continues from the file, and compares with a run that was never stopped.
  static func compare(
    _ objective: Objective, from start: [NDArray<Double>]? = nil, using method: some Optimizer,
    stoppingAfter k: Int, most: Int = 40
  ) throws {
    let path = Self.path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let rule = StoppingRule(tolerance: 1e-12, maximumIterations: most)
    let whole = try minimize(objective, from: start, using: method, until: rule)
    let stopped = try minimize(
      objective, from: start, using: method, until: rule, checkpoint: Checkpoint(path: path),
      observing: { $0.iteration == k ? .stop : .continue })
    #expect(stopped.status == .cancelled && stopped.iterations == k)
    let resumed = try minimize(
      objective, from: start, using: method, until: rule, checkpoint: Checkpoint(path: path))
    #expect(resumed.point.map(\.bitPattern) == whole.point.map(\.bitPattern), "\(method)")
    #expect(resumed.iterations == whole.iterations && resumed.iterations > k)
    #expect(resumed.reason == whole.reason)
    let isSameHistory = resumed.history == whole.history
    #expect(isSameHistory)
  }

  @Test("To the last bit, with each method that learns curvature or trusts a region", arguments: [1, 3, 7])
  func resume(stoppingAfter k: Int) throws {
    let start: [NDArray<Double>] = [[-1.2, 1]]
    try Self.compare(TestFunctions.rosenbrock(), from: start, using: .lbfgs(memory: 5), stoppingAfter: k)
    try Self.compare(TestFunctions.rosenbrock(), from: start, using: .truncatedNewton(), stoppingAfter: k)
    try Self.compare(TestFunctions.rosenbrock(), from: start, using: .levenbergMarquardt(), stoppingAfter: k)
  }

  /// A loss that is not quadratic, so that a proximal Newton method takes more than one step.
  private static func composite(_ penalty: Penalty) throws -> Objective {
    let (X, y, w) = (FirstOrderTests.X, FirstOrderTests.y, FirstOrderTests.w)
    return try Objective(
      mean(softplus(X • w) + 0.1 * squared(squared(X • w - y))), penalties: [w: penalty],
      data: FirstOrderTests.data)
  }

  @Test(
    "To the last bit, with each proximal method and penalty",
    arguments: [
      Penalty.none, .ridge(0.1), .lasso(0.1), .elasticNet(0.1, mixing: 0.5), .groupLasso(0.1), .nonNegative,
      .box(lower: 0, upper: 5),
    ])
  func resume(_ penalty: Penalty) throws {
    let objective = try Self.composite(penalty)
    let start: [NDArray<Double>] = [[2, -2]]
    try Self.compare(objective, from: start, using: .fista(), stoppingAfter: 1)
    try Self.compare(objective, from: start, using: .proximalGradient(), stoppingAfter: 1)
    if case .groupLasso = penalty { return }
    try Self.compare(objective, from: start, using: .proximalNewton(), stoppingAfter: 1)
  }

  static let rules: [UpdateRule] = [
    .gradientDescent, .momentum(0.9), .nesterov(0.9), .adaGrad(epsilon: 1e-8),
    .rmsProp(decay: 0.9, epsilon: 1e-8), .adam(beta1: 0.9, beta2: 0.999, epsilon: 1e-8),
    .adamW(beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01),
  ]
  static let schedules: [Schedule] = [
    .constant, .step(every: 3, factor: 0.5), .exponential(factor: 0.9), .inverseTime(decay: 0.1),
    .cosine(steps: 9, floor: 0.1), .warmUp(steps: 6, then: .exponential(factor: 0.8)),
    .onPlateau(factor: 0.5, patience: 1), .warmUp(steps: 2, then: .onPlateau(factor: 0.5, patience: 2)),
  ]

  @Test("To the last bit, with each rule and schedule, clipped or in batches", arguments: rules, schedules)
  func resume(_ rule: UpdateRule, _ schedule: Schedule) throws {
    // Too great a rate for momentum, so that the value rises and there is a plateau.
    let method = FirstOrderMethod(rule, learningRate: 0.3).scheduled(schedule).clipped(to: 5)
    try Self.compare(FirstOrderTests.regression(), using: method, stoppingAfter: 5, most: 11)
    let batched = method.inBatches(.shuffled(size: 4, seed: 5))
    try Self.compare(FirstOrderTests.regression(), using: batched, stoppingAfter: 4, most: 9)
  }

  @Test("A state whose vectors or counts are not those of the objective is refused, not run")
  func tampered() throws {
    let path = Self.path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let checkpoint = Checkpoint(path: path)
    func refuses(
      _ objective: Objective, _ method: some Optimizer, _ found: String, _ planted: String
    ) throws {
      try? FileManager.default.removeItem(atPath: path)
      _ = try minimize(
        objective, using: method, until: StoppingRule(maximumIterations: 1), checkpoint: checkpoint)
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.contains(found), "\(method.name): \(text)")
      try text.replacingOccurrences(of: found, with: planted).write(
        toFile: path, atomically: true, encoding: .utf8)
      let sentence = message(path) {
        try minimize(
          objective, using: method, until: StoppingRule(maximumIterations: 3), checkpoint: checkpoint)
      }
      #expect(
        sentence
          == "Checkpoint: FILE: the state in the file does not fit the objective; delete it to start anew",
        "\(method.name), \(planted)")
    }
    let regression = try FirstOrderTests.regression()
    try refuses(regression, .fista(), "\"ahead\":[", "\"ahead\":[1,")
    try refuses(regression, .levenbergMarquardt(), "\"scales\":[", "\"scales\":[1,")
    let adam = FirstOrderMethod.adam(learningRate: 0.1)
    try refuses(regression, adam, "\"steps\":1", "\"steps\":9223372036854775807")
    try refuses(regression, adam, "\"steps\":1", "\"steps\":-1")
    try refuses(regression, adam, "\"first\":[", "\"first\":[0,")
    try refuses(regression, adam, "\"gradients\":2", "\"gradients\":9223372036854775807")
    try refuses(regression, adam, "\"iteration\":1,", "\"iteration\":-1,")
    try refuses(regression, .lbfgs(), "\"idle\":0", "\"idle\":9223372036854775807")
    try refuses(regression, .truncatedNewton(), "\"idle\":0", "\"idle\":-1")
  }

  /// The sentence of the error, without the path.
  private func message(_ path: String, _ body: () throws -> Optimizers.Solution) -> String {
    do { return "no error: \(try body().status)" } catch {
      return "\(error)".replacingOccurrences(of: path, with: "FILE")
    }
  }

  @Test("A file that is cut short, of another kind, objective or data is refused with the reason")
  func foreign() throws {
    let path = Self.path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let once = StoppingRule(maximumIterations: 3)
    let checkpoint = Checkpoint(path: path)
    func run(_ objective: Objective, _ method: some Optimizer) -> String {
      message(path) { try minimize(objective, using: method, until: once, checkpoint: checkpoint) }
    }
    #expect(try run(FirstOrderTests.regression(), .lbfgs()) == "no error: iterationLimit")
    let others = try Objective(
      meanSquaredError(FirstOrderTests.X • FirstOrderTests.w + FirstOrderTests.b, FirstOrderTests.y),
      data: [FirstOrderTests.X: [[1, 0], [0, 1]], FirstOrderTests.y: [3, 1]])
    #expect(
      run(others, .lbfgs()).hasSuffix("the start or the data are others; delete it, or name another"))
    // Other features give the same value at the start, where the coefficients are 0.
    let turned = try Objective(
      meanSquaredError(FirstOrderTests.X • FirstOrderTests.w + FirstOrderTests.b, FirstOrderTests.y),
      data: [
        FirstOrderTests.X: [[0, 1], [1, 0], [1, 1], [1, 2], [1, -1], [-2, 0]],
        FirstOrderTests.y: [3, 1, 4, 7, -1.5, -1.2],
      ])
    #expect(run(turned, .lbfgs()).contains("with other data; delete it, or name another"))
    #expect(
      try run(TestFunctions.rosenbrock(), .lbfgs()).contains("the file belongs to another minimisation"))
    #expect(
      try run(FirstOrderTests.regression(), .truncatedNewton())
        .hasPrefix("Checkpoint: FILE: the file belongs to another minimisation"))
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacingOccurrences(of: "\"change\":[", with: "\"change\":[1,")
      .write(toFile: path, atomically: true, encoding: .utf8)
    #expect(
      try run(FirstOrderTests.regression(), .lbfgs())
        == "Checkpoint: FILE: the state in the file does not fit the objective; delete it to start anew")
    try String(text.prefix(text.count / 2)).write(toFile: path, atomically: true, encoding: .utf8)
    #expect(
      try run(FirstOrderTests.regression(), .lbfgs())
        == "Checkpoint: FILE: the file is damaged, or holds something else than a minimisation; delete it to start anew"
    )
  }

  @Test("A file of another start or setting is refused with both; a greater limit of steps goes on")
  func otherSettings() throws {
    let path = Self.path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    func run(_ method: some Optimizer, from start: [NDArray<Double>]? = nil, steps: Int = 3) -> String {
      message(path) {
        try minimize(
          FirstOrderTests.regression(), from: start, using: method,
          until: StoppingRule(tolerance: 1e-12, maximumIterations: steps), checkpoint: Checkpoint(path: path))
      }
    }
    #expect(run(.momentum(learningRate: 0.01)) == "no error: iterationLimit")
    let mend = "; go on with that setting, or delete it, or name another"
    #expect(
      run(.momentum(learningRate: 0.02))
        == "Checkpoint: FILE: learningRate was 0.01 when the file was written, and is 0.02" + mend)
    #expect(
      run(.momentum(learningRate: 0.01, momentum: 0.5))
        == "Checkpoint: FILE: rule was momentum(0.9) when the file was written, and is momentum(0.5)" + mend)
    #expect(
      run(.momentum(learningRate: 0.01).scheduled(.exponential(factor: 0.5)))
        == "Checkpoint: FILE: schedule was constant when the file was written, and is exponential(factor: 0.5)"
        + mend)
    #expect(
      run(.momentum(learningRate: 0.01).clipped(to: 1))
        == "Checkpoint: FILE: clipping was inf when the file was written, and is 1.0" + mend)
    #expect(
      run(.momentum(learningRate: 0.01), from: [[5, 5], 0]).contains("the start or the data are others"))
    #expect(run(.momentum(learningRate: 0.01), steps: 6) == "no error: iterationLimit")
  }

  @Test("A cancelled task stops the search")
  func cancelled() async throws {
    let status = try await Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try minimize(TestFunctions.rosenbrock(), from: [[-1.2, 1]], using: .lbfgs()).status
    }.value
    #expect(status == .cancelled)
  }
}
