import Blackboard
package import ChainRule
import CommandArguments

/// A formula and the shapes of its symbols, as commands take them.
package struct FormulaRequest: Equatable {
  package var formula = ""
  package var shapes: [String: Shape] = [:]

  static let options: [CommandSyntax.Option] = [.value("--shape", "X=N,m", isRepeated: true)]

  init(_ arguments: Arguments) throws(ArgumentMistake) {
    let name = arguments.syntax.name
    guard let formula = arguments.operands.first else {
      throw ArgumentMistake("\(name) needs a formula; try chainrule \(name) \"mean((y - X*w)^2)\"")
    }
    self.formula = formula
    for text in arguments.texts("--shape") {
      for part in text.split(whereSeparator: { $0 == " " || $0 == ";" }) { try declare(String(part)) }
    }
  }

  /// `X=N,3`, or `b=` for a number.
  private mutating func declare(_ text: String) throws(ArgumentMistake) {
    func mistake(_ problem: String) -> ArgumentMistake {
      ArgumentMistake("--shape \(text): \(problem); try --shape X=N,m, and b= for a number")
    }
    guard let mark = text.firstIndex(of: "="), mark > text.startIndex else {
      throw mistake("no symbol with a shape")
    }
    let name = String(text[..<mark])
    if shapes[name] != nil { throw mistake("\(name) has a shape already") }
    var extents: [Shape.Extent] = []
    let lengths = text[text.index(after: mark)...]
    for length in lengths.isEmpty ? [] : lengths.split(separator: ",", omittingEmptySubsequences: false) {
      guard let extent = Self.extent(String(length)) else { throw mistake("“\(length)” is no length") }
      if extent == .batch && !extents.isEmpty { throw mistake("the rows N come first") }
      extents.append(extent)
    }
    shapes[name] = Shape(extents)
  }

  /// A number, `N` for the rows, or another symbol.
  private static func extent(_ text: String) -> Shape.Extent? {
    if text == "N" { return .batch }
    if let number = Int(text) { return number >= 0 ? .fixed(number) : nil }
    let isName = text.first?.isLetter == true && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isName ? .symbol(text) : nil
  }

  /// What the formula says.
  func read() throws -> ReadFormula { try FormulaReader(shapes: shapes).read(formula) }

  /// The shapes that were inferred, in a line.
  static func told(_ read: ReadFormula) -> String {
    read.inferred.sorted { $0.key < $1.key }
      .map { "\($0.key) \($0.value.isScalar ? "a number" : $0.value.description)" }.joined(separator: ", ")
  }
}
