package import CommandArguments

/// The commands of `chainrule`.
package enum Command: String, CaseIterable, Sendable {
  /// What is done without the name of a command: the lesson.
  case lesson = ""
  case fit, predict, generate, check, derive, prove, trace
  case claims

  /// The command that the first argument names; the lesson if it names none.
  package init(of arguments: [String]) {
    self = arguments.first.flatMap { $0.isEmpty ? nil : Command(rawValue: $0) } ?? .lesson
  }

  /// How it is called.
  package var name: String { self == .lesson ? "chainrule" : "chainrule " + rawValue }

  /// What it takes beside `--help`.
  package func syntax(
    options: [CommandSyntax.Option], operands: Int, ofKind kind: String = "file"
  ) -> CommandSyntax {
    CommandSyntax(
      self == .lesson ? "chainrule" : rawValue, asksHelpBy: name + " --help", options: options,
      operands: operands, ofKind: kind)
  }
}
