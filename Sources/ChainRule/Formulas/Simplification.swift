/// The rules of simplification, by name: identities of real numbers, each of which tests see fire, and hold numerically.
package enum Simplification: String, CaseIterable, Sendable {
  // Numbers, terms and factors
  case calculatedNumbers, collectedTerms, cancelledTerms, droppedZero, droppedOne
  case movedSignIn, joinedSums, tookOutCommonFactor, multipliedOut, rearranged
  case combinedPowers, powerOfProduct, reciprocalForNegativePower, cancelledFactor, rootOverRadicand,
    clearedFraction, commonDenominator
  // Conditions
  case invertedComparison, repeatedComparison, bracketForChoice
  // Linear operations
  case movedFactorOut, countedEqualTerms, leftBroadcasting
  case joinedTransposes, transposedProduct, transposedSum, transposedRow, symmetricMatrix
  case joinedReshapes, stackedVectors, columnAsVector, weightedProduct, totalOfColumns
  // Inverses
  case solutionByInverse, inverseOfTranspose, inverseOfRepeated, cofactorsByInverse
  // Identity matrices
  case identityMatrix, droppedIdentity, diagonalOfProduct
  // Indicators and signs
  case droppedGuard, assumedGuard, signOfNumber, comparedMultiples
  // Sums of products
  case factoredMatrix, joinedTotals, joinedDiagonals, nestedTotals, totalOfPlaced, totalOfOnes, outerProduct,
    columnAsRow
  case traceByIdentity, traceOfTranspose, traceOfOuterProduct
  // Functions
  case logisticFunction, logisticSlope, complementOfLogistic, logisticOfNegative, softplus, tangent,
    tangentOfHalf, hyperbolicSlope, evenFunction, namedValue
  case logarithmOfExponential, logSumExp, softmaxOfExponentials, softmaxShift, totalOfSoftmax
  // Functions of arrays
  case exponentialOfLogarithm, centeredAgain, differencesOfEqual, totalLessElement, ignoredStop

  /// What the rule says, with an example.
  package var statement: String {
    switch self {
    case .calculatedNumbers: "numbers are calculated exactly: 2 · (3a) = 6a"
    case .collectedTerms: "like terms are collected: a + 2a = 3a"
    case .cancelledTerms: "what is added and taken off again is left out: a + b − a = b"
    case .droppedZero: "zero adds nothing, and makes a product zero: a + 0 = a, 0 · a = 0"
    case .droppedOne: "a factor of one is left out, and minus one is a sign: 1 · a = a, −1 · a = −a"
    case .movedSignIn: "a minus sign is taken into a sum: −(a − b) = b − a"
    case .joinedSums: "sums of sums are one sum: a + (b + c) = a + b + c"
    case .tookOutCommonFactor: "a factor that all terms share stands in front: 2a − 2b = 2(a − b)"
    case .multipliedOut: "products of sums are multiplied out where terms cancel: a(b + c) − ab = ac"
    case .rearranged: "numbers and scalars stand in front, positive terms first: a · 2 = 2a"
    case .combinedPowers: "powers of the same base are one power: a · a² = a³"
    case .powerOfProduct: "the power of a product is the product of powers: (ab)² = a²b²"
    case .reciprocalForNegativePower: "a negative power stands below the fraction bar: a⁻² = 1/a²"
    case .cancelledFactor: "a factor above and below the fraction bar is left out: ab/a = b"
    case .rootOverRadicand: "a root over what it is of: √a/a = 1/√a"
    case .clearedFraction: "a fraction below the fraction bar is multiplied out: 1/(a(1 + b/a)) = 1/(a + b)"
    case .commonDenominator: "fractions are added where terms cancel: 1/s − 2a/s² = (1 − a)/s² with s = 1 + a"
    case .invertedComparison: "a condition that is false holds the other way round: [[a > b] = 0] = [a ≤ b]"
    case .repeatedComparison: "a condition is its own square: [a > b]² = [a > b]"
    case .bracketForChoice: "a choice between a value and zero is the value times the condition"
    case .movedFactorOut: "a scalar factor stands in front of what is linear: Σ(2a) = 2 · Σa"
    case .countedEqualTerms: "a sum of equal terms is one of them times their number: Σ₁…ₙ a = n · a"
    case .leftBroadcasting: "what is repeated only to fit is left to broadcasting"
    case .joinedTransposes: "the transpose of a transpose is the matrix: (Aᵀ)ᵀ = A"
    case .transposedProduct: "the transpose of a product: (AB)ᵀ = BᵀAᵀ"
    case .transposedSum: "the transpose of a sum: (Aᵀ + B)ᵀ = A + Bᵀ"
    case .transposedRow: "a row times a matrix, as a column: vᵀA = Aᵀv"
    case .symmetricMatrix: "a diagonal matrix is its own transpose"
    case .joinedReshapes: "of two reshapes in a row, the last counts"
    case .stackedVectors: "products of a matrix with many vectors are one product of matrices"
    case .columnAsVector: "a matrix times a column is the matrix times the vector"
    case .weightedProduct: "rows with weights, transposed: (diag(v) X)ᵀY = Xᵀdiag(v) Y"
    case .totalOfColumns: "rows with weights, summed up, are a product with the weights: Σ₁(A diag(v)) = Av"
    case .solutionByInverse: "the solution of a system is the inverse times the right side: A⁻¹b"
    case .inverseOfTranspose: "the inverse of a transpose is the transpose of the inverse: (Aᵀ)⁻¹ = A⁻ᵀ"
    case .inverseOfRepeated: "the inverse of a matrix that is repeated is the inverse, repeated"
    case .cofactorsByInverse:
      "cofactors vary as det(A) · A⁻ᵀ does: with D as det(A) · (tr(A⁻¹D) · A⁻ᵀ − A⁻ᵀDᵀA⁻ᵀ)"
    case .identityMatrix: "ones on the diagonal are the identity matrix I"
    case .droppedIdentity: "the identity matrix changes nothing: IA = A"
    case .diagonalOfProduct: "the identity matrix times a vector, element by element: I ⊙ v = diag(v)"
    case .droppedGuard: "a condition x ≠ 0 is left out beside what is zero with x: [x ≠ 0] · x = x"
    case .assumedGuard: "a condition x ≠ 0 is taken for granted beside 1/x: [x ≠ 0]/x = 1/x"
    case .signOfNumber: "[a > 0] − [a < 0] = sign(a)"
    case .comparedMultiples: "multiples of a value compare as the value does with zero: [2a > −a] = [a > 0]"
    case .factoredMatrix: "products with the same matrix are one: AB + AC = A(B + C)"
    case .joinedTotals: "totals over the same axes are one: Σa + Σb = Σ(a + b)"
    case .joinedDiagonals: "diagonal matrices add up by their diagonals: diag(a) + diag(b) = diag(a + b)"
    case .nestedTotals: "a total of totals is one total"
    case .totalOfPlaced: "elements placed among zeros have the total that they had"
    case .totalOfOnes: "so many ones add up to their number"
    case .traceByIdentity: "the total of A ⊙ I is that of its diagonal: tr(A)"
    case .traceOfTranspose: "a transpose has the same diagonal: tr(Aᵀ) = tr(A)"
    case .traceOfOuterProduct: "the trace of an outer product is the inner one: tr(vwᵀ) = wᵀv"
    case .outerProduct: "a column times a row, element by element, is their outer product: vwᵀ"
    case .columnAsRow: "the transpose of a column is a row"
    case .logisticFunction: "exp(a)/(1 + exp(a)) = σ(a), 1/(1 + exp(a)) = σ(−a)"
    case .logisticSlope: "σ′(a) = σ(a)(1 − σ(a))"
    case .complementOfLogistic: "1 − σ(−a) = σ(a)"
    case .logisticOfNegative: "σ(−a) = 1 − σ(a)"
    case .tangentOfHalf: "tanh(a/2) = 2σ(a) − 1"
    case .hyperbolicSlope: "tanh′(a) = 1/cosh²(a) = 1 − tanh²(a)"
    case .namedValue: "what has a name is written by it"
    case .evenFunction: "even functions do not tell a from −a: cosh(−a) = cosh(a)"
    case .softplus: "log(1 + exp(a)) = softplus(a)"
    case .tangent: "sinh(a)/cosh(a) = tanh(a), sin(a)/cos(a) = tan(a)"
    case .logarithmOfExponential: "log undoes exp: log(exp(a)) = a"
    case .logSumExp: "the logarithm of a sum of exponentials: log Σ exp(a) = logsumexp(a)"
    case .softmaxOfExponentials: "exponentials over their sum: exp(a)/Σ exp(a) = softmax(a)"
    case .softmaxShift: "what softmax averages may be shifted: r + k − Σ p(r + k) = r − Σ p r, since Σ p = 1"
    case .totalOfSoftmax: "the elements of a softmax add up to one: Σ softmax(a) = 1"
    case .exponentialOfLogarithm: "exp undoes log: exp(log softmax(a)) = softmax(a)"
    case .centeredAgain: "differences from the mean have the mean zero"
    case .differencesOfEqual: "equal elements do not differ from their mean"
    case .totalLessElement: "the sum of the others is the sum of all but for the element"
    case .ignoredStop: "where derivatives stop, values go on"
    }
  }
}
