import ChainRule
import Testing

@Suite("Notation")
struct NotationTests {
  /// An operation from outside, whose value no source can give.
  private struct Doubling: CustomOperation {
    let name = "doubling"
    func shape(of operands: [Shape]) throws -> Shape { operands[0] }
    func evaluate<Scalar: TensorScalar>(_ operands: [NDArray<Scalar>]) throws -> NDArray<Scalar> {
      operands[0].map { 2 * $0 }
    }
    func pullback(_ cotangent: Tensor, operands: [Tensor], output: Tensor) -> [Tensor?] { [2 * cotangent] }
  }

  private static let custom = Tensor.applying(Doubling(), to: [NotationRow.x])
  private static let rows = NotationRow.ofElements + NotationRow.ofArrays

  @Test("Every operation is written in Unicode, LaTeX and Swift as the field writes it", arguments: rows)
  func isWritten(row: NotationRow) throws {
    try row.tensor.validate()
    #expect(FormulaText(of: row.tensor.node).text(in: UnicodePrinter()) == row.unicode)
    #expect(FormulaText(of: row.tensor.node).text(in: LaTeXPrinter()) == row.latex)
    #expect(try row.tensor.formula.swift == row.swift)
  }

  @Test("No family of operations is without a row, and no function of one or two numbers")
  func isComplete() {
    let primitives = (Self.rows.map(\.tensor) + [Self.custom]).flatMap { tensor in
      Traversal(from: [tensor.node]).nodes.map(\.primitive)
    }
    #expect(Set(primitives.compactMap(SweepFamily.of)) == Set(SweepFamily.allCases))
    #expect(primitives.contains { if case .leaf = $0 { true } else { false } })
    for function in Elementwise.allCases { #expect(primitives.contains(.elementwise(function))) }
    for function in Arithmetic.allCases { #expect(primitives.contains(.arithmetic(function))) }
    for function in Comparison.allCases { #expect(primitives.contains(.comparison(function))) }
    for function in MatrixFunction.allCases { #expect(primitives.contains(.matrixFunction(function))) }
    let kinds = primitives.compactMap { if case .reduction(let family) = $0 { family.kind } else { nil } }
    #expect(Set(kinds) == Set(Reduction.Kind.allCases))
  }

  @Test("A custom operation is written as it says, and has no Swift source")
  func customOperation() {
    #expect(Self.custom.formula.unicode == "doubling(x)")
    let error = ChainRuleError(
      .declaration, in: "swift", operands: "doubling(x) [3]",
      problem: "the custom operation doubling has no source",
      mend: "print what it is applied to and what is made of it, or compose it of recorded operations")
    #expect(throws: error) { try Self.custom.formula.swift }
    #expect(throws: error) { try (1 + Self.custom).formula.swiftFunction(named: "f") }
  }
}
