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

  package init(arguments: ArraySlice<String>) throws(Options.Mistake) {
    var rest = arguments
    while let argument = rest.popFirst() {
      switch argument {
      case "--rows": rows = try Self.count(argument, rest.popFirst(), most: 1_000_000_000_000)
      case "--columns": columns = try Self.count(argument, rest.popFirst(), most: 100_000)
      case "--seed":
        guard let text = rest.popFirst(), let value = UInt64(text) else {
          throw Options.Mistake(description: "--seed needs a whole number from 0; try --seed 1")
        }
        seed = value
      default:
        if argument.hasPrefix("-") {
          throw Options.Mistake(
            description: "\(argument): not an option of generate; try chainrule generate --help")
        }
        if !file.isEmpty {
          throw Options.Mistake(description: "\(argument): there is one file already, \(file); give one")
        }
        file = argument
      }
    }
    if file.isEmpty {
      throw Options.Mistake(description: "generate needs a file; try chainrule generate data.csv")
    }
  }

  private static func count(_ option: String, _ text: String?, most: Int) throws(Options.Mistake) -> Int {
    guard let text, let value = Int(text), 1...most ~= value else {
      throw Options.Mistake(
        description: "\(option)\(text.map { " " + $0 } ?? ""): not a whole number from 1 to \(most); "
          + "try \(option) 10")
    }
    return value
  }
}
