import ChainRule
import Foundation
import Optimizers
import Testing

/// Rows in a file make the same fit as rows in memory.
@Suite struct MappedRowsTests {
  private let X = Tensor.input("X", shape: [.batch, 4])
  private let y = Tensor.input("y", shape: [.batch])
  private let w = Tensor.parameter("w", shape: [4])

  private func objectives(rows: Int) throws -> (memory: Objective, file: Objective) {
    let features = try NDArray<Double>.normal(shape: [rows, 4], seed: 4)
    let targets = try NDArray<Double>.normal(shape: [rows], seed: 5)
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).npy").path
    try features.write(npyFile: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let mapped = try NDArray<Double>(mappingNPYFile: path)
    let loss = mean(squared(X • w - y))
    return (
      try Objective(loss, data: [X: features, y: targets]),
      try Objective(loss, data: [X: mapped, y: targets])
    )
  }

  @Test("Full gradients and mini-batches go the same way to the last bit")
  func same() throws {
    let (memory, file) = try objectives(rows: 3000)
    let rule = StoppingRule(tolerance: 1e-10, maximumIterations: 20)
    #expect(
      try minimize(memory, using: .lbfgs(), until: rule).point
        == minimize(file, using: .lbfgs(), until: rule).point)
    for batches in [Batches.shuffled(size: 256, seed: 1), .inOrder(size: 500)] {
      let method = FirstOrderMethod.adam(learningRate: 0.01).inBatches(batches)
      #expect(
        try minimize(memory, using: method, until: rule).point
          == minimize(file, using: method, until: rule).point)
    }
  }

  @Test("What would need all rows in memory is refused with a method that does not")
  func refused() throws {
    let rows = (1 << 23) / 4 + 1
    let features = try NDArray<Double>.initialized(shape: [rows, 4], inFile: true, "test") { $0[0] = 1 }
    let targets = try NDArray<Double>.initialized(shape: [rows], inFile: true, "test") { $0[0] = 1 }
    let objective = try Objective(mean(squared(X • w - y)), data: [X: features, y: targets])
    #expect {
      try minimize(objective, using: .levenbergMarquardt())
    } throws: { error in
      "\(error)".contains("in memory, [\(rows), 4]") && "\(error)".contains("use .truncatedNewton()")
    }
  }
}
