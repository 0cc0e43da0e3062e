package import ChainRule
package import Optimizers

/// A model and its data as an objective, and the way back from its solution to the units of the data.
package struct FitProblem {
  package enum Target {
    case numbers(NDArray<Double>)
    case labels(IndexArray, count: Int)

    /// Classes of which, where their number is not given, the greatest is the last.
    ///
    /// There are no more than rows then: one label of a billion is no reason to fit as many classes.
    static func labels(_ labels: IndexArray, _ count: Int?) -> Target {
      let (greatest, rows) = (labels.elements.max() ?? -1, labels.elements.count)
      return .labels(labels, count: count ?? (greatest < rows ? Swift.max(greatest, 0) + 1 : rows))
    }
  }

  private(set) var model: LinearModel
  let scaling: Scaling
  package private(set) var objective: Objective
  let outputs: Int
  private let w: Tensor
  private let b: Tensor
  let features: NDArray<Double>
  let target: Target
  let weights: NDArray<Double>?
  /// The greatest magnitude of each feature, where features are fitted as they are.
  let sizes: [Double]?
  var labels: ModelLabels?

  init(_ model: LinearModel, _ features: NDArray<Double>, _ target: Target, _ weights: NDArray<Double>?)
    throws
  {
    if let problem = model.family.problem { throw model.refuse(problem) }
    sizes = model.standardizes || features.shape.count != 2 ? nil : features.columnMagnitudes()
    try FitCheck(model, features, target, weights, sizes: sizes).run()
    self.model = model
    self.features = features
    self.target = target
    self.weights = weights
    scaling =
      model.standardizes ? try Scaling(features, centers: model.hasIntercept) : .none(features.shape[1])
    let width = features.shape[1]
    outputs = Self.outputs(model, target)
    let isVector = outputs == 1
    let X = Tensor.input("X", shape: [.batch, .fixed(width)])
    w = Tensor.parameter(
      isVector ? "w" : "W", shape: isVector ? [.fixed(width)] : [.fixed(width), .fixed(outputs)])
    b = Tensor.parameter("b", shape: isVector ? [] : [.fixed(outputs)])
    let eta = model.hasIntercept ? X • w + b : X • w
    var data: Bindings<Double> = [X: try scaling.apply(features)]
    let y: Tensor
    switch target {
    case .labels(let labels, let count) where model.family == .softmax:
      y = Tensor.indices("y", shape: [.batch], below: .fixed(count))
      data.bind(labels, to: y)
    case .labels(let labels, _):
      y = Tensor.input("y", shape: [.batch])
      data[y] = NDArray(labels.elements.map(Double.init))
    case .numbers(let numbers):
      y = Tensor.input("y", shape: isVector ? [.batch] : [.batch, .fixed(outputs)])
      data[y] = isVector ? try numbers.reshaped(to: [numbers.count]) : numbers
    }
    var losses = model.family.losses(eta, y, spread: Self.spread(target, weights))
    if let weights {
      let v = Tensor.input("v", shape: [.batch])
      data[v] = weights
      losses = (isVector || model.family == .softmax ? v : v.insertingAxis(at: 1)) * losses
    }
    // Several outputs share their rows: the mean is over rows, and their losses add up.
    let loss = isVector || model.family == .softmax ? mean(losses) : mean(sum(losses, along: [1]))
    // What is fitted as it is was checked above; scaling can overflow.
    objective = try Objective(
      loss, over: model.hasIntercept ? [w, b] : [w], penalties: [w: model.penalty], data: data,
      checksData: model.standardizes)
  }

  /// The population standard deviation of numbers, each with the weight of its row; where they are all equal their size, and 1 at
  /// most; 1 of zeros and of classes.
  static func spread(_ target: Target, _ weights: NDArray<Double>?) -> Double {
    guard case .numbers(let numbers) = target, numbers.count > 0 else { return 1 }
    let outputs = numbers.shape.count == 2 ? numbers.shape[1] : 1
    let shares = weights?.storage
    let total =
      shares.map { shares in (0..<numbers.count).reduce(0) { $0 + shares[$1 / outputs] } }
      ?? Double(numbers.count)
    func mean(_ value: (Double) -> Double) -> Double {
      numbers.withElements { elements in
        elements.indices.reduce(0) { $0 + (shares?[$1 / outputs] ?? 1) / total * value(elements[$1]) }
      }
    }
    // In units of the greatest, so that no square vanishes or overflows.
    let unit = numbers.reduce(0) { Swift.max($0, Swift.abs($1)) }
    if unit == 0 { return 1 }
    let center = mean { $0 / unit }
    let variance = mean { ($0 / unit - center) * ($0 / unit - center) }
    return variance > 0 ? variance.squareRoot() * unit : Swift.min(1, unit)
  }

  private static func outputs(_ model: LinearModel, _ target: Target) -> Int {
    switch target {
    case .labels(_, let count): model.family == .softmax ? count : 1
    case .numbers(let numbers): numbers.shape.count == 2 ? numbers.shape[1] : 1
    }
  }

  /// The same model and data with another penalty; nothing is measured anew.
  func penalized(by penalty: Penalty) throws -> FitProblem {
    var result = self
    result.model.penalty = penalty
    result.objective = try Objective(
      objective.loss, over: objective.parameters, penalties: [w: penalty], data: objective.data,
      checksData: false)
    return result
  }

  /// Where the search starts: all coefficients 0, and the intercept that is best with them.
  package func start() throws -> [NDArray<Double>] {
    let coefficients = try NDArray<Double>(repeating: 0, shape: objective.parameters[0].lengths)
    guard model.hasIntercept else { return [coefficients] }
    var intercept = try NDArray<Double>(repeating: 0, shape: b.lengths)
    if case .numbers(let numbers) = target, outputs == 1, model.family != .logistic {
      let mean = numbers.reduce(0) { $0 + $1 / Double(numbers.count) }
      intercept = NDArray(model.family == .poisson ? Numbers.log(Swift.max(mean, 1e-300)) : mean)
    }
    return [coefficients, intercept]
  }

  /// Runs the search.
  package func fit(
    using optimizer: (any Optimizer)?, until rule: StoppingRule, checkpoint: Checkpoint? = nil,
    observing: ((Progress) -> Progress.Answer)?
  ) throws -> FittedModel {
    try fitted(
      solve(from: start(), using: optimizer, until: rule, checkpoint: checkpoint, observing: observing))
  }

  /// Runs the search from a point.
  func solve(
    from start: [NDArray<Double>], using optimizer: (any Optimizer)?, until rule: StoppingRule,
    checkpoint: Checkpoint? = nil, observing: ((Progress) -> Progress.Answer)? = nil
  ) throws -> Solution {
    let chosen: any Optimizer = optimizer ?? DefaultOptimizer.choose(for: objective, model.family)
    var rule = rule
    rule.tolerance *= gradientUnit
    return try run(chosen, start, rule, checkpoint, observing)
  }

  private func run(
    _ optimizer: some Optimizer, _ start: [NDArray<Double>], _ rule: StoppingRule, _ checkpoint: Checkpoint?,
    _ observe: ((Progress) -> Progress.Answer)?
  ) throws -> Solution {
    try minimize(
      objective, from: start, using: optimizer, until: rule, checkpoint: checkpoint, observing: observe)
  }

  func fitted(_ solution: Solution) throws -> FittedModel {
    let scaled = try solution[w].elements
    let width = scaling.means.count
    let dropped = Set(scaling.constant)
    let coefficients = scaled.enumerated().map { index, value in
      dropped.contains(index / outputs) ? 0 : value / scaling.scales[index / outputs]
    }
    var intercepts = model.hasIntercept ? try solution[b].elements : Array(repeating: 0, count: outputs)
    if let index = coefficients.firstIndex(where: { !$0.isFinite }) {
      throw model.refuse(
        "the coefficient of feature \(labels?.featureNames[index / outputs] ?? "x\(index / outputs + 1)") is beyond the "
          + "greatest number",
        "measure that feature in another unit")
    }
    if model.hasIntercept {
      for output in 0..<outputs {
        // The greatest terms last would lose digits where a feature is far from 0; the sum is compensated.
        var sum = CompensatedSum(intercepts[output])
        for feature in 0..<width {
          sum.add(-coefficients[feature * outputs + output] * scaling.means[feature])
        }
        intercepts[output] = sum.value
      }
    }
    return try FittedModel(
      model: model, coefficients: NDArray(shape: [width, outputs], elements: coefficients),
      standardizedCoefficients: NDArray(shape: [width, outputs], elements: scaled), intercepts: intercepts,
      scaling: scaling, outcome: FitOutcome(solution, objective), solution: solution, labels: labels,
      findings: DataFindings(model, features, target, weights, scaling, labels, sizes: sizes).sentences)
  }
}

/// A sum that carries its rounding error along (Neumaier, 1974).
struct CompensatedSum {
  private var total: Double
  private var error = 0.0

  init(_ start: Double) { total = start }

  var value: Double { total + error }

  mutating func add(_ x: Double) {
    let next = total + x
    if next.isFinite { error += Swift.abs(total) >= Swift.abs(x) ? (total - next) + x : (x - next) + total }
    total = next
  }
}

extension Tensor {
  /// The lengths of a parameter's axes, which are all fixed.
  fileprivate var lengths: [Int] {
    node.shape.extents.map { if case .fixed(let length) = $0 { length } else { 0 } }
  }
}
