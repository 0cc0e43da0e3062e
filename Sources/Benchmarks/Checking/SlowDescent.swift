import ChainRule

/// Steps p ← p − rate · g written out in Swift, with a program run anew for each.
struct SlowDescent {
  let model: any Model
  let data: Dataset<Double>
  let rate: Double
  private let recorded: Recorded
  private let gradient: Gradient

  /// - Parameters:
  ///   - model: The loss.
  ///   - data: Its arrays, as `DataName.load` gives them.
  ///   - rate: The learning rate.
  init(_ model: any Model, _ data: Dataset<Double>, rate: Double) throws {
    self.model = model
    self.data = try model.completed(data)
    self.rate = rate
    recorded = try model.record(self.data)
    gradient = try recorded.loss.gradient(withRespectTo: recorded.parameters)
  }

  /// Loss and gradient of some rows.
  func evaluation(_ rows: Dataset<Double>, at parameters: [NDArray<Double>]) throws -> (
    Double, [NDArray<Double>]
  ) {
    var point = rows
    point.start = parameters
    let program = try Program<Double>(computing: [recorded.loss] + gradient.derivatives)
    let arrays = try program.run(recorded.bindings(point)).arrays
    return (try arrays[0].scalar, Array(arrays.dropFirst()))
  }

  /// Takes a step for each element of `batches`; the loss of the last step, and the parameters after it.
  func run(_ batches: [Range<Int>]) throws -> Outcome {
    var (parameters, last) = (data.start, Double.nan)
    for batch in batches {
      let (loss, slopes) = try evaluation(data.rows(batch), at: parameters)
      last = loss
      parameters = try zip(parameters, slopes).map { parameter, slope in
        try NDArray(
          shape: parameter.shape, elements: zip(parameter.elements, slope.elements).map { $0 - rate * $1 })
      }
    }
    return Outcome(loss: last, gradient: parameters.flatMap(\.elements))
  }
}
