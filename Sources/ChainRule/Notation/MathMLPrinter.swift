/// Sets an expression in MathML Core, as elements side by side.
///
/// Brackets stretch by themselves, so unlike LaTeX's they need not be told how tall they are.
package struct MathMLPrinter: NotationPrinter {
  package init() {}

  package var whereWord: String { "<mo>,</mo><mspace width=\"1em\"/><mtext>where\u{A0}</mtext>" }
  package var comma: String { "<mo>,</mo>" }

  package func equation(_ sides: [String]) -> String { sides.joined(separator: "<mo>=</mo>") }

  /// The elements as a formula of its own.
  package static func formula(_ elements: String) -> String {
    "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">\(row(elements))</math>"
  }

  package func precedence<Subject>(of notation: Notation<Subject>) -> Precedence {
    notation.typesetPrecedence
  }

  package func parenthesized<Subject>(_ notation: Notation<Subject>) -> String {
    fenced("(", text(of: notation), ")")
  }

  package func text<Subject>(of notation: Notation<Subject>) -> String {
    switch notation {
    case .symbol(let name): symbol(name)
    case .number(let value): number(value)
    case .ones: "<mn>𝟏</mn>"
    case .zeros: "<mn>𝟎</mn>"
    case .identity: "<mi>I</mi>"
    case .ellipsis: "<mi>…</mi>"
    case .list(let elements): fenced("[", joined(elements), "]")
    case .tuple(let elements): fenced("(", joined(elements), ")")
    case .sum(let left, let right): sum(left, right, plus: sign("+"), minus: sign("−"))
    case .difference(let left, let right):
      text(of: left) + sign("−") + enclosed(right, below: .product, orNegative: true)
    case .negated(let operand): sign("−") + enclosed(operand, below: .product, orNegative: true)
    case .product(let left, let right, let isElementwise): product(left, right, isElementwise)
    case .quotient(let numerator, let denominator, _): fraction(numerator, denominator)
    case .juxtaposed(let left, let right):
      enclosed(left, below: .juxtaposition, orNegative: true) + Self.times + rightFactor(right)
    case .power(let base, let exponent): superscript(base, text(of: exponent))
    case .elementwisePower(let base, let exponent): superscript(base, sign("∘") + text(of: exponent))
    case .transposed(let operand):
      operand.inverted.map { superscript($0, sign("−") + "<mi>⊤</mi>") } ?? superscript(operand, "<mi>⊤</mi>")
    case .root(let operand): "<msqrt>\(text(of: operand))</msqrt>"
    case .call(let name, let arguments, let axes):
      below("<mi>\(MarkupText.escaped(name))</mi>", axes, "msub") + sign("&#x2061;")
        + fenced("(", joined(arguments), ")")
    case .labelled(let word, let operand):
      "<mtext>\(MarkupText.escaped(word))\u{A0}</mtext>" + text(of: operand)
    case .total(let operand, let axes):
      below(sign("∑"), axes, "munder") + enclosed(operand, below: .power, orNegative: true)
    case .element(let base, let letters):
      "<msub>\(Self.row(indexBase(base)))\(Self.row(indices(letters)))</msub>"
    case .indexedTotal(let operand, let letters):
      "<munder>\(sign("∑"))\(Self.row(indices(letters)))</munder>"
        + enclosed(operand, below: .product, orNegative: true)
    case .enclosed(let operand, let fence): enclosed(text(of: operand), in: fence)
    case .comparison(let left, let relation, let right):
      fenced("[", text(of: left) + sign(MarkupText.escaped(relation.rawValue)) + text(of: right), "]")
    case .indexed(let base, let positions):
      "<msub>\(Self.row(enclosed(base, below: .atom)))\(Self.row(list(of: positions)))</msub>"
    case .positions(let positions): fenced("[", list(of: positions), "]")
    case .composed(let pieces, _): pieces.map { text(of: $0, setting: words) }.joined()
    case .part(let inner, _): text(of: inner)
    }
  }

  /// A product that is heard, and not seen.
  private static let times = "<mo>&#x2062;</mo>"

  /// Elements as one.
  private static func row(_ elements: String) -> String { "<mrow>\(elements)</mrow>" }

  private func sign(_ text: String) -> String { "<mo>\(text)</mo>" }

  private func fenced(_ open: String, _ elements: String, _ close: String) -> String {
    Self.row("<mo>\(open)</mo>\(elements)<mo>\(close)</mo>")
  }

  private func symbol(_ name: String) -> String {
    let (stem, index) = Subscripts.split(name)
    var body = "<mi>\(MarkupText.escaped(String(stem)))</mi>"
    if stem.count == 1, let (base, mark) = stem.first.flatMap(LaTeXSymbol.marked) {
      body = "<mover accent=\"true\"><mi>\(base)</mi><mo>\(Self.marks[mark] ?? "")</mo></mover>"
    }
    return index.isEmpty ? body : "<msub>\(body)<mn>\(index)</mn></msub>"
  }

  private static let marks = ["hat": "^", "bar": "¯", "tilde": "~", "dot": "˙"]

  private func number(_ value: Double) -> String {
    if value.isNaN { return "<mi>NaN</mi>" }
    let minus = value < 0 ? sign("−") : ""
    if value.isInfinite { return minus + "<mi>∞</mi>" }
    let numeral = Numeral(value)
    let power = numeral.exponent.map { exponent in
      let digits = (exponent < 0 ? sign("−") : "") + "<mn>\(exponent.magnitude)</mn>"
      return sign("·") + "<msup><mn>10</mn>\(Self.row(digits))</msup>"
    }
    return minus + "<mn>\(numeral.digits)</mn>" + (power ?? "")
  }

  private func product<Subject>(
    _ left: Notation<Subject>, _ right: Notation<Subject>, _ isElementwise: Bool
  ) -> String {
    if left.isPlainNumber && right.isShort { return text(of: left) + Self.times + text(of: right) }
    // What follows a sum would be read as belonging to it.
    let isTotal = left.precedence == .prefix
    let first = isTotal ? parenthesized(left) : enclosed(left, below: .product)
    let isSilent = needsNoSign(left) && !startsWithDigit(right)
    let between = isElementwise ? sign("⊙") : isSilent ? Self.times : sign("·")
    return first + between + enclosed(right, below: .prefix, orNegative: true)
  }

  /// A fraction, its sign in front of it.
  private func fraction<Subject>(_ numerator: Notation<Subject>, _ denominator: Notation<Subject>) -> String {
    let isNegative = numerator.isNegative && numerator.precedence >= .product
    let top = text(of: isNegative ? numerator.withoutSign : numerator)
    return (isNegative ? sign("−") : "")
      + "<mfrac>\(Self.row(top))\(Self.row(text(of: denominator)))</mfrac>"
  }

  private func superscript<Subject>(_ base: Notation<Subject>, _ exponent: String) -> String {
    "<msup>\(Self.row(enclosed(base, below: .atom, orNegative: true)))\(Self.row(exponent))</msup>"
  }

  /// An element with axes below it.
  private func below(_ element: String, _ axes: [Int], _ place: String) -> String {
    if axes.isEmpty { return element }
    let numbers = axes.map { "<mn>\($0)</mn>" }.joined(separator: comma)
    return "<\(place)>\(element)\(Self.row(numbers))</\(place)>"
  }

  private func indices(_ letters: [String]) -> String {
    letters.map { "<mi>\(MarkupText.escaped($0))</mi>" }.joined()
  }

  private func enclosed(_ elements: String, in fence: Fence) -> String {
    switch fence {
    case .bars: fenced("|", elements, "|")
    case .norm: fenced("‖", elements, "‖")
    case .floor: fenced("⌊", elements, "⌋")
    case .ceiling: fenced("⌈", elements, "⌉")
    }
  }

  private func list<Subject>(of positions: [Position<Subject>]) -> String {
    told(positions).map { position in
      switch position {
      case .all: sign(":")
      case .range(let start, let end, let step):
        ([start, end] + (step == 1 ? [] : [step])).map { number(Double($0)) }.joined(separator: sign(":"))
      case .at(let operand): text(of: operand)
      case .new: "<mi>new</mi>"
      }
    }.joined(separator: comma)
  }

  /// What an operation says of itself: words and numbers, and signs between them; LaTeX as it is.
  private func words(_ text: String) -> String {
    if text.contains("\\") { return "<mtext>\(MarkupText.escaped(text))</mtext>" }
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      if word.isEmpty {
        result += first.isWhitespace ? "" : sign(MarkupText.escaped(String(first)))
        rest.removeFirst()
        continue
      }
      let element = first.isNumber ? "mn" : "mi"
      result += "<\(element)>\(MarkupText.escaped(String(word)))</\(element)>"
      rest = rest.dropFirst(word.count)
    }
    return result
  }
}
