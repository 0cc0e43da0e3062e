/// A formula that is not understood: where, what is wrong, and the likely mend.
///
/// ```swift
/// do {
///   _ = try FormulaReader().read("mean((y - X*w^2)")
/// } catch {
///   print(error)
/// }
/// // column 5: ( is not closed; put ) at the end
/// //   mean((y - X*w^2)
/// //       ^
/// ```
public struct FormulaError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where it stands, in characters of the text, counted from 1.
  public let column: Int
  /// What is wrong.
  public let problem: String
  /// What would be right; empty where nothing can be suggested.
  public let mend: String
  /// The line of the text, or the part of a long one around the place.
  public let excerpt: String
  /// How many characters stand before the place in the excerpt.
  public let offset: Int
  /// Whether the formula is understood, and operands in it have shapes that do not fit together.
  public internal(set) var isMisfit = false

  /// - Parameters:
  ///   - place: Where it stands, counted from 0.
  ///   - text: The characters of the formula.
  init(at place: Int, of text: [Character], _ problem: String, mend: String = "") {
    column = place + 1
    self.problem = problem
    self.mend = mend
    let place = min(max(place, 0), text.count)
    let start = max(0, min(place - Self.room / 2, text.count - Self.room))
    let end = min(text.count, start + Self.room)
    let line = text[start..<end].map { $0.isNewline || $0 == "\t" ? " " : $0 }
    excerpt = (start > 0 ? "…" : "") + String(line) + (end < text.count ? "…" : "")
    offset = place - start + (start > 0 ? 1 : 0)
  }

  /// How many characters of the formula are shown.
  private static let room = 76

  /// The error in one sentence: `column 5: ( is not closed; put ) at the end`.
  public var sentence: String { "column \(column): \(problem)" + (mend.isEmpty ? "" : "; \(mend)") }

  /// The sentence, and below it the formula with a mark at the place.
  public var description: String {
    "\(sentence)\n  \(excerpt)\n  \(String(repeating: " ", count: offset))^"
  }
}
