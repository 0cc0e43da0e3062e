import ChainRule
import Testing

/// A program with a mistake, and the exact sentence that names it.
struct WrongProgram: Sendable, CustomTestStringConvertible {
  let message: String
  /// The file that the error names as the place of the call; nil where it names none, because the door that throws
  /// is called where the error is caught.
  let place: String?
  let program: @Sendable () throws -> Void
  var testDescription: String { message }

  /// A mistake in a function with a name or a subscript, which says where it was called.
  static func recording(
    _ message: String, file: String = #fileID, _ tensor: @escaping @Sendable () throws -> Tensor
  ) -> WrongProgram {
    WrongProgram(message: message, place: file) { _ = try tensor().shape }
  }

  /// A mistake in an operator, which has no place to tell until a function with a name takes its result.
  static func operating(
    _ message: String, _ tensor: @escaping @Sendable () throws -> Tensor
  ) -> WrongProgram {
    WrongProgram(message: message, place: nil) { _ = try tensor().shape }
  }

  /// A mistake that is thrown, most often where it is caught.
  static func throwing(
    _ message: String, at place: String? = nil, _ program: @escaping @Sendable () throws -> some Any
  ) -> WrongProgram {
    WrongProgram(message: message, place: place) { _ = try program() }
  }

  /// Demands the sentence.
  func expectRefused(sourceLocation: SourceLocation = #_sourceLocation) {
    do {
      try program()
      Issue.record("no error; expected \(message)", sourceLocation: sourceLocation)
    } catch let error as ChainRuleError {
      #expect(error.location?.file == place, "\(error)", sourceLocation: sourceLocation)
      let end = error.location.map { " (\($0))" } ?? ""
      #expect("\(error)" == message + end, sourceLocation: sourceLocation)
    } catch {
      Issue.record("another error: \(error)", sourceLocation: sourceLocation)
    }
  }
}
