package import ChainRule

/// A piece of a sentence: words, or a formula among them.
package enum Phrase: Sendable {
  case words(String)
  case formula(TensorNotation)
  /// Sides that are equal.
  case equation([TensorNotation])
}

/// Sides that are equal, one after the other.
package struct Equation: Sendable {
  package var sides: [TensorNotation]
  /// What names in the sides stand for that formulas were given because they are long.
  package var definitions: [(name: TensorNotation, value: TensorNotation)]
  /// The shape of each side; nil where it goes without saying.
  package var shape: Shape?
  /// The last side, where it is written with indices.
  package var element: IndexForm?

  init(
    _ sides: [TensorNotation], where definitions: [(name: TensorNotation, value: TensorNotation)] = [],
    shape: Shape? = nil, element: IndexForm? = nil
  ) {
    (self.sides, self.definitions, self.shape, self.element) = (sides, definitions, shape, element)
  }
}

/// A part of a text with formulas, apart from how it is set: printers make text, Markdown, LaTeX and HTML of it.
package enum Passage: Sendable {
  /// A heading.
  case heading([Phrase])
  /// The heading of a numbered step.
  case step(Int, [Phrase])
  case sentence([Phrase])
  case equations([Equation])
  case list([[Phrase]])
}
