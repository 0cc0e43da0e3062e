import ChainRule

/// What the derivative of an operation is called.
enum RuleName {
  /// The rule for the operand numbered `input`.
  static func of(_ node: Node, input: Int) -> String {
    switch node.primitive {
    case .name: "another name"
    case .elementwise(let function): name(of: function)
    case .arithmetic(let function): name(of: function, input)
    case .polygamma: "derivative of a polygamma function"
    case .select: "choice"
    case .matrixProduct: "matrix product"
    case .permutation: "transpose"
    case .reshape: "reshape"
    case .broadcast: "repetition"
    case .slice: "slice"
    case .pad: "padding"
    case .reversal: "reversal"
    case .concatenation: "concatenation"
    case .gather: "gathering"
    case .scatterAdd: "scattering"
    case .sum: "sum of elements"
    case .cumulativeSum: "cumulative sum"
    case .arrangement: "sorting"
    case .triangle: "triangle of a matrix"
    case .diagonal: "diagonal of a matrix"
    case .diagonalMatrix: "diagonal matrix"
    case .matrixFunction(.inverse): "inverse: ∂A⁻¹ = −A⁻¹ ∂A A⁻¹"
    case .solution: "solution of a system"
    case .leaf, .stopGradient, .comparison, .reduction, .normalization, .matrixFunction, .cofactorDerivative,
      .custom:
      "derivative of \(node.primitive.family.name)"
    }
  }

  private static func name(of function: Elementwise) -> String {
    switch function {
    case .negate: "sign"
    case .square: "power rule"
    case .sqrt: "root"
    case .exp, .expm1: "exponential function"
    case .log, .log1p: "logarithm"
    default: "derivative of \(function.rawValue)"
    }
  }

  private static func name(of function: Arithmetic, _ input: Int) -> String {
    switch function {
    case .add: "sum rule"
    case .subtract: "difference rule"
    case .multiply: "product rule"
    case .divide: "quotient rule"
    case .power: input == 0 ? "power rule" : "exponential function"
    case .maximum: "the greater of two"
    case .minimum: "the lesser of two"
    case .atan2, .logAddExp: "derivative of \(function.rawValue)"
    }
  }
}
