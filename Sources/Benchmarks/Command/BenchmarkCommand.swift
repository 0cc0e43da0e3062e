import ChainRule
import CommandArguments
import Figures

/// Does what the arguments ask for.
struct BenchmarkCommand {
  let options: BenchmarkOptions
  /// Takes lines of output.
  let say: (String) -> Void
  /// Takes what is off.
  let complain: (String) -> Void

  /// Returns whether everything that was compared agrees.
  func run() throws -> Bool {
    switch options.job {
    case .help: say(BenchmarkOptions.help)
    case .list:
      let rows = Workload.all.map {
        [$0.name, $0.precisions.map(\.short).joined(separator: ", "), $0.summary]
      }
      TextTable(rows, minimumWidths: [14, 8]).lines.forEach(say)
    case .generate(let folder): try FolderWriter(folder).write(DataGroup.full, saying: say)
    case .verify: return try verify()
    case .measure(let name): return try measure(Workload.named(name))
    case .variants(let name): return try variants(name)
    case .growth:
      return try Growth(threads: options.threads, seconds: options.seconds).run(say, complain)
    }
    return true
  }

  private func measure(_ workload: Workload) throws -> Bool {
    let bench = try bench(workload, source(workload))
    let (report, complaints) = try bench.measured(seconds: options.seconds)
    say(options.isJSON ? try report.json() : report.text)
    complaints.forEach(complain)
    return complaints.isEmpty
  }

  /// What is quick to generate at full size is held to golden numbers, all the rest to plain loops.
  private func verify() throws -> Bool {
    let golden = try Golden.bundled()
    var isRight = true
    for workload in Workload.all {
      for precision in workload.precisions {
        let bench = Bench(
          workload: workload.small, precision: precision, threads: options.threads,
          source: MemoryArrays(for: workload), golden: golden)
        let (report, complaints) = try bench.checked(bench.prepared())
        complaints.forEach(complain)
        isRight = isRight && complaints.isEmpty
        let verdict = report.agrees == true ? "as by \(report.compared_with ?? "")" : "FAILED"
        say("\(TextTable([["\(workload.name) \(precision.short)", verdict]], minimumWidths: [18]))")
      }
    }
    return isRight
  }

  private func variants(_ name: String?) throws -> Bool {
    let family = try name.map { try Workload.named($0).family }
    var isRight = true
    for plain in Workload.all where !plain.isVariant && plain.family == family ?? plain.family {
      let group = Workload.all.filter { $0.family == plain.family }
      if group.count == 1 {
        if family != nil {
          throw ArgumentMistake("--workload \(plain.name): it has no variants; --list tells which have")
        }
        continue
      }
      let runs = try group.map { try bench($0, source(plain)) }
      isRight =
        try VariantRun(benches: runs, seconds: options.seconds).run(options.isJSON, say, complain) && isRight
    }
    return isRight
  }

  private func bench(_ workload: Workload, _ source: any ArraySource) throws -> Bench {
    Bench(
      workload: workload, precision: options.precision ?? workload.precisions[0], threads: options.threads,
      source: source, golden: try Golden.bundled())
  }

  private func source(_ workload: Workload) -> any ArraySource {
    options.data.map { FolderArrays($0) } ?? MemoryArrays(for: workload)
  }
}

extension Workload {
  /// With matrices small enough for a check.
  var small: Workload {
    guard case .product = kind else { return self }
    return Workload(name, summary, .product(size: 300), data, model, precisions)
  }
}
