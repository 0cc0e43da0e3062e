import ChainRule
import Optimizers

/// A path fitted without the rows of one fold, and how it predicts them.
///
/// A class that the rows to learn from lack has no coefficients and no probability: its rows are left out of loss and score, and
/// counted. The logarithm of a probability of 0 would make every penalty as bad as any other.
struct FoldCheck {
  /// What the rows kept back count together, without those of unseen classes.
  let weight: Double
  /// Their mean loss, for each λ.
  let losses: [Double]
  /// Their score, for each λ; NaN where there is none.
  let scores: [Double]
  /// How each fit ended.
  let statuses: [Solution.Status]
  /// The classes that were not learned, each with the number of rows kept back.
  let unseen: [(label: Int, rows: Int)]

  init(_ fit: PathFit, _ data: FitData, _ fold: RowSplit, lambdas: [Double]) throws {
    var (training, test) = (try data.rows(fold.training), try data.rows(fold.test))
    var unseen: [(label: Int, rows: Int)] = []
    if fit.path.family == .softmax, case .labels(let labels, _) = test.target, let learned = training.classes
    {
      let missing = Dictionary(grouping: labels.elements.filter { !learned.contains($0) }) { $0 }
      unseen = missing.map { ($0.key, $0.value.count) }.sorted { $0.label < $1.label }
      // One without rows anywhere is as absent here as it is there.
      if !unseen.isEmpty {
        let classes = learned.sorted()
        (training, test) = (try training.keeping(classes), try test.keeping(classes))
      }
    }
    self.unseen = unseen
    let fitted = try fit.run(training, lambdas: lambdas)
    statuses = fitted.statuses
    let held = HeldRows(fit.path.family, test)
    weight = held.weight
    losses = try fitted.models.map(held.loss)
    scores = try fitted.models.map(held.score)
  }
}

/// The rows of a fold that was kept back.
private struct HeldRows {
  private let family: Family
  private let data: FitData

  init(_ family: Family, _ data: FitData) {
    self.family = family
    self.data = data
  }

  /// What the rows count together.
  var weight: Double { data.weights?.elements.reduce(0, +) ?? Double(data.rowCount) }

  /// The mean loss of the rows.
  func loss(_ model: FittedModel) throws -> Double {
    if weight == 0 { return 0 }
    let outputs = model.intercepts.count
    let isVector = outputs == 1
    let eta = Tensor.input("η", shape: isVector ? [.batch] : [.batch, .fixed(outputs)])
    let predictors = try model.linearPredictors(data.features, in: "PenaltyPath.crossValidate")
    var bindings: Bindings<Double> = [
      eta: isVector
        ? NDArray(predictors) : try NDArray(shape: [data.rowCount, outputs], elements: predictors)
    ]
    let y = try data.bind(to: &bindings, family, outputs: outputs)
    let losses = try Program<Double>(computing: [family.losses(eta, y, spread: data.spread)])
      .run(bindings).arrays[0].elements
    let width = losses.count / data.rowCount
    let sum = losses.enumerated().reduce(0) {
      $0 + (data.weights?.elements[$1.offset / width] ?? 1) * $1.element
    }
    return sum / weight
  }

  /// The score of the rows, without weights.
  func score(_ model: FittedModel) throws -> Double {
    if data.rowCount == 0 { return .nan }
    switch data.target {
    case .labels(let labels, _): return try model.score(data.features, labels: labels)
    case .numbers(let numbers):
      return try model.score(
        data.features, model.intercepts.count == 1 ? numbers.reshaped(to: [numbers.count]) : numbers)
    }
  }
}
