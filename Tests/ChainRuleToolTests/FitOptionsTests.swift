import ChainRuleTool
import CommandArguments
import LinearModels
import Optimizers
import Testing

private let models =
  "not known; there are linear, logistic, softmax, poisson, huber:DELTA, quantile:TAU"
private let penalties =
  "not understood; there are none, ridge:LAMBDA, lasso:LAMBDA, elastic-net:LAMBDA,MIXING with LAMBDA from 0 and "
  + "MIXING from 0 to 1"
private let optimizers =
  "lbfgs, newton, gradient-descent, momentum, nesterov, adagrad, rmsprop, adam, adamw, proximal-gradient, fista, "
  + "proximal-newton, levenberg-marquardt"

/// Arguments and the sentence that refuses them.
private struct Wrong {
  let arguments: [String]
  let sentence: String

  init(_ arguments: [String], _ sentence: String) { (self.arguments, self.sentence) = (arguments, sentence) }
}

private let wrongValues: [Wrong] = [
  Wrong(["--model", "tree"], "--model tree: \(models)"),
  Wrong(["--model", "linear:2"], "--model linear:2: \(models)"),
  Wrong(["--model"], "--model needs a value; try --model logistic"),
  Wrong(["--model", "huber"], "--model huber: huber needs a number above 0; try --model huber:1.35"),
  Wrong(["--model", "huber:-1"], "--model huber:-1: huber needs a number above 0; try --model huber:1.35"),
  Wrong(["--model", "huber:inf"], "--model huber:inf: huber needs a number above 0; try --model huber:1.35"),
  Wrong(
    ["--model", "quantile:1"],
    "--model quantile:1: quantile needs a number between 0 and 1; try --model quantile:0.5"
  ),
  Wrong(["--penalty"], "--penalty needs a value; try --penalty ridge:0.1"),
  Wrong(["--penalty", "ridge"], "--penalty ridge: \(penalties)"),
  Wrong(["--penalty", "ridge:-1"], "--penalty ridge:-1: \(penalties)"),
  Wrong(["--penalty", "lasso:x"], "--penalty lasso:x: \(penalties)"),
  Wrong(["--penalty", "lasso:nan"], "--penalty lasso:nan: \(penalties)"),
  Wrong(["--penalty", "none:1"], "--penalty none:1: \(penalties)"),
  Wrong(["--penalty", "elastic-net:1"], "--penalty elastic-net:1: \(penalties)"),
  Wrong(["--penalty", "elastic-net:1,2"], "--penalty elastic-net:1,2: \(penalties)"),
  Wrong(["--optimizer", "sgd"], "--optimizer sgd: not known; there are \(optimizers)"),
  Wrong(["--optimizer"], "--optimizer needs a value; try --optimizer lbfgs"),
  Wrong(["--learning-rate", "0"], "--learning-rate 0: not a number above 0; try --learning-rate 0.1"),
  Wrong(["--learning-rate"], "--learning-rate needs a value; try --learning-rate 0.1"),
  Wrong(["--tolerance", "-1"], "--tolerance -1: not a number above 0; try --tolerance 1e-9"),
  Wrong(["--tolerance", "inf"], "--tolerance inf: not a number above 0; try --tolerance 1e-9"),
  Wrong(["--tolerance"], "--tolerance needs a value; try --tolerance 1e-9"),
  Wrong(
    ["--iterations", "1.5"],
    "--iterations 1.5: not a whole number from 0 to 9223372036854775807; try --iterations 1000"),
  Wrong(
    ["--iterations", "18446744073709551615"],
    "--iterations 18446744073709551615: not a whole number from 0 to 9223372036854775807; try --iterations 1000"
  ),
  Wrong(["--iterations"], "--iterations needs a value; try --iterations 1000"),
  Wrong(["--seed", "-1"], "--seed -1: not a whole number from 0 to 2⁶⁴ − 1; try --seed 1"),
  Wrong(["--seed"], "--seed needs a value; try --seed 1"),
  Wrong(["--test", "1"], "--test 1: not a share from 0 to below 1; try --test 0.25"),
  Wrong(["--test", "-0.1"], "--test -0.1: not a share from 0 to below 1; try --test 0.25"),
  Wrong(["--test", "nan"], "--test nan: not a share from 0 to below 1; try --test 0.25"),
  Wrong(["--test"], "--test needs a value; try --test 0.25"),
  Wrong(["--missing", "zero"], "--missing zero: not known; there are refuse, drop, mean"),
  Wrong(["--missing"], "--missing needs a value; try --missing drop"),
  Wrong(["--save"], "--save needs a value; try --save model.json"),
  Wrong(["--save", "--json"], "--save needs a value; try --save model.json"),
  Wrong(["--report"], "--report needs a value; try --report report"),
  Wrong(["--target"], "--target needs a value; try --target price"),
  Wrong(["--fast"], "--fast: not an option of fit; try chainrule fit --help"),
  Wrong(["--traget", "y"], "--traget: not an option of fit; did you mean --target?"),
  Wrong(["--target", "y"], "--target: it is there twice; give it once"),
  Wrong(["--json=1"], "--json=1: --json takes no value; leave it out"),
  Wrong(["--model=logistc"], "--model logistc: not known; did you mean logistic?"),
  Wrong(["--optimizer=lbgfs"], "--optimizer lbgfs: not known; did you mean lbfgs?"),
  Wrong(["more.csv"], "more.csv: there is one file already, data.csv; give one"),
]

@Suite("The arguments of chainrule fit and predict")
struct FitOptionsTests {
  private func fit(_ arguments: String...) throws -> FitOptions {
    let all = ["fit", "data.csv", "--target", "y"] + arguments
    guard case .fit(let options) = try Request(arguments: all) else {
      throw ArgumentMistake("not a fit")
    }
    return options
  }

  @Test("Without options: least squares, no penalty, standardised, nothing kept back")
  func defaults() throws {
    let options = try fit()
    #expect(options.file == "data.csv" && options.target == "y")
    #expect(options.family == .leastSquares && options.penalty == .none && options.standardizes)
    #expect(options.optimizer == nil && options.learningRate == nil)
    #expect(options.tolerance == 1e-12 && options.maximumIterations == 5000 && options.seed == 1)
    #expect(options.testFraction == 0 && options.missing == .refuse && !options.isJSON)
    #expect(options.model == nil && options.report == nil)
  }

  @Test("Every option is understood")
  func everyOption() throws {
    let options = try fit(
      "--model", "huber:1.35", "--penalty", "elastic-net:0.1,0.25", "--no-standardize", "--optimizer",
      "fista",
      "--learning-rate", "0.5", "--tolerance", "1e-6", "--iterations", "7", "--seed", "18446744073709551615",
      "--test", "0.25", "--missing", "mean", "--save", "m.json", "--report", "r", "--json")
    #expect(options.family == .huber(delta: 1.35) && options.penalty == .elasticNet(0.1, mixing: 0.25))
    #expect(!options.standardizes && options.optimizer == .fista && options.learningRate == 0.5)
    #expect(options.tolerance == 1e-6 && options.maximumIterations == 7 && options.seed == .max)
    #expect(options.testFraction == 0.25 && options.missing == .fillWithMean && options.isJSON)
    #expect(options.model == "m.json" && options.report == "r")
  }

  @Test("Every model and every penalty is understood")
  func models() throws {
    let families: [(String, Family)] = [
      ("linear", .leastSquares), ("logistic", .logistic), ("softmax", .softmax), ("poisson", .poisson),
      ("huber:2", .huber(delta: 2)), ("quantile:0.9", .quantile(0.9)),
    ]
    for (text, family) in families { #expect(try fit("--model", text).family == family) }
    let penalties: [(String, Penalty)] = [
      ("none", .none), ("ridge:0", .ridge(0)), ("ridge:1e-3", .ridge(1e-3)), ("lasso:2", .lasso(2)),
      ("elastic-net:1,0", .elasticNet(1, mixing: 0)), ("elastic-net:1,1", .elasticNet(1, mixing: 1)),
    ]
    for (text, penalty) in penalties { #expect(try fit("--penalty", text).penalty == penalty) }
    for name in OptimizerName.allCases { #expect(try fit("--optimizer", name.rawValue).optimizer == name) }
  }

  @Test("Help is printed wherever it is asked for")
  func help() throws {
    #expect(try Request(arguments: ["fit", "--help"]) == .text(FitOptions.help))
    #expect(try Request(arguments: ["fit", "x.csv", "--help"]) == .text(FitOptions.help))
    #expect(try Request(arguments: ["predict", "--help"]) == .text(PredictOptions.help))
  }

  @Test("A wrong value is refused with what is wrong and the mend")
  func wrong() {
    for wrong in wrongValues {
      #expect(throws: ArgumentMistake(wrong.sentence)) {
        try Request(arguments: ["fit", "data.csv", "--target", "y"] + wrong.arguments)
      }
    }
  }

  @Test(
    "What is missing is asked for",
    arguments: [
      (["fit"], "fit needs a file; try chainrule fit data.csv --target y"),
      (["fit", "x.csv"], "fit needs the column to predict; try --target y"),
      (["predict"], "predict needs a model and a file; try chainrule predict model.json data.csv"),
      (["predict", "m.json"], "predict needs a model and a file; try chainrule predict model.json data.csv"),
      (
        ["predict", "m", "x", "y"],
        "y: there are 2 files already; try chainrule predict --help"
      ),
      (["predict", "m", "--json"], "--json: not an option of predict; try chainrule predict --help"),
    ])
  func missing(arguments: [String], sentence: String) {
    #expect(throws: ArgumentMistake(sentence)) { try Request(arguments: arguments) }
  }
}
