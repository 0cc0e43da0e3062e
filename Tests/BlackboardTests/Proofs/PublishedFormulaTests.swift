import Blackboard
import ChainRule
import Testing

@Suite struct PublishedFormulaTests {
  @Test("The Matrix Cookbook is proved", arguments: PublishedFormula.matrixCookbook.map(\.name))
  func cookbook(_ name: String) throws {
    let formula = try #require(PublishedFormula.matrixCookbook.first { $0.name == name })
    let proof = try formula.proof()
    #expect(proof.verdict == .proved, "\(formula.statement): \(proof)")
  }

  @Test(
    "The examples of matrixcalculus.org are proved", arguments: PublishedFormula.matrixCalculus.map(\.name))
  func matrixCalculus(_ name: String) throws {
    let formula = try #require(PublishedFormula.matrixCalculus.first { $0.name == name })
    let proof = try formula.proof()
    #expect(proof.verdict == .proved, "\(formula.statement): \(proof)")
  }

  @Test("There are 77 equations and nine examples")
  func counts() {
    #expect(PublishedFormula.matrixCookbook.count == 77)
    #expect(PublishedFormula.matrixCalculus.count == 9)
  }
}
