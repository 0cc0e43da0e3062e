/// Names of tensors made identifiers of Swift, each a different one.
package struct SwiftIdentifiers {
  private var taken: Set<String> = []
  private var temporaries = 0

  package init() {}

  /// The identifier for the name of a tensor: `ŷ` and `rate₂` stay, `learning rate` becomes `learning_rate`, a second
  /// `x` becomes `x_2`.
  package mutating func unique(_ name: String) -> String {
    let stem = Self.identifier(for: name)
    var (candidate, number) = (stem, 1)
    while !taken.insert(candidate).inserted {
      number += 1
      candidate = "\(stem)_\(number)"
    }
    return candidate
  }

  /// The next of `t1`, `t2`, … that no tensor is called.
  package mutating func temporary() -> String {
    repeat { temporaries += 1 } while !taken.insert("t\(temporaries)").inserted
    return "t\(temporaries)"
  }

  /// `name` with underscores in place of what cannot stand in an identifier, and one behind where the word is taken by
  /// the language or by a function that printed source calls.
  package static func identifier(for name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars {
      if isAllowed(scalar) {
        text.unicodeScalars.append(scalar)
      } else if !text.isEmpty && text.last != "_" {
        text += "_"
      }
    }
    // Nothing public starts with an underscore, and a gap at the end tells nothing.
    while text.last == "_" { text.removeLast() }
    text = String(text.drop { $0 == "_" })
    guard let first = text.unicodeScalars.first else { return "x" }
    if !isAllowedFirst(first) { text = "x" + text }
    return keywords.contains(text) || functions.contains(text) || types.contains(text) ? text + "_" : text
  }

  /// The free functions that operations are printed with, which a tensor of the same name would hide.
  package static let functions = Set(
    Elementwise.allCases.map(\.rawValue) + Arithmetic.allCases.map(\.rawValue)
      + MatrixFunction.allCases.map(\.rawValue) + Reduction.Kind.allCases.map(\.rawValue)
      + Normalization.Kind.allCases.map(\.rawValue)
  ).subtracting(["negate", "square", "add", "subtract", "multiply", "divide", "power"]).union([
    "squared", "pow", "digamma", "polygamma", "select", "concatenate", "gather", "scatterAdd", "sum", "pad",
    "cumulativeSum", "sorted", "unsorted", "lowerTriangle", "upperTriangle", "diagonal", "diagonalMatrix",
    "solve", "cofactorDerivative", "stopGradient", "guarded",
  ])

  private static let types: Set<String> = ["Tensor", "NDArray", "Double"]

  private static let keywords: Set<String> = [
    "actor", "any", "Any", "as", "associatedtype", "async", "await", "break", "case", "catch", "class",
    "consume",
    "continue", "copy", "default", "defer", "deinit", "discard", "do", "each", "else", "enum", "extension",
    "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout",
    "internal", "is", "let", "macro", "nil", "nonisolated", "open", "operator", "package", "precedencegroup",
    "private", "protocol", "public", "repeat", "rethrows", "return", "self", "Self", "sending", "some",
    "static",
    "struct", "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "unsafe", "var",
    "where", "while", "yield",
  ]

  /// Letters, marks and digits in the ranges that Swift's grammar has for identifiers.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "_" { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .decimalNumber, .letterNumber, .otherNumber:
      break
    default: return false
    }
    if scalar.isASCII { return true }
    return ranges.contains { $0.contains(scalar.value) }
  }

  private static func isAllowedFirst(_ scalar: Unicode.Scalar) -> Bool {
    !("0"..."9").contains(scalar) && !marks.contains { $0.contains(scalar.value) }
  }

  /// What may stand in an identifier, but not first.
  private static let marks: [ClosedRange<UInt32>] = [
    0x300...0x36f, 0x1dc0...0x1dff, 0x20d0...0x20ff, 0xfe20...0xfe2f,
  ]

  /// - Source: The Swift Programming Language, Lexical Structure, grammar of an identifier.
  private static let ranges: [ClosedRange<UInt32>] =
    marks + [
      0xaa...0xaa, 0xb2...0xb5, 0xb7...0xba, 0xbc...0xbe, 0xc0...0xd6, 0xd8...0xf6, 0xf8...0x2ff,
      0x370...0x167f, 0x1681...0x180d, 0x180f...0x1dbf, 0x1e00...0x1fff, 0x2070...0x20cf, 0x2100...0x218f,
      0x2460...0x24ff, 0x2776...0x2793, 0x2c00...0x2dff, 0x2e80...0x2fff, 0x3004...0x3007, 0x3021...0x302f,
      0x3031...0x303f, 0x3040...0xd7ff, 0xf900...0xfd3d, 0xfd40...0xfdcf, 0xfdf0...0xfe1f, 0xfe30...0xfe44,
      0xfe47...0xfffd, 0x10000...0x1fffd, 0x20000...0x2fffd,
    ]
}
