/// About how wide text is, on the wide side: what fits by this measure fits in every common sans-serif font.
///
/// The fonts of a viewer are not known here. The widths are those of a wide face, so that narrower ones leave room.
package enum TextMeasure {
  /// The width of the text in the unit of the font's size.
  package static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    text.unicodeScalars.reduce(0) { $0 + advance($1) } * size * (isBold ? 1.12 : 1)
  }

  /// The width of one character, in parts of the font's size.
  private static func advance(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", " ", "'", ".", ",", "|", ":", ";", "I", "·": 0.34
    case "f", "t", "r", "(", ")", "[", "]", "/", "\\", "-", "!", "J": 0.42
    case "⁰", "¹", "²", "³", "⁴"..."⁹", "₀"..."₉": 0.44
    case "c", "k", "s", "v", "x", "y", "z": 0.6
    case "m", "w", "M", "W", "%", "@", "…", "—": 1
    case "+", "−", "=", "<", ">", "~", "±", "×", "≤", "≥", "#", "&", "^", "–", "ω": 0.84
    case "O", "Q", "G", "D", "H", "N", "U": 0.79
    case "a"..."z", "0"..."9", "_", "\"", "?", "$", "`", "⁻": 0.64
    case "A"..."Z": 0.7
    case "\u{300}"..."\u{36F}", "\u{200B}"..."\u{200F}", "\u{FE00}"..."\u{FE0F}": 0
    case "\u{0}"..."\u{10FF}": 0.75
    case "\u{1100}"..."\u{115F}", "\u{2E80}"..."\u{A4CF}", "\u{AC00}"..."\u{D7A3}", "\u{F900}"..."\u{FAFF}",
      "\u{FF00}"..."\u{FF60}", "\u{1F000}"...:
      1.3
    default: 0.9
    }
  }

  /// The text, its end replaced by an ellipsis where it is wider than the room.
  package static func shortened(_ text: String, to room: Double, size: Double, isBold: Bool = false) -> String
  {
    if width(text, size: size, isBold: isBold) <= room { return text }
    let factor = size * (isBold ? 1.12 : 1)
    var used = advance("…") * factor
    var kept = ""
    for character in text {
      used += character.unicodeScalars.reduce(0) { $0 + advance($1) } * factor
      if used > room { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// The text in lines that fit the room, broken between words; the last of `limit` lines ends in an ellipsis where
  /// there is more.
  package static func wrapped(
    _ text: String, to room: Double, size: Double, isBold: Bool = false, limit: Int = 3
  ) -> [String] {
    let words = text.split { $0.isWhitespace }.map(String.init)
    var lines: [String] = []
    for (index, word) in words.enumerated() {
      let longer = (lines.last.map { $0 + " " } ?? "") + word
      if lines.isEmpty {
        lines.append(word)
      } else if width(longer, size: size, isBold: isBold) <= room {
        lines[lines.count - 1] = longer
      } else if lines.count < limit {
        lines.append(word)
      } else {
        lines[lines.count - 1] += " " + words[index...].joined(separator: " ")
        break
      }
    }
    return lines.map { shortened($0, to: room, size: size, isBold: isBold) }
  }
}
