/// The closed set of recorded operations, one case for each family in `Operations/`.
///
/// Everything else is composed of these. Passes that must know every operation switch over this enum, so a
/// family without a rule, a shape, a notation or a kernel does not compile.
package enum Primitive: Hashable, Sendable {
  case leaf(Leaf)
  case name(Name)
  case stopGradient(StopGradient)
  case elementwise(Elementwise)
  case polygamma(Polygamma)
  case arithmetic(Arithmetic)
  case comparison(Comparison)
  case select(Select)
  case matrixProduct(MatrixProduct)
  case permutation(Permutation)
  case reshape(Reshape)
  case broadcast(Broadcast)
  case slice(Slice)
  case pad(Pad)
  case reversal(Reversal)
  case concatenation(Concatenation)
  case gather(Gather)
  // In a box of their own are those that are longer than the others, and few: every node has room for the longest.
  indirect case scatterAdd(ScatterAdd)
  case sum(Sum)
  case reduction(Reduction)
  case normalization(Normalization)
  case cumulativeSum(CumulativeSum)
  case arrangement(Arrangement)
  case triangle(Triangle)
  case diagonal(Diagonal)
  indirect case diagonalMatrix(DiagonalMatrix)
  case matrixFunction(MatrixFunction)
  case solution(SystemSolution)
  case cofactorDerivative(CofactorDerivative)
  case custom(Custom)

  /// The family's answers: shape, derivatives, notation.
  package var family: any PrimitiveFamily {
    switch self {
    case .leaf(let family): family
    case .name(let family): family
    case .stopGradient(let family): family
    case .elementwise(let family): family
    case .polygamma(let family): family
    case .arithmetic(let family): family
    case .comparison(let family): family
    case .select(let family): family
    case .matrixProduct(let family): family
    case .permutation(let family): family
    case .reshape(let family): family
    case .broadcast(let family): family
    case .slice(let family): family
    case .pad(let family): family
    case .reversal(let family): family
    case .concatenation(let family): family
    case .gather(let family): family
    case .scatterAdd(let family): family
    case .sum(let family): family
    case .reduction(let family): family
    case .normalization(let family): family
    case .cumulativeSum(let family): family
    case .arrangement(let family): family
    case .triangle(let family): family
    case .diagonal(let family): family
    case .diagonalMatrix(let family): family
    case .matrixFunction(let family): family
    case .solution(let family): family
    case .cofactorDerivative(let family): family
    case .custom(let family): family
    }
  }

  /// The error of an invalid tensor.
  package static func invalid(_ error: ChainRuleError) -> Primitive { .leaf(.invalid(error)) }

  /// Whether the operand numbered `index` may hold integers.
  package func takesIndices(at index: Int) -> Bool {
    switch self {
    case .gather, .scatterAdd: index == 1
    case .reshape, .name: true
    default: false
    }
  }
}
