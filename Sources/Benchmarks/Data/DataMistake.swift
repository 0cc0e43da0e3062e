/// A file of data that cannot be used.
struct DataMistake: Error, Equatable, CustomStringConvertible {
  let file: String
  let problem: String
  var mend = "write the files with --generate DIR, and give the same DIR to --data"

  var description: String { "\(file): \(problem); \(mend)" }

  /// A file of another length than its numbers need.
  static func length(_ file: String, expected: Int, actual: Int) -> DataMistake {
    DataMistake(file: file, problem: "expected \(expected) bytes and found \(actual)")
  }
}
