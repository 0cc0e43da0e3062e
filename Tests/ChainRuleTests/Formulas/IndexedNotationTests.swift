import ChainRule
import Testing

/// Elements and sums with letters for indices, as printers set them.
@Suite("Notation with indices")
struct IndexedNotationTests {
  private typealias Tree = Notation<Int>

  private static let element = Tree.element(.symbol("X"), at: ["i", "j"])

  @Test("Letters stand below the line, and what has an index already is put into parentheses")
  func elements() {
    let unicode = UnicodePrinter()
    #expect(unicode.text(of: Self.element) == "Xᵢⱼ")
    #expect(unicode.text(of: Tree.element(.symbol("v₁"), at: ["i"])) == "(v₁)ᵢ")
    #expect(unicode.text(of: Tree.element(.sum(.symbol("a"), .symbol("b")), at: ["k"])) == "(a + b)ₖ")
    // Not every letter has a small one.
    #expect(unicode.text(of: Tree.element(.symbol("X"), at: ["i", "q"])) == "X[i, q]")
    #expect(LaTeXPrinter().text(of: Self.element) == "{X}_{i j}")
    #expect(
      MathMLPrinter().text(of: Self.element)
        == "<msub><mrow><mi>X</mi></mrow><mrow><mi>i</mi><mi>j</mi></mrow></msub>")
  }

  @Test("A sum tells its indices, and has a sum in parentheses")
  func totals() {
    let product = Tree.indexedTotal(.juxtaposed(Self.element, .element(.symbol("w"), at: ["j"])), over: ["j"])
    #expect(UnicodePrinter().text(of: product) == "Σⱼ Xᵢⱼ wⱼ")
    #expect(LaTeXPrinter().text(of: product) == "\\sum_{j} {X}_{i j} {w}_{j}")
    let sum = Tree.indexedTotal(.sum(Self.element, .number(1)), over: ["i", "j"])
    #expect(UnicodePrinter().text(of: sum) == "Σᵢⱼ (Xᵢⱼ + 1)")
    #expect(
      MathMLPrinter().text(of: sum).hasPrefix("<munder><mo>∑</mo><mrow><mi>i</mi><mi>j</mi></mrow></munder>"))
    #expect(
      UnicodePrinter().text(of: Tree.product(sum, .number(2), isElementwise: false)) == "(Σᵢⱼ (Xᵢⱼ + 1)) · 2")
  }
}
