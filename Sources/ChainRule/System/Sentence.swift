/// A setting that a sentence advises: Swift spells it one way, the options of a command another.
package protocol Setting: Hashable, Sendable {
  /// The setting as it is written in Swift.
  var swift: String { get }
}

/// A sentence of an error, in clauses of which each reader gets those that can be followed where it calls from.
///
/// Written as text, it is one clause. What differs between Swift and the options of a command stands in it as a setting,
/// not as text: each front end words it, and a clause whose setting it lacks is left out.
///
/// ```swift
/// let advice: Sentence = "use a method for kinks"
/// print(advice)  // use a method for kinks
/// ```
public struct Sentence: Hashable, Sendable, CustomStringConvertible {
  fileprivate enum Part: Sendable {
    case text(String)
    case setting(any Setting)
    case sentence(Sentence)
  }

  private var clauses: [[Part]]

  /// A sentence of text alone; none if the text is empty.
  public init(_ text: String) { clauses = text.isEmpty ? [] : [[.text(text)]] }

  private init(clauses: [[Part]]) { self.clauses = clauses }

  /// Whichever of these can be followed, joined by `or`.
  package static func either(_ alternatives: Sentence...) -> Sentence {
    Sentence(clauses: alternatives.flatMap(\.clauses))
  }

  /// The sentence with settings in the words of a front end; clauses with one that has no words there are left out.
  package func worded(by word: (any Setting) -> String?) -> String {
    let shown = clauses.compactMap { clause -> String? in
      var text = ""
      for part in clause {
        switch part {
        case .text(let own): text += own
        case .sentence(let sentence): text += sentence.worded(by: word)
        case .setting(let setting):
          guard let words = word(setting) else { return nil }
          text += words
        }
      }
      return text
    }
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: ", ") + ", or " + last
  }

  /// The sentence for those who call from Swift.
  public var description: String { worded { $0.swift } }

  /// Whether both say the same.
  public static func == (left: Sentence, right: Sentence) -> Bool { left.description == right.description }

  /// Hashes what equality compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

extension Sentence: ExpressibleByStringInterpolation {
  /// Collects text and settings.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    /// Nothing yet.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Takes in text.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.text(literal)) }
    }

    /// Takes in a value as text.
    public mutating func appendInterpolation(_ value: some Any) {
      parts.append(.text("\(value)"))
    }

    /// Takes in another sentence with its settings.
    public mutating func appendInterpolation(_ sentence: Sentence) { parts.append(.sentence(sentence)) }

    /// Takes in a setting, which each front end words.
    package mutating func appendInterpolation(_ setting: some Setting) { parts.append(.setting(setting)) }
  }

  /// A sentence of text alone; none if the text is empty.
  public init(stringLiteral value: String) { self.init(value) }

  /// A sentence of text and settings.
  public init(stringInterpolation: StringInterpolation) { self.init(clauses: [stringInterpolation.parts]) }
}
