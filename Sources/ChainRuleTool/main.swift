import ChainRule

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

/// The file of data, which errors of the library do not know of.
var file = ""
do {
  switch try Options(arguments: Array(CommandLine.arguments.dropFirst())) {
  case .text(let text):
    print(text)
  case .mainJob(let seed):
    let progress = Progress(isShown: isatty(STDOUT_FILENO) != 0)
    let isRight = try MainJob(seed: seed).run(progress) { print($0) }
    if !isRight {
      complain("chainrule: a check failed; see FAILED above")
      exit(1)
    }
  case .fit(let options):
    file = options.file
    let progress = Progress(isShown: isatty(STDOUT_FILENO) != 0 && !options.isJSON)
    var line = FitProgress(progress, maximumIterations: options.maximumIterations)
    let result = Result { try FitJob(options).run { line.show($0) } }
    line.clear()
    let outcome = try result.get()
    print(options.isJSON ? try outcome.json() : outcome.text)
    if !outcome.isConverged {
      complain("chainrule: \(outcome.fitted.outcome.status.rawValue): \(outcome.fitted.outcome.reason)")
      exit(1)
    }
  case .predict(let options):
    file = options.file
    print(try PredictJob(options).run(), terminator: "")
  case .generate(let options):
    file = options.file
    try GenerateJob(options).run()
  }
} catch let error as Options.Mistake {
  complain("chainrule: \(error)")
  exit(2)
} catch let error as ChainRuleError where [.file, .data, .optimization, .array].contains(error.kind) {
  complain("chainrule: \(Complaint(error, about: file))")
  exit(2)
} catch {
  complain("chainrule: \(error)")
  exit(1)
}
