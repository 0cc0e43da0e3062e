import ChainRule

/// The operations that have their turn in random gradients: every family, with every kind of argument.
enum Catalogue {
  typealias Entry = @Sendable (inout RandomOperands) -> Tensor

  static let all: [Entry] =
    functions.map { function in { function($0.any()) } } + pairs + choices + shapes + places + reductions
    + matrices + constants

  /// Functions of one number, on arguments for which they are finite.
  private static let functions: [@Sendable (Tensor) -> Tensor] = [
    { -$0 * 2 }, { squared($0) }, { sqrt($0 + 1) }, { abs($0 - 0.5) }, { sign($0) * $0 },
    { floor(3 * $0) + $0 },
    { ceil(3 * $0) - $0 }, { round(3 * $0) * $0 }, { exp(-$0) }, { expm1(0.5 * $0) },
    { log(1 + squared($0)) },
    { log1p(squared($0)) }, { sin($0) }, { cos($0) }, { tan(sin($0)) }, { asin(0.9 * sin($0)) },
    { acos(0.9 * cos($0)) }, { atan($0) }, { sinh(sin($0)) }, { cosh(sin($0)) }, { tanh($0) }, { asinh($0) },
    { acosh(1.5 + squared($0)) }, { atanh(0.9 * sin($0)) }, { sech($0) }, { oneMinusSquare($0) }, { erf($0) },
    { erfc($0) },
    { logGamma(1 + squared($0)) }, { digamma(1 + squared($0)) }, { polygamma(2, 2 + squared($0)) },
    { sigmoid($0) }, { sigmoidSlope($0) }, { softplus($0) }, { relu($0 - 0.5) }, { stopGradient($0) * $0 },
    { pow(1 + squared($0), -1.5) }, { pow(Tensor(2), $0) }, { pow($0, 3) }, { 1 - $0 / 3 - (2 - $0) },
  ]

  private static let pairs: [Entry] = [
    { $0.vector() + $0.vector() * $0.scalar() }, { $0.table() - $0.vector() },
    { $0.rows() / (2 + $0.scalar()) },
    { pow(1 + squared($0.vector()), $0.scalar()) }, { maximum($0.vector(), $0.table()) },
    { minimum($0.rows(), $0.scalar()) }, { maximum($0.vector(), 0.5) },
    { atan2($0.vector() + 0.1, 1 + squared($0.scalar())) }, { logAddExp($0.rows(), $0.rows()) },
    { clamp($0.table(), 0.3, $0.vector()) },
  ]

  private static let choices: [Entry] = [
    { select($0.vector() .> 0.5, $0.vector(), squared($0.scalar())) },
    { select($0.rows() .< $0.rows(), $0.rows(), 0) },
    { select($0.table() .<= $0.vector(), -0.0, $0.table()) },
    { select($0.vector() .>= $0.scalar(), exp($0.vector()), $0.vector() * (Tensor(1) .!= 2)) },
    { ($0.rows() .== $0.rows()) * $0.rows() + $0.rows() },
    { select($0.vector() .< Tensor(Double.infinity), $0.vector(), Tensor(Double.nan)) },
  ]

  /// Other shapes of the same elements.
  private static let shapes: [Entry] = [
    { $0.square().transposed() * $0.square() },
    { outer($0.vector(), $0.vector()).reshaped(to: [3, 1, 3]).transposed(axes: [2, 0, 1]) },
    { $0.leaves.V.reshaped(to: [2, 3]) * $0.vector() }, { $0.vector().broadcast(to: [2, 3]) * $0.number() },
    { $0.table().insertingAxis(at: 1).movingAxis(1, to: 2) * $0.scalar() },
    { $0.vector().tiled([2]) }, { concatenate([$0.vector(), $0.vector(), $0.vector()], along: 0) },
    { stack([$0.table(), $0.table()], along: 1) }, { $0.square().flipped(along: [1]) * $0.vector() },
    { $0.vector().flipped() }, { $0.square().rolled(by: 1, along: 1) },
    { $0.rows() * Tensor.positions(.batch) / Tensor.extent(.batch) },
  ]

  /// Elements at some positions.
  private static let places: [Entry] = [
    { $0.table()[.all, 0] * $0.rows() }, { $0.square()[.range(0..<3, by: 2), .from(1)] },
    { $0.vector()[.range(0..<3, by: -1)] }, { $0.square()[-1, .all] * $0.vector() },
    { $0.vector()[.newAxis, .from(0, by: -2)] }, { pad($0.vector(), before: [1], after: [2]) },
    { pad($0.square(), before: [0, 1], after: [1, 0], interior: [1, 2]) },
    { pad($0.vector(), before: [1], after: [0], value: 0.5) },
    { gather($0.vector(), $0.leaves.k, along: 0) * $0.rows() },
    { gather(logSoftmax($0.table()), $0.leaves.k, along: 1, batchAxes: 1) },
    { gather($0.square(), .indices([2, 2, 0, 1]).reshaped(to: [2, 2]), along: 1) },
    { scatterAdd($0.rows(), $0.leaves.k, along: 0, length: 3) * $0.vector() },
    { scatterAdd($0.vector(), .indices([1, 3, 1]), along: 0, length: 5) },
    { oneHot($0.leaves.k, count: 3) * $0.table() },
  ]

  private static let reductions: [Entry] = [
    { sum($0.table()) * $0.scalar() }, { sum($0.table(), along: [0]) * $0.vector() },
    { sum($0.square(), along: [-1], keepingAxes: true) }, { mean($0.table(), along: [1]) * $0.rows() },
    { max($0.table()) * $0.scalar() }, { max($0.square(), along: [0]) }, { min($0.table(), along: [1]) },
    { logSumExp($0.table(), along: [1]) }, { norm($0.square(), .one, along: [1]) }, { norm($0.table()) },
    { norm($0.square(), .two, along: [0]) }, { norm($0.vector(), .infinity) },
    { variance($0.square(), along: [1], correction: 1) }, { standardDeviation($0.square()) },
    { product($0.vector()) }, { softmax($0.table()) }, { softmax($0.square(), along: [0, 1]) },
    { logSoftmax($0.square(), along: 0) }, { centered($0.table(), along: [1]) },
    { cumulativeSum($0.square(), along: 1) * $0.vector() },
    { cumulativeSum($0.vector(), along: 0, reversed: true) }, { sorted($0.vector()) * $0.number() },
    { sorted($0.square(), along: 0, descending: true) * $0.vector() },
    { unsorted($0.vector(), by: $0.leaves.w * $0.leaves.v) * $0.vector() }, { topK($0.square(), 2) },
  ]

  private static let matrices: [Entry] = [
    { $0.table() • $0.square() }, { $0.vector() • $0.vector() }, { $0.vector() • $0.square() },
    { stack([$0.square(), $0.square()]) • $0.leaves.V },
    { einsum("ij,jk,k->i", $0.square(), $0.square(), $0.vector()) },
    { einsum("ni,nj->ij", $0.table(), $0.table()) }, { lowerTriangle($0.square()) * $0.vector() },
    { upperTriangle($0.square(), diagonal: -1) }, { lowerTriangle($0.table(), diagonal: 1) },
    { diagonal($0.square()) * $0.vector() }, { diagonal($0.leaves.V * $0.scalar()) }, { trace($0.square()) },
    { diagonalMatrix($0.vector()) • $0.square() },
    { diagonalMatrix($0.vector(), rows: 3, columns: 4) * $0.number() }, { inverse($0.square()) },
    { determinant($0.square()) / 50 }, { cofactors($0.square()) / 10 },
    { cofactorDerivative($0.square(), $0.square()) / 10 }, { logDeterminant($0.square()) },
    { cholesky($0.square()) }, { solve($0.square(), $0.vector()) }, { solve($0.square(), $0.leaves.V) },
  ]

  /// Numbers and arrays whose every bit must survive.
  private static let constants: [Entry] = [
    { $0.vector() * Tensor.constant([0.1, -0.0, 1e-5]) + $0.number() },
    { $0.table() • Tensor.constant([[1, 2], [3.25, -4], [1e3, NDArray(1.0 / 3)]], named: "C") / 1000 },
    { $0.vector() * Tensor(5e-324) + $0.vector() * Tensor(0.1 + 0.2) - Tensor(-1e-300) },
    { $0.vector() * sum(Tensor.constant(NDArray((0..<70).map { Double($0) / 70 }))) },
    { gather($0.vector(), .indices(IndexArray((0..<70).map { $0 % 3 })), along: 0) / 70 },
    {
      concatenate([$0.vector(), Tensor.constant([])], along: 0)
        + sum(Tensor(1).broadcast(to: [0, 3]), along: [0])
    },
    { select($0.vector() .< Tensor.constant([1, NDArray(Double.infinity), 0]), $0.vector(), 0) },
  ]
}
