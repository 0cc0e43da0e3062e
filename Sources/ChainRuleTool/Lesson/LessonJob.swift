import ChainRule

/// What `chainrule` does without arguments: the four sections, one after the other.
package struct LessonJob {
  package let seed: UInt64

  package init(seed: UInt64) { self.seed = seed }

  /// Prints the sections line by line; returns whether every check in them holds.
  package func run(_ line: TerminalLine, _ print: (String) -> Void) throws -> Bool {
    let lesson = try Lesson()
    print(try lesson.traceSection())
    let formulas = try lesson.formulaSection()
    print("\n" + formulas.text)
    let check = PropertyCheck(seed: seed, problems: 1000)
    let outcome = try check.run(mechanical: PropertyCheck.derived, line)
    print("\n" + outcome.text)
    let descent = try Descent().run(line)
    print("\n" + descent.text)
    return formulas.isRight && outcome.isRight && descent.isRight
  }
}
