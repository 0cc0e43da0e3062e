/// What the arguments of the command ask for.
package enum Options: Equatable {
  case text(String)
  case mainJob(seed: UInt64)
  case fit(FitOptions)
  case predict(PredictOptions)
  case generate(GenerateOptions)

  /// An argument that is not understood.
  package struct Mistake: Error, Equatable, CustomStringConvertible {
    package let description: String

    package init(description: String) { self.description = description }
  }

  package static let version = "0.1.0"

  package static let help = """
    usage: chainrule [--seed S] [--help] [--version]
           chainrule fit FILE.csv --target COLUMN [options]     chainrule fit --help tells them
           chainrule predict MODEL.json FILE.csv
           chainrule generate FILE.csv [options]                chainrule generate --help tells them

    Without a command:

    Records the loss of a linear regression, shows the graph with every value and adjoint, derives
    the gradient as a formula, checks it on 1000 random problems against the formula derived by
    hand and against finite differences, and descends along it to the least-squares line.

      --seed S    the seed of the random problems, a whole number from 0; 1 if left out
      --help      this text
      --version   the version

    Exit status: 0 if every check holds, 1 if one fails, 2 for arguments that are not understood.
    """

  package init(arguments: [String]) throws(Mistake) {
    switch arguments.first {
    case "fit":
      let own = arguments.dropFirst()
      self = own.contains("--help") ? .text(FitOptions.help) : .fit(try FitOptions(arguments: own))
      return
    case "predict":
      let own = arguments.dropFirst()
      self =
        own.contains("--help") ? .text(PredictOptions.help) : .predict(try PredictOptions(arguments: own))
      return
    case "generate":
      let own = arguments.dropFirst()
      self =
        own.contains("--help")
        ? .text(GenerateOptions.help) : .generate(try GenerateOptions(arguments: own))
      return
    default: break
    }
    var seed: UInt64 = 1
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--help", "-h":
        self = .text(Self.help)
        return
      case "--version":
        self = .text("chainrule \(Self.version)")
        return
      case "--seed":
        guard let text = rest.popFirst() else {
          throw Mistake(description: "--seed needs a number; try --seed 1")
        }
        guard let value = UInt64(text) else {
          throw Mistake(description: "--seed \(text): not a whole number from 0 to 2⁶⁴ − 1; try --seed 1")
        }
        seed = value
      default:
        throw Mistake(description: "\(argument): not an option of this command; try --help")
      }
    }
    self = .mainJob(seed: seed)
  }
}
