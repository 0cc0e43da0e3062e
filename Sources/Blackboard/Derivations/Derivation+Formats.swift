public import Figures

extension Derivation {
  /// The derivation as Markdown, with formulas in LaTeX between dollar signs.
  public var markdown: String { PassageMarkdown.text(of: passages) }

  /// The derivation as a fragment of LaTeX, for any document that uses the package amsmath.
  public var latex: String { PassageLaTeX.text(of: passages) }

  /// The derivation as a page, with formulas in MathML.
  ///
  /// ```swift
  /// let x = Tensor.parameter("x", shape: [3])
  /// let derivation = try Derivation(of: sum(squared(x)), withRespectTo: x)
  /// try derivation.page.write(htmlFile: "derivation.html")
  /// ```
  public var page: Page { PassageHTML.page(of: passages) }

  /// The page as HTML: one file that needs nothing else.
  public var html: String { page.html }
}
