import ChainRule
import Testing

@Suite("Formulas in parts")
struct FormulaTextTests {
  private static let u = Tensor.parameter("u", shape: [])

  /// Each step needs the one before twice.
  private static func steps(_ count: Int) -> Tensor {
    (0..<count).reduce(u) { u, _ in u + 0.1 * sin(u) }
  }

  @Test("What repeats is written once: the text of dependent steps grows as their number does")
  func dependentSteps() {
    let lengths = [100, 200, 400].map { count in
      FormulaText(of: Self.steps(count).node).text(in: UnicodePrinter()).utf8.count
    }
    #expect(lengths[0] < 100 * 60)
    // Numbers of parts get longer by a digit.
    #expect(Double(lengths[1]) < 2.2 * Double(lengths[0]) && Double(lengths[2]) < 2.2 * Double(lengths[1]))
  }

  @Test("Parts have the same names in Unicode and in LaTeX")
  func sameParts() {
    let text = FormulaText(of: Self.steps(50).node)
    let (unicode, latex) = (text.text(in: UnicodePrinter()), text.text(in: LaTeXPrinter()))
    #expect(text.definitions.count > 1)
    for number in 1...text.definitions.count {
      #expect(unicode.contains("t\(Subscripts.text(of: number)) = ") && latex.contains("t_{\(number)} = "))
    }
  }

  @Test("Different tensors of one name are told apart, and one that was named twice is one")
  func namesakes() {
    let (first, second) = (Tensor.input("x", shape: [3]), Tensor.input("x", shape: [3]))
    #expect((first - second).formula.unicode == "x − x₂")
    #expect((first - second).formula.latex == "x - x_{2}")
    let sum = first + second
    #expect(Self.unicode(sum.named("v") - sum.named("v")) == "v − v")
    #expect(Self.unicode(sum.named("v") * exp(second).named("v")) == "v ⊙ v₂")
    let size = Tensor.parameter("N", shape: [])
    #expect((size / Tensor.extent(.batch)).formula.unicode == "N₂/N")
  }

  private static func unicode(_ tensor: Tensor) -> String {
    FormulaText(of: tensor.node).text(in: UnicodePrinter())
  }

  @Test("A part is not called what a tensor is called")
  func takenNames() {
    let long = (0..<30).reduce(Tensor.parameter("t₁", shape: [])) { x, _ in x + exp(x) }
    let text = FormulaText(of: long.node).text(in: UnicodePrinter())
    #expect(text.contains("t₂ = ") && !text.contains("t₁ = "))
  }

  @Test("What stands below a name alone has no part in the text")
  func hiddenParts() {
    let hidden = Self.steps(40).named("h")
    #expect(FormulaText(of: (hidden + 1).node).text(in: UnicodePrinter()) == "h + 1")
  }

  @Test("Each part of a formula says which tensor it stands for")
  func subjects() {
    let sum = Self.u + 1
    let product = 2 * sum
    guard
      case .part(.product(let number, let other, isElementwise: false), of: let node) = FormulaText(
        of: product.node
      ).root
    else {
      Issue.record("no product")
      return
    }
    #expect(node === product.node && other.subject === sum.node && number.isNumber)
  }
}
