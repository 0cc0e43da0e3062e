/// An argument that is not understood, in a sentence that tells what would be.
struct Mistake: Error, Equatable, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
