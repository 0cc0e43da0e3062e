package import ChainRule

/// An error of the library in the words of the command: with the file, and with options in place of Swift.
package struct Complaint: Equatable, CustomStringConvertible {
  package let description: String

  /// - Parameters:
  ///   - error: What was thrown.
  ///   - file: The file of data that the command was given.
  package init(_ error: ChainRuleError, about file: String) {
    var text = error.problem + (error.mend.isEmpty ? "" : "; " + error.mend)
    for (swift, option) in Self.options { text.replace(swift, with: option) }
    // What the library calls the operation is its own affair; a place in the file, or the file itself, says more.
    let place = error.operands.isEmpty ? [] : [error.operands]
    let isAboutData = error.kind == .data && !error.operands.hasPrefix(file)
    description = ((isAboutData ? [file] : []) + place + [text]).joined(separator: ": ")
  }

  private static let options = [
    ("or choose to drop such rows or to fill with the mean", "or give --missing drop or --missing mean"),
    (", read it with CSVOptions(separator: .semicolon),", ","),
    (", read it with CSVOptions(separator: .tab),", ","),
    ("take a logistic or softmax model", "give --model logistic or --model softmax"),
    ("take softmax", "give --model softmax"),
    ("spell missing ones as CSVOptions.missingSpellings has them", "leave it empty if it is missing"),
    (".truncatedNewton()", "--optimizer newton"),
    (".proximalNewton()", "--optimizer proximal-newton"),
    (".fista()", "--optimizer fista"),
  ]
}
