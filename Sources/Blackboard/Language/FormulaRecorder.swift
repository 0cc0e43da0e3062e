import ChainRule

/// Records what a formula says.
struct FormulaRecorder {
  let text: [Character]
  /// What names stand for: symbols, and parts that the formula has named.
  var symbols: [String: Tensor]
  /// The lengths that shapes name.
  let extents: Set<String>
  /// The value of each piece of the statement.
  private var values: [FormulaValue] = []

  init(_ text: [Character], symbols: [String: Tensor], lengths: Set<String>) {
    self.text = text
    self.symbols = symbols
    extents = lengths
  }

  /// Records one statement.
  ///
  /// - Parameter shape: The shape that it has, where that is known; 𝟏 and I by themselves take it.
  mutating func record(
    _ statement: FormulaSyntax.Statement, shape: Shape? = nil
  ) throws(FormulaError) -> Tensor {
    values = []
    values.reserveCapacity(statement.pieces.count)
    for piece in statement.pieces {
      let value = try value(of: piece)
      if case .tensor(let tensor, _) = value { try check(tensor, piece) }
      values.append(value)
    }
    guard let last = values.last, let piece = statement.pieces.last else {
      throw FormulaError(at: statement.start, of: text, "there is no formula")
    }
    switch last {
    case .filled(let number): return shape.map { number.broadcast(to: $0) } ?? number
    case .identity(let number):
      guard let shape, shape.rank == 2, shape.extents[0] == shape.extents[1] else { break }
      return Self.eye(number, like: Tensor(0).broadcast(to: shape))
    default: break
    }
    return try tensor(last, at: piece)
  }

  func error(_ piece: FormulaSyntax.Piece, _ problem: String, _ mend: String = "") -> FormulaError {
    FormulaError(at: piece.start, of: text, problem, mend: mend)
  }

  /// Throws the error that an invalid tensor carries, at the place of what recorded it.
  func check(_ tensor: Tensor, _ piece: FormulaSyntax.Piece) throws(FormulaError) {
    guard let invalidity = tensor.invalidity else { return }
    let operands = invalidity.operands.isEmpty ? "" : "\(invalidity.operands): "
    var misfit = error(piece, operands + invalidity.problem, invalidity.mend)
    misfit.isMisfit = invalidity.kind == .shape
    throw misfit
  }

  /// The value as a recorded tensor by itself.
  func tensor(_ value: FormulaValue, at piece: FormulaSyntax.Piece) throws(FormulaError) -> Tensor {
    switch value {
    case .tensor(let tensor, let orientation): return orientation == .row ? tensor.asRow : tensor
    case .filled:
      throw error(piece, "how long 𝟏 is is not told", "write ones(3) or ones(N), or put it beside an array")
    case .identity:
      throw error(piece, "how large I is is not told", "write eye(n), or put it beside a square matrix")
    case .list(let elements): return try listed(elements, at: piece)
    case .tuple(let elements): return try indices(elements, at: piece)
    case .all, .new, .range:
      throw error(piece, "a position stands where a number is wanted", "put it in brackets behind a name")
    case .ellipsis: throw error(piece, "… leaves something out", "write what it stands for")
    case .labelled: throw error(piece, "an argument with a name stands where none is", "leave the name out")
    }
  }

  private mutating func value(of piece: FormulaSyntax.Piece) throws(FormulaError) -> FormulaValue {
    let parts = piece.parts.map { values[$0] }
    switch piece.kind {
    case .number(let value): return .tensor(Tensor(value))
    case .name(let name): return try symbol(name, at: piece)
    case .ones: return .filled(1)
    case .zeros: return .filled(0)
    case .ellipsis: return .ellipsis
    case .all: return .all
    case .infix(.range): return try range(parts, at: piece)
    case .infix(let sign): return try infix(sign, parts[0], parts[1], at: piece)
    case .negated: return try negated(parts[0], at: piece)
    case .total(let axes): return try call("sum", axes, parts, at: piece)
    case .root: return try call("sqrt", [], parts, at: piece)
    case .transposed: return try transposed(parts[0], at: piece)
    case .exponent(let exponent, let isElementwise):
      return try power(parts[0], .tensor(Tensor(Double(exponent))), isElementwise, at: piece)
    case .call(let name, let axes): return try call(name, axes, parts, at: piece)
    case .fence(let fence, let order): return try fenced(fence, order, parts, at: piece)
    case .quotient: return try infix(.divide, parts[0], parts[1], at: piece)
    case .list: return .list(parts)
    case .tuple: return .tuple(parts)
    case .indexed: return try indexed(parts[0], Array(parts.dropFirst()), at: piece)
    case .labelled(let label): return .labelled(label, try tensor(parts[0], at: piece))
    }
  }

  private func symbol(_ name: String, at piece: FormulaSyntax.Piece) throws(FormulaError) -> FormulaValue {
    if let tensor = symbols[name] { return .tensor(tensor) }
    switch name {
    case "N": return .tensor(.extent(.batch))
    case "I": return .identity(1)
    case "new", "newaxis": return .new
    case "pi", "π": return .tensor(Tensor(Double.pi))
    case "inf": return .tensor(Tensor(Double.infinity))
    case "NaN", "nan": return .tensor(Tensor(Double.nan))
    case "e": return .tensor(Tensor(Self.euler))
    default: break
    }
    if extents.contains(name) { return .tensor(.extent(.symbol(name))) }
    throw error(piece, "\(name) is not known", NearNames.suggestion(for: name, among: symbols.keys.sorted()))
  }

  private func range(_ parts: [FormulaValue], at piece: FormulaSyntax.Piece) throws(FormulaError)
    -> FormulaValue
  {
    if case .range(let start, let end, 1) = parts[0], let step = parts[1].whole {
      return .range(start: start, end: end, step: step)
    }
    guard let start = parts[0].whole, let end = parts[1].whole, start <= end else {
      throw error(piece, "a range is of whole numbers, and goes up", "write it as 0:3")
    }
    return .range(start: start, end: end, step: 1)
  }

  private func negated(_ value: FormulaValue, at piece: FormulaSyntax.Piece) throws(FormulaError)
    -> FormulaValue
  {
    switch value {
    case .tensor(let tensor, let orientation):
      if case .leaf(.number(let number)) = tensor.node.primitive { return .tensor(Tensor(-number)) }
      return .tensor(-tensor, orientation)
    case .filled(let number): return .filled(-number)
    case .identity(let number): return .identity(-number)
    default: return .tensor(-(try tensor(value, at: piece)))
    }
  }

  /// Constants and symbols in brackets.
  private func listed(_ elements: [FormulaValue], at piece: FormulaSyntax.Piece) throws(FormulaError)
    -> Tensor
  {
    if let array = Self.constant(.list(elements)) { return .constant(array) }
    var tensors: [Tensor] = []
    for element in elements { tensors.append(try tensor(element, at: piece)) }
    guard let first = tensors.first else {
      throw error(piece, "the list is empty", "put numbers between the brackets")
    }
    let result = first.rank == 0 ? stack(tensors) : concatenate(tensors, along: 0)
    try check(result, piece)
    return result
  }

  /// The numbers of a list of numbers or of such lists.
  private static func constant(_ value: FormulaValue) -> NDArray<Double>? {
    if let literal = value.literal { return NDArray(literal) }
    guard case .list(let elements) = value else { return nil }
    let parts = elements.compactMap { constant($0) }
    guard parts.count == elements.count, let first = parts.first,
      parts.allSatisfy({ $0.shape == first.shape })
    else {
      return nil
    }
    return try? NDArray(shape: [parts.count] + first.shape, elements: parts.flatMap { Array($0.elements) })
  }

  /// `(0, 2, 1)`: integers to take elements at; `(0, …, 4)`: the numbers from 0 on.
  private func indices(_ elements: [FormulaValue], at piece: FormulaSyntax.Piece) throws(FormulaError)
    -> Tensor
  {
    if elements.count == 3, case .ellipsis = elements[1], elements[0].whole == 0 {
      if let last = elements[2].whole, last >= 0 { return .positions(.fixed(last + 1)) }
      if case .tensor(let last, _) = elements[2], case .arithmetic(.subtract) = last.node.primitive,
        case .leaf(.extent(let extent)) = last.node.inputs[0].primitive
      {
        return .positions(extent)
      }
    }
    let numbers = elements.compactMap(\.whole)
    guard numbers.count == elements.count else {
      throw error(piece, "a comma in parentheses is between whole numbers", "write [a, b] for a list")
    }
    return .indices(IndexArray(numbers))
  }
}
