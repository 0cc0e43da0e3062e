// Names, and what stands in brackets.

extension FormulaParser {
  /// A name: of a function if a bracket follows and no symbol is called so, else of symbols side by side.
  mutating func takeName(_ name: String, _ axes: [Int], _ token: FormulaToken) throws(FormulaError) {
    if name == "by", case .frame(.call)? = pending.last?.kind {
      pending[pending.count - 1].label = name
      return
    }
    let next = place < tokens.endIndex ? tokens[place] : nil
    if let next, next.kind == .equals, case .frame(.call)? = pending.last?.kind,
      ["axis", "axes", "along", "dim"].contains(name)
    {
      place += 1
      pending[pending.count - 1].label = "axis"
      return
    }
    if let next, next.kind == .open(.round) || (next.kind == .open(.curly) && name == "sqrt"),
      !names.isSymbol(name)
    {
      let function = FormulaFunction.name(of: name, axes)
      if let function {
        place += 1
        let bracket: FormulaToken.Bracket = next.kind == .open(.round) ? .round : .curly
        try push(.frame(.call(function, axes: axes, bracket)), at: token.start)
        pending[pending.count - 1].bracket = next.start
        return
      }
      let pieces = names.pieces(of: name)
      if pieces.count == 1, !names.stands(name), !next.isSpaced {
        throw error(
          at: token.start, "\(name) is no function that is known",
          mend: FormulaFunction.advice(for: name) + ", or write \(name) * ( for a product")
      }
    }
    for (index, piece) in names.pieces(of: name).enumerated() {
      if index > 0 {
        reduce(downTo: Infix.juxtapose.precedence)
        try push(.infix(.juxtapose), at: token.start + piece.offset)
      }
      add(.name(piece.name), at: token.start + piece.offset)
      finishOperand()
    }
  }

  func isOpen(_ frame: Frame) -> Bool {
    pending.last { if case .frame = $0.kind { true } else { false } }?.kind == .frame(frame)
  }

  mutating func openIndex(_ bracket: FormulaToken.Bracket, _ token: FormulaToken) throws(FormulaError) {
    place += 1
    let base = operands.removeLast()
    try push(.frame(.index(bracket)), at: token.start)
    pending[pending.count - 1].arguments = [base]
  }

  /// Ends an argument: the last operand goes to the bracket that is open.
  private mutating func endArgument() {
    reduce(downTo: 0)
    guard let argument = operands.popLast(), !pending.isEmpty else { return }
    let index = pending.count - 1
    if let label = pending[index].label {
      pieces.append(
        FormulaSyntax.Piece(kind: .labelled(label), parts: [argument], start: pieces[argument].start))
      pending[index].arguments.append(pieces.count - 1)
      pending[index].label = nil
    } else {
      pending[index].arguments.append(argument)
    }
  }

  mutating func takeComma(_ token: FormulaToken) throws(FormulaError) {
    reduce(downTo: 0)
    switch pending.last?.kind {
    case .frame(.call), .frame(.index), .frame(.group(.round)), .frame(.group(.square)):
      endArgument()
      place += 1
      expectsOperand = true
    case .frame: throw error(at: token.start, "a comma stands between bars", mend: "close them before it")
    default:
      throw error(at: token.start, "a comma stands outside of brackets", mend: "name parts with let r = …;")
    }
  }

  mutating func close(_ bracket: FormulaToken.Bracket, _ token: FormulaToken) throws(FormulaError) {
    reduce(downTo: 0)
    guard let open = pending.last, case .frame(let frame) = open.kind else {
      throw error(at: token.start, "\(bracket.closing) closes nothing", mend: "leave it out")
    }
    let wanted = closing(of: open)
    guard wanted == bracket.closing else {
      throw error(
        at: token.start,
        "\(bracket.closing) stands where \(text[open.bracket]) of column \(open.bracket + 1) is open",
        mend: "write \(wanted)")
    }
    place += 1
    endArgument()
    let arguments = popFrame().arguments
    try finish(frame, arguments, open)
  }

  private mutating func finish(_ frame: Frame, _ arguments: [Int], _ open: Pending) throws(FormulaError) {
    switch frame {
    case .call(let name, let axes, _): add(.call(name, axes: axes), arguments, at: open.start)
    case .index: try finishIndex(arguments, open)
    case .numerator:
      guard place < tokens.endIndex, tokens[place].kind == .open(.curly) else {
        throw error(at: open.start, "two groups follow \\frac", mend: "write \\frac{a}{b}")
      }
      place += 1
      try push(.frame(.denominator), at: open.start)
      pending[pending.count - 1].arguments = arguments
      return
    case .denominator: add(.quotient, arguments, at: open.start)
    case .group(.square):
      let isComparison = arguments.count == 1 && isComparison(arguments[0])
      if isComparison { operands.append(arguments[0]) } else { add(.list, arguments, at: open.start) }
    case .group(.floor): add(.fence(.floor, order: 0), arguments, at: open.start)
    case .group(.ceiling): add(.fence(.ceiling, order: 0), arguments, at: open.start)
    case .group:
      if arguments.count > 1 { add(.tuple, arguments, at: open.start) } else { operands += arguments }
    case .bars, .norm: break
    }
    finishOperand()
  }

  private func isComparison(_ piece: Int) -> Bool {
    if case .infix(let sign) = pieces[piece].kind { sign.isComparison } else { false }
  }

  /// Positions, or a comparison in Iverson's brackets beside a factor.
  private mutating func finishIndex(_ arguments: [Int], _ open: Pending) throws(FormulaError) {
    if arguments.count == 2, isComparison(arguments[1]) {
      operands.append(arguments[0])
      finishOperand()
      reduce(downTo: Infix.juxtapose.precedence)
      try push(.infix(.juxtapose), at: open.start)
      operands.append(arguments[1])
    } else {
      add(.indexed, arguments, at: open.start)
    }
  }

  mutating func closeBars(_ token: FormulaToken) throws(FormulaError) {
    reduce(downTo: 0)
    place += 1
    endArgument()
    let frame = popFrame()
    guard case .frame(.norm) = frame.kind else {
      add(.fence(.bars, order: 0), frame.arguments, at: frame.start)
      return finishOperand()
    }
    add(.fence(.norm, order: normOrder(behind: token)), frame.arguments, at: frame.start)
    finishOperand()
  }

  /// The order of `‖x‖₁` and `‖x‖_1`, of which the lexer has made a name; 2 where nothing is told.
  private mutating func normOrder(behind token: FormulaToken) -> Int {
    guard place < tokens.endIndex, tokens[place].start == token.end,
      case .name(let name, _) = tokens[place].kind
    else { return 2 }
    switch name {
    case "₁", "_1": place += 1; return 1
    case "₂", "_2", "_F": place += 1; return 2
    default: return 2
    }
  }

  /// `||` behind an operand, where two pairs of bars are open.
  mutating func closeTwoBars(_ token: FormulaToken) throws(FormulaError) {
    let bars = [token.start, token.start + 1].map {
      FormulaToken(kind: .bar, start: $0, end: $0 + 1, isSpaced: false)
    }
    try closeBars(bars[0])
    guard isOpen(.bars) else {
      throw error(at: token.start + 1, "| closes nothing", mend: "leave it out, or write ‖ for norms")
    }
    place -= 1
    try closeBars(bars[1])
  }

  func closing(of open: Pending) -> String {
    guard case .frame(let frame) = open.kind else { return ")" }
    return switch frame {
    case .group(let bracket), .call(_, _, let bracket), .index(let bracket): bracket.closing
    case .numerator, .denominator: "}"
    case .bars: "|"
    case .norm: "‖"
    }
  }
}
