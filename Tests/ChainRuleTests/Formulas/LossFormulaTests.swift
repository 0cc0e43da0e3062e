import ChainRule
import Testing

/// Gradients and Hessians of losses, each as its book has it, and right on data.
@Suite("Formulas of losses")
struct LossFormulaTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let loss: Tensor
    let variable: Tensor
    let gradient: String
    var hessian: String?
    var testDescription: String { name }
  }

  @Test("The gradient is the textbook's, and has the values of what was recorded", arguments: LossTable.rows)
  func gradient(row: Row) throws {
    let gradient = try row.loss.gradient(withRespectTo: [row.variable])[row.variable]
    #expect(gradient.formula.unicode == row.gradient)
    try expectRight(gradient)
    if let expected = row.hessian {
      let hessian = try row.loss.hessian(withRespectTo: row.variable)
      #expect(hessian.formula.unicode == expected)
      try expectRight(hessian)
    }
  }

  private func expectRight(_ tensor: Tensor) throws {
    let steps = Formula.rewritings(of: tensor)
    let sides = [tensor, Formula.simplified(tensor)] + steps.flatMap { [$0.before, $0.after] }
    let arrays = try Program<Double>(computing: sides + LossTable.leaves).run(LossTable.data).arrays
    for pair in 0..<sides.count / 2 {
      let (before, after) = (arrays[2 * pair], arrays[2 * pair + 1])
      #expect(before.shape == after.shape)
      // A few roundings for each of some forty operations on numbers near 1.
      #expect(
        before.isApproximatelyEqual(to: after, relativeTolerance: 1e-11, absoluteTolerance: 1e-11),
        "\(sides[2 * pair].formula) is not \(sides[2 * pair + 1].formula)")
    }
  }
}
