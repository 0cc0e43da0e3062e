import ChainRule
import Foundation

/// The text of the files in `Printed`: functions with the source of random gradients, and tables to find them in.
enum PrintedSource {
  private static let gradientsPerFile = 13
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Printed")
  private static let head = """
    // swift-format-ignore-file
    // Printed by .ci/print-source; not written by hand.
    import ChainRule


    """

  static let files = Array(0..<(RandomGradient.countWithOthers + gradientsPerFile - 1) / gradientsPerFile)

  static func url(of file: Int) -> URL { folder.appending(path: "Gradients\(file).swift") }
  static let urlOfTable = folder.appending(path: "AllGradients.swift")

  static func text(of file: Int) throws -> String {
    let end = min((file + 1) * gradientsPerFile, RandomGradient.countWithOthers)
    var text = head
    var table = "let printedGradients\(file): [@Sendable ([Tensor]) -> Tensor] = [\n"
    for number in file * gradientsPerFile..<end {
      let formula = try RandomGradient(number: number).gradient.formula
      let name = "gradient\(number)"
      text += try formula.swiftFunction(named: name) + "\n"
      let arguments = try formula.swiftArguments.indices.map { "$0[\($0)]" }.joined(separator: ", ")
      table += arguments.isEmpty ? "  { _ in \(name)() },\n" : "  { \(name)(\(arguments)) },\n"
    }
    return text + table + "]\n"
  }

  static var textOfTable: String {
    let parts = files.map { "  printedGradients\($0),\n" }.joined()
    return head + "let printedGradients: [@Sendable ([Tensor]) -> Tensor] = [\n\(parts)].flatMap { $0 }\n"
  }
}
