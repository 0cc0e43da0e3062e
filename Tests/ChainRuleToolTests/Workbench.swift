import ChainRuleTool
import Foundation

/// A folder for the files of one test, and the built command to run on them.
final class Workbench {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("chainrule-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Writes a file, and returns its path.
  func file(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(name))), as: UTF8.self)
  }

  /// Forty rows of a line with two numbers and a colour: y = 3 + 2a − b, 1 more for red, and a ripple.
  func rows() throws -> String {
    let lines = (0..<40).map { row -> String in
      let (a, b) = (Double(row % 8) - 3.5, Double(row / 8) - 2)
      let color = ["blue", "green", "red"][row * 7 % 3]
      let y = 3 + 2 * a - b + (color == "red" ? 1 : 0) + 0.1 * Double(row * 13 % 11 - 5)
      return "\(a),\(b),\(color),\(y)"
    }
    return try file("rows.csv", "a,b,color,y\n" + lines.joined(separator: "\n") + "\n")
  }

  /// The job that arguments ask for.
  static func outcome(_ arguments: String...) throws -> FitJob.Outcome {
    try FitJob(FitOptions(arguments: arguments[...])).run()
  }

  struct Run {
    let status: Int32
    let output: String
    let complaint: String
  }

  /// Runs the built command.
  func run(_ arguments: String...) throws -> Run { try run(arguments) }

  func run(_ arguments: [String]) throws -> Run {
    let process = try process(arguments)
    // Files, since a pipe that nobody reads can fill.
    let (output, complaint) = (try file("output", ""), try file("complaint", ""))
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: complaint)
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: try text(of: "output"), complaint: try text(of: "complaint"))
  }

  /// The built command, not yet run.
  func process(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = try Self.command()
    process.arguments = arguments
    return process
  }

  struct NotBuilt: Error {}

  /// The command lies beside the test bundle, in a folder above the program that runs the tests.
  private static func command() throws -> URL {
    let starts = CommandLine.arguments.filter { $0.contains(".xctest") } + [Bundle.main.executablePath ?? ""]
    for start in starts {
      var folder = URL(fileURLWithPath: start)
      while folder.path.count > 1 {
        folder.deleteLastPathComponent()
        let file = folder.appendingPathComponent("chainrule")
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue {
          return file
        }
      }
    }
    throw NotBuilt()
  }

  /// The flowers that ship with the examples.
  static let iris = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Examples/Data/iris.csv").path
}
