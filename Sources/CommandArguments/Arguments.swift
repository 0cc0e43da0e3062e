internal import ChainRule

/// The arguments of a command, read by its syntax.
///
/// `--name value` and `--name=value` are the same, and behind `--` everything stands alone. An option that is not known,
/// that is given twice or that lacks its value is a mistake, told with the one that was meant where a name is near. What begins with a
/// single minus sign and is more than a word, such as `-log(x)`, stands alone.
public struct Arguments: Sendable {
  /// What the command takes.
  public let syntax: CommandSyntax
  /// What stands alone, in its order.
  public private(set) var operands: [String] = []
  /// Whether the help is asked for; then nothing else is read.
  public let asksForHelp: Bool
  private var values: [String: [String]] = [:]

  /// Reads arguments.
  ///
  /// - Throws: `ArgumentMistake` that names the argument and what would be right.
  public init(_ arguments: some Sequence<String>, of syntax: CommandSyntax) throws(ArgumentMistake) {
    self.syntax = syntax
    var rest = Array(arguments)[...]
    asksForHelp = rest.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
    if asksForHelp { return }
    while let argument = rest.popFirst() {
      if argument == "--" {
        for operand in rest { try take(operand: operand) }
        return
      }
      if Self.isOption(argument) {
        try take(option: argument, &rest)
      } else {
        try take(operand: argument)
      }
    }
  }

  /// Whether an argument is an option, and not a formula or a number that begins with a minus sign, such as `-log(x)`.
  private static func isOption(_ argument: String) -> Bool {
    guard argument.hasPrefix("-") else { return false }
    return argument.hasPrefix("--") || argument.prefix { $0 != "=" }.allSatisfy { $0 == "-" || $0.isLetter }
  }

  private mutating func take(operand: String) throws(ArgumentMistake) {
    if operands.count == syntax.operandLimit {
      let kind = syntax.operandKind
      let known = operands.last ?? ""
      throw ArgumentMistake(
        syntax.operandLimit == 0
          ? "\(operand): \(syntax.name) takes no \(kind); try \(syntax.help)"
          : syntax.operandLimit == 1
            ? "\(operand): there is one \(kind) already, \(known); give one"
            : "\(operand): there are \(syntax.operandLimit) \(kind)s already; try \(syntax.help)")
    }
    operands.append(operand)
  }

  private mutating func take(option text: String, _ rest: inout ArraySlice<String>) throws(ArgumentMistake) {
    let mark = text.firstIndex(of: "=")
    let name = String(text[..<(mark ?? text.endIndex)])
    guard let option = syntax.options.first(where: { $0.name == name }) else { throw syntax.unknown(name) }
    guard let example = option.example else {
      if mark != nil { throw ArgumentMistake("\(text): \(name) takes no value; leave it out") }
      try keep([], of: option)
      return
    }
    var value = mark.map { String(text[text.index(after: $0)...]) }
    if value == nil, let next = rest.first, !next.hasPrefix("--") { value = rest.popFirst() }
    guard let value, !value.isEmpty else {
      throw ArgumentMistake("\(name) needs a value; try \(name) \(example)")
    }
    try keep([value], of: option)
  }

  private mutating func keep(_ own: [String], of option: CommandSyntax.Option) throws(ArgumentMistake) {
    if values[option.name] != nil, !option.isRepeated {
      throw ArgumentMistake("\(option.name): it is there twice; give it once")
    }
    values[option.name, default: []] += own
  }

  /// Whether an option is given.
  public func has(_ option: String) -> Bool { values[option] != nil }

  /// The value of an option; nil if it is not given.
  public func text(_ option: String) -> String? { values[option]?.last }

  /// The values of an option that may be given several times.
  public func texts(_ option: String) -> [String] { values[option] ?? [] }

  /// The value of an option as `read` understands it; nil if it is not given.
  ///
  /// - Parameters:
  ///   - option: Its name.
  ///   - what: What it has to be, such as `a number above 0`.
  ///   - read: The value that a text stands for; nil if it stands for none.
  /// - Throws: `ArgumentMistake` if the text stands for none.
  public func value<Value>(
    _ option: String, _ what: String, _ read: (String) -> Value?
  ) throws(ArgumentMistake) -> Value? {
    guard let text = text(option) else { return nil }
    if let value = read(text) { return value }
    let example = syntax.options.first { $0.name == option }?.example ?? ""
    throw ArgumentMistake("\(option) \(text): not \(what); try \(option) \(example)")
  }

  /// The value of an option that names one of a few things; nil if it is not given.
  ///
  /// - Throws: `ArgumentMistake` with the names that are near, or else with all, if it is none of them.
  public func choice<Value>(
    _ option: String, among choices: [(name: String, value: Value)]
  ) throws(ArgumentMistake) -> Value? {
    guard let text = text(option) else { return nil }
    if let choice = choices.first(where: { $0.name == text }) { return choice.value }
    throw ArgumentMistake(
      "\(option) \(text): not known; \(NearNames.advice(for: text, among: choices.map(\.name)))")
  }

  /// The value of an option that is a whole number within bounds; nil if it is not given.
  ///
  /// - Throws: `ArgumentMistake` if it is none.
  public func whole(_ option: String, _ bounds: ClosedRange<UInt64>) throws(ArgumentMistake) -> UInt64? {
    let top = bounds.upperBound == .max ? "2⁶⁴ − 1" : "\(bounds.upperBound)"
    return try value(option, "a whole number from \(bounds.lowerBound) to \(top)") { text in
      UInt64(text).flatMap { bounds.contains($0) ? $0 : nil }
    }
  }
}
