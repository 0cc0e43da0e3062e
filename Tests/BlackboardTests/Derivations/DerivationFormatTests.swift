import Blackboard
import ChainRule
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif
import Foundation

/// What a reader sees of a derivation.
@Suite("How derivations are printed")
struct DerivationFormatTests {
  private static let X = Tensor.input("X", shape: [.batch, .symbol("m")])
  private static let y = Tensor.input("y", shape: [.batch])
  private static let w = Tensor.parameter("w", shape: [.symbol("m")])
  private static let b = Tensor.parameter("b", shape: [])

  private static let regressions: [Tensor] = [
    mean(squared(y - X • w - b)), mean(squared(X • w + b - y)), mean(squared(y - (X • w + b))),
    meanSquaredError(X • w + b, y), mean(squared((X • w + b).named("ŷ") - y)).named("loss"),
    sum(squared(y - X • w - b)) / Tensor.extent(.batch),
    1 / Tensor.extent(.batch) * sum(squared(X • w + b - y)), mean(pow(y - X • w - b, 2)),
  ]

  @Test("Linear regression takes at most 8 steps for w and 6 for b", arguments: regressions)
  func steps(loss: Tensor) throws {
    let (weights, bias) = (
      try Derivation(of: loss, withRespectTo: Self.w), try Derivation(of: loss, withRespectTo: Self.b)
    )
    #expect(weights.steps.count <= 8 && bias.steps.count <= 6)
    #expect(weights.steps.last?.kind == .indexForm && bias.steps.last?.kind == .indexForm)
  }

  @Test("The bias of a linear regression")
  func bias() throws {
    let derivation = try Derivation(of: Self.regressions[1], withRespectTo: Self.b)
    #expect(
      derivation.description == """
        The derivative of L with respect to b

           Given: X [N, m], w [m], b [], y [N].
           Recorded as:
             v₁ = Xw + b    [N]
             v₂ = v₁ − y    [N]
             v₃ = v₂²       [N]
             L = Σv₃/N

        1. Mean: L = Σv₃/N
             ∂L/∂v₃ = 1/N · 𝟏    [N]

        2. Power rule: v₃ = v₂²
             ∂(v₂²)/∂v₂ = 2v₂
             ∂L/∂v₂ = ∂L/∂v₃ ⊙ (2v₂) = 2/N · v₂    [N]

        3. Difference rule: v₂ = v₁ − y
             ∂(v₁ − y)/∂v₁ = 1
             ∂L/∂v₁ = ∂L/∂v₂ = 2/N · v₂    [N]

        4. Sum rule: v₁ = Xw + b
             ∂(Xw + b)/∂b = 1
             ∂L/∂b = Σ(∂L/∂v₁) = 2/N · Σv₂
           b is added in every row of v₁, so its derivative sums over the rows:
             ∂L/∂b = Σᵢ (∂L/∂v₁)ᵢ

        5. Simplification: what the names stand for is put in
             ∂L/∂b = 2/N · Σ(Xw + b − y)
           By these rules, in the order in which they are first needed:
           • what is repeated only to fit is left to broadcasting
           • a scalar factor stands in front of what is linear: Σ(2a) = 2 · Σa

        6. Index form: the same, element by element
           A product of matrices sums over the index that both factors share; Σ sums over all that it is not
           told to keep:
             ∂L/∂b = 2/N Σᵢ (Σⱼ xᵢⱼ wⱼ + b − yᵢ)

        """)
  }

  @Test("What is used twice is a sum of contributions")
  func contributions() throws {
    let x = Tensor.parameter("x", shape: [])
    let derivation = try Derivation(of: x * exp(x), withRespectTo: x)
    #expect(
      derivation.steps.map(\.kind) == [.chainRule, .chainRule, .chainRule, .contributions, .simplification])
    #expect(
      derivation.description.contains("It stands in L and in v₁, and what each use contributes adds up:"))
    #expect(derivation.description.contains("∂L/∂x = g₁ + g₂ = x · v₁ + v₁"))
  }

  @Test("A tensor on the way can be the variable, and one that has no part says so")
  func variables() throws {
    let residual = (Self.X • Self.w - Self.y).named("r")
    let derivation = try Derivation(of: mean(squared(residual)), withRespectTo: residual)
    #expect(derivation.formula.unicode == "2/N · r")
    let other = try Derivation(of: mean(squared(residual)), withRespectTo: Self.b)
    #expect(other.steps.map(\.kind) == [.simplification])
    #expect(other.description.contains("L does not depend on it."))
    let own = try Derivation(of: Self.b, withRespectTo: Self.b)
    #expect(own.description.contains("is the variable itself."))
  }

  @Test("Only a scalar is derived, and of variables that are its own")
  func refusals() {
    let error = ChainRuleError(
      .differentiation, in: "Derivation", operands: "Xw [N]", problem: "only a scalar has a gradient",
      mend: "reduce it with sum or mean first")
    #expect(throws: error) { try Derivation(of: Self.X • Self.w, withRespectTo: Self.w) }
  }

  @Test("Of a long graph the first steps are told, and how many are not")
  func long() throws {
    let x = Tensor.parameter("x", shape: [])
    let chain = (0..<300).reduce(x) { x, _ in sin(x) }
    let derivation = try Derivation(of: chain, withRespectTo: x)
    #expect(derivation.steps.count <= 42 && derivation.omittedSteps == 260)
    #expect(derivation.description.contains("260 more steps of the same kind are left out."))
  }

  @Test(
    "Formulas of the page are well-formed, and Markdown and LaTeX close what they open", arguments: 0..<20)
  func formats(number: Int) throws {
    let row = DerivedLosses.rows[number]
    let derivation = try Derivation(of: row.loss, withRespectTo: row.variables[0])
    let pieces = derivation.html.components(separatedBy: "<math ").dropFirst()
    #expect(!pieces.isEmpty)
    for piece in pieces {
      let text = "<math " + (piece.components(separatedBy: "</math>").first ?? "") + "</math>"
      #expect(XMLParser(data: Data(text.utf8)).parse(), "\(text)")
    }
    for text in [derivation.latex, derivation.markdown] {
      let plain = text.replacingOccurrences(of: "\\{", with: "").replacingOccurrences(of: "\\}", with: "")
        .replacingOccurrences(of: "\\$", with: "")
      #expect(plain.count { $0 == "{" } == plain.count { $0 == "}" } && plain.count { $0 == "$" } % 2 == 0)
      let (lefts, rights) = (text.components(separatedBy: "\\left"), text.components(separatedBy: "\\right"))
      #expect(lefts.count == rights.count)
    }
  }

  @Test("Names that mean something to a format are escaped")
  func hostileNames() throws {
    let x = Tensor.parameter("a_b<i>$", shape: [])
    let derivation = try Derivation(of: exp(x).named("50% & more") * 2, withRespectTo: x)
    #expect(!derivation.html.contains("<i>") && derivation.html.contains("&lt;i&gt;"))
    #expect(derivation.latex.contains("50\\%\\ \\&\\ more"))
  }
}
