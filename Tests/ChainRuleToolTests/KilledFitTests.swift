import Foundation
import Testing

/// A fit that is killed is taken up as if nothing had been.
@Suite("A killed fit", .serialized)
struct KilledFitTests {
  /// The command, which is built beside the tests.
  private static func command() throws -> URL {
    #if os(macOS)
      let folder = Bundle(for: Marker.self).bundleURL.deletingLastPathComponent()
    #else
      let folder = try #require(Bundle.main.executableURL).deletingLastPathComponent()
    #endif
    return folder.appendingPathComponent("chainrule")
  }

  private final class Marker {}

  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var lines = ["a,b,c,y"]
    for row in 0..<40 {
      let (a, b, c) = (Double(row * 37 % 41), Double(row * 11 % 17), Double(row * row % 23))
      lines.append("\(a),\(b),\(a + 0.01 * c),\(3 * a - b + 0.5 * c + Double(row * 7 % 5))")
    }
    try (lines.joined(separator: "\n") + "\n").write(
      to: folder.appendingPathComponent("data.csv"), atomically: true, encoding: .utf8)
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Columns that are nearly the same make it slow: it does not converge in the steps it has.
  private func fit(_ optimizer: [String], checkpoint: String) throws -> (process: Process, output: Pipe) {
    let process = Process()
    let output = Pipe()
    process.executableURL = try Self.command()
    process.arguments =
      [
        "fit", path("data.csv"), "--target", "y", "--json", "--checkpoint", checkpoint,
      ]
      + (optimizer.contains("--iterations") ? [] : ["--iterations", "6000"]) + optimizer
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    return (process, output)
  }

  private func finish(_ optimizer: [String], checkpoint: String) throws -> (text: String, status: Int32) {
    let (process, output) = try fit(optimizer, checkpoint: checkpoint)
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: data, as: UTF8.self), process.terminationStatus)
  }

  /// How many steps a state file tells of; nil if there is none.
  private func iteration(_ path: String) throws -> Int? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path)))
    return try #require((object as? [String: Any])?["iteration"] as? Int)
  }

  static let optimizers = [
    ["--optimizer", "gradient-descent"], ["--optimizer", "adam", "--learning-rate", "0.01"],
  ]

  @Test(
    "Killed in the middle and taken up, it prints what it prints undisturbed; no state file is half-written",
    arguments: optimizers)
  func resume(_ optimizer: [String]) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let undisturbed = try finish(optimizer, checkpoint: path("whole.state"))
    #expect(undisturbed.status == 1 && undisturbed.text.contains("\"iterationLimit\""), "\(undisturbed)")
    let state = path("killed.state")
    var last = 0
    // Twice: what was taken up can be killed again.
    for kill in 1...2 {
      let (process, _) = try fit(optimizer, checkpoint: state)
      try process.run()
      var (reads, deadline) = (0, Date().addingTimeInterval(30))
      while process.isRunning && Date() < deadline {
        if let found = try iteration(state) {
          reads += 1
          #expect(found >= last)
          if found > last && found >= 1500 * kill { deadline = .distantPast }
          last = found
        }
      }
      #expect(process.isRunning, "the fit ended before it was killed, at \(last)")
      #expect(reads > 0)
      Foundation.kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(process.terminationReason == .uncaughtSignal)
      last = try #require(try iteration(state))
      #expect(last >= 1500 * kill && last < 6000, "\(last)")
    }
    let resumed = try finish(optimizer, checkpoint: state)
    #expect(resumed.text == undisturbed.text && resumed.status == undisturbed.status)
    let files = ["whole.state", "killed.state"].map { FileManager.default.contents(atPath: path($0)) }
    #expect(files[0] == files[1])
  }

  @Test("A state of other data or another method is refused with the mend")
  func foreign() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let state = path("other.state")
    try "{\"state\":".write(toFile: state, atomically: true, encoding: .utf8)
    #expect(try finish(Self.optimizers[0], checkpoint: state).status == 2)
    try FileManager.default.removeItem(atPath: state)
    _ = try finish(Self.optimizers[0] + ["--iterations", "100"], checkpoint: state)
    #expect(try finish(["--optimizer", "lbfgs"], checkpoint: state).status == 2)
    #expect(try finish(Self.optimizers[0] + ["--penalty", "ridge:1"], checkpoint: state).status == 2)
  }
}
