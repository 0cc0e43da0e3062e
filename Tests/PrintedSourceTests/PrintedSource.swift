import ChainRule
import Foundation

/// The text of the files in `Printed`: functions with the source of random gradients, and tables to find them in.
enum PrintedSource {
  /// A printed function, and the line by which tests call it.
  private struct Function {
    let text: String
    let call: String

    init(number: Int) throws {
      let formula = try RandomGradient(number: number).gradient.formula
      let name = "gradient\(number)"
      // Optimizing them takes minutes, and what they record is the same.
      text = "@_optimize(none) " + (try formula.swiftFunction(named: name)) + "\n"
      let arguments = try formula.swiftArguments.indices.map { "$0[\($0)]" }.joined(separator: ", ")
      call = arguments.isEmpty ? "  { _ in \(name)() },\n" : "  { \(name)(\(arguments)) },\n"
    }

    var lines: Int { (text + call).count { $0.isNewline } }
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Printed")
  private static let linesPerFile = 280
  private static let head = """
    // swift-format-ignore-file
    // Printed by .ci/print-source; not written by hand.
    import ChainRule


    """

  /// The names of all files with what is in them.
  static func files() throws -> [(name: String, text: String)] {
    var parts: [[Function]] = [[]]
    for function in try (0..<RandomGradient.countWithOthers).map(Function.init(number:)) {
      let lines = parts[parts.count - 1].reduce(function.lines) { $0 + $1.lines }
      if lines > linesPerFile { parts.append([]) }
      parts[parts.count - 1].append(function)
    }
    let tables = parts.indices.map { "  printedGradients\($0),\n" }.joined()
    let all = head + "let printedGradients: [@Sendable ([Tensor]) -> Tensor] = [\n\(tables)].flatMap { $0 }\n"
    return [("AllGradients.swift", all)]
      + parts.enumerated().map { index, functions in
        let table = "let printedGradients\(index): [@Sendable ([Tensor]) -> Tensor] = [\n"
        return (
          "Gradients\(index).swift",
          head + functions.map(\.text).joined() + table + functions.map(\.call).joined() + "]\n"
        )
      }
  }
}
