internal import ChainRule

/// A report as one HTML file that needs nothing else: headings, paragraphs, formulas, tables and plots.
///
/// ```swift
/// var page = Page("Ridge regression")
/// let losses = Plot("Loss", x: "iteration", y: "loss", marks: [.line(x: [0, 1, 2], y: [4, 2, 1])])
/// page.sections = [.heading("The fit"), .formula("(1/N) Σ (y − ŷ)² + λ Σ w²"), .plot(losses)]
/// try page.write(htmlFile: "report.html")
/// ```
///
/// There are no scripts and nothing is loaded; every text is escaped. The text is the same for the same page.
public struct Page: Sendable {
  /// A part of a page.
  public enum Section: Sendable {
    /// A heading; level 2 is the highest below the title, 6 the lowest.
    case heading(String, level: Int = 2)
    /// Text.
    case paragraph(String)
    /// A formula or program, as it is, with its line breaks.
    case formula(String)
    /// Text with typeset formulas among the words.
    case sentence([PagePhrase])
    /// Typeset formulas, each on a line of its own.
    case typeset([PageFormula])
    /// A list of items.
    case list([String])
    /// A table.
    case table(PageTable)
    /// A picture with a caption below it, if there is one.
    case plot(Plot, caption: String = "")
    /// A picture of several plots with a caption below it, if there is one.
    case grid(PlotGrid, caption: String = "")
  }

  /// The title, in the window and over the text.
  public var title: String
  /// The parts, from top to bottom.
  public var sections: [Section]
  /// The language of the text, by its code.
  public var language: String

  /// A page of parts under a title.
  public init(_ title: String, sections: [Section] = [], language: String = "en") {
    (self.title, self.sections, self.language) = (title, sections, language)
  }

  /// The page as HTML.
  public var html: String {
    let head =
      "<meta charset=\"utf-8\">\n"
      + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      + Markup.element("title", [], Markup.escaped(title.isEmpty ? "Report" : title))
      + Markup.element("style", [], Self.style)
    let heading = title.isEmpty ? "" : Markup.element("h1", [], Markup.escaped(title))
    let main = Markup.element("main", [], heading + sections.map(Self.html).joined())
    return "<!DOCTYPE html>\n"
      + Markup.element(
        "html", [("lang", language)], Markup.element("head", [], head) + Markup.element("body", [], main))
  }

  /// Writes the page to a file, whole or not at all.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` that names the path, if the file cannot be written.
  public func write(htmlFile path: String) throws {
    try FileBytes.write(Array(html.utf8), to: path, operation: "Page.write(htmlFile:)")
  }

  private static func html(_ section: Section) -> String {
    switch section {
    case .heading(let text, let level):
      return Markup.element("h\(min(max(level, 2), 6))", [], Markup.escaped(text))
    case .paragraph(let text): return Markup.element("p", [], Markup.escaped(text))
    case .formula(let text):
      // A line break is part of a formula; a parser drops the first.
      let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      return "<pre>\n" + lines.map { Markup.escaped(String($0)) }.joined(separator: "\n") + "</pre>\n"
    case .sentence(let phrases): return Markup.element("p", [], phrases.map(\.html).joined())
    case .typeset(let formulas):
      let lines = formulas.map { Markup.element("div", [], $0.mathML + "\n") }.joined()
      return Markup.element("div", [("class", "formulas")], lines)
    case .list(let items):
      if items.isEmpty { return "" }
      return Markup.element("ul", [], items.map { Markup.element("li", [], Markup.escaped($0)) }.joined())
    case .table(let table): return table.html
    case .plot(let plot, let caption): return figure(plot.svg, caption)
    case .grid(let grid, let caption): return figure(grid.svg, caption)
    }
  }

  private static func figure(_ svg: String, _ caption: String) -> String {
    let below = caption.isEmpty ? "" : Markup.element("figcaption", [], Markup.escaped(caption))
    return Markup.element("figure", [], svg + below)
  }

  private static let style = """
    :root { color-scheme: light dark; }
    body { margin: 0; font: 16px/1.5 Helvetica, Arial, sans-serif; color: #1b1f24; background: #fff; }
    main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 .5em; overflow-wrap: anywhere; }
    h1 { margin-top: 0; }
    p, li, figcaption { overflow-wrap: anywhere; }
    pre { padding: .7rem 1rem; overflow-x: auto; background: #f2f4f7; border-radius: .3rem; }
    pre, td.n { font-family: ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace; font-size: .92em; }
    .formulas { margin: .6rem 0 .6rem 1.5rem; overflow-x: auto; line-height: 2; }
    .wide { overflow-x: auto; margin: 1rem 0; }
    table { border-collapse: collapse; }
    caption { text-align: left; font-weight: bold; padding-bottom: .4rem; }
    th, td { text-align: left; padding: .25rem .7em; border-bottom: 1px solid #d5d9de; }
    th.n, td.n { text-align: right; white-space: nowrap; }
    figure { margin: 1.2rem 0; }
    figure svg { max-width: 100%; height: auto; }
    figure svg svg { max-width: none; }
    figcaption { color: #59616b; font-size: .92em; }
    @media (prefers-color-scheme: dark) {
      body { color: #e6e8eb; background: #16191d; }
      pre { background: #22272e; }
      th, td { border-color: #3a414a; }
      figcaption { color: #a4acb6; }
    }
    @media print {
      body { color: #000; background: #fff; }
      main { max-width: none; padding: 0; }
      pre { white-space: pre-wrap; border: 1px solid #ccc; background: none; }
      figure, tr { break-inside: avoid; }
      h1, h2, h3, h4, h5, h6 { break-after: avoid; }
    }

    """
}
