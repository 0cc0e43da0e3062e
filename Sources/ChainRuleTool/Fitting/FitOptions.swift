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
      --tolerance T      the greatest element of the shortest subgradient, relative to the objective; 1e-12 if left out
      --iterations N     the most steps; 5000 if left out
      --seed S           the seed of the split, a whole number from 0; 1 if left out
      --test FRACTION    keeps a share of the rows for a score on unseen data; 0 if left out
      --missing POLICY   refuse, drop or mean: what to do with missing values; refuse if left out
      --save MODEL.json  writes the fitted model
      --checkpoint FILE  keeps the state of the fit there every 100 steps, and takes it up again where the file is
      --report DIR       writes a page with plots, index.html
      --json             prints one JSON object in place of the text

    Exit status: 0 if it converged, 1 if it did not, 2 for bad input.
    """

  package init(arguments: ArraySlice<String>) throws(Options.Mistake) {
    var rest = arguments
    func value(_ option: String, _ example: String) throws(Options.Mistake) -> String {
      guard let text = rest.popFirst(), !text.hasPrefix("--") else {
        throw Options.Mistake(description: "\(option) needs a value; try \(option) \(example)")
      }
      return text
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--target": target = try value(argument, "price")
      case "--model": family = try Self.family(try value(argument, "logistic"))
      case "--penalty": penalty = try Self.penalty(try value(argument, "ridge:0.1"))
      case "--no-standardize": standardizes = false
      case "--optimizer":
        let text = try value(argument, "lbfgs")
        guard let name = OptimizerName(rawValue: text) else {
          throw Options.Mistake(
            description: "--optimizer \(text): not known; there are "
              + OptimizerName.allCases.map(\.rawValue).joined(separator: ", "))
        }
        optimizer = name
      case "--learning-rate": learningRate = try Self.number(argument, try value(argument, "0.1"))
      case "--tolerance": tolerance = try Self.number(argument, try value(argument, "1e-9"))
      case "--iterations": maximumIterations = Int(try Self.whole(argument, try value(argument, "1000")))
      case "--seed": seed = try Self.whole(argument, try value(argument, "1"))
      case "--test":
        let text = try value(argument, "0.25")
        guard let share = Double(text), share >= 0, share < 1 else {
          throw Options.Mistake(description: "--test \(text): not a share from 0 to below 1; try --test 0.25")
        }
        testFraction = share
      case "--missing": missing = try Self.missing(try value(argument, "drop"))
      case "--save": model = try value(argument, "model.json")
      case "--report": report = try value(argument, "report")
      case "--checkpoint": checkpoint = try value(argument, "fit.state")
      case "--json": isJSON = true
      default:
        if argument.hasPrefix("-") {
          throw Options.Mistake(description: "\(argument): not an option of fit; try chainrule fit --help")
        }
        if !file.isEmpty {
          throw Options.Mistake(description: "\(argument): there is one file already, \(file); give one")
        }
        file = argument
      }
    }
    if file.isEmpty {
      throw Options.Mistake(description: "fit needs a file; try chainrule fit data.csv --target y")
    }
    if target.isEmpty {
      throw Options.Mistake(description: "fit needs the column to predict; try --target y")
    }
  }

  private static func missing(_ text: String) throws(Options.Mistake) -> CSVOptions.MissingValues {
    switch text {
    case "refuse": return .refuse
    case "drop": return .dropRows
    case "mean": return .fillWithMean
    default: throw Options.Mistake(description: "--missing \(text): one of refuse, drop, mean")
    }
  }

  private static func number(_ option: String, _ text: String) throws(Options.Mistake) -> Double {
    guard let value = Double(text), value > 0, value.isFinite else {
      throw Options.Mistake(description: "\(option) \(text): not a number above 0")
    }
    return value
  }

  private static func whole(_ option: String, _ text: String) throws(Options.Mistake) -> UInt64 {
    guard let value = UInt64(text), value <= UInt64(Int.max) || option == "--seed" else {
      throw Options.Mistake(description: "\(option) \(text): not a whole number from 0")
    }
    return value
  }
}
