import CommandArguments
import Foundation

// Times the engine on fixed workloads: 0 if all agrees, 1 if a number is off, 2 for bad arguments or files.

/// Writes to standard error, where it mixes with nothing that is read by a program.
func complain(_ message: String) {
  FileHandle.standardError.write(Data("Benchmarks: \(message)\n".utf8))
}

do {
  let options = try BenchmarkOptions(arguments: Array(CommandLine.arguments.dropFirst()))
  if !(try BenchmarkCommand(options: options, say: { print($0) }, complain: complain).run()) { exit(1) }
} catch let error as ArgumentMistake {
  complain("\(error)")
  exit(2)
} catch let error as DataMistake {
  complain("\(error)")
  exit(2)
} catch {
  complain("\(error)")
  exit(1)
}
