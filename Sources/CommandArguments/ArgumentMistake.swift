/// An argument that is not understood, in a sentence that says what would be.
public struct ArgumentMistake: Error, Equatable, CustomStringConvertible {
  /// The sentence.
  public let description: String

  /// A mistake in these words.
  public init(_ description: String) { self.description = description }
}
