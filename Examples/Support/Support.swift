import Foundation

// What every example shares: how it says that it missed its target, and where its picture goes.

/// Ends the example with a sentence on standard error and exit status 1 unless its target is met; what it printed stays.
package func check(_ holds: Bool, _ what: String) {
  if holds { return }
  // Leaving by `exit` writes out what is still buffered; an error thrown at the top level would lose it.
  FileHandle.standardError.write(Data("\(exampleName) misses its target: \(what)\n".utf8))
  exit(1)
}

/// Where the example's picture goes: the first argument, or a folder that is never committed.
///
/// It is printed, so that the picture is found.
package func picturePath() throws -> String {
  var path = CommandLine.arguments.dropFirst().first ?? ""
  if path.isEmpty {
    try FileManager.default.createDirectory(atPath: ".build/pictures", withIntermediateDirectories: true)
    path = ".build/pictures/\(exampleName).svg"
  }
  print("the picture is \(path)")
  return path
}

private var exampleName: String { URL(fileURLWithPath: CommandLine.arguments[0]).lastPathComponent }
