import ChainRule
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

  init(arguments: [String]) throws(Mistake) {
    var rest = arguments[...]
    var (workload, isVariants): (String?, Bool) = (nil, false)
    var jobs: [(option: String, job: Job)] = []
    func value(_ option: String, _ example: String) throws(Mistake) -> String {
      guard let text = rest.popFirst(), !text.hasPrefix("--") else {
        throw Mistake("\(option) needs a value; try \(option) \(example)")
      }
      return text
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--help", "-h": jobs.append((argument, .help))
      case "--list": jobs.append((argument, .list))
      case "--growth": jobs.append((argument, .growth))
      case "--verify": jobs.append((argument, .verify))
      case "--generate": jobs.append((argument, .generate(try value(argument, "DIR"))))
      case "--variants": isVariants = true
      case "--workload": workload = try value(argument, "W3")
      case "--data": data = try value(argument, "DIR")
      case "--json": isJSON = true
      case "--precision":
        let text = try value(argument, "f64")
        guard let found = Precision(short: text) else {
          throw Mistake("--precision \(text): one of f64, f32")
        }
        precision = found
      case "--threads":
        let text = try value(argument, "2")
        guard let count = Int(text), (1...1024).contains(count) else {
          throw Mistake("--threads \(text): not a whole number from 1 to 1024; try --threads 2")
        }
        threads = count
      case "--seconds":
        let text = try value(argument, "1")
        guard let number = Double(text), number > 0, number <= 3600 else {
          throw Mistake("--seconds \(text): not a number above 0 and up to 3600; try --seconds 1")
        }
        seconds = number
      default: throw Mistake("\(argument): not an option of Benchmarks; try --help")
      }
    }
    if jobs.contains(where: { $0.job == .help }) { return }
    if isVariants {
      jobs.append(("--variants", .variants(workload)))
    } else if let workload {
      jobs.append(("--workload", .measure(workload)))
    }
    guard let chosen = jobs.first else {
      throw Mistake("there is nothing to do; try --workload W3, --list, --verify or --help")
    }
    if jobs.count > 1 {
      throw Mistake("\(jobs.map(\.option).joined(separator: " and ")): one of them at a time")
    }
    job = chosen.job
    try check(workload)
  }

  /// Refuses what does not belong together.
  private func check(_ name: String?) throws(Mistake) {
    if case .variants = job, data == nil {
      throw Mistake("--variants needs --data DIR: on small arrays ratios tell nothing")
    }
    guard let name else { return }
    let workload = try Workload.named(name)
    if let precision, !workload.precisions.contains(precision) {
      throw Mistake(
        "--precision \(precision.short): \(name) is measured in "
          + workload.precisions.map(\.short).joined(separator: ", "))
    }
  }
}
