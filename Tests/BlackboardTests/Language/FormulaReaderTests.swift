import Blackboard
import ChainRule
import Testing

@Suite("Formulas are read as people write them")
struct FormulaReaderTests {
  static let rows: [(text: String, formula: String)] = [
    ("mean((y - X*w - b)^2)", "1/N · Σ(y − Xw − b)²"),
    ("mean((y - X @ w - b)**2)", "1/N · Σ(y − Xw − b)²"),
    ("sum((y - X*w).^2) / N", "1/N · Σ(y − Xw)²"),
    ("1/N · Σ(y − Xw)²", "1/N · Σ(y − Xw)²"),
    (#"\frac{1}{N} \sum (y - X w)^{2}"#, "1/N · Σ(y − Xw)²"),
    ("let ŷ = X*w + b; mean((y - ŷ)^2)", "1/N · Σ(y − ŷ)²"),
    ("sum(e^w)", "Σexp(w)"), ("-(2 * X.T.dot(y - X @ w)) / N", "−2/N · Xᵀ(y − Xw)"),
    ("np.sum(np.exp(w))", "Σexp(w)"), ("w'*w", "wᵀw"), ("w.T @ w", "wᵀw"), ("wᵀw", "wᵀw"), ("w·w", "wᵀw"),
    ("‖w‖²", "‖w‖²"),
    ("norm1(w)", "Σ|w|"), ("X'*X", "XᵀX"), ("2X", "2X"), ("X.*X", "X²"),
    ("2/N · Xᵀ(Xw − y)", "2/N · Xᵀ(Xw − y)"), ("2/N * X'*(X*w - y)", "2/N · Xᵀ(Xw − y)"),
  ]

  @Test("What is read prints what was meant", arguments: rows)
  func reads(row: (text: String, formula: String)) throws {
    let reader = FormulaReader(shapes: [
      "X": [.batch, .symbol("m")], "y": [.batch], "w": [.symbol("m")], "b": [],
    ])
    let read = try reader.read(row.text)
    #expect(read.tensor.formula.unicode == row.formula)
  }

  static let inferred: [(text: String, shapes: String)] = [
    ("mean((y - X*w - b)^2)", "X [N, m], b [], w [m], y [N]"),
    ("let ŷ = X*w + b; mean((y - ŷ)^2)", "X [N, m], b [], w [m], y [N]"),
    ("mean((y - X*w)^2) + λ*norm2(w)^2", "X [N, m], w [m], y [N], λ []"),
    ("x'*A*x", "A [m, m], x [m]"),
    ("norm2(A*x - b)^2", "A [m, n], b [], x [n]"),
    ("mean(softplus(X*w) - y .* (X*w))", "X [N, m], w [m], y [N]"),
    ("logdet(A)", "A [m, m]"), ("tr(A*X)", "A [n, m], X [m, n]"), ("exp(x)", "x []"),
    ("sum(exp(x))", "x [m]"),
    ("mean((Y - X*W)^2)", "W [m, n], X [N, m], Y [N, n]"),
    ("Xᵀ(Xβ − y)", "X [N, m], y [N], β [m]"),
  ]

  @Test("Shapes that nobody told are inferred", arguments: inferred)
  func infers(row: (text: String, shapes: String)) throws {
    let read = try FormulaReader().read(row.text)
    let shapes = read.inferred.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(
      separator: ", ")
    #expect(shapes == row.shapes)
  }

  static let mistakes: [(text: String, sentence: String)] = [
    ("", "column 1: there is no formula; write one, such as mean((y - X*w)^2)"),
    ("mean((y - X*w^2)", "column 5: ( is not closed; put ) at the end"),
    ("(y]", "column 3: ] stands where ( of column 1 is open; write )"),
    ("y)", "column 2: ) closes nothing; leave it out"),
    ("y +", "column 4: nothing follows +; put an operand behind it"),
    (
      "maen(y)",
      "column 1: maen is no function that is known; did you mean mean?, or write maen * ( for a product"
    ),
    ("y # 2", "column 3: “#” is no sign of formulas; signs are + - * / ^ ' .* ./ .^ @ ( ) [ ]"),
    ("X*y", "column 2: X [N, m] • y [N]: the inner dimensions m and N differ; y needs shape [m]"),
    ("y 2", "column 3: a sign is missing before 2; write * for a product"),
    ("mean(y, 2)", "column 1: mean takes 1 arguments, not 2; write axis=0 for an axis"),
  ]

  @Test("A mistake is told with its column and the likely mend", arguments: mistakes)
  func refuses(row: (text: String, sentence: String)) throws {
    let reader = FormulaReader(shapes: [
      "X": [.batch, .symbol("m")], "y": [.batch], "w": [.symbol("m")], "b": [],
    ])
    let error = #expect(throws: FormulaError.self) { try reader.read(row.text) }
    #expect(error?.sentence == row.sentence)
  }
}
