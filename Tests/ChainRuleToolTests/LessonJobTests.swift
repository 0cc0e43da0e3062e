import ChainRule
import ChainRuleTool
import CommandArguments
import Testing

@Suite("The command without arguments")
struct LessonJobTests {
  private func output(seed: UInt64 = 1, problems: Int = 1000) throws -> [Substring] {
    var text = ""
    let isRight = try LessonJob(seed: seed).run(TerminalLine(isShown: false)) { text += $0 + "\n" }
    #expect(isRight)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test("It fits a screen and a half, 90 columns wide, without escape codes")
  func size() throws {
    let lines = try output()
    #expect(lines.count <= 54)
    #expect(lines.allSatisfy { $0.count <= 100 })
    #expect(!lines.contains { $0.contains("\u{1B}") || $0.contains("\r") || $0.contains("FAILED") })
    #expect(lines.contains("w_grad = [-6., -8.]"))
    #expect(lines.contains("b_grad = -2.0"))
  }

  @Test("A gradient with a missing factor, sign or row fails the check", arguments: [1.0, -2, 2.000001])
  func plantedFactor(factor: Double) throws {
    let check = PropertyCheck(seed: 3, problems: 5)
    let wrong: PropertyCheck.Derivation = { loss, w, b in
      try loss.gradient(withRespectTo: [w, b]).derivatives.map { $0 * (factor / 2) }
    }
    let section = try check.run(mechanical: wrong, TerminalLine(isShown: false))
    #expect(!section.isRight)
    #expect(section.text.contains("FAILED"))
    #expect(try check.run(mechanical: PropertyCheck.derived, TerminalLine(isShown: false)).isRight)
  }

  @Test("A gradient that is not a number fails the check")
  func plantedNaN() throws {
    let wrong: PropertyCheck.Derivation = { loss, w, b in
      try loss.gradient(withRespectTo: [w, b]).derivatives.map { $0 * Double.nan }
    }
    let outcome = try PropertyCheck(seed: 3, problems: 2).measure(
      mechanical: wrong, TerminalLine(isShown: false))
    #expect(outcome.byHand == .infinity)
    #expect(outcome.outsideBound == outcome.coordinates)
  }

  @Test("Descent reaches the least-squares line; a tenth of the steps does not")
  func descent() throws {
    #expect(try Descent().run(TerminalLine(isShown: false)).isRight)
    #expect(try !Descent(steps: 100).run(TerminalLine(isShown: false)).isRight)
  }

  @Test("The closed form satisfies the normal equations")
  func closedForm() throws {
    let descent = try Descent()
    let line = descent.leastSquares
    let residuals = zip(descent.x, descent.y).map { line.slope * $0 + line.intercept - $1 }
    #expect(Swift.abs(residuals.reduce(0, +)) < 1e-11)
    #expect(Swift.abs(zip(residuals, descent.x).reduce(0) { $0 + $1.0 * $1.1 }) < 1e-11)
  }

  @Test("Arguments are understood, or refused with what is wrong and the mend")
  func options() throws {
    #expect(try Request(arguments: []) == .mainJob(seed: 1))
    #expect(try Request(arguments: ["--seed", "7"]) == .mainJob(seed: 7))
    #expect(try Request(arguments: ["--help"]) == .text(Request.help))
    let wrong: [([String], String)] = [
      (["--seed"], "--seed needs a value; try --seed 1"),
      (["--seed", "-1"], "--seed -1: not a whole number from 0 to 2⁶⁴ − 1; try --seed 1"),
      (["--sed=1"], "--sed: not an option of chainrule; did you mean --seed?"),
      (
        ["train"],
        "train: not a command; there are fit, predict, generate, check, derive, prove, trace, claims"
      ),
      (["fits"], "fits: not a command; did you mean fit?"),
    ]
    for (arguments, message) in wrong {
      #expect(throws: ArgumentMistake(message)) { try Request(arguments: arguments) }
    }
  }
}
