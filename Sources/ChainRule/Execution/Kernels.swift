import ChainRuleKernels

// Which kernel computes what.

extension Elementwise {
  /// Nil for a function that is computed by its row, element by element: a kernel may come later.
  func kernel(in table: cr_kernels) -> cr_map1? {
    switch self {
    case .negate: table.negate
    case .square: table.square
    case .sqrt: table.square_root
    case .abs: table.absolute
    case .sign: table.sign
    case .floor: table.floor
    case .ceil: table.ceiling
    case .round: table.round
    case .exp: table.exp
    case .expm1: table.expm1
    case .log: table.log
    case .log1p: table.log1p
    case .sin: table.sin
    case .cos: table.cos
    case .tan: table.tan
    case .asin: table.asin
    case .acos: table.acos
    case .atan: table.atan
    case .sinh: table.sinh
    case .cosh: table.cosh
    case .tanh: table.tanh
    case .asinh: table.asinh
    case .acosh: table.acosh
    case .atanh: table.atanh
    case .sech: table.sech
    case .erf: table.erf
    case .erfc: table.erfc
    case .oneMinusSquare: table.one_minus_square
    case .sigmoid: table.sigmoid
    case .sigmoidSlope: table.sigmoid_slope
    case .softplus: table.softplus
    case .relu: table.relu
    default: nil
    }
  }
}

extension Arithmetic {
  func kernel(in table: cr_kernels) -> cr_map2 {
    switch self {
    case .add: table.add
    case .subtract: table.subtract
    case .multiply: table.multiply
    case .divide: table.divide
    case .power: table.power
    case .maximum: table.maximum
    case .minimum: table.minimum
    case .atan2: table.arc_tangent2
    case .logAddExp: table.log_add_exp
    }
  }
}

extension Comparison {
  func kernel(in table: cr_kernels) -> cr_map2 {
    switch self {
    case .less: table.less
    case .lessOrEqual: table.less_or_equal
    case .greater: table.greater
    case .greaterOrEqual: table.greater_or_equal
    case .equal: table.equal
    case .notEqual: table.not_equal
    }
  }
}

extension Reduction.Kind {
  func kernel(in table: cr_kernels) -> cr_fiber {
    switch self {
    case .max: table.reduce_maximum
    case .min: table.reduce_minimum
    case .logSumExp: table.reduce_log_sum_exp
    case .norm: table.reduce_norm
    }
  }
}

extension Normalization.Kind {
  func kernel(in table: cr_kernels) -> cr_fiber {
    switch self {
    case .softmax: table.map_softmax
    case .logSoftmax: table.map_log_softmax
    case .centered: table.map_center
    case .sumOfOthers: table.map_others
    }
  }
}
