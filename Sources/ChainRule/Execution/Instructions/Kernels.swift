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
  func kernel(in table: cr_kernels) -> FiberLoop.Kernel {
    switch self {
    case .max: FiberLoop.Kernel(each: table.reduce_maximum, rows: .reduction(table.rows_maximum))
    case .min: FiberLoop.Kernel(each: table.reduce_minimum)
    case .logSumExp:
      FiberLoop.Kernel(each: table.reduce_log_sum_exp, rows: .reduction(table.rows_log_sum_exp))
    case .norm: FiberLoop.Kernel(each: table.reduce_norm)
    }
  }
}

extension Normalization.Kind {
  func kernel(in table: cr_kernels) -> FiberLoop.Kernel {
    switch self {
    case .softmax: FiberLoop.Kernel(each: table.map_softmax, rows: .map(table.rows_softmax))
    case .logSoftmax: FiberLoop.Kernel(each: table.map_log_softmax, rows: .map(table.rows_log_softmax))
    case .centered: FiberLoop.Kernel(each: table.map_center)
    case .sumOfOthers: FiberLoop.Kernel(each: table.map_others)
    }
  }
}
