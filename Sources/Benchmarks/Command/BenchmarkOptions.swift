import ChainRule
import CommandArguments
import Foundation

/// What the arguments ask for.
struct BenchmarkOptions: Equatable {
  /// What is to be done.
  enum Job: Equatable {
    case help
    case list
    case generate(String)
    case verify
    case measure(String)
    /// Every variant beside its plain workload; of one workload or of all.
    case variants(String?)
    case growth
  }

  var job = Job.help
  var data: String?
  var precision: Precision?
  var threads = ProcessInfo.processInfo.activeProcessorCount
  var seconds = 4.0
  var isJSON = false

  static let help = """
    usage: Benchmarks --workload W3 [--data DIR] [--precision f64|f32] [--threads N] [--seconds S] [--json]
           Benchmarks --variants [--workload W3] --data DIR [--precision f64|f32] [--threads N] [--seconds S] [--json]
           Benchmarks --growth [--threads N] [--seconds S]
           Benchmarks --list | --verify | --generate DIR

    Times a workload, checks what it computes, and tells how far it is from what the machine can do.

      --workload NAME  what to time; --list tells the names
      --data DIR       the files that --generate wrote; without it, small arrays made in memory
      --precision P    f64 or f32; the workload's first if left out
      --threads N      on how many threads to compute; as many as there are processors if left out
      --seconds S      how long to take samples; 4 if left out
      --json           prints one line of JSON in place of the text
      --variants       times variants of the same cost in turn with the plain workload, and prints ratios
      --growth         times W3's expression from 10 000 rows to 10 000 000, which takes 8 GB of memory
      --verify         checks small versions of all workloads
      --generate DIR   writes the files, 1.4 GB

    Exit status: 0 if all agrees, 1 if a loss or a gradient is off, 2 for bad arguments or files.
    """

  static let syntax = CommandSyntax(
    "Benchmarks", asksHelpBy: "--help",
    options: [
      .flag("--list"), .flag("--growth"), .flag("--verify"), .value("--generate", "DIR"), .flag("--variants"),
      .value("--workload", "W3"), .value("--data", "DIR"), .flag("--json"), .value("--precision", "f64"),
      .value("--threads", "2"), .value("--seconds", "1"),
    ], operands: 0, ofKind: "arguments of their own")

  init(arguments: [String]) throws(ArgumentMistake) {
    let arguments = try Arguments(arguments, of: Self.syntax)
    if arguments.asksForHelp { return }
    data = arguments.text("--data")
    isJSON = arguments.has("--json")
    precision = try arguments.choice("--precision", among: Precision.allCases.map { ($0.short, $0) })
    threads = try arguments.whole("--threads", 1...1024).map { Int($0) } ?? threads
    seconds =
      try arguments.value("--seconds", "a number above 0 and up to 3600") { text in
        Double(text).flatMap { $0 > 0 && $0 <= 3600 ? $0 : nil }
      } ?? seconds
    job = try Self.job(arguments)
    try check(arguments.text("--workload"))
  }

  private static func job(_ arguments: Arguments) throws(ArgumentMistake) -> Job {
    let workload = arguments.text("--workload")
    var jobs: [(option: String, job: Job)] = []
    if arguments.has("--list") { jobs.append(("--list", .list)) }
    if arguments.has("--growth") { jobs.append(("--growth", .growth)) }
    if arguments.has("--verify") { jobs.append(("--verify", .verify)) }
    if let folder = arguments.text("--generate") { jobs.append(("--generate", .generate(folder))) }
    if arguments.has("--variants") {
      jobs.append(("--variants", .variants(workload)))
    } else if let workload {
      jobs.append(("--workload", .measure(workload)))
    }
    guard let chosen = jobs.first else {
      throw ArgumentMistake("there is nothing to do; try --workload W3, --list, --verify or --help")
    }
    if jobs.count > 1 {
      throw ArgumentMistake("\(jobs.map(\.option).joined(separator: " and ")): one of them at a time")
    }
    return chosen.job
  }

  /// Refuses what does not belong together.
  private func check(_ name: String?) throws(ArgumentMistake) {
    if case .variants = job, data == nil {
      throw ArgumentMistake("--variants needs --data DIR: on small arrays ratios tell nothing")
    }
    guard let name else { return }
    let workload = try Workload.named(name)
    if let precision, !workload.precisions.contains(precision) {
      throw ArgumentMistake(
        "--precision \(precision.short): \(name) is measured in "
          + workload.precisions.map(\.short).joined(separator: ", "))
    }
  }
}
