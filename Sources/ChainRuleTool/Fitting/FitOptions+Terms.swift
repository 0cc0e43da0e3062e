import ChainRule
import CommandArguments
import LinearModels
import Optimizers

// The little language of `--model` and `--penalty`.
extension FitOptions {
  static func family(_ text: String) throws(ArgumentMistake) -> Family {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    func parameter(_ kind: String, _ example: String, _ isRight: (Double) -> Bool) throws(ArgumentMistake)
      -> Double
    {
      guard parts.count == 2, let value = Double(parts[1]), isRight(value) else {
        throw ArgumentMistake("--model \(text): \(parts[0]) needs \(kind); try --model \(example)")
      }
      return value
    }
    switch parts[0] {
    case "huber":
      return .huber(delta: try parameter("a number above 0", "huber:1.35") { $0 > 0 && $0.isFinite })
    case "quantile":
      return .quantile(try parameter("a number between 0 and 1", "quantile:0.5") { $0 > 0 && $0 < 1 })
    case "linear" where parts.count == 1: return .leastSquares
    case "logistic" where parts.count == 1: return .logistic
    case "softmax" where parts.count == 1: return .softmax
    case "poisson" where parts.count == 1: return .poisson
    default:
      let names = ["linear", "logistic", "softmax", "poisson", "huber", "quantile"]
      let near = NearNames.near(parts[0], among: names).filter { $0 != parts[0] }
      throw ArgumentMistake(
        "--model \(text): not known; "
          + (near.isEmpty
            ? "there are linear, logistic, softmax, poisson, huber:DELTA, quantile:TAU"
            : NearNames.meaning(near)))
    }
  }

  static func penalty(_ text: String) throws(ArgumentMistake) -> Penalty {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let numbers =
      parts.count == 2
      ? parts[1].split(separator: ",", omittingEmptySubsequences: false).map { Double($0) } : []
    let values = numbers.compactMap { $0 }
    let areRight = values.count == numbers.count && values.allSatisfy { $0 >= 0 && $0.isFinite }
    switch (parts[0], values.count) {
    case ("none", 0) where parts.count == 1: return .none
    case ("ridge", 1) where areRight: return .ridge(values[0])
    case ("lasso", 1) where areRight: return .lasso(values[0])
    case ("elastic-net", 2) where areRight && values[1] <= 1: return .elasticNet(values[0], mixing: values[1])
    default:
      throw ArgumentMistake(
        "--penalty \(text): not understood; there are none, ridge:LAMBDA, lasso:LAMBDA, "
          + "elastic-net:LAMBDA,MIXING with LAMBDA from 0 and MIXING from 0 to 1")
    }
  }
}
