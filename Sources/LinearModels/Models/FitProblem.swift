package import ChainRule
package import Optimizers

/// A model and its data as an objective, and the way back from its solution to the units of the data.
package struct FitProblem {
  private(set) var model: LinearModel
  let scaling: Scaling
  package private(set) var objective: Objective
  let outputs: Int
  private let w: Tensor
  private let b: Tensor
  /// The rows that count.
  let data: FitData
  /// The greatest magnitude of each feature, where features are fitted as they are.
  let sizes: [Double]?

  init(_ model: LinearModel, _ given: FitData) throws {
    if let problem = model.family.problem { throw model.refuse(problem) }
    try FitCheck(model, given).checkShapes()
    // Targets, weights and numbers of rows, as they are and as they are fitted.
    try AvailableMemory.require(
      given.features.isInFile ? 0 : given.rowCount, of: 48, for: "\(counted(given.rowCount, "row"))",
      in: "LinearModel.fit")
    let data = try given.counting()
    let features = data.features
    sizes = model.standardizes ? nil : features.columnMagnitudes()
    try FitCheck(model, data).checkElements(sizes: sizes)
    self.model = model
    self.data = data
    scaling =
      model.standardizes
      ? try Scaling(features, weights: data.weights, centers: model.hasIntercept) : .none(features.shape[1])
    let width = features.shape[1]
    outputs = Self.outputs(model, data.target)
    let isVector = outputs == 1
    let X = Tensor.input("X", shape: [.batch, .fixed(width)])
    w = Tensor.parameter(
      isVector ? "w" : "W", shape: isVector ? [.fixed(width)] : [.fixed(width), .fixed(outputs)])
    b = Tensor.parameter("b", shape: isVector ? [] : [.fixed(outputs)])
    let eta = model.hasIntercept ? X • w + b : X • w
    var bindings: Bindings<Double> = [X: try scaling.apply(features)]
    let y = try data.bind(to: &bindings, model.family, outputs: outputs)
    var losses = model.family.losses(eta, y, spread: data.spread)
    // Several outputs share their rows: the mean is over rows, and their losses add up.
    if losses.node.shape.rank == 2 { losses = sum(losses, along: [1]) }
    var loss = mean(losses)
    if let weights = data.weights {
      let v = Tensor.input("v", shape: [.batch])
      bindings[v] = weights
      loss = sum(v * losses) / sum(v)
    }
    // What is fitted as it is was checked above; scaling can overflow.
    objective = try Objective(
      loss, over: model.hasIntercept ? [w, b] : [w], penalties: [w: model.penalty], data: bindings,
      checksData: model.standardizes)
    objective.minimumTest = try LikelihoodMinimum(model, data, scaling, objective)
  }

  private static func outputs(_ model: LinearModel, _ target: FitData.Target) -> Int {
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
    result.objective.minimumTest = try LikelihoodMinimum(result.model, data, scaling, result.objective)
    return result
  }

  /// Where the search starts: all coefficients 0, and the intercept that is best with them.
  package func start() throws -> [NDArray<Double>] {
    let coefficients = try NDArray<Double>(repeating: 0, shape: objective.parameters[0].lengths)
    guard model.hasIntercept else { return [coefficients] }
    var intercept = try NDArray<Double>(repeating: 0, shape: b.lengths)
    if case .numbers = data.target, outputs == 1, model.family != .logistic {
      let mean = data.mean { $0 }
      intercept = NDArray(model.family == .poisson ? Numbers.log(Swift.max(mean, 1e-300)) : mean)
    }
    return [coefficients, intercept]
  }

  /// Runs the search.
  package func fit(
    using optimizer: (any Optimizer)?, until rule: StoppingRule, checkpoint: Checkpoint? = nil,
    observing: ((Progress) -> Progress.Answer)?
  ) throws -> FittedModel {
    if optimizer == nil, let direct = try DirectFit(self, until: rule) {
      _ = observing?(Progress(direct.solution))
      return try fitted(direct.solution, direct.coefficients, direct.intercepts, isDetermined: true)
    }
    return try fitted(
      solve(from: start(), using: optimizer, until: rule, checkpoint: checkpoint, observing: observing))
  }

  /// Runs the search from a point.
  func solve(
    from start: [NDArray<Double>], using optimizer: (any Optimizer)?, until rule: StoppingRule,
    checkpoint: Checkpoint? = nil, observing: ((Progress) -> Progress.Answer)? = nil
  ) throws -> Solution {
    if let tau = quantile {
      return try solveQuantile(
        tau, from: start, using: optimizer, until: rule, checkpoint: checkpoint, observing: observing)
    }
    let chosen: any Optimizer = optimizer ?? DefaultOptimizer.choose(for: objective, model.family)
    return try run(chosen, start, rule, checkpoint, observing)
  }

  private func run(
    _ optimizer: some Optimizer, _ start: [NDArray<Double>], _ rule: StoppingRule, _ checkpoint: Checkpoint?,
    _ observe: ((Progress) -> Progress.Answer)?
  ) throws -> Solution {
    try minimize(
      objective, from: start, using: optimizer, until: rule, checkpoint: checkpoint, observing: observe)
  }

  /// The model of a solution, whose coefficients are those of scaled features.
  func fitted(_ solution: Solution) throws -> FittedModel {
    let dropped = Set(scaling.constant)
    let coefficients = try solution[w].elements.enumerated().map { index, value in
      dropped.contains(index / outputs) ? 0 : value / scaling.scales[index / outputs]
    }
    var intercepts = model.hasIntercept ? try solution[b].elements : Array(repeating: 0, count: outputs)
    for output in 0..<(model.hasIntercept ? outputs : 0) {
      // The greatest terms last would lose digits where a feature is far from 0; the sum is compensated.
      var sum = CompensatedSum(intercepts[output])
      for (feature, mean) in scaling.means.enumerated() {
        sum.add(-coefficients[feature * outputs + output] * mean)
      }
      intercepts[output] = sum.value
    }
    if case .softmax = model.family {
      // A number added to all of them changes no share; where a search leaves them depends on its way.
      let center = intercepts.reduce(0) { $0 + $1 / Double(outputs) }
      for output in intercepts.indices { intercepts[output] -= center }
    }
    return try fitted(solution, coefficients, intercepts, isDetermined: false)
  }

  /// The model of a solution with these coefficients, in the units of the data.
  ///
  /// - Parameter isDetermined: Whether it is known that no feature depends on others.
  private func fitted(
    _ solution: Solution, _ coefficients: [Double], _ intercepts: [Double], isDetermined: Bool
  ) throws -> FittedModel {
    if let index = coefficients.firstIndex(where: { !$0.isFinite }) {
      throw model.refuse(
        "the coefficient of feature \(data.featureName(index / outputs)) is beyond the "
          + "greatest number",
        "measure that feature in another unit")
    }
    let shape = [scaling.means.count, outputs]
    let findings = DataFindings(model, data, scaling, sizes: sizes, isDetermined: isDetermined)
    return try FittedModel(
      model: model, coefficients: NDArray(shape: shape, elements: coefficients),
      standardizedCoefficients: NDArray(shape: shape, elements: solution[w].elements), intercepts: intercepts,
      scaling: scaling, outcome: FitOutcome(solution, objective), solution: solution,
      labels: data.labels, findings: findings.sentences)
  }
}

extension Tensor {
  /// The lengths of a parameter's axes, which are all fixed.
  fileprivate var lengths: [Int] {
    node.shape.extents.map { if case .fixed(let length) = $0 { length } else { 0 } }
  }
}
