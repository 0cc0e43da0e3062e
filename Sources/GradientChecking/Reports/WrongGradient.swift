/// A gradient that is not what it ought to be, as an error whose description is the report.
///
/// A test that lets it pass through fails with the report, whichever framework runs it.
///
/// ```swift
/// do {
///   try expectGradient(of: { x in x[0] * x[0] }, gradient: { _ in [2.5] }, at: [1])
/// } catch let error as WrongGradient {
///   print(error.report.outcome)
/// }
/// // wrong
/// ```
public struct WrongGradient: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was found.
  public let report: GradientReport

  /// The error of a report.
  public init(_ report: GradientReport) { self.report = report }

  /// The report as text, from a line of its own on.
  public var description: String { "\n" + report.text }
}
