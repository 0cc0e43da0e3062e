package import CommandArguments

/// What the arguments of `chainrule generate` ask for.
package struct GenerateOptions: Equatable {
  package var file = ""
  package var rows = 1000
  package var columns = 3
  package var seed: UInt64 = 1

  package static let help = """
    usage: chainrule generate FILE.csv [--rows N] [--columns M] [--seed S]

    Writes a file to try fits on: M columns x1, x2, ... of random numbers from -1 to 1, and a column
    y = 1 + 1 x1 + 2 x2 + ... + M xM + noise, which is normal with deviation 0.1.

      --rows N      how many rows, from 1; 1000 if left out
      --columns M   how many columns beside y, from 1; 3 if left out
      --seed S      the seed of the random numbers, a whole number from 0; 1 if left out

    Exit status: 0, or 2 for bad input.
    """

  package static let syntax = Command.generate.syntax(
    options: [.value("--rows", "10"), .value("--columns", "10"), .value("--seed", "1")], operands: 1)

  package init(arguments: some Sequence<String>) throws(ArgumentMistake) {
    try self.init(Arguments(arguments, of: Self.syntax))
  }

  init(_ arguments: Arguments) throws(ArgumentMistake) {
    guard let file = arguments.operands.first else {
      throw ArgumentMistake("generate needs a file; try chainrule generate data.csv")
    }
    self.file = file
    rows = try arguments.whole("--rows", 1...1_000_000_000_000).map { Int($0) } ?? rows
    columns = try arguments.whole("--columns", 1...100_000).map { Int($0) } ?? columns
    seed = try arguments.whole("--seed", 0...(.max)) ?? seed
  }
}
