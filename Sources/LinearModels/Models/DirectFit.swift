import ChainRule
import Optimizers

/// Least squares without penalty, solved by a factorisation of the data as they are.
///
/// Standardising rounds every element, which costs as many digits as the features are nearly dependent by: NIST's Filip has none
/// left then. So features are taken in their own units, an intercept is a column of ones, and the coefficients are not converted.
struct DirectFit {
  /// The coefficients in the units of the data, feature by feature, each with one of every output.
  let coefficients: [Double]
  /// The intercept of each output.
  let intercepts: [Double]
  /// The same as a point of the objective, and how it was found.
  let solution: Solution

  /// Solves a problem; nil where a search has to, because there are other losses or penalties, the data do not determine the
  /// coefficients, or lie in a file too large to be copied.
  init?(_ problem: FitProblem, until rule: StoppingRule) throws {
    let (data, scaling) = (problem.data, problem.scaling)
    guard case .leastSquares = problem.model.family, problem.model.penalty == .none,
      case .numbers(let targets) = data.target, Self.isAffordable(data.features)
    else { return nil }
    let dropped = Set(scaling.constant)
    let kept = (0..<data.features.shape[1]).filter { !dropped.contains($0) }
    let ones = problem.model.hasIntercept ? 1 : 0
    guard kept.count + ones > 0, data.rowCount >= kept.count + ones else { return nil }
    let matrix = try data.features.columns(kept, afterOnes: ones == 1)
    try rule.check()
    guard let fit = try Self.solve(matrix, targets, data.weights), fit.rank == matrix.shape[1],
      fit.steps <= rule.maximumIterations
    else { return nil }
    let outputs = problem.outputs
    let solved = fit.coefficients.elements
    intercepts = ones == 1 ? Array(solved.prefix(outputs)) : Array(repeating: 0, count: outputs)
    var coefficients = Array(repeating: 0.0, count: data.features.shape[1] * outputs)
    for (place, feature) in kept.enumerated() {
      for output in 0..<outputs {
        coefficients[feature * outputs + output] = solved[(ones + place) * outputs + output]
      }
    }
    self.coefficients = coefficients
    let point = scaling.point(coefficients, intercepts, hasIntercept: ones == 1)
    guard let solution = try Solution(problem.objective, fit, at: point, until: rule) else { return nil }
    self.solution = solution
  }

  private static func solve(
    _ matrix: NDArray<Double>, _ targets: NDArray<Double>, _ weights: NDArray<Double>?
  ) throws -> LeastSquaresSolution? {
    do {
      return try LeastSquares.solve(matrix, targets, weights: weights)
    } catch let error as ChainRuleError where error.kind == .nonFinite {
      // A coefficient beyond the greatest number; who searches for it is told of the model's feature.
      return nil
    }
  }

  /// A factorisation copies the rows into memory: what lies in a file stays there from a size on.
  private static func isAffordable(_ features: NDArray<Double>) -> Bool {
    !features.isInFile || features.count <= 1 << 20
  }
}

extension NDArray<Double> {
  /// Some columns of a matrix, after a column of ones if there is to be one.
  func columns(_ kept: [Int], afterOnes hasOnes: Bool) throws -> NDArray<Double> {
    let (rows, width, ones) = (shape[0], shape[1], hasOnes ? 1 : 0)
    let columns = kept.count + ones
    return try .initialized(shape: [rows, columns], in: "LinearModel.fit") { target in
      withUnsafePointer { source in
        for row in 0..<rows {
          if hasOnes { target[row * columns] = 1 }
          for (place, column) in kept.enumerated() {
            target[row * columns + ones + place] = source[row * width + column]
          }
        }
      }
    }
  }
}

extension Scaling {
  /// Coefficients in the units of the data as those of the scaled features, the intercepts of each output last.
  fileprivate func point(_ coefficients: [Double], _ intercepts: [Double], hasIntercept: Bool) -> [Double] {
    let outputs = intercepts.count
    let scaled = coefficients.indices.map { coefficients[$0] * scales[$0 / outputs] }
    if !hasIntercept { return scaled }
    return scaled
      + intercepts.indices.map { output in
        var sum = CompensatedSum(intercepts[output])
        for feature in means.indices { sum.add(coefficients[feature * outputs + output] * means[feature]) }
        return sum.value
      }
  }
}
