import ChainRuleTool
import Foundation
import Testing

/// Files larger than memory, at the size of a test.
@Suite("Fits of large files", .serialized)
struct OutOfCoreTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  #if os(Linux)
    /// The most memory of its own, in megabytes, that the command held while it ran, looked at every few milliseconds.
    private func peak(_ arguments: String...) throws -> (megabytes: Int, status: Int32) {
      let process = try bench.process(arguments)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      var peak = 0
      while process.isRunning {
        let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("RssAnon:") }
        peak = max(peak, line.flatMap { Int($0.filter(\.isNumber)) } ?? 0)
        usleep(2000)
      }
      return (peak / 1024, process.terminationStatus)
    }

    /// A sanitizer keeps memory of its own for the memory that is touched, and for what was given back.
    private static let isSanitized = dlsym(nil, "__asan_init") != nil || dlsym(nil, "__tsan_init") != nil

    @Test(
      "What a fit keeps in memory does not grow with a large file, as it does with a small one",
      .enabled(if: !isSanitized, "sanitizers hold memory of their own"))
    func bounded() throws {
      func file(_ name: String, megabytes: Int) throws -> String {
        let piece = (0..<1 << 15).map { row in
          "0.\(10_000_000 + row * 7919 % 10_007),0.\(20_000_000 + row * 104_729 % 9973),\(row * 31 % 101)\n"
        }.joined()
        let path = try bench.file(name, "a,b,y\n")
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.seekToEnd()
        for _ in 0..<(megabytes << 20) / piece.utf8.count { try handle.write(contentsOf: Data(piece.utf8)) }
        try handle.close()
        return path
      }
      let arguments = ["--target", "y", "--json"]
      let (small, large) = (try file("small.csv", megabytes: 15), try file("large.csv", megabytes: 18))
      let held = try peak("fit", small, arguments[0], arguments[1], arguments[2])
      let spared = try peak("fit", large, arguments[0], arguments[1], arguments[2])
      #expect(held.status == 0 && spared.status == 0)
      // Below 16 MB the rows are in memory: that is what must be seen to fail.
      #expect(held.megabytes > 60, "\(held.megabytes) MB")
      #expect(spared.megabytes < 40, "\(spared.megabytes) MB")
    }
  #endif

  @Test(
    "A malformed row at the end of a large file is told by line and column, and saved files stay as they were"
  )
  func malformedEnd() throws {
    let path = bench.path("large.csv")
    try GenerateJob(GenerateOptions(arguments: [path, "--rows", "220000"])).run()
    let arguments = [
      "fit", path, "--target", "y", "--penalty", "ridge:0.001", "--save", bench.path("model.json"),
      "--checkpoint",
      bench.path("fit.state"),
    ]
    #expect(try bench.run(arguments).status == 0)
    let before = try ["model.json", "fit.state"].map(bench.text)
    for (row, complaint) in [
      (
        "1,2\n",
        "line 220002, column 3 \"x3\": the row ends after 2 fields of 4; an empty value still needs its separator"
      ),
      ("1,2,\"3,4\n", "line 220002, column 3 \"x3\": the quote that opens this field is never closed"),
      ("1,oops,3,4\n", "line 220002, column 2 \"x2\": \"oops\" is no number"),
    ] {
      let file = try #require(FileHandle(forUpdatingAtPath: path))
      let length = try file.seekToEnd()
      try file.write(contentsOf: Data(row.utf8))
      let run = try bench.run(arguments)
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(run.complaint.contains(path) && run.complaint.contains(complaint), "\(run.complaint)")
      try file.truncate(atOffset: length)
    }
    #expect(try ["model.json", "fit.state"].map(bench.text) == before)
    // Taken up where it was.
    #expect(try bench.run(arguments).status == 0)
  }

  @Test("The generated line is found again, the same for the same seed, and wrong arguments are told")
  func generate() throws {
    let (one, two) = (bench.path("one.csv"), bench.path("two.csv"))
    #expect(try bench.run("generate", one, "--rows", "2000", "--columns", "2").status == 0)
    #expect(try bench.run("generate", "--columns", "2", "--seed", "1", "--rows", "2000", two).status == 0)
    #expect(try bench.text(of: "one.csv") == bench.text(of: "two.csv"))
    let fitted = try Workbench.outcome(one, "--target", "y").fitted
    #expect(abs(fitted.coefficients[0, 0] - 1) < 0.02 && abs(fitted.coefficients[1, 0] - 2) < 0.02)
    #expect(abs(fitted.intercept - 1) < 0.02)
    for arguments in [
      ["generate"], ["generate", one, "--rows", "0"], ["generate", one, two], ["generate", one, "--row"],
      ["generate", one, "--seed", "-1"], ["generate", "/no/such/folder/one.csv"],
    ] {
      let run = try bench.run(arguments)
      #expect(
        run.status == 2 && run.complaint.hasPrefix("chainrule generate: "), "\(arguments): \(run.complaint)")
    }
  }
}
