import ChainRule
import Optimizers

/// Functions with known minima, and functions that have none.
enum TestFunctions {
  static let x = Tensor.parameter("x", shape: [2])
  static let t = Tensor.parameter("t", shape: [])
  static let X = Tensor.input("X", shape: [.batch, 2])
  static let y = Tensor.input("y", shape: [.batch])
  static let w = Tensor.parameter("w", shape: [2])
  static let b = Tensor.parameter("b", shape: [])

  /// Rosenbrock's valley, with its minimum of 0 at (1, 1).
  ///
  /// - Source: Moré, Garbow and Hillstrom, "Testing unconstrained optimization software", ACM TOMS 7 (1981), problem 1.
  static func rosenbrock() throws -> Objective {
    try Objective(squared(10 * (x[1] - squared(x[0]))) + squared(1 - x[0]))
  }

  /// Beale's function, with its minimum of 0 at (3, 1/2).
  ///
  /// - Source: As for Rosenbrock's, problem 5.
  static func beale() throws -> Objective {
    let power = x[1]
    return try Objective(
      squared(1.5 - x[0] * (1 - power)) + squared(2.25 - x[0] * (1 - squared(power)))
        + squared(2.625 - x[0] * (1 - power * squared(power))))
  }

  /// ½ Σ λ (z − 1)² with eigenvalues from 1 to a condition number.
  static func quadratic(condition: Double, count: Int = 10) throws -> Objective {
    let z = Tensor.parameter("z", shape: [.fixed(count)])
    var (eigenvalues, value) = ([Double](), 1.0)
    // The root of the right degree, by bisection on its powers.
    var (low, high) = (1.0, condition)
    for _ in 0..<200 {
      let middle = (low * high).squareRoot()
      let power = (1..<count).reduce(1.0) { product, _ in product * middle }
      if power < condition { low = middle } else { high = middle }
    }
    for _ in 0..<count {
      eigenvalues.append(value)
      value *= low
    }
    return try Objective(
      0.5 * sum(Tensor.constant(NDArray(shape: [count], elements: eigenvalues)) * squared(z - 1)))
  }

  /// Logistic regression: the mean of softplus(−y z) for targets of ±1.
  static func logistic(separable: Bool) throws -> Objective {
    let targets: NDArray<Double> = separable ? [1, 1, 1, -1, -1, -1] : [1, 1, -1, -1, -1, 1]
    return try Objective(
      mean(softplus(-y * (X • w + b))),
      data: [X: [[1, 2], [2, 1], [3, 3], [-1, -2], [-2, -1], [-3, -2]], y: targets])
  }

  /// A function of one number.
  static func scalar(_ loss: Tensor) throws -> Objective { try Objective(loss, over: [t]) }
}
