import Blackboard
import ChainRule
import Testing

/// The losses of textbooks as they are typed: read, differentiated, printed and read back.
@Suite("Losses as they are typed")
struct LossRoundTripTests {
  /// A loss, what it is differentiated by, and the shapes that custom would not give.
  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let variable: String
    let shapes: [String: Shape]

    init(_ text: String, _ variable: String, _ shapes: [String: Shape] = [:]) {
      (self.text, self.variable, self.shapes) = (text, variable, shapes)
    }

    var testDescription: String { text }
  }

  private static let n = Shape.Extent.symbol("n")
  static let rows: [Row] = [
    Row("mean((y - X*w - b)^2)", "w"), Row("mean((y - X*w)^2) + λ*w'*w", "w"),
    Row("norm2(y - X*w)^2 + λ*norm2(w)^2", "w"), Row("1/(2*N)*norm2(y - X*w)^2", "w"),
    Row("mean((y - X*w)^2)/2 + α*(ρ*norm1(w) + (1 - ρ)/2*norm2(w)^2)", "w"),
    Row("-mean(y.*log(sigmoid(X*w)) + (1 - y).*log(1 - sigmoid(X*w)))", "w"),
    Row("mean(log(1 + exp(X*w)) - y.*(X*w))", "w"), Row("mean(softplus(X*w) - y.*(X*w))", "w"),
    Row("mean(log(1 + exp(-y.*(X*w))))", "w"),
    Row("-mean(sum(Y.*log(softmax(X*W, axis=1)), axis=1))", "W", ["Y": [.batch, n]]),
    Row("mean(logsumexp(X*W, axis=1) - sum(Y.*(X*W), axis=1))", "W", ["Y": [.batch, n]]),
    Row("-sum(Y .* logsoftmax(X*W, axis=1))/N", "W", ["Y": [.batch, n]]),
    Row("mean(huber(y - X*w, δ))", "w"), Row("mean(exp(X*w + b) - y.*(X*w + b))", "w"),
    Row("mean(exp(X*w) - y.*(X*w))", "w"), Row("mean(max(τ*(y - X*w), (τ - 1)*(y - X*w)))", "w"),
    Row("sum(v.*(y - X*w)^2)/sum(v)", "w", ["v": [.batch]]), Row("mean(log(cosh(y - X*w)))", "w"),
    Row("mean((Y - X*W)^2)", "W"), Row("N*log(σ) + norm2(y - X*w)^2/(2*σ^2)", "σ"),
    Row("N/2*s + exp(-s)/2*norm2(y - X*w)^2", "s"),
    Row("mean(s/2 + (y - μ)^2 ./ (2*exp(s)))", "s", ["s": [n], "μ": [n], "y": [n]]),
    Row("1 - x'*y/(norm2(x)*norm2(y))", "x", ["y": [n], "x": [n]]), Row("x'*A*x", "x"),
    Row("norm2(A*x - b)", "x", ["b": [n], "A": [n, .symbol("m")]]),
    Row("norm2(A*x - b)^2", "x", ["b": [n], "A": [n, .symbol("m")]]), Row("x'*A'*B*x", "x"),
    Row("tr(A*X)", "A"), Row("tr(Z'*A*Z)", "Z"), Row("logdet(A)", "A"), Row("tr(A*inv(B))", "B"),
    Row("det(A)", "A"), Row("a'*A*b", "A", ["a": [n], "b": [.symbol("m")]]), Row("logsumexp(A*x)", "x"),
    Row("mean((y - tanh(X*V)*w)^2)", "V"), Row("exp(-norm2(x - z)^2/(2*l^2))", "x", ["x": [n], "z": [n]]),
    Row("u'*inv(K + σ^2*I)*u/2 + logdet(K + σ^2*I)/2", "σ"),
    Row("-mean(log(q*exp(-(u - a)^2/2) + (1 - q)*exp(-(u - b)^2/2)))", "a", ["u": [n], "q": []]),
    Row("mean(log(1 + (y - X*w)^2/ν))", "w"),
    Row("mean(exp((2 - p)*(X*w))/(2 - p) - y.*exp((1 - p)*(X*w))/(1 - p))", "w", ["p": []]),
    Row("norm2(A - U*V')^2", "U"), Row("mean(max(0, 1 - y.*(X*w)))", "w"),
    Row("max(0, norm2(u - p)^2 - norm2(u - q)^2 + c)", "u", ["u": [n], "p": [n], "q": [n]]),
  ]

  @Test("Their gradients and Hessians are printed and read back with equal values", arguments: rows)
  func readsBack(row: Row) throws {
    let read = try FormulaReader(shapes: row.shapes).read(row.text)
    let variable = try #require(read.symbols[row.variable])
    let gradient = try read.tensor.gradient(withRespectTo: [variable])[variable]
    var tensors = [read.tensor, gradient]
    if try variable.shape.rank < 2 { tensors.append(try gradient.jacobian(withRespectTo: variable)) }
    for tensor in tensors {
      for text in [tensor.formula.unicode, tensor.formula.latex] {
        let back = try FormulaReader(shapes: row.shapes).read(text, with: read.symbols, shape: tensor.shape)
        let (expected, found) = try values(of: tensor, back.tensor, read)
        #expect(RoundTripTests.areAlike(expected, found), "\(text): \(expected) and \(found)")
      }
    }
  }

  private func values(
    of tensor: Tensor, _ other: Tensor, _ read: ReadFormula
  ) throws -> (NDArray<Double>, NDArray<Double>) {
    var draw = SeededGenerator(seed: 7)
    let leaves = (read.tensor.inputs + read.tensor.parameters)
    let bindings = try leaves.map { leaf in
      let lengths = leaf.node.shape.extents.map { extent in
        switch extent {
        case .fixed(let length): length
        case .batch: 4
        case .symbol: 3
        }
      }
      let elements = (0..<lengths.reduce(1, *)).map { _ in 0.2 + 0.7 * draw.uniform() }
      return (leaf, try NDArray(shape: lengths, elements: elements))
    }
    let values = try Program<Double>(computing: [tensor, other] + leaves).run(Bindings(bindings))
    return (values.arrays[0], values.arrays[1])
  }
}
