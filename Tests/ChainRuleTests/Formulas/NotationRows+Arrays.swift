import ChainRule

// The rows of operations that move elements, or put several together.

extension NotationRow {
  static let ofArrays: [NotationRow] = [
    NotationRow(X • x, "Xx", "X x", "X • x"),
    NotationRow(x • y, "xᵀy", #"x^{\top} y"#, "x • y"),
    NotationRow(A • (A • A), "AAA", "A A A", "A • (A • A)"),
    NotationRow(X.transposed(), "Xᵀ", #"X^{\top}"#, "X.transposed()"),
    NotationRow(
      T.transposed(axes: [2, 0, 1]), "transpose(T, [2, 0, 1])",
      #"\operatorname{transpose}(T, [2,\, 0,\, 1])"#, "T.transposed(axes: [2, 0, 1])"),
    NotationRow(x.reshaped(to: [3, 1]), "x[:, new]", #"{x}_{:,\,\mathrm{new}}"#, "x.reshaped(to: [3, 1])"),
    NotationRow(
      x.insertingAxis(at: 1) - x, "x[:, new] − x", #"{x}_{:,\,\mathrm{new}} - x"#,
      "x.reshaped(to: [3, 1]) - x"),
    NotationRow(x.insertingAxis(at: 0) - x, "x − x", "x - x", "x.reshaped(to: [1, 3]) - x"),
    NotationRow(r.insertingAxis(at: 1) - X, "r − X", "r - X", "r.reshaped(to: [.batch, 1]) - X"),
    NotationRow(
      x.insertingAxis(at: 1) * A, "diag(x) A", #"\operatorname{diag}(x) A"#, "x.reshaped(to: [3, 1]) * A"),
    NotationRow(outer(x, y), "xyᵀ", #"x y^{\top}"#, "x.reshaped(to: [3, 1]) • y.reshaped(to: [1, 3])"),
    NotationRow(squared(A) • x, "(A ⊙ A) x", #"(A \odot A) x"#, "squared(A) • x"),
    NotationRow(squared(X) • x, "(X ⊙ X) x", #"(X \odot X) x"#, "squared(X) • x"),
    NotationRow(
      A.reshaped(to: [1, 9]), "reshape(A, [1, 9])", #"\operatorname{reshape}(A, [1,\, 9])"#,
      "A.reshaped(to: [1, 9])"),
    NotationRow(
      X.reshaped(to: [.batch, 1, 3]), "X[:, new, :]", #"{X}_{:,\,\mathrm{new},\,:}"#,
      "X.reshaped(to: [.batch, 1, 3])"),
    NotationRow(x[1], "x[1]", "{x}_{1}", "x[.range(1..<2)].reshaped(to: [])"),
    NotationRow(A[.all, 2], "A[:, 2]", #"{A}_{:,\,2}"#, "A[.all, .range(2..<3)].reshaped(to: [3])"),
    NotationRow(
      x.broadcast(to: [.batch, 3]), "broadcast(x, [N, 3])", #"\operatorname{broadcast}(x, [N,\, 3])"#,
      "x.broadcast(to: [.batch, 3])"),
    NotationRow(Tensor(1).broadcast(to: [3]), "𝟏", #"\mathbf{1}"#, "Tensor(1).broadcast(to: [3])"),
    NotationRow(
      Tensor(0).broadcast(to: [.symbol("m")]), "𝟎", #"\mathbf{0}"#,
      #"Tensor(0).broadcast(to: [.symbol("m")])"#),
    NotationRow(
      A[.range(0..<3, by: 2), .from(1)], "A[0:3:2, 1:3]", #"{A}_{0:3:2,\,1:3}"#,
      "A[.range(0..<3, by: 2), .range(1..<3)]"),
    NotationRow(X[.all, .range(0..<2)], "X[:, 0:2]", #"{X}_{:,\,0:2}"#, "X[.all, .range(0..<2)]"),
    NotationRow(
      pad(x, before: [1], after: [2]), "pad(x, [1:4], [6])", #"\operatorname{pad}(x, [1:4], [6])"#,
      "pad(x, before: [1], after: [2])"),
    NotationRow(
      pad(A, before: [0, 1], after: [1, 0], interior: [1, 0]), "pad(A, [0:5:2, 1:4], [6, 4])",
      #"\operatorname{pad}(A, [0:5:2,\, 1:4], [6,\, 4])"#,
      "pad(A, before: [0, 1], after: [1, 0], interior: [1, 0])"),
    NotationRow(x.flipped(), "flip(x)", #"\operatorname{flip}(x)"#, "x.flipped(along: [0])"),
    NotationRow(A.flipped(along: [1]), "flip₁(A)", #"\operatorname{flip}_{1}(A)"#, "A.flipped(along: [1])"),
    NotationRow(concatenate([x, y], along: 0), "[x, y]", #"[x,\, y]"#, "concatenate([x, y], along: 0)"),
    NotationRow(
      concatenate([A, A], along: 1), "concat₁(A, A)", #"\operatorname{concat}_{1}(A, A)"#,
      "concatenate([A, A], along: 1)"),
    NotationRow(gather(x, k, along: 0), "x[k]", "{x}_{k}", "gather(x, k, along: 0)"),
    NotationRow(
      gather(X, k, along: 1, batchAxes: 1), "X[i, k]", #"{X}_{i,\,k}"#, "gather(X, k, along: 1, batchAxes: 1)"
    ),
    NotationRow(
      scatterAdd(r, k, along: 0, length: 3), "scatter(r, k)", #"\operatorname{scatter}(r, k)"#,
      "scatterAdd(r, k, along: 0, length: 3)"),
    NotationRow(
      scatterAdd(r, k, along: 1, length: 3, batchAxes: 1), "scatter₁(r, k)",
      #"\operatorname{scatter}_{1}(r, k)"#, "scatterAdd(r, k, along: 1, length: 3, batchAxes: 1)"),
    NotationRow(sum(X), "ΣX", #"\sum X"#, "sum(X)"),
    NotationRow(sum(T, along: [0, 2]), "Σ₀,₂T", #"\sum_{0,2} T"#, "sum(T, along: [0, 2])"),
    NotationRow(max(x), "max(x)", #"\max(x)"#, "max(x, along: [0])"),
    NotationRow(min(A, along: [1]), "min₁(A)", #"\min_{1}(A)"#, "min(A, along: [1])"),
    NotationRow(
      logSumExp(A, along: [0]), "logsumexp₀(A)", #"\operatorname{logsumexp}_{0}(A)"#,
      "logSumExp(A, along: [0])"),
    NotationRow(norm(x), "‖x‖", #"\left\|x\right\|"#, "norm(x, along: [0])"),
    NotationRow(norm(A, along: [0]), "norm₀(A)", #"\operatorname{norm}_{0}(A)"#, "norm(A, along: [0])"),
    NotationRow(softmax(x), "softmax(x)", #"\operatorname{softmax}(x)"#, "softmax(x, along: [0])"),
    NotationRow(
      softmax(A, along: 1), "softmax₁(A)", #"\operatorname{softmax}_{1}(A)"#, "softmax(A, along: [1])"),
    NotationRow(
      logSoftmax(A, along: 0), "log softmax₀(A)", #"\operatorname{log\ softmax}_{0}(A)"#,
      "logSoftmax(A, along: [0])"),
    NotationRow(
      logSoftmax(A, along: [0, 1]), "log softmax(A)", #"\operatorname{log\ softmax}(A)"#,
      "logSoftmax(A, along: [0, 1])"),
    NotationRow(sumOfOthers(x), "Σx − x", #"\sum x - x"#, "sumOfOthers(x, along: [0])"),
    NotationRow(centered(x), "x − mean(x)", #"x - \operatorname{mean}(x)"#, "centered(x, along: [0])"),
    NotationRow(
      centered(A, along: [0]), "A − mean₀(A)", #"A - \operatorname{mean}_{0}(A)"#, "centered(A, along: [0])"),
    NotationRow(
      cumulativeSum(x, along: 0), "cumsum(x)", #"\operatorname{cumsum}(x)"#, "cumulativeSum(x, along: 0)"),
    NotationRow(
      cumulativeSum(A, along: 1, reversed: true), "cumsum from the end₁(A)",
      #"\operatorname{cumsum\ from\ the\ end}_{1}(A)"#, "cumulativeSum(A, along: 1, reversed: true)"),
    NotationRow(sorted(x), "sort(x)", #"\operatorname{sort}(x)"#, "sorted(x, along: 0)"),
    NotationRow(
      sorted(A, by: A + 1, along: 0, descending: true), "sort descending(A, by A + 1)",
      #"\operatorname{sort\ descending}(A, \text{by } A + 1)"#,
      "sorted(A, by: A + 1, along: 0, descending: true)"),
    NotationRow(
      unsorted(x, by: y), "unsort(x, by y)", #"\operatorname{unsort}(x, \text{by } y)"#,
      "unsorted(x, by: y, along: 0)"),
    NotationRow(lowerTriangle(A), "tril(A)", #"\operatorname{tril}(A)"#, "lowerTriangle(A)"),
    NotationRow(
      upperTriangle(A, diagonal: -1), "triu(A, −1)", #"\operatorname{triu}(A, -1)"#,
      "upperTriangle(A, diagonal: -1)"),
    NotationRow(diagonal(A), "diag(A)", #"\operatorname{diag}(A)"#, "diagonal(A)"),
    NotationRow(diagonalMatrix(x), "diag(x)", #"\operatorname{diag}(x)"#, "diagonalMatrix(x)"),
    NotationRow(
      diagonalMatrix(Tensor(1).broadcast(to: [3])), "I", "I", "diagonalMatrix(Tensor(1).broadcast(to: [3]))"),
    NotationRow(
      diagonalMatrix(x, rows: 3, columns: 4), "diag(x, 3, 4)", #"\operatorname{diag}(x, 3, 4)"#,
      "diagonalMatrix(x, rows: 3, columns: 4)"),
    NotationRow(inverse(A), "A⁻¹", "A^{-1}", "inverse(A)"),
    NotationRow(determinant(A), "det(A)", #"\det(A)"#, "determinant(A)"),
    NotationRow(
      cofactorDerivative(A, A), "cof′(A, A)", #"\operatorname{cof}'(A, A)"#, "cofactorDerivative(A, A)"),
    NotationRow(cofactors(A), "cof(A)", #"\operatorname{cof}(A)"#, "cofactors(A)"),
    NotationRow(logDeterminant(A), "log(|det(A)|)", #"\log(\left|\det(A)\right|)"#, "logDeterminant(A)"),
    NotationRow(
      cholesky(A), "chol(0.5 · (A + Aᵀ))", #"\operatorname{chol}(0.5 \cdot (A + A^{\top}))"#,
      "cholesky(0.5 * (A + A.transposed()))"),
    NotationRow(solve(A, A), "A⁻¹A", "A^{-1} A", "solve(A, A)"),
  ]
}
