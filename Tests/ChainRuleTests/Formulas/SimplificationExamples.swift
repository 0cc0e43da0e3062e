import ChainRule

/// An expression for each rule of simplification, on which it fires, and data for all of them.
enum SimplificationExamples {
  static let a = Tensor.parameter("a", shape: [3])
  static let b = Tensor.parameter("b", shape: [3])
  static let s = Tensor.parameter("s", shape: [])
  static let A = Tensor.parameter("A", shape: [3, 3])
  static let B = Tensor.parameter("B", shape: [3, 3])
  static let X = Tensor.input("X", shape: [.batch, 3])
  static let y = Tensor.input("y", shape: [.batch])
  static let leaves = [a, b, s, A, B, X, y]
  static var data: Bindings<Double> {
    [
      a: [0.5, -1.25, 2], b: [0.75, 0.25, -0.5], s: 0.4,
      A: [[1, 2, -1], [0.5, 3, 0.25], [-2, 1, 1.5]],
      B: [[0.3, -1, 2], [1.5, 0.7, -0.2], [0.9, 1.1, -1.3]],
      X: [[1, 2, 0.5], [-1, 0.25, 3]], y: [1.5, -0.5],
    ]
  }

  private static let identityOf3 = diagonalMatrix(Tensor(1).broadcast(to: [3]))

  static func expression(for rule: Simplification) throws -> Tensor {
    let identity = try sum(0.5 * squared(a)).hessian(withRespectTo: a)
    return switch rule {
    case .calculatedNumbers: 2 * (3 * a)
    case .collectedTerms: a + 2 * a
    case .cancelledTerms: a + b - a
    case .droppedZero: a + 0 * b
    case .droppedOne: 1 * a
    case .movedSignIn: -(a - b)
    case .joinedSums: a + (b + s)
    case .tookOutCommonFactor: 2 * a - 2 * b
    case .multipliedOut: a * (b + s) - a * (b - s)
    case .rearranged: a * 2
    case .combinedPowers: a * squared(a)
    case .powerOfProduct: squared(a * b)
    case .reciprocalForNegativePower: pow(a, -2)
    case .cancelledFactor: a * b / a
    case .invertedComparison: (a .> b) .== 0
    case .repeatedComparison: (a .> b) * (a .> b)
    case .bracketForChoice: select(a .> b, a, 0)
    case .movedFactorOut: sum(s * a)
    case .countedEqualTerms: sum((s * a).broadcast(to: [.batch, 3]))
    case .leftBroadcasting: s.broadcast(to: [.batch, 3]) * X
    case .joinedTransposes: A.transposed().transposed()
    case .transposedProduct: (A • B).transposed()
    case .transposedSum: (A.transposed() + B).transposed()
    case .transposedRow: a • A
    case .symmetricMatrix: diagonalMatrix(a).transposed()
    case .joinedReshapes: A.reshaped(to: [9]).reshaped(to: [1, 9])
    case .stackedVectors: A • B.insertingAxis(at: 2)
    case .identityMatrix: identity
    case .droppedIdentity: identity • A
    case .diagonalOfProduct: try sum(exp(a)).hessian(withRespectTo: a)
    case .exponentialOfLogarithm: exp(logSoftmax(a))
    case .centeredAgain: centered(centered(a))
    case .differencesOfEqual: centered(s.broadcast(to: [3]))
    case .totalLessElement: sumOfOthers(a)
    case .ignoredStop: stopGradient(a)
    case .totalOfSoftmax: sum(softmax(a))
    case .droppedGuard: norm(a) * select(norm(a) .== 0, 0, a / norm(a))
    case .assumedGuard: select(norm(a) .== 0, 0, a / norm(a))
    case .signOfNumber: (a .> 0) - (a .< 0)
    case .comparedMultiples: 2 * a .> -a
    case .factoredMatrix: A • a + A • b
    case .joinedTotals: sum(a * b) - sum(sin(a))
    case .nestedTotals: sum(sum(A * B, along: [1]))
    case .totalOfPlaced: sum(diagonalMatrix(a), along: [1])
    case .outerProduct: a.insertingAxis(at: 1) * b
    case .columnAsRow: try (a • (A • b)).gradient(withRespectTo: [A])[A].transposed()
    case .logisticFunction: 1 / (1 + exp(-a))
    case .logisticSlope: sigmoidSlope(a) / sigmoid(a)
    case .logisticOfNegative: b * sigmoid(-a) - (1 - b) * sigmoid(a)
    case .evenFunction: sigmoidSlope(-a)
    case .clearedFraction: a / (1 + a / s) / s
    case .commonDenominator: 1 / (1 + squared(a)) - 2 * squared(a) / squared(1 + squared(a))
    case .totalOfColumns: sum(A * a, along: [1])
    case .inverseOfRepeated: inverse((A + 5 * identityOf3).broadcast(to: [2, 3, 3]))
    case .cofactorsByInverse: cofactorDerivative(A, B)
    case .namedValue: sigmoid(a).named("p") * b + sigmoid(a)
    case .tangentOfHalf: sigmoid(a).named("p") * tanh(0.5 * a)
    case .hyperbolicSlope: tanh(a).named("h") * squared(sech(a))
    case .rootOverRadicand: sqrt(squared(s) + 1) / (squared(s) + 1)
    case .columnAsVector: solve(A + 5 * identityOf3, a)
    case .weightedProduct: (X * y.insertingAxis(at: 1)).transposed() • X
    case .solutionByInverse: solve(A + 5 * identityOf3, B)
    case .inverseOfTranspose: inverse((A + 5 * identityOf3).transposed())
    case .joinedDiagonals: diagonalMatrix(a * b) - diagonalMatrix(sin(a))
    case .totalOfOnes: sum(oneHot(.indices([0, 2, 1]), count: 3), along: [1]) * a
    case .traceByIdentity: sum(A * identityOf3)
    case .traceOfTranspose: sum(A.transposed() * identityOf3)
    case .traceOfOuterProduct: sum((a.insertingAxis(at: 1) • b.insertingAxis(at: 0)) * identityOf3)
    case .complementOfLogistic: 1 - sigmoid(-a)
    case .softplus: log(1 + exp(a))
    case .tangent: sinh(a) / cosh(a)
    case .logarithmOfExponential: log(exp(a))
    case .logSumExp: log(sum(exp(a)))
    case .softmaxOfExponentials: exp(A) / sum(exp(A), along: [1], keepingAxes: true)
    case .softmaxShift: try (softmax(a) • b).gradient(withRespectTo: [a])[a]
    }
  }
}
