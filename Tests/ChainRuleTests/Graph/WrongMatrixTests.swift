import ChainRule
import Testing

/// Wrong programs with matrices, recorded or run, and with Einstein's notation.
@Suite("Wrong matrices")
struct WrongMatrixTests {
  static let X = Tensor.input("X", shape: [.batch, 3])
  static let y = Tensor.input("y", shape: [.batch])
  static let w = Tensor.parameter("w", shape: [3])
  static let v = Tensor.parameter("v", shape: [2])
  static let b = Tensor.parameter("b", shape: [])
  static let A = Tensor.parameter("A", shape: [2, 3])
  static let S = Tensor.parameter("S", shape: [2, 2])
  static let T = Tensor.input("T", shape: [5, 2, 2])
  static let B = Tensor.input("B", shape: [2, 3, 1, 1])

  static let recorded: [WrongProgram] = [
    .recording("lowerTriangle: w [3]: w is a vector; it needs a matrix, [n, m]") { lowerTriangle(w) },
    .recording("upperTriangle: b []: b is a scalar; it needs a matrix, [n, m]") { upperTriangle(b) },
    .recording("diagonal: w [3]: w is a vector; it needs a matrix, [n, m]") { diagonal(w) },
    .recording(
      "diagonal: X [N, 3]: it is not known which of the last two axes is shorter; it needs equal or fixed lengths"
    ) { diagonal(X) },
    .recording("trace: w [3]: w is a vector; it needs a matrix, [n, m]") { trace(w) },
    .recording("diagonalMatrix: b []: b is a scalar; it needs a vector") { diagonalMatrix(b) },
    .recording(
      "diagonalMatrix: w [3]: 3 elements are not the diagonal of a matrix [2, 3]; "
        + "the smaller of rows and columns must be 3"
    ) { diagonalMatrix(w, rows: 2) },
    .recording(
      "diagonalMatrix: y [N]: N elements are not the diagonal of a matrix [3, N]; "
        + "the smaller of rows and columns must be N"
    ) { diagonalMatrix(y, rows: 3) },
    .recording("inverse: A [2, 3]: the matrix has 2 rows and 3 columns; it needs as many rows as columns") {
      inverse(A)
    },
    .recording("inverse: w [3]: w is a vector; it needs a matrix, [n, m]") { inverse(w) },
    .recording(
      "determinant: A [2, 3]: the matrix has 2 rows and 3 columns; it needs as many rows as columns"
    ) { determinant(A) },
    .recording("cofactors: A [2, 3]: the matrix has 2 rows and 3 columns; it needs as many rows as columns") {
      cofactors(A)
    },
    .recording(
      "logDeterminant: A [2, 3]: the matrix has 2 rows and 3 columns; it needs as many rows as columns"
    ) { logDeterminant(A) },
    .recording("cholesky: X [N, 3]: the matrix has N rows and 3 columns; it needs as many rows as columns") {
      cholesky(X)
    },
    .recording("solve: A [2, 3]: the matrix has 2 rows and 3 columns; it needs as many rows as columns") {
      solve(A, v)
    },
    .recording(
      "solve: S [2, 2] \\ w [3]: the matrix has 2 rows and the right side 3; they must be equal"
    ) { solve(S, w) },
    .recording("solve: S [2, 2] \\ b []: b is a scalar; it needs a vector or a matrix") { solve(S, b) },
    .recording(
      "solve: T [5, 2, 2] \\ R [4, 2, 3]: before the matrices, axis -1 has the lengths 5 and 4; "
        + "they must be equal, or one of them 1"
    ) { solve(T, .input("R", shape: [4, 2, 3])) },
    .recording(
      "matmul: T [5, 2, 2] • U [4, 2, 2]: before the matrices, axis -1 has the lengths 5 and 4; "
        + "they must be equal, or one of them 1"
    ) { matmul(T, .input("U", shape: [4, 2, 2])) },
    .recording(
      "matmul: T [5, 2, 2] • Aᵀ [3, 2]: the inner dimensions 2 and 3 differ; Aᵀ needs shape [2, 2]"
    ) { matmul(T, A.transposed()) },
    .recording("dot: w [3] with v [2]: the lengths differ; v needs shape [3]") { dot(w, v) },
    .recording("dot: A [2, 3] with w [3]: A is not a vector; give two vectors") { dot(A, w) },
    .recording("outer: b [] with w [3]: b is not a vector; give two vectors") { outer(b, w) },
  ]

  static let run: [WrongProgram] = [
    .throwing(
      "inverse: S [2, 2]: the matrix is singular: pivot 1 is 0; "
        + "check for rows or columns that depend on each other, or add a positive number to the diagonal"
    ) { try inverse(S).evaluate(at: [S: [[1, 2], [2, 4]]]) },
    .throwing(
      "logDeterminant: S [2, 2]: the matrix is singular: pivot 0 is 0; "
        + "check for rows or columns that depend on each other, or add a positive number to the diagonal"
    ) { try logDeterminant(S).evaluate(at: [S: [[0, 0], [0, 4]]]) },
    .throwing(
      "solve: T [5, 2, 2] (matrix 3): the matrix is singular: pivot 0 is 0; "
        + "check for rows or columns that depend on each other, or add a positive number to the diagonal"
    ) { try solve(T, v).evaluate(at: [T: stack(of: 5, zeroAt: 3), v: [1, 1]]) },
    .throwing(
      "inverse: B [2, 3, 1, 1] (matrix [1, 2]): the matrix is singular: pivot 0 is 0; "
        + "check for rows or columns that depend on each other, or add a positive number to the diagonal"
    ) { try inverse(B).evaluate(at: [B: try NDArray(shape: [2, 3, 1, 1], elements: [1, 2, 3, 4, 5, 0])]) },
    .throwing(
      "cholesky: 0.5 · (S + Sᵀ) [2, 2]: the matrix is not positive definite: "
        + "the leading block of order 2 has no root; "
        + "add a positive number to its diagonal, or take solve for a matrix that is not definite"
    ) { try cholesky(S).evaluate(at: [S: [[1, 2], [2, 1]]]) },
    .throwing(
      "cholesky: 0.5 · (T + transpose(T, [0, 2, 1])) [5, 2, 2] (matrix 4): "
        + "the matrix is not positive definite: the leading block of order 1 has no root; "
        + "add a positive number to its diagonal, or take solve for a matrix that is not definite"
    ) { try cholesky(T).evaluate(at: [T: stack(of: 5, zeroAt: 4)]) },
    .throwing(
      "inverse: S [2, 2]: the matrix has an element that is not finite; "
        + "ask firstNonFinite() of a session where it comes from"
    ) { try inverse(S).evaluate(at: [S: NDArray(repeating: .nan, shape: [2, 2])]) },
    .throwing(
      "evaluate: y [N] ← array [1]: N is 1, and N − 1 leaves no degree of freedom; bind more"
    ) { try variance(y, correction: 1).evaluate(at: [y: [3]]) },
    .throwing(
      "evaluate: X [N, 3] ← array [2, 3]: N is 2, and 3N − 6 leaves no degree of freedom; bind more"
    ) {
      try standardDeviation(X, correction: 6).evaluate(at: [X: [[1, 2, 3], [4, 5, 6]]])
    },
    .throwing(
      "evaluate: y [N] ← array [0]: N is 0, and there are no elements for max to choose from; bind at least one"
    ) { try max(y).evaluate(at: [y: []]) },
  ]

  /// Unit matrices, and one of zeros among them.
  private static func stack(of count: Int, zeroAt position: Int) throws -> NDArray<Double> {
    try NDArray(
      shape: [count, 2, 2], elements: (0..<count).flatMap { $0 == position ? [0, 0, 0, 0] : [1.0, 0, 0, 1] })
  }

  static let equations: [WrongProgram] = [
    .recording(
      "einsum: \"ij,jk->ik\": lists of letters and operands differ in number: 2 and 1; "
        + "give each operand its letters, separated by commas"
    ) { einsum("ij,jk->ik", A) },
    .recording("einsum: \"ijk->i\" of A [2, 3]: 3 letters name 2 axes; give one letter for each axis") {
      einsum("ijk->i", A)
    },
    .recording("einsum: \"ij,jk->ik\" of A [2, 3]: j is 3 and 2; one letter stands for one length") {
      einsum("ij,jk->ik", A, A)
    },
    .recording("einsum: \"ii->i\" of A [2, 3]: i is 2 and 3; one letter stands for one length") {
      einsum("ii->i", A)
    },
    .recording("einsum: \"ij,i->j\" of w [3]: i is N and 3; one letter stands for one length") {
      einsum("ij,i->j", X, w)
    },
    .recording(
      "einsum: \"ij->iz\": the result has the letter z, which no operand has; take it from an operand"
    ) { einsum("ij->iz", A) },
    .recording("einsum: \"ij->ii\": the result names a letter twice; name each of its axes once") {
      einsum("ij->ii", A)
    },
    .recording(
      "einsum: \"...j->j\": . is not a letter; name axes with the letters a to z and A to Z, as in ij,jk->ik"
    ) { einsum("...j->j", A) },
    .recording(
      "einsum: \"ij->j->i\": - is not a letter; name axes with the letters a to z and A to Z, as in ij,jk->ik"
    ) { einsum("ij->j->i", A) },
    .recording(
      "einsum: \"ij->i,j\": there is a comma in the result; it is one tensor, with one list of letters"
    ) { einsum("ij->i,j", A) },
    .recording("einsum: \"\" of A [2, 3]: 0 letters name 2 axes; give one letter for each axis") {
      einsum("", A)
    },
  ]

  @Test("Matrices of the wrong shape", arguments: recorded)
  func recordedErrors(_ wrong: WrongProgram) { wrong.expectRefused() }

  @Test("Matrices and rows without the result asked for", arguments: run)
  func runErrors(_ wrong: WrongProgram) { wrong.expectRefused() }

  @Test("Equations of einsum", arguments: equations)
  func equationsErrors(_ wrong: WrongProgram) { wrong.expectRefused() }
}
