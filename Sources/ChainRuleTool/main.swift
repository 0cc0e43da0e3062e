import Blackboard
import ChainRule
import CommandArguments

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

// Shows its work: exit status 0 if every check holds, 1 if one fails, 2 for arguments it does not know.

/// Writes to standard error, where it mixes with nothing that is read by a program.
func complain(_ message: String) {
  let bytes = Array((message + "\n").utf8)
  _ = write(STDERR_FILENO, bytes, bytes.count)
}

let arguments = Array(CommandLine.arguments.dropFirst())
let command = Command(of: arguments)
/// The file of data, which errors of the library do not know of.
var file = ""
do {
  switch try Request(arguments: arguments) {
  case .text(let text):
    print(text)
  case .mainJob(let seed):
    let line = TerminalLine(isShown: isatty(STDOUT_FILENO) != 0)
    let isRight = try LessonJob(seed: seed).run(line) { print($0) }
    if !isRight {
      complain("\(command.name): a check failed; see FAILED above")
      exit(1)
    }
  case .fit(let options):
    file = options.file
    let terminal = TerminalLine(isShown: isatty(STDOUT_FILENO) != 0 && !options.isJSON)
    var line = FitProgress(terminal, maximumIterations: options.maximumIterations)
    let result = Result { try FitJob(options).run { line.show($0) } }
    line.clear()
    let outcome = try result.get()
    print(options.isJSON ? try outcome.json() : outcome.text)
    if !outcome.isConverged {
      complain("\(command.name): \(outcome.fitted.outcome.status.rawValue): \(outcome.fitted.outcome.reason)")
      exit(1)
    }
  case .predict(let options):
    file = options.file
    print(try PredictJob(options).run(), terminator: "")
  case .check(let request):
    let line = TerminalLine(isShown: isatty(STDOUT_FILENO) != 0)
    let isRight = try CheckJob(request).run(line) { print($0) }
    if !isRight {
      complain(
        "\(command.name): \(request.isBattery ? "a demand is not met; see FAILED above" : "a gradient is wrong")"
      )
      exit(1)
    }
  case .derive(let options):
    print(try DeriveJob(options).run())
  case .trace(let options):
    print(try TraceJob(options).run())
  case .claims:
    print(try ClaimsPage.markdown(), terminator: "")
  case .prove(let options):
    let (text, status) = try ProveJob(options).run()
    print(text)
    exit(status)
  case .generate(let options):
    file = options.file
    try GenerateJob(options).run()
  }
} catch let error as ArgumentMistake {
  complain("\(command.name): \(error)")
  exit(2)
} catch let error as FormulaError {
  complain("\(command.name): \(error)")
  exit(2)
} catch let error as ChainRuleError where [.file, .data, .optimization, .array].contains(error.kind) {
  complain("\(command.name): \(Complaint(error, of: command, about: file))")
  exit(2)
} catch {
  complain("\(command.name): \(error)")
  // Of a proof 1 says that it is refuted.
  exit(command == .prove ? 2 : 1)
}
