// Words that sentences of errors and reports have in common.

/// A text as sentences show it: in quotes, what cannot be printed as escapes, and no more than 40 characters of it.
package func quoted(_ text: String) -> String {
  // Scalars and not characters: one character may be as long as the file.
  let head = text.unicodeScalars.prefix(40)
  guard head.endIndex < text.unicodeScalars.endIndex else { return text.debugDescription }
  return String(String(head).debugDescription.dropLast()) + "…\""
}

/// A number of things in words: `1 row`, `2 rows`.
package func counted(_ count: Int, _ singular: String) -> String {
  count == 1 ? "1 \(singular)" : "\(count) \(singular)s"
}

/// A side of a text.
package enum TextSide { case leading, trailing }

extension String {
  /// The text, lengthened on one side to at least `length` characters.
  package func padded(on side: TextSide, to length: Int, with filler: String = " ") -> String {
    let padding = String(repeating: filler, count: max(length - count, 0))
    return side == .leading ? padding + self : self + padding
  }
}
