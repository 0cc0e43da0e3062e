/// Everything that a caller of this library can get wrong, as one sentence that names the operation, its
/// operands by name and shape, what is wrong with them, and the likely mend.
///
/// Errors are compared by value, so a test can demand exactly the message that a user will read.
///
/// ```swift
/// let a = Tensor.parameter("a", shape: [2])
/// let b = Tensor.parameter("b", shape: [3])
/// do {
///   _ = try (a + b).shape
/// } catch let error as ChainRuleError {
///   print(error.kind, error.operation, error.problem, separator: "; ")
/// }
/// // shape; add; axis -1 has the lengths 2 and 3
/// ```
public struct ChainRuleError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The family of the mistake, for programs that react to it.
  public enum Kind: String, Sendable, CaseIterable {
    /// Operand shapes that do not fit each other or the operation.
    case shape
    /// An axis that the operand does not have, or has twice.
    case axis
    /// A leaf declared in a way that no program could run: an empty name, a negative size.
    case declaration
    /// A differentiation that is not defined: a loss that is not a scalar, an unknown parameter.
    case differentiation
    /// Data that is missing, surplus, duplicated, or of the wrong shape when a program is run.
    case binding
    /// An array built from elements that do not fill its shape, or asked for what it does not hold.
    case array
    /// A matrix without the result asked for: singular, or not positive definite.
    case singular
    /// A non-finite value where only finite ones are allowed.
    case nonFinite
    /// A file that cannot be read or written, or bytes that are not what the format of the file demands.
    case file
    /// Data that cannot be fitted as asked: a missing value, a column that is not there, no rows.
    case data
    /// An optimization asked for in a way that cannot work: a negative tolerance, an optimizer that does not fit.
    case optimization
  }

  /// A line of the caller's source.
  public struct Location: Hashable, Sendable, CustomStringConvertible {
    /// The file, as `#fileID` gives it: `Module/File.swift`.
    public let file: String
    /// The line, counted from 1.
    public let line: UInt

    package init(_ file: StaticString, _ line: UInt) {
      self.file = "\(file)"
      self.line = line
    }

    /// The location as `Module/File.swift:12`.
    public var description: String { "\(file):\(line)" }
  }

  /// The family of the mistake.
  public let kind: Kind
  /// The operation as the caller knows it, such as `matmul` or `Program.run`.
  public let operation: String
  /// The operands by name and shape, such as `X [N, 3] • w [2]`; empty where there are none.
  public let operands: String
  /// What is wrong.
  public var problem: String { problemSentence.description }
  /// What would be right, for those who call from Swift; empty where nothing can be suggested.
  public var mend: String { advice.description }
  /// What is wrong, for every front end.
  package let problemSentence: Sentence
  /// What would be right, for every front end.
  package let advice: Sentence
  /// Where in the caller's source the operation was recorded; for an operator, which cannot know, where its result was
  /// first given to a function with a name.
  ///
  /// It is not part of equality: the same mistake on another line is the same mistake.
  public let location: Location?

  package init(
    _ kind: Kind, in operation: String, operands: String = "", problem: String, mend: String = "",
    at location: Location? = nil
  ) {
    self.init(
      kind, in: operation, operands: operands, saying: Sentence(problem), advice: Sentence(mend), at: location
    )
  }

  /// An error whose sentences name settings, which a front end words in its own way.
  package init(
    _ kind: Kind, in operation: String, operands: String = "", saying problem: Sentence,
    advice: Sentence = "",
    at location: Location? = nil
  ) {
    self.kind = kind
    self.operation = operation
    self.operands = operands
    problemSentence = problem
    self.advice = advice
    self.location = location
  }

  /// The same mistake as one made in another operation, which is the one that was called.
  package func told(as operation: String) -> ChainRuleError {
    ChainRuleError(
      kind, in: operation, operands: operands, saying: problemSentence, advice: advice, at: location)
  }

  /// The same error at a place in the caller's source.
  package func located(at location: Location) -> ChainRuleError {
    ChainRuleError(
      kind, in: operation, operands: operands, saying: problemSentence, advice: advice, at: location)
  }

  /// The error as one sentence: `operation: operands: problem; mend`.
  public var description: String {
    var text = operation
    if !operands.isEmpty { text += ": " + operands }
    text += ": " + problem
    if !mend.isEmpty { text += "; " + mend }
    if let location { text += " (\(location))" }
    return text
  }

  /// Whether both errors say the same about the same operands, wherever they were made.
  public static func == (left: ChainRuleError, right: ChainRuleError) -> Bool {
    left.kind == right.kind && left.operation == right.operation && left.operands == right.operands
      && left.problem == right.problem && left.mend == right.mend
  }

  /// Hashes what equality compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(operation)
    hasher.combine(operands)
    hasher.combine(problem)
  }
}
