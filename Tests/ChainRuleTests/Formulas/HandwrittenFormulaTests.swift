import ChainRule
import Testing

/// Derivatives as they stand in a book, and with the values of the graph they came from.
@Suite("Formulas as written by hand")
struct HandwrittenFormulaTests {
  private static let w = Tensor.parameter("w", shape: [3])
  private static let v = Tensor.parameter("v", shape: [2])
  private static let A = Tensor.parameter("A", shape: [3, 3])
  private static let X = Tensor.input("X", shape: [.batch, 3])
  private static let T = Tensor.input("T", shape: [.batch, 3])
  private static var data: Bindings<Double> {
    [
      w: [0.5, -1.25, 2], v: [0.75, -0.5], A: [[1, 2, -1], [0.5, 3, 0.25], [-2, 1, 1.5]],
      X: [[1, 2, 0.5], [-1, 0.25, 3]], T: [[0.2, 0.3, 0.4], [1, 0.5, 0.75]],
    ]
  }

  private func expect(_ tensor: Tensor, _ unicode: String, _ latex: String) throws {
    try tensor.validate()
    #expect(tensor.formula.unicode == unicode)
    #expect(tensor.formula.latex == latex)
    let simplified = Formula.simplified(tensor)
    #expect(try simplified.shape == tensor.shape)
    let leaves = [Self.w, Self.v, Self.A, Self.X, Self.T]
    let arrays = try Program<Double>(computing: [tensor, simplified] + leaves).run(Self.data).arrays
    // A few roundings of numbers below 1000.
    #expect(
      arrays[0].isApproximatelyEqual(to: arrays[1], relativeTolerance: 1e-12, absoluteTolerance: 1e-12),
      "\(unicode) is \(arrays[1]), not \(arrays[0])")
  }

  private func gradient(_ value: Tensor, _ variable: Tensor) throws -> Tensor {
    try value.gradient(withRespectTo: [variable])[variable]
  }

  @Test("Axes of length 1 are not told, and a single position is its number")
  func axes() throws {
    let (w, v, X) = (Self.w, Self.v, Self.X)
    try expect(
      gradient(norm(w), w),
      "w / ‖w‖",
      #"\frac{w}{\left\|w\right\|}"#)
    try expect(
      gradient(sum(norm(X, along: [1])), X), "X / norm₁(X)", #"\frac{X}{\operatorname{norm}_{1}(X)}"#)
    try expect(w / sum(w, along: [0], keepingAxes: true), "w / Σw", #"\frac{w}{\sum w}"#)
    try expect(concatenate([w[0].reshaped(to: [1]), v], along: 0), "[w[0], v]", #"[{w}_{0},\, v]"#)
    try expect(
      gradient(squared(1 - v[0]) + 100 * squared(v[1] - squared(v[0])), v),
      "200 · pad(v[1] − v[0]², [1], [2]) − 2 · pad(1 − v[0], [0], [2])"
        + " − 400 · pad((v[1] − v[0]²) · v[0], [0], [2])",
      #"200 \cdot \operatorname{pad}({v}_{1} - {v}_{0}^{2}, [1], [2])"#
        + #" - 2 \cdot \operatorname{pad}(1 - {v}_{0}, [0], [2])"#
        + #" - 400 \cdot \operatorname{pad}(({v}_{1} - {v}_{0}^{2}) \cdot {v}_{0}, [0], [2])"#)
  }

  @Test("Differences from the mean have the mean 0")
  func differences() throws {
    let w = Self.w
    try expect(
      gradient(variance(w), w), "2/3 · (w − mean(w))", #"\frac{2}{3} (w - \operatorname{mean}(w))"#)
    try expect(
      gradient(standardDeviation(w), w),
      "(w − mean(w)) / (√3 · ‖w − mean(w)‖)",
      #"\frac{w - \operatorname{mean}(w)}{\sqrt{3} \cdot \left\|w - \operatorname{mean}(w)\right\|}"#)
    try expect(centered(Tensor(2).broadcast(to: [3])), "𝟎", #"\mathbf{0}"#)
  }

  @Test("The identity matrix is I, and disappears from products")
  func identity() throws {
    let (w, A, X) = (Self.w, Self.A, Self.X)
    try expect(gradient(trace(A), A), "I", "I")
    try expect(gradient(trace(A.transposed() • A), A), "2A", "2A")
    try expect(sum(squared(w)).hessian(withRespectTo: w), "2I", "2I")
    try expect((A • w).jacobian(withRespectTo: w), "A", "A")
    try expect((w • A).jacobian(withRespectTo: w), "Aᵀ", #"A^{\top}"#)
    try expect((w • (A • w)).hessian(withRespectTo: w), "A + Aᵀ", #"A + A^{\top}"#)
    try expect(
      mean(squared(X • w)).hessian(withRespectTo: w), "2/N · XᵀX", #"\frac{2}{N} X^{\top} X"#)
    try expect(sum(exp(w)).hessian(withRespectTo: w), "diag(exp(w))", #"\operatorname{diag}(\exp(w))"#)
    try expect(squared(w).jacobian(withRespectTo: w), "2 · diag(w)", #"2 \cdot \operatorname{diag}(w)"#)
    try expect(
      sum(exp(A • w)).hessian(withRespectTo: w), "Aᵀdiag(exp(Aw)) A",
      #"A^{\top} \operatorname{diag}(\exp(A w)) A"#)
  }

  @Test("Soft cross-entropy has the softmax in its gradient, not the exponential of its logarithm")
  func crossEntropy() throws {
    let (w, X, T) = (Self.w, Self.X, Self.T)
    let t = Tensor.constant([0.25, 0.5, 0.125]).named("t")
    try expect(
      gradient(-sum(t * logSoftmax(w)), w), "softmax(w) · Σt − t",
      #"\operatorname{softmax}(w) \cdot \sum t - t"#)
    try expect(
      gradient(-mean(sum(T * logSoftmax(X), along: [1])), X), "1/N · (softmax₁(X) ⊙ Σ₁T − T)",
      #"\frac{1}{N} \left(\operatorname{softmax}_{1}(X) \odot \sum_{1} T - T\right)"#)
    try expect(expm1(logSoftmax(w)), "softmax(w) − 1", #"\operatorname{softmax}(w) - 1"#)
  }

  @Test("Derivatives of the arc sine are written with 1 − x²")
  func complement() throws {
    let w = Self.v
    let first = try gradient(sum(asin(w)), w)
    try expect(first, "1 / √(1 − v²)", #"\frac{1}{\sqrt{1 - v^{2}}}"#)
    try expect(gradient(sum(first), w), "v / (√(1 − v²))³", #"\frac{v}{\sqrt{1 - v^{2}}^{3}}"#)
    try expect(gradient(sum(atanh(w)), w), "1 / (1 − v²)", #"\frac{1}{1 - v^{2}}"#)
  }
}
