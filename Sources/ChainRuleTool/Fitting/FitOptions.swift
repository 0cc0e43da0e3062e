import Figures
package import CommandArguments
package import LinearModels
package import Optimizers

/// What the arguments of `chainrule fit` ask for.
package struct FitOptions: Equatable {
  package var file = ""
  package var target = ""
  package var family = Family.leastSquares
  package var penalty = Penalty.none
  package var standardizes = true
  package var optimizer: OptimizerName?
  package var learningRate: Double?
  package var tolerance = LinearModel.defaultRule.tolerance
  package var maximumIterations = 5000
  package var seed: UInt64 = 1
  package var testFraction = 0.0
  package var missing = CSVOptions.MissingValues.refuse
  package var categories: Set<String> = []
  package var ignored: Set<String> = []
  package var model: String?
  package var report: String?
  package var checkpoint: String?
  package var isJSON = false

  package static let help = """
    usage: chainrule fit FILE.csv --target COLUMN [options]

    Fits a linear model of one column by the others and says what it minimised, why it stopped and how good it is.

      --model M          linear (least squares), logistic, softmax, poisson, huber:DELTA, quantile:TAU; linear if left out
      --penalty P        none, ridge:LAMBDA, lasso:LAMBDA, elastic-net:LAMBDA,MIXING; none if left out
      --no-standardize   takes the features as they are; else each has mean 0 and deviation 1 while it is fitted
      --optimizer NAME   \(OptimizerName.allCases.map(\.rawValue).joined(separator: ", "))
      --learning-rate R  for the methods that have one; estimated from the curvature if left out
      --tolerance T      how precise the answer is to be, in units of itself; 1e-12 if left out
      --iterations N     the most steps; 5000 if left out
      --seed S           the seed of the split, a whole number from 0; 1 if left out
      --test FRACTION    keeps a share of the rows for a score on unseen data; 0 if left out
      --missing POLICY   refuse, drop or mean: what to do with missing values; refuse if left out
      --categories COL   takes a column as text, though it reads as numbers; may be given several times
      --ignore COL       leaves a column out; may be given several times
      --save MODEL.json  writes the fitted model
      --checkpoint FILE  keeps the state of the fit there every 100 steps, and takes it up again where the file is
      --report DIR       writes a page with plots, index.html
      --json             prints one JSON object in place of the text

    Exit status: 0 if it converged, 1 if it did not, 2 for bad input.
    """

  package static let syntax = Command.fit.syntax(
    options: [
      .value("--target", "price"), .value("--model", "logistic"), .value("--penalty", "ridge:0.1"),
      .flag("--no-standardize"), .value("--optimizer", "lbfgs"), .value("--learning-rate", "0.1"),
      .value("--tolerance", "1e-9"), .value("--iterations", "1000"), .value("--seed", "1"),
      .value("--test", "0.25"), .value("--missing", "drop"),
      .value("--categories", "zip", isRepeated: true), .value("--ignore", "name", isRepeated: true),
      .value("--save", "model.json"), .value("--checkpoint", "fit.state"), .value("--report", "report"),
      .flag("--json"),
    ], operands: 1)

  package init(arguments: some Sequence<String>) throws(ArgumentMistake) {
    try self.init(Arguments(arguments, of: Self.syntax))
  }

  init(_ arguments: Arguments) throws(ArgumentMistake) {
    guard let file = arguments.operands.first else {
      throw ArgumentMistake("fit needs a file; try chainrule fit data.csv --target y")
    }
    guard let target = arguments.text("--target") else {
      throw ArgumentMistake("fit needs the column to predict; try --target y")
    }
    (self.file, self.target) = (file, target)
    if let text = arguments.text("--model") { family = try Self.family(text) }
    if let text = arguments.text("--penalty") { penalty = try Self.penalty(text) }
    standardizes = !arguments.has("--no-standardize")
    optimizer = try arguments.choice("--optimizer", among: OptimizerName.allCases.map { ($0.rawValue, $0) })
    learningRate = try Self.positive("--learning-rate", arguments)
    tolerance = try Self.positive("--tolerance", arguments) ?? tolerance
    maximumIterations =
      try arguments.whole("--iterations", 0...UInt64(Int.max)).map { Int($0) } ?? maximumIterations
    seed = try arguments.whole("--seed", 0...(.max)) ?? seed
    testFraction =
      try arguments.value("--test", "a share from 0 to below 1") { text in
        Double(text).flatMap { $0 >= 0 && $0 < 1 ? $0 : nil }
      } ?? testFraction
    missing =
      try arguments.choice(
        "--missing", among: [("refuse", .refuse), ("drop", .dropRows), ("mean", .fillWithMean)]) ?? missing
    (categories, ignored) = (Set(arguments.texts("--categories")), Set(arguments.texts("--ignore")))
    model = arguments.text("--save")
    report = arguments.text("--report")
    checkpoint = arguments.text("--checkpoint")
    isJSON = arguments.has("--json")
  }

  private static func positive(_ option: String, _ arguments: Arguments) throws(ArgumentMistake) -> Double? {
    try arguments.value(option, "a number above 0") { text in
      Double(text).flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
    }
  }
}
