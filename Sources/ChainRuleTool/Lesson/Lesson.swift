import Blackboard
import ChainRule
import Figures

/// The smallest linear regression: three rows, two features, and weights that predict 6, 7, 8 for 7, 8, 9.
package struct Lesson {
  let X = Tensor.input("X", shape: [.batch, 2])
  let y = Tensor.input("y", shape: [.batch])
  let w = Tensor.parameter("w", shape: [2])
  let b = Tensor.parameter("b", shape: [])
  let prediction: Tensor
  let loss: Tensor
  let gradient: Gradient
  let point: Bindings<Double>

  package init() throws {
    prediction = (X • w + b).named("ŷ")
    loss = mean(squared(prediction - y)).named("L")
    gradient = try loss.gradient(withRespectTo: [w, b])
    point = [X: [[1, 2], [3, 4], [5, 6]], y: [7, 8, 9], w: [0, 0.5], b: 5]
  }

  /// The recorded graph with values and adjoints.
  package func traceSection() throws -> String {
    """
    1. The recorded graph of L = \(loss.formula) with ŷ = \(prediction.formula)
       Values are computed downwards; then, upwards from ∂L/∂L = 1, each adjoint ∂L/∂v is the
       adjoint of the line that uses v times that line's derivative in v.

    \(try EvaluationTrace(of: loss, at: point).table(columns: 88))
    """
  }

  /// The formulas derived from the recorded graph beside those derived by hand, and the numbers of both.
  package func formulaSection() throws -> LessonPart {
    let residual = y - prediction
    let other = try mean(squared(residual)).gradient(withRespectTo: [w, b])
    // The textbook's gradient, derived by hand and recorded as an expression of its own.
    let rows = Tensor.extent(.batch)
    let byHandW = -2 / rows * (X.transposed() • residual)
    let byHandB = -2 / rows * sum(residual)
    let program = try Program<Double>(computing: [
      gradient[w], gradient[b], other[w], other[b], byHandW, byHandB,
    ])
    let values = try program.run(point).arrays
    let isRight = stride(from: 0, to: 6, by: 2).allSatisfy { index in
      values[index].isApproximatelyEqual(to: values[4], relativeTolerance: 1e-15)
        && values[index + 1].isApproximatelyEqual(to: values[5], relativeTolerance: 1e-15)
    }
    let formulas = TextTable(
      [
        ["", "from (ŷ − y)²", "from (y − ŷ)²", "by hand"],
        ["∂L/∂w", gradient[w].formula.unicode, other[w].formula.unicode, "−2/N · Xᵀ(y − ŷ)"],
        ["∂L/∂b", gradient[b].formula.unicode, other[b].formula.unicode, "−2/N · Σ(y − ŷ)"],
      ], minimumWidths: [7, 20, 21])
    let text = """
      2. The gradient, derived mechanically from the graph and by hand

      \(formulas)

      w_grad = \(values[0].formatted(separator: ", ", isAligned: false))
      b_grad = \(values[1])
      the same numbers by hand: \(isRight ? "yes" : "FAILED")
      """
    return LessonPart(text: text, isRight: isRight)
  }
}
