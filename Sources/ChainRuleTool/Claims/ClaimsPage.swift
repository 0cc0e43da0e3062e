package import CommandArguments

/// The claims with what was found, as the page `docs/lessons/claims.md`.
package enum ClaimsPage {
  package static let help = """
    usage: chainrule claims

    Decides formulas and numbers that lessons on linear regression by gradient descent print, and
    prints a page in Markdown: each proved, refuted with what is wrong, or computed.
    """

  package static let syntax = Command.claims.syntax(options: [], operands: 0)

  /// - Throws: An error of the library; none is expected.
  package static func markdown() throws -> String {
    let rows = try LessonClaims.all().map { claim in
      "| " + [claim.subject, "`\(claim.statement)`", claim.finding].map(cell).joined(separator: " | ") + " |"
    }
    return ([head] + rows).joined(separator: "\n") + "\n"
  }

  /// A bar would end the cell.
  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

  private static let head = """
    # What lessons say, and what is so

    Formulas and numbers that lessons on linear regression by gradient descent print, right ones and slips that are often copied. Each was
    decided by the command that wrote this page:

        swift run chainrule claims > docs/lessons/claims.md

    *Proved*: both sides have one normal form in index notation, for all numbers and all lengths, and agree where they are evaluated.
    *Refuted*: they differ at the point that is given, exactly; the mistake is named where the terms show it. *Computed*: numbers as printed.
    Here L is the loss, ŷ = Xw + b the prediction, N the number of rows, and κ(t) the logarithm of the moment generating function.

    | about | claim | finding |
    | --- | --- | --- |
    """
}
