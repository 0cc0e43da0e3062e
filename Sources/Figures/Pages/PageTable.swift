/// A table of a page: columns with titles, and rows of text and numbers.
///
/// ```swift
/// let table = PageTable("Coefficients", columns: ["feature", "value"], rows: [["width", 1.5], ["height", -0.25]])
/// var page = Page("A fit")
/// page.sections = [.table(table)]
/// try page.write(htmlFile: "fit.html")
/// ```
public struct PageTable: Sendable {
  /// A cell of a table.
  public enum Cell: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByFloatLiteral {
    /// Text as it is; what reads as a number is aligned like one.
    case text(String)
    /// A number, rounded to the table's significant digits.
    case number(Double)

    /// A cell of text.
    public init(stringLiteral value: String) { self = .text(value) }
    /// A cell of a number.
    public init(floatLiteral value: Double) { self = .number(value) }
  }

  /// What stands over the table.
  public var caption: String
  /// The titles of the columns.
  public var columns: [String]
  /// The cells, row by row; a missing one is empty.
  public var rows: [[Cell]]
  /// How many significant digits numbers have.
  public var significantDigits: Int

  /// A table of rows under the titles of their columns.
  public init(_ caption: String = "", columns: [String], rows: [[Cell]], significantDigits: Int = 6) {
    (self.caption, self.columns, self.rows, self.significantDigits) = (
      caption, columns, rows, significantDigits
    )
  }

  /// The table as HTML; columns of numbers are aligned at the decimal point.
  var html: String {
    let count = max(columns.count, rows.map(\.count).max() ?? 0)
    let texts = rows.map { row in
      (0..<count).map { row.indices.contains($0) ? text(row[$0]) : "" }
    }
    let isNumeric = (0..<count).map { column in
      let filled = texts.map { $0[column] }.filter { !$0.isEmpty }
      return !filled.isEmpty && filled.allSatisfy(Self.isNumber)
    }
    let tails = (0..<count).map { column in texts.map { Self.tail($0[column]) }.max() ?? 0 }
    var body = caption.isEmpty ? "" : Markup.element("caption", [], Markup.escaped(caption))
    let heads = (0..<count).map { column in
      Markup.element(
        "th", [("scope", "col")] + (isNumeric[column] ? [("class", "n")] : []),
        Markup.escaped(columns.indices.contains(column) ? columns[column] : ""))
    }.joined()
    body += Markup.element("thead", [], Markup.element("tr", [], heads))
    body += Markup.element(
      "tbody", [],
      texts.map { row in
        Markup.element("tr", [], (0..<count).map { cell(row[$0], isNumeric[$0], tails[$0]) }.joined())
      }.joined())
    return Markup.element("div", [("class", "wide")], Markup.element("table", [], body))
  }

  private func text(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): text
    case .number(let value): DecimalText.typeset(value, digits: significantDigits)
    }
  }

  private func cell(_ text: String, _ isNumeric: Bool, _ tail: Int) -> String {
    var attributes: [(String, String)] = isNumeric ? [("class", "n")] : []
    // The digits have one width, so that what is missing behind the point is a length.
    let missing = tail - Self.tail(text)
    if isNumeric, missing > 0 { attributes.append(("style", "padding-right:calc(.7em + \(missing)ch)")) }
    return Markup.element("td", attributes, Markup.escaped(text))
  }

  private static func isNumber(_ text: String) -> Bool {
    let plain = text.replacing("\u{2212}", with: "-").split(separator: "·", maxSplits: 1).first ?? ""
    return ["NaN", "∞", "-∞", "–", "—"].contains(String(plain)) || Double(plain) != nil
  }

  /// How many characters stand from the decimal point on.
  private static func tail(_ text: String) -> Int {
    if let point = text.firstIndex(of: ".") { return text.distance(from: point, to: text.endIndex) }
    return text.firstIndex { $0 == "·" || $0 == "e" }.map { text.distance(from: $0, to: text.endIndex) } ?? 0
  }
}
