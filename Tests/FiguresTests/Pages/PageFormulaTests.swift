import ChainRule
import Figures
import Testing

@Suite("Typeset formulas of pages")
struct PageFormulaTests {
  private let x = Tensor.parameter("x", shape: [])

  @Test("Formulas stand among words as MathML, and words are escaped")
  func sentence() {
    var page = Page("A slope")
    page.sections = [.sentence([.text("a < b & "), .formula(PageFormula(sqrt(x).formula)), .text("<i>")])]
    let root = "<mrow><msqrt><mi>x</mi></msqrt></mrow></math>"
    #expect(
      page.html.contains(
        "<p>a &lt; b &amp; <math xmlns=\"http://www.w3.org/1998/Math/MathML\">\(root)&lt;i&gt;</p>"))
  }

  @Test("Each of several formulas has a line of its own")
  func lines() {
    var page = Page("Two")
    page.sections = [.typeset([PageFormula((x + 1).formula), PageFormula(exp(x).formula)])]
    #expect(page.html.components(separatedBy: "<math ").count == 3)
    #expect(page.html.components(separatedBy: "<div>\n<math").count == 3)
  }

  @Test("A name that is markup stays a name")
  func hostileName() {
    let named = Tensor.parameter("<script>", shape: [])
    var page = Page("")
    page.sections = [.typeset([PageFormula(exp(named).formula)])]
    #expect(!page.html.contains("<script>") && page.html.contains("&lt;script&gt;"))
  }
}
