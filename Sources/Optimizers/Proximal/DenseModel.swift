/// A quadratic model whose Hessian is a matrix at hand: relaxed coefficient by coefficient, solved by Cholesky's method.
///
/// - Source: J. Friedman, T. Hastie, R. Tibshirani, "Regularization paths for generalized linear models via coordinate
///   descent", J. Stat. Softw. 33 (2010).
struct DenseModel: QuadraticModel {
  private let hessian: [Double]
  private let n: Int

  /// Forms the Hessian, and adds to its diagonal until it is positive definite.
  ///
  /// The least addition, 1e-12 of each element, is for Hessians that are singular, such as that of softmax; it slows
  /// convergence only where the condition is worse than that.
  ///
  /// - Returns: nil if the Hessian is not finite.
  init?(at point: [Double], on evaluator: Evaluator) throws {
    let n = point.count
    let hessian = try evaluator.hessian(at: point) ?? Self.columnByColumn(at: point, on: evaluator)
    let diagonal = (0..<n).map { Swift.abs(hessian[$0 * n + $0]) }
    let greatest = greatestMagnitude(diagonal)
    // Each in its own unit, so that a time stamp does not drown the others.
    let scales = diagonal.map { $0 > 0 ? $0 : greatest > 0 ? greatest : 1 }
    var share = 1e-12
    var shifted = hessian
    repeat {
      for index in 0..<n { shifted[index * n + index] = hessian[index * n + index] + share * scales[index] }
      share *= 10
      if share > 1e15 { return nil }
    } while CholeskyFactor(shifted, width: n, chosen: Array(0..<n)) == nil
    self.hessian = shifted
    self.n = n
  }

  private static func columnByColumn(at point: [Double], on evaluator: Evaluator) throws -> [Double] {
    let n = point.count
    var hessian = Array(repeating: 0.0, count: n * n)
    var unit = Array(repeating: 0.0, count: n)
    for column in 0..<n {
      unit[column] = 1
      let product = try evaluator.hessianProduct(at: point, along: unit)
      unit[column] = 0
      for row in 0..<n {
        hessian[row * n + column] += 0.5 * product[row]
        hessian[column * n + row] += 0.5 * product[row]
      }
    }
    return hessian
  }

  func product(_ direction: [Double]) -> [Double] {
    var result = Array(repeating: 0.0, count: n)
    for column in 0..<n where direction[column] != 0 {
      // Rows are columns: the matrix is symmetric.
      for row in 0..<n { result[row] += hessian[column * n + row] * direction[column] }
    }
    return result
  }

  func relax(_ point: inout [Double], _ slope: inout [Double], _ penalties: [CoefficientPenalty]) {
    for _ in 0..<5 {
      for index in 0..<n {
        let bend = hessian[index * n + index]
        let moved = penalties[index].proximal(point[index] - slope[index] / bend, step: 1 / bend)
        let change = moved - point[index]
        if change == 0 { continue }
        point[index] = moved
        for row in 0..<n { slope[row] += hessian[index * n + row] * change }
      }
    }
  }

  func newtonStep(_ slope: [Double], free: [Int]) -> [Double]? {
    CholeskyFactor(hessian, width: n, chosen: free)?.solve(slope.map { -$0 })
  }
}
