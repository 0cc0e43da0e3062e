internal import ChainRule
package import CommandArguments

/// What the arguments of the command ask for.
package enum Request: Equatable {
  case text(String)
  case mainJob(seed: UInt64)
  case fit(FitOptions)
  case predict(PredictOptions)
  case generate(GenerateOptions)
  case check(CheckRequest)
  case derive(DeriveOptions)
  case trace(TraceOptions)
  case claims
  case prove(ProveOptions)

  package static let version = "0.1.0"

  package static let help = """
    usage: chainrule [--seed S] [--help] [--version]
           chainrule fit FILE.csv --target COLUMN [options]     chainrule fit --help tells them
           chainrule predict MODEL.json FILE.csv
           chainrule generate FILE.csv [options]                chainrule generate --help tells them
           chainrule check [LOSS...] [options]                  chainrule check --help tells them
           chainrule derive "FORMULA" [options]                 chainrule derive --help tells them
           chainrule prove FORMULA --equals FORMULA [options]   chainrule prove --help tells them
           chainrule trace "FORMULA" --at FILE.json             chainrule trace --help tells them
           chainrule claims                                     what lessons print, proved or refuted

    Without a command:

    Records the loss of a linear regression, shows the graph with every value and adjoint, derives
    the gradient as a formula, checks it on 1000 random problems against the formula derived by
    hand and against finite differences, and descends along it to the least-squares line.

      --seed S    the seed of the random problems, a whole number from 0; 1 if left out
      --help      this text
      --version   the version

    Exit status: 0 if every check holds, 1 if one fails, 2 for arguments that are not understood.
    """

  package static let syntax = Command.lesson.syntax(
    options: [.value("--seed", "1"), .flag("--version")], operands: 0)

  package init(arguments: [String]) throws(ArgumentMistake) {
    let command = Command(of: arguments)
    let own = command == .lesson ? arguments[...] : arguments.dropFirst()
    switch command {
    case .lesson: self = try Self.lesson(own)
    case .fit:
      let own = try Arguments(own, of: FitOptions.syntax)
      self = own.asksForHelp ? .text(FitOptions.help) : .fit(try FitOptions(own))
    case .predict:
      let own = try Arguments(own, of: PredictOptions.syntax)
      self = own.asksForHelp ? .text(PredictOptions.help) : .predict(try PredictOptions(own))
    case .check:
      let own = try Arguments(own, of: CheckRequest.syntax)
      self = own.asksForHelp ? .text(CheckRequest.help) : .check(try CheckRequest(own))
    case .derive:
      let own = try Arguments(own, of: DeriveOptions.syntax)
      self = own.asksForHelp ? .text(DeriveOptions.help) : .derive(try DeriveOptions(own))
    case .trace:
      let own = try Arguments(own, of: TraceOptions.syntax)
      self = own.asksForHelp ? .text(TraceOptions.help) : .trace(try TraceOptions(own))
    case .claims:
      let own = try Arguments(own, of: ClaimsPage.syntax)
      self = own.asksForHelp ? .text(ClaimsPage.help) : .claims
    case .prove:
      let own = try Arguments(own, of: ProveOptions.syntax)
      self = own.asksForHelp ? .text(ProveOptions.help) : .prove(try ProveOptions(own))
    case .generate:
      let own = try Arguments(own, of: GenerateOptions.syntax)
      self = own.asksForHelp ? .text(GenerateOptions.help) : .generate(try GenerateOptions(own))
    }
  }

  private static func lesson(_ arguments: ArraySlice<String>) throws(ArgumentMistake) -> Request {
    if let word = arguments.first, !word.hasPrefix("-") {
      let names = Command.allCases.map(\.rawValue).filter { !$0.isEmpty }
      throw ArgumentMistake("\(word): not a command; \(NearNames.advice(for: word, among: names))")
    }
    let own = try Arguments(arguments, of: syntax)
    if own.asksForHelp { return .text(help) }
    if own.has("--version") { return .text("chainrule \(version)") }
    return .mainJob(seed: try own.whole("--seed", 0...(.max)) ?? 1)
  }
}
