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
  private func compare(
    _ objective: Objective, from start: [NDArray<Double>]? = nil, using method: some Optimizer,
    stoppingAfter k: Int
  ) throws {
    let path = Self.path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let rule = StoppingRule(tolerance: 1e-12, maximumIterations: 40)
    let whole = try minimize(objective, from: start, using: method, until: rule)
    let stopped = try minimize(
      objective, from: start, using: method, until: rule, checkpoint: Checkpoint(path: path),
      observing: { $0.iteration == k ? .stop : .continue })
    #expect(stopped.status == .cancelled && stopped.iterations == k)
    let resumed = try minimize(
      objective, from: start, using: method, until: rule, checkpoint: Checkpoint(path: path))
    #expect(resumed.point.map(\.bitPattern) == whole.point.map(\.bitPattern))
    #expect(resumed.iterations == whole.iterations && resumed.iterations > k)
    #expect(resumed.reason == whole.reason)
    let isSameHistory = resumed.history == whole.history
    #expect(isSameHistory)
  }

  @Test("To the last bit, with each method", arguments: [1, 3, 7])
  func resume(stoppingAfter k: Int) throws {
    let start: [NDArray<Double>] = [[-1.2, 1]]
    try compare(TestFunctions.rosenbrock(), from: start, using: .lbfgs(memory: 5), stoppingAfter: k)
    try compare(TestFunctions.rosenbrock(), from: start, using: .truncatedNewton(), stoppingAfter: k)
    for method in FirstOrderTests.methods {
      try compare(FirstOrderTests.regression(), using: method, stoppingAfter: k)
    }
    try compare(
      FirstOrderTests.regression(),
      using: .adam(
        learningRate: 0.05, schedule: .onPlateau(factor: 0.5, patience: 2),
        batches: .shuffled(size: 4, seed: 5)),
      stoppingAfter: k)
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
    #expect(run(others, .lbfgs()).contains("with other data; delete it, or name another"))
    #expect(
      try run(TestFunctions.rosenbrock(), .lbfgs()).contains("the file belongs to another minimisation"))
    #expect(
      try run(FirstOrderTests.regression(), .truncatedNewton())
        .hasPrefix("Checkpoint: FILE: the file holds no minimisation of this kind"))
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacingOccurrences(of: "\"change\":[", with: "\"change\":[1,")
      .write(toFile: path, atomically: true, encoding: .utf8)
    #expect(
      try run(FirstOrderTests.regression(), .lbfgs())
        == "Checkpoint: FILE: the state in the file does not fit the objective; delete it to start anew")
    try String(text.prefix(text.count / 2)).write(toFile: path, atomically: true, encoding: .utf8)
    #expect(
      try run(FirstOrderTests.regression(), .lbfgs())
        .hasPrefix("Checkpoint: FILE: the file holds no minimisation of this kind"))
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
