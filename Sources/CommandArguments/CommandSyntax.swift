internal import ChainRule

/// What a command takes: options by their names, and what stands alone.
///
/// ```swift
/// let syntax = CommandSyntax(
///   "plot", asksHelpBy: "plot --help", options: [.value("--width", "640"), .flag("--dark")], operands: 1)
/// let arguments = try Arguments(["data.csv", "--width=320"], of: syntax)
/// arguments.operands           // ["data.csv"]
/// arguments.text("--width")    // Optional("320")
/// ```
public struct CommandSyntax: Sendable {
  /// An option of a command.
  public struct Option: Sendable {
    let name: String
    /// A value to try; nil for an option that takes none.
    let example: String?
    let isRepeated: Bool

    /// An option that takes no value.
    public static func flag(_ name: String) -> Option { Option(name: name, example: nil, isRepeated: false) }

    /// An option with a value, such as the example.
    ///
    /// - Parameter isRepeated: Whether it may be given several times, once for each value.
    public static func value(_ name: String, _ example: String, isRepeated: Bool = false) -> Option {
      Option(name: name, example: example, isRepeated: isRepeated)
    }
  }

  /// The command, as its mistakes name it.
  public let name: String
  /// What is typed for the help of the command.
  public let help: String
  let options: [Option]
  let operandLimit: Int
  let operandKind: String

  /// A command.
  ///
  /// - Parameters:
  ///   - name: How mistakes name it.
  ///   - help: What is typed for its help.
  ///   - options: Its options beside `--help`.
  ///   - operands: How many arguments may stand alone.
  ///   - kind: What these are.
  public init(
    _ name: String, asksHelpBy help: String, options: [Option], operands: Int, ofKind kind: String = "file"
  ) {
    self.name = name
    self.help = help
    self.options = options
    operandLimit = operands
    operandKind = kind
  }

  /// The mistake of an option that the command does not have.
  func unknown(_ option: String) -> ArgumentMistake {
    let near = NearNames.near(option, among: options.map(\.name) + ["--help"])
    let mend = near.isEmpty ? "try \(help)" : NearNames.meaning(near)
    return ArgumentMistake("\(option): not an option of \(name); \(mend)")
  }
}
