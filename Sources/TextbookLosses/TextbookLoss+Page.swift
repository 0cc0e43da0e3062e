package import ChainRule

extension TextbookLoss {
  /// `docs/closed-forms.md`: every loss, and each derivative beside its published form.
  package static func page() throws -> String {
    let rows = try all.flatMap { loss in try loss.derivatives.map { try Row(loss, $0) } }
    let published = rows.filter { $0.published != nil }
    let same = published.count { $0.formula == $0.published }
    let longer = published.count { $0.surplus > 0 }
    let ways = rows.count - published.count
    return """
      # Closed forms

      \(all.count) losses and \(rows.count) of their first and second derivatives, as `formula(withNamesOf: loss)` prints them, beside
      the forms that books and papers print. `swift run ClosedForms > docs/closed-forms.md` makes this page; CI makes it anew and
      evaluates each formula beside the recorded derivative.

      - Published forms are carried over by hand into the letters, the order of terms and the scale of the loss: sums over rows as
        products with Xᵀ, 1/N where the loss is a mean, the sign of the loss where the source has that of the likelihood.
      - The second derivative in a vector is the Hessian. In a matrix it has four axes, and sources print how the gradient changes
        along a direction D; so does this page.
      - *Same* is the published form to the letter. Otherwise the published form follows; lengths are compared in characters
        without spaces, and `+3` says that the library's is 3 longer.

      Of \(published.count) published forms the library prints \(same) to the letter, \(published.count - same - longer) otherwise and no longer,
      and \(longer) longer. \(ways) derivatives have no published form that we know of. All formulas are one line.

      | loss | in | order | the library prints | published | source |
      | --- | --- | --- | --- | --- | --- |
      \(rows.map(\.markdown).joined(separator: "\n"))

      """
  }

  private struct Row {
    let loss: TextbookLoss
    let variable: String
    let order: Int
    let formula: String
    let published: String?

    init(_ loss: TextbookLoss, _ derivative: Derivative) throws {
      self.loss = loss
      variable = derivative.variable.formula.unicode
      order = derivative.order
      formula = try loss.formula(of: derivative).unicode
      published = derivative.published
    }

    var surplus: Int { published.map { TextbookLoss.length(of: formula) - TextbookLoss.length(of: $0) } ?? 0 }

    var markdown: String {
      let other = published.map { formula == $0 ? "same" : code($0) + (surplus > 0 ? ", +\(surplus)" : "") }
      let cells = [
        "\(loss.name): \(code(loss.loss.formula.unicode))", code(variable), order == 1 ? "1st" : "2nd",
        code(formula), other ?? "–", loss.source,
      ]
      return "| \(cells.joined(separator: " | ")) |"
    }

    private func code(_ text: String) -> String {
      "`\(text.map { $0 == "|" ? "\\|" : String($0) }.joined())`"
    }
  }

  /// How long a formula is, in characters without spaces.
  package static func length(of formula: String) -> Int { formula.count { $0 != " " } }

  /// What the library prints for a derivative.
  package func formula(of derivative: Derivative) throws -> Formula {
    try recorded(derivative).formula(withNamesOf: loss)
  }
}
