/// The rules of simplification, by name: identities of real numbers, each of which tests see fire, and hold numerically.
package enum Simplification: String, CaseIterable, Sendable {
  // Numbers, terms and factors
  case calculatedNumbers, collectedTerms, cancelledTerms, droppedZero, droppedOne
  case movedSignIn, joinedSums, tookOutCommonFactor, multipliedOut, rearranged
  case combinedPowers, powerOfProduct, reciprocalForNegativePower, cancelledFactor
  // Conditions
  case invertedComparison, repeatedComparison, bracketForChoice
  // Linear operations
  case movedFactorOut, countedEqualTerms, leftBroadcasting
  case joinedTransposes, transposedProduct, transposedSum, transposedRow, symmetricMatrix
  case joinedReshapes, stackedVectors
  // Identity matrices
  case identityMatrix, droppedIdentity, diagonalOfProduct
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
    case .identityMatrix: "ones on the diagonal are the identity matrix I"
    case .droppedIdentity: "the identity matrix changes nothing: IA = A"
    case .diagonalOfProduct: "the identity matrix times a vector, element by element: I ⊙ v = diag(v)"
    case .exponentialOfLogarithm: "exp undoes log: exp(log softmax(a)) = softmax(a)"
    case .centeredAgain: "differences from the mean have the mean zero"
    case .differencesOfEqual: "equal elements do not differ from their mean"
    case .totalLessElement: "the sum of the others is the sum of all but for the element"
    case .ignoredStop: "where derivatives stop, values go on"
    }
  }
}
