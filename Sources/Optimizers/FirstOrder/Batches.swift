import ChainRule

/// The rows that one update reads.
///
/// ```swift
/// let (x, y) = (Tensor.input("x", shape: [.batch]), Tensor.input("y", shape: [.batch]))
/// let w = Tensor.parameter("w", shape: [])
/// let fit = try Objective(meanSquaredError(w * x, y), data: [x: [1, 2, 3, 4], y: [2, 4, 6, 8]])
/// let method = FirstOrderMethod.gradientDescent(learningRate: 0.05).inBatches(.shuffled(size: 2, seed: 1))
/// try minimize(fit, using: method)[w]  // 2.0
/// ```
public enum Batches: Hashable, Codable, Sendable, CustomStringConvertible {
  /// All rows.
  case all
  /// `size` rows at a time, in an order drawn anew for each pass from `seed`; the last batch may be shorter.
  case shuffled(size: Int, seed: UInt64)
  /// `size` rows at a time, in the order of the data; the last batch may be shorter.
  case inOrder(size: Int)

  /// The batches in a few words.
  public var description: String {
    switch self {
    case .all: "all rows"
    case .shuffled(let size, let seed): "batches of \(size), seed \(seed)"
    case .inOrder(let size): "batches of \(size) in order"
    }
  }

  var size: Int? {
    switch self {
    case .all: nil
    case .shuffled(let size, _), .inOrder(let size): size
    }
  }

  /// Why an objective cannot be computed from batches of rows; nil if it can.
  func objection(to objective: Objective) -> Sentence? {
    guard let size else { return nil }
    if size < 1 { return "batches of \(size) rows; a batch has one row or more" }
    if let objection = RowMean.objection(to: objective.smooth) { return Sentence(objection) }
    return objective.rowCount > 0
      ? nil : "the loss has no rows to take in batches; inputs have them along a first axis of length .batch"
  }
}

/// Where a pass over the rows stands.
struct BatchOrder: Codable, Sendable {
  private let batches: Batches
  private let rows: Int
  private var generator: SeededGenerator

  /// Nil where every step reads all rows.
  init?(_ batches: Batches, _ evaluator: Evaluator) throws {
    guard batches.size != nil else { return nil }
    self.batches = batches
    rows = evaluator.objective.rowCount
    if case .shuffled(_, let seed) = batches {
      generator = SeededGenerator(seed: seed)
    } else {
      generator = SeededGenerator(seed: 0)
    }
  }

  func fits(_ evaluator: Evaluator) -> Bool {
    rows == evaluator.objective.rowCount && (batches.size ?? 0) > 0
  }

  /// Lets the evaluator read one batch after the other, and all rows at the end.
  mutating func forEachBatch(of evaluator: Evaluator, _ body: () throws -> Void) throws {
    guard let size = batches.size else { return }
    var order: [Int]?
    if case .shuffled = batches { order = (0..<rows).shuffled(using: &generator) }
    defer { evaluator.selectAllRows() }
    for start in stride(from: 0, to: rows, by: size) {
      let places = start..<start + Swift.min(size, rows - start)
      if let order {
        try evaluator.select(rows: Array(order[places]))
      } else {
        try evaluator.select(rows: places)
      }
      try body()
    }
  }
}
