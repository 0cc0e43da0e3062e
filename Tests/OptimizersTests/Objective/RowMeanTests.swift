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
    ("a mean, named and repeated along features", { sum(mean(squared(r)).broadcast(to: [2])) / 2 }),
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
    (
      "the variance over the batch",
      { mean(squared(y)) - squared(mean(y)) + mean(squared(r)) }, "mixes rows"
    ),
    ("a mean along rows, times N", { sum(mean(X * w, along: [0])) * n }, "mixes rows"),
    (
      "a mean for each row, added up",
      { sum(mean(squared(r)).broadcast(to: [.batch])) }, "mixes rows"
    ),
    (
      "a mean beside each row", { sum(mean(squared(r)).broadcast(to: [.batch]) + squared(w[0])) },
      "mixes rows"
    ),
    (
      "terms of a triangle of the rows", { mean(sum(lowerTriangle(X) * w, along: [1])) }, "mixes rows"
    ),
    ("N itself", { sum(squared(w)) * n }, "the loss depends on the number of rows"),
  ]

  private static func run(_ loss: Tensor, _ batches: Batches) throws -> Solution {
    let data = Bindings<Double>(
      FirstOrderTests.data.entries.filter { loss.inputs.contains($0.tensor) }.map { ($0.tensor, $0.array) })
    return try minimize(
      Objective(loss, data: data), using: .gradientDescent(learningRate: 0.01).inBatches(batches),
      until: StoppingRule(maximumIterations: 3))
  }

  @Test("A mean of a term for each row, with terms without rows, is accepted", arguments: means.indices)
  func accepted(_ index: Int) throws {
    let (name, loss) = Self.means[index]
    let solution = try Self.run(loss(), .inOrder(size: 4))
    #expect(solution.value.isFinite, "\(name): \(solution.reason)")
    #expect(try Self.isMeanOfBatches(loss()), "\(name)")
  }

  /// Whether the values on three batches of two rows have the value on all six as their mean.
  private static func isMeanOfBatches(_ loss: Tensor) throws -> Bool {
    func value(_ rows: Range<Int>) throws -> Double {
      let (features, targets) = (FirstOrderTests.data[X], FirstOrderTests.data[y])
      let data: Bindings<Double> = [
        X: try NDArray(
          shape: [rows.count, 2],
          elements: features?.elements[2 * rows.lowerBound..<2 * rows.upperBound] ?? []),
        y: NDArray(Array(targets?.elements[rows] ?? [])),
      ]
      let read = Bindings<Double>(
        data.entries.filter { loss.inputs.contains($0.tensor) }.map { ($0.tensor, $0.array) })
      let objective = try Objective(loss, data: read)
      let point = (0..<3).map { 0.3 * Double($0) + 0.2 }
      return try Evaluator(objective).smoothValue(at: Array(point.prefix(Evaluator(objective).dimension)))
    }
    let parts = try [0..<2, 2..<4, 4..<6].map(value)
    let whole = try value(0..<6)
    return abs(parts.reduce(0, +) / 3 - whole) < 1e-12 * max(1, abs(whole))
  }

  @Test("Sums and means of other things than rows are not the mean of their batches, as the check finds")
  func planted() throws {
    for (name, loss, _) in Self.others where name != "N itself" {
      #expect(try !Self.isMeanOfBatches(loss()), "\(name)")
    }
  }

  @Test("A loss without rows has no batches")
  func withoutRows() throws {
    let objective = try Objective(sum(squared(Self.w - 1)))
    let error = #expect(throws: ChainRuleError.self) {
      try minimize(objective, using: .gradientDescent(learningRate: 0.1).inBatches(.inOrder(size: 4)))
    }
    #expect(error?.description.contains("the loss has no rows to take in batches") == true)
  }

  @Test("Data that the loss does not read may have other rows")
  func otherData() throws {
    let other = Tensor.input("other", shape: [.batch, 2])
    var data: Bindings<Double> = [other: [[1, 2]]]
    for (tensor, array) in FirstOrderTests.data.entries { data[tensor] = array }
    let method = FirstOrderMethod.gradientDescent(learningRate: 0.05).inBatches(.shuffled(size: 4, seed: 1))
    let rule = StoppingRule(maximumIterations: 3)
    let loss = meanSquaredError(Self.X • Self.w + Self.b, Self.y)
    let plain = try minimize(Objective(loss, data: FirstOrderTests.data), using: method, until: rule)
    let solution = try minimize(Objective(loss, data: data), using: method, until: rule)
    #expect(solution.point == plain.point)
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
