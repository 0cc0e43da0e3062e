import ChainRule

/// The functions that formulas know, by all names that they go by.
enum FormulaFunction {
  /// Functions of each element.
  static let elementwise: [String: @Sendable (Tensor) -> Tensor] = [
    "exp": exp, "expm1": expm1, "log": log, "ln": log, "log1p": log1p, "sqrt": sqrt, "abs": abs, "sign": sign,
    "sgn": sign,
    "floor": floor, "ceil": ceil, "round": round, "sin": sin, "cos": cos, "tan": tan, "asin": asin,
    "arcsin": asin,
    "acos": acos, "arccos": acos, "atan": atan, "arctan": atan, "sinh": sinh, "cosh": cosh, "tanh": tanh,
    "asinh": asinh,
    "arsinh": asinh, "arcsinh": asinh, "acosh": acosh, "arcosh": acosh, "arccosh": acosh, "atanh": atanh,
    "artanh": atanh,
    "arctanh": atanh, "sech": sech, "erf": erf, "erfc": erfc, "logΓ": logGamma, "lgamma": logGamma,
    "gammaln": logGamma,
    "logGamma": logGamma, "digamma": digamma, "σ": sigmoid, "sigmoid": sigmoid, "expit": sigmoid,
    "logistic": sigmoid,
    "σ′": sigmoidSlope, "sigmoidSlope": sigmoidSlope, "softplus": softplus, "relu": relu, "ReLU": relu,
    "squared": squared, "square": squared, "oneMinusSquare": oneMinusSquare, "stop": { stopGradient($0) },
    "stopGradient": { stopGradient($0) },
  ]

  /// Functions along axes, by default along all.
  static let reductions: [String: @Sendable (Tensor, Axes) -> Tensor] = [
    "sum": { sum($0, along: $1) }, "mean": { mean($0, along: $1) }, "prod": { product($0, along: $1) },
    "product": { product($0, along: $1) }, "var": { variance($0, along: $1) },
    "variance": { variance($0, along: $1) },
    "std": { standardDeviation($0, along: $1) }, "logsumexp": { logSumExp($0, along: $1) },
    "norm": { norm($0, along: $1) }, "softmax": { softmax($0, along: $1) },
    "logsoftmax": { logSoftmax($0, along: $1) },
    "log softmax": { logSoftmax($0, along: $1) }, "centered": { centered($0, along: $1) },
    "flip": { $0.flipped(along: $1) },
  ]

  /// Functions of square matrices.
  static let matrices: [String: @Sendable (Tensor) -> Tensor] = [
    "tr": { trace($0) }, "trace": { trace($0) }, "det": { determinant($0) }, "logdet": { logDeterminant($0) },
    "inv": { inverse($0) }, "inverse": { inverse($0) }, "cof": { cofactors($0) },
    "cofactors": { cofactors($0) },
    "chol": { cholesky($0) }, "cholesky": { cholesky($0) },
  ]

  /// Functions of two operands, element by element.
  static let pairs: [String: @Sendable (Tensor, Tensor) -> Tensor] = [
    "atan2": { atan2($0, $1) }, "logaddexp": { logAddExp($0, $1) }, "maximum": { maximum($0, $1) },
    "minimum": { minimum($0, $1) }, "pow": { pow($0, $1) },
  ]

  /// What is recorded by rules of its own.
  static let others: Set<String> = [
    "max", "min", "norm1", "norm2", "norminf", "normF", "dot", "outer", "diag", "diagmatrix", "huber",
    "select", "where", "clip",
    "clamp", "cumsum", "cumsum from the end", "sort", "sort descending", "unsort", "unsort descending",
    "transpose",
    "reshape", "broadcast", "concat", "pad", "onehot", "scatter", "tril", "triu", "cof′", "solve", "ψ",
    "ones", "zeros",
    "eye", "mse", "matmul",
  ]

  /// Names of several words.
  static let phrases = ["log softmax", "cumsum from the end", "sort descending", "unsort descending"]

  static let names: [String] =
    (Array(elementwise.keys) + reductions.keys + matrices.keys + pairs.keys + others).sorted()

  private static let all = Set(names)

  static func isFunction(_ name: String) -> Bool { all.contains(name) }

  /// The function of this name, small digits aside; nil if there is none.
  static func name(of name: String, _ axes: [Int]) -> String? {
    if all.contains(name) { return name }
    let stem = String(name.prefix { !FormulaLexer.isSubscript($0) })
    return all.contains(stem) ? stem : nil
  }

  /// What to write instead of a name that is none of a function.
  static func advice(for name: String) -> String {
    let near = NearNames.near(name, among: names)
    return near.isEmpty
      ? "functions are exp, log, mean, sum, norm, tr, det, inv and others" : NearNames.meaning(near)
  }
}
