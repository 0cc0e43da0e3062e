/// Puts the tokens of one statement together by how tightly signs bind.
///
/// What is open is kept in a list and not in calls, so no depth of a formula can be too deep for the stack.
struct FormulaParser {
  /// What waits for its operand, or to be closed.
  struct Pending {
    enum Kind: Equatable {
      case infix(Infix)
      case negated
      case negatedExponent
      case total([Int])
      case root
      case frame(Frame)
    }

    let kind: Kind
    let start: Int
    /// How many operands there were before it.
    let depth: Int
    var arguments: [Int] = []
    var label: String?
    /// Where its bracket stands, which may be behind a name.
    var bracket: Int

    init(kind: Kind, start: Int, depth: Int) {
      (self.kind, self.start, self.depth, bracket) = (kind, start, depth, start)
    }
  }

  /// What a bracket encloses.
  enum Frame: Equatable {
    case group(FormulaToken.Bracket)
    case call(String, axes: [Int], FormulaToken.Bracket)
    case index(FormulaToken.Bracket)
    case numerator, denominator
    case bars, norm
  }

  let text: [Character]
  let tokens: ArraySlice<FormulaToken>
  let names: SymbolNames
  var place: Int
  var pieces: [FormulaSyntax.Piece] = []
  var operands: [Int] = []
  var pending: [Pending] = []
  var expectsOperand = true
  private var openFrames = 0

  /// How many brackets may be open at one place.
  static let deepest = 1000

  init(_ tokens: ArraySlice<FormulaToken>, of text: [Character], names: SymbolNames) {
    self.tokens = tokens
    self.text = text
    self.names = names
    place = tokens.startIndex
  }

  /// The pieces, of which the last is the whole.
  mutating func parse() throws(FormulaError) -> [FormulaSyntax.Piece] {
    while place < tokens.endIndex { try take(tokens[place]) }
    let end = tokens.last.map(\.end) ?? 0
    if expectsOperand { throw missingOperand(at: end) }
    reduce(downTo: 0)
    if let open = pending.last {
      let sign = text[min(open.bracket, text.count - 1)]
      throw error(at: open.bracket, "\(sign) is not closed", mend: "put \(closing(of: open)) at the end")
    }
    return pieces
  }

  func error(at place: Int, _ problem: String, mend: String = "") -> FormulaError {
    FormulaError(at: place, of: text, problem, mend: mend)
  }

  func missingOperand(at place: Int) -> FormulaError {
    guard let last = pending.last else {
      return error(at: place, "there is no formula", mend: "write one, such as mean((y - X*w)^2)")
    }
    if case .frame = last.kind {
      return error(at: place, "nothing stands in the brackets", mend: "put an operand there")
    }
    let sign = text[last.start]
    return error(at: place, "nothing follows \(sign)", mend: "put an operand behind it")
  }

  mutating func add(_ kind: FormulaSyntax.Kind, _ parts: [Int] = [], at start: Int) {
    pieces.append(FormulaSyntax.Piece(kind: kind, parts: parts, start: start))
    operands.append(pieces.count - 1)
  }

  mutating func push(_ kind: Pending.Kind, at start: Int) throws(FormulaError) {
    if case .frame = kind {
      openFrames += 1
      if openFrames > Self.deepest {
        throw error(
          at: start, "more than \(Self.deepest) brackets are open here", mend: "name parts with let")
      }
    }
    pending.append(Pending(kind: kind, start: start, depth: operands.count))
    expectsOperand = true
  }

  mutating func popFrame() -> Pending {
    openFrames -= 1
    return pending.removeLast()
  }

  /// Applies what waits and binds as tightly as `precedence` asks, up to the bracket that is open.
  mutating func reduce(downTo precedence: Int) {
    while let last = pending.last {
      switch last.kind {
      case .frame: return
      case .infix(let sign):
        guard sign.precedence >= precedence else { return }
        let right = operands.removeLast()
        let left = operands.removeLast()
        pending.removeLast()
        add(.infix(sign), [left, right], at: last.start)
      case .negated, .negatedExponent, .total, .root:
        guard Self.precedence(of: last.kind) >= precedence else { return }
        pending.removeLast()
        applyPrefix(last)
      }
    }
  }

  private static func precedence(of kind: Pending.Kind) -> Int {
    switch kind {
    case .negated: Infix.multiply.precedence
    case .total: Infix.juxtapose.precedence - 5
    case .root, .negatedExponent: Infix.power.precedence + 10
    case .infix(let sign): sign.precedence
    case .frame: 0
    }
  }

  private mutating func applyPrefix(_ prefix: Pending) {
    let operand = operands.removeLast()
    switch prefix.kind {
    case .total(let axes): add(.total(axes), [operand], at: prefix.start)
    case .root: add(.root, [operand], at: prefix.start)
    default: add(.negated, [operand], at: prefix.start)
    }
  }

  /// An operand is complete: roots and exponents take it at once.
  mutating func finishOperand() {
    expectsOperand = false
    reduce(downTo: Infix.power.precedence)
  }

  private mutating func take(_ token: FormulaToken) throws(FormulaError) {
    if expectsOperand { try takeOperand(token) } else { try takeBehind(token) }
  }

  /// An operand, or what stands in front of one.
  private mutating func takeOperand(_ token: FormulaToken) throws(FormulaError) {
    place += 1
    switch token.kind {
    case .number(let value):
      add(.number(value), at: token.start)
      finishOperand()
    case .name(let name, let axes): try takeName(name, axes, token)
    case .quoted(let name):
      add(.name(name), at: token.start)
      finishOperand()
    case .ones, .zeros, .ellipsis:
      add(token.kind == .ones ? .ones : token.kind == .zeros ? .zeros : .ellipsis, at: token.start)
      finishOperand()
    case .infix(.subtract):
      if case .infix(let sign)? = pending.last?.kind, sign.precedence == Infix.power.precedence {
        try push(.negatedExponent, at: token.start)
      } else {
        try push(.negated, at: token.start)
      }
    case .infix(.add): break
    case .total(let axes): try push(.total(axes), at: token.start)
    case .root: try push(.root, at: token.start)
    case .fraction:
      guard place < tokens.endIndex, tokens[place].kind == .open(.curly) else {
        throw error(at: token.end, "two groups follow \\frac", mend: "write \\frac{a}{b}")
      }
      place += 1
      try push(.frame(.numerator), at: token.start)
    case .open(let bracket): try push(.frame(.group(bracket)), at: token.start)
    case .bar: try push(.frame(.bars), at: token.start)
    case .doubleBar: try push(.frame(.norm), at: token.start)
    case .colon: try takeAll(token)
    default: throw misplaced(token)
    }
  }

  /// `:` that stands for every position.
  private mutating func takeAll(_ token: FormulaToken) throws(FormulaError) {
    guard case .frame? = pending.last?.kind else { throw misplaced(token) }
    add(.all, at: token.start)
    finishOperand()
  }

  func misplaced(_ token: FormulaToken) -> FormulaError {
    let sign = String(text[token.start..<token.end])
    if case .close = token.kind {
      let isOpen = pending.contains { if case .frame = $0.kind { true } else { false } }
      if !isOpen { return error(at: token.start, "\(sign) closes nothing", mend: "leave it out") }
    }
    return error(at: token.start, "an operand is missing before \(sign)", mend: "put one there")
  }

  /// What stands behind an operand.
  private mutating func takeBehind(_ token: FormulaToken) throws(FormulaError) {
    switch token.kind {
    case .infix(let sign): try takeSign(sign, token)
    case .equals: try takeSign(.equal, token)
    case .transposed:
      takePostfix(.transposed, at: token)
    case .inverseTransposed:
      takePostfix(.exponent(-1, isElementwise: false), at: token)
      takePostfix(.transposed, at: token)
      place -= 1
    case .exponent(let exponent, let isElementwise):
      takePostfix(.exponent(exponent, isElementwise: isElementwise), at: token)
    case .colon: try takeSign(.range, token)
    case .comma, .semicolon: try takeComma(token)
    case .close(let bracket): try close(bracket, token)
    case .bar where isOpen(.bars), .doubleBar where isOpen(.norm): try closeBars(token)
    case .doubleBar where isOpen(.bars): try closeTwoBars(token)
    case .below:
      place += 1
      guard place < tokens.endIndex, tokens[place].kind == .open(.curly) else { throw misplaced(token) }
      try openIndex(.curly, tokens[place])
    case .open(.square) where !token.isSpaced: try openIndex(.square, token)
    case .number:
      throw error(
        at: token.start, "a sign is missing before \(String(text[token.start..<token.end]))",
        mend: "write * for a product")
    case .ellipsis: throw misplaced(token)
    default:
      // No sign at all: a product.
      reduce(downTo: Infix.juxtapose.precedence)
      try push(.infix(.juxtapose), at: token.start)
    }
  }

  private mutating func takePostfix(_ kind: FormulaSyntax.Kind, at token: FormulaToken) {
    place += 1
    let operand = operands.removeLast()
    add(kind, [operand], at: token.start)
  }

  private mutating func takeSign(_ sign: Infix, _ token: FormulaToken) throws(FormulaError) {
    place += 1
    reduce(downTo: sign.precedence)
    try push(.infix(sign), at: token.start)
  }
}
