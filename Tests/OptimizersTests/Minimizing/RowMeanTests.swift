import ChainRule
import Optimizers
import Testing

/// Batches are only for losses of which a batch estimates the whole.
@Suite("Means over rows")
struct RowMeanTests {
  private static let X = FirstOrderTests.X
  private static let y = FirstOrderTests.y
  private static let w = FirstOrderTests.w
  private static let b = FirstOrderTests.b
  private static var r: Tensor { X • w + b - y }
  private static var n: Tensor { Tensor.extent(.batch) }

  static let means: [(name: String, loss: @Sendable () -> Tensor)] = [
    ("the mean square", { meanSquaredError(X • w + b, y) }),
    ("a mean of a term", { mean(squared(r)) }),
    ("a sum divided by N", { sum(squared(r)) / n }),
    ("a dot product divided by N", { (r • r) / n }),
    ("terms divided by N, summed", { sum(squared(r) / n) }),
    ("a mean with a penalty", { mean(squared(r)) + 0.1 * sum(squared(w)) }),
    ("a penalty first", { 0.1 * sum(abs(w)) + mean(squared(r)) }),
    ("a multiple", { 0.5 * mean(squared(r)) }),
    ("a quotient", { mean(squared(r)) / 2 }),
    ("two means", { mean(squared(r)) + mean(abs(r)) }),
    ("a difference", { mean(softplus(X • w)) - mean(y * (X • w)) }),
    ("a negative", { -mean(-squared(r)) }),
    ("a name", { mean(squared(r).named("terms")).named("loss") }),
    ("a weighted mean", { mean(sigmoid(y) * squared(r)) }),
    ("a term of a product along features", { mean(sum(X * X, along: [1]) * squared(r)) }),
    ("a loss without rows", { sum(squared(w)) }),
  ]

  static let others: [(name: String, loss: @Sendable () -> Tensor, says: String)] = [
    ("a sum", { sum(squared(r)) }, "the loss is a sum over rows, of which a batch has fewer"),
    ("a dot product", { r • r }, "the loss is a sum over rows"),
    ("a sum and a penalty", { sum(squared(r)) + sum(squared(w)) }, "mixes rows, or a sum over them"),
    ("a penalty over N", { mean(squared(r)) + sum(squared(w)) / n }, "mixes rows, or a sum over them"),
    ("the root of a mean", { sqrt(mean(squared(r))) }, "mixes rows"),
    ("a greatest element", { max(squared(r)) }, "mixes rows"),
    ("a product of means", { mean(squared(r)) * mean(abs(r)) }, "mixes rows"),
    ("terms against their mean", { mean(squared(r - mean(r))) }, "mixes rows"),
    ("a softmax along rows", { mean(softmax(r, along: [0])) }, "mixes rows"),
    ("N itself", { sum(squared(w)) * n }, "the loss depends on the number of rows"),
  ]

  private static func run(_ loss: Tensor, _ batches: Batches) throws -> Solution {
    let data = Bindings<Double>(
      FirstOrderTests.data.entries.filter { loss.inputs.contains($0.tensor) }.map { ($0.tensor, $0.array) })
    return try minimize(
      Objective(loss, data: data), using: .gradientDescent(learningRate: 0.01, batches: batches),
      until: StoppingRule(maximumIterations: 3))
  }

  @Test("A mean of a term for each row, with terms without rows, is accepted", arguments: means.indices)
  func accepted(_ index: Int) throws {
    let (name, loss) = Self.means[index]
    let solution = try Self.run(loss(), .inOrder(size: 4))
    #expect(solution.value.isFinite, "\(name): \(solution.reason)")
  }

  @Test("What batches would scale otherwise is refused with the mend", arguments: others.indices)
  func refused(_ index: Int) throws {
    let (name, loss, says) = Self.others[index]
    let error = #expect(throws: ChainRuleError.self, "\(name)") {
      try Self.run(loss(), .inOrder(size: 4))
    }
    let text = error?.description ?? ""
    #expect(text.contains(says), "\(name): \(text)")
    #expect(text.hasSuffix("batches need mean(a term for each row) + terms without rows"), "\(name): \(text)")
    // All rows at once are what the loss says.
    if !loss().inputs.isEmpty { #expect(throws: Never.self) { try Self.run(loss(), .all) } }
  }
}
