// Only debug builds let a test see the inside of a program; `Benchmarks --verify` checks the release build.
#if DEBUG
  import CommandArguments
  import Testing

  @testable import Benchmarks

  @Suite("Arguments of the benchmarks")
  struct OptionsTests {
    static let mistakes: [(arguments: [String], text: String)] = [
      ([], "there is nothing to do; try --workload W3, --list, --verify or --help"),
      (["--workload"], "--workload needs a value; try --workload W3"),
      (["--data", "--json"], "--data needs a value; try --data DIR"),
      (
        ["--workload", "W12"],
        "--workload W12: not known; there are W1, W2, W3, W4, W9, W10, W5, W6, W7, W8, W11log, W11ridge, W11lasso, "
          + "W11enet, LIMIT; --list tells all"
      ),
      (
        ["--workload", "W9/sum"],
        "--workload W9/sum: not known; there are W9, W9/weighted, W9/tanh; --list tells all"
      ),
      (["--workload", "W3", "--precision", "f16"], "--precision f16: not known; there are f64, f32"),
      (["--workload", "W3", "--precision", "f32"], "--precision f32: W3 is measured in f64"),
      (
        ["--workload", "W3", "--threads", "0"],
        "--threads 0: not a whole number from 1 to 1024; try --threads 2"
      ),
      (
        ["--workload", "W3", "--seconds", "nan"],
        "--seconds nan: not a number above 0 and up to 3600; try --seconds 1"
      ),
      (["--list", "--verify"], "--list and --verify: one of them at a time"),
      (["--variants"], "--variants needs --data DIR: on small arrays ratios tell nothing"),
      (["--fast"], "--fast: not an option of Benchmarks; try --help"),
    ]

    @Test("A mistake is named with its mend", arguments: mistakes)
    func refused(_ arguments: [String], _ text: String) {
      #expect(throws: ArgumentMistake(text)) { try BenchmarkOptions(arguments: arguments) }
    }

    @Test("Arguments are read in any order")
    func order() throws {
      let options = try BenchmarkOptions(
        arguments: [
          "--json", "--threads", "1", "--workload", "W2", "--seconds", "0.5", "--precision", "f32", "--data",
          "D",
        ])
      #expect(options.job == .measure("W2") && options.data == "D" && options.isJSON)
      #expect(options.threads == 1 && options.seconds == 0.5 && options.precision == .single)
      #expect(
        try BenchmarkOptions(arguments: ["--variants", "--workload", "W3", "--data", "D"]).job
          == .variants("W3"))
      #expect(try BenchmarkOptions(arguments: ["--workload", "W3", "--help"]).job == .help)
    }
  }
#endif
