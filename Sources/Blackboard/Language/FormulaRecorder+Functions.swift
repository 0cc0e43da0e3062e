import ChainRule

// Functions, by their names.

extension FormulaRecorder {
  func call(
    _ name: String, _ axes: [Int], _ arguments: [FormulaValue], at piece: Piece
  ) throws(FormulaError) -> FormulaValue {
    var axes = axes
    var plain: [FormulaValue] = []
    for argument in arguments {
      if case .labelled("axis", let axis) = argument {
        guard let whole = FormulaValue.tensor(axis).whole else {
          throw error(piece, "an axis is a whole number", "write axis=0")
        }
        axes.append(whole)
      } else {
        plain.append(argument)
      }
    }
    if let function = FormulaFunction.elementwise[name] {
      try check(plain, 1...1, name, at: piece)
      if case .filled(let number) = plain[0] { return .filled(function(number)) }
      let (x, orientation) = try operand(plain[0], at: piece)
      return .tensor(function(x), orientation)
    }
    if let function = FormulaFunction.reductions[name] {
      try check(plain, 1...1, name, at: piece, "write axis=0 for an axis")
      let x = Self.having(axes, try tensor(plain[0], at: piece))
      return .tensor(function(x, axes.isEmpty ? .all : Axes(axes)))
    }
    if let function = FormulaFunction.matrices[name] {
      try check(plain, 1...1, name, at: piece)
      return .tensor(function(try tensor(plain[0], at: piece)))
    }
    if let function = FormulaFunction.pairs[name] {
      try check(plain, 2...2, name, at: piece)
      return try elementwise(plain[0], plain[1], at: piece, function)
    }
    return try other(name, axes, plain, at: piece)
  }

  /// A number as an array of one element, where axes are told: none were printed of it.
  private static func having(_ axes: [Int], _ x: Tensor) -> Tensor {
    guard let last = axes.max(), x.rank == 0, (0..<8).contains(last) else { return x }
    return x.reshaped(to: Shape(Array(repeating: 1, count: last + 1)))
  }

  private func check(
    _ arguments: [FormulaValue], _ counts: ClosedRange<Int>, _ name: String, at piece: Piece,
    _ mend: String = ""
  ) throws(FormulaError) {
    if counts.contains(arguments.count) { return }
    let wanted = counts.count == 1 ? "\(counts.lowerBound)" : "\(counts.lowerBound) to \(counts.upperBound)"
    throw error(piece, "\(name) takes \(wanted) arguments, not \(arguments.count)", mend)
  }

  private func other(
    _ name: String, _ axes: [Int], _ arguments: [FormulaValue], at piece: Piece
  ) throws(FormulaError) -> FormulaValue {
    switch name {
    case "max", "min": return try extreme(name, axes, arguments, at: piece)
    case "norm1", "norm2", "normF", "norminf":
      try check(arguments, 1...1, name, at: piece)
      let order: NormOrder = name == "norm1" ? .one : name == "norminf" ? .infinity : .two
      return .tensor(
        norm(try tensor(arguments[0], at: piece), order, along: axes.isEmpty ? .all : Axes(axes)))
    case "select", "where", "clip", "clamp":
      try check(arguments, 3...3, name, at: piece)
      return try choice(name, arguments, at: piece)
    case "huber":
      try check(arguments, 1...2, name, at: piece)
      let (x, orientation) = try operand(arguments[0], at: piece)
      let limit = arguments.count > 1 ? try tensor(arguments[1], at: piece) : 1
      return .tensor(select(abs(x) .<= limit, squared(x) / 2, limit * (abs(x) - limit / 2)), orientation)
    case "dot", "outer", "matmul", "solve", "cof′", "mse":
      try check(arguments, 2...2, name, at: piece)
      return .tensor(
        two(name, try operand(arguments[0], at: piece).tensor, try operand(arguments[1], at: piece).tensor))
    case "ψ":
      try check(arguments, 1...1, name, at: piece)
      return .tensor(polygamma(axes.first ?? 0, try tensor(arguments[0], at: piece)))
    default: return try arranged(name, axes, arguments, at: piece)
    }
  }

  private func two(_ name: String, _ x: Tensor, _ y: Tensor) -> Tensor {
    switch name {
    case "outer": outer(x, y)
    case "solve": solve(x, y)
    case "cof′": cofactorDerivative(x, y)
    case "mse": meanSquaredError(x, y)
    default: x • y
    }
  }

  /// The greatest of all elements, or of two operands.
  private func extreme(
    _ name: String, _ axes: [Int], _ arguments: [FormulaValue], at piece: Piece
  ) throws(FormulaError) -> FormulaValue {
    try check(arguments, 1...2, name, at: piece)
    if arguments.count == 2 {
      return try elementwise(arguments[0], arguments[1], at: piece) {
        name == "max" ? maximum($0, $1) : minimum($0, $1)
      }
    }
    let x = Self.having(axes, try tensor(arguments[0], at: piece))
    let along: Axes = axes.isEmpty ? .all : Axes(axes)
    return .tensor(name == "max" ? max(x, along: along) : min(x, along: along))
  }

  private func choice(_ name: String, _ arguments: [FormulaValue], at piece: Piece) throws(FormulaError)
    -> FormulaValue
  {
    var tensors: [Tensor] = []
    for argument in arguments { tensors.append(try operand(argument, at: piece).tensor) }
    let largest = tensors.max { $0.rank < $1.rank } ?? tensors[0]
    let aligned = tensors.map { Self.aligned($0, beside: largest) }
    return .tensor(
      name == "select" || name == "where"
        ? select(aligned[0], aligned[1], aligned[2]) : clamp(aligned[0], aligned[1], aligned[2]))
  }

  func fenced(
    _ fence: FormulaSyntax.Fence, _ order: Int, _ parts: [FormulaValue], at piece: Piece
  ) throws(FormulaError) -> FormulaValue {
    switch fence {
    case .bars: try call("abs", [], parts, at: piece)
    case .floor: try call("floor", [], parts, at: piece)
    case .ceiling: try call("ceil", [], parts, at: piece)
    case .norm: try call(order == 1 ? "norm1" : "norm2", [], parts, at: piece)
    }
  }
}
