/// How formulas are typeset: families in `Operations/` say what they are, this says how that looks.
package enum NotationStyle: Sendable {
  case unicode
  case latex

  // MARK: Atoms

  package func symbol(_ name: String) -> Written {
    var written = Written(self == .latex ? LaTeXSymbol.text(for: name) : name, .atom)
    written.isShort = name.count { !subscripts.contains($0) } == 1
    return written
  }

  /// A number: integers without a point, negative ones with a true minus sign.
  package func number(_ value: Double) -> Written {
    if value.isNaN { return Written(self == .latex ? "\\mathrm{NaN}" : "NaN", .atom) }
    let isSmallInteger = value.rounded() == value && Swift.abs(value) < 1e15
    var magnitude = isSmallInteger ? String(Int(Swift.abs(value))) : Swift.abs(value).description
    var precedence = Written.Precedence.atom
    if value.isInfinite { magnitude = self == .latex ? "\\infty" : "∞" }
    if self == .latex, value.isFinite, let mark = magnitude.firstIndex(of: "e") {
      let exponent = Int(magnitude[mark...].dropFirst()) ?? 0
      magnitude = "\(magnitude[..<mark]) \\cdot 10^{\(exponent)}"
      precedence = .product
    }
    var written = Written((value.sign == .minus ? minus : "") + magnitude, precedence)
    written.isNumber = true
    return written
  }

  package func subscripted(_ number: Int) -> String {
    String(String(number).compactMap { $0.wholeNumberValue.map { subscripts[$0] } })
  }

  // MARK: Sums and products

  package func sum(_ left: Written, _ right: Written) -> Written {
    right.isNegative
      ? Written("\(left.text) \(minus) \(right.withoutSign)", .sum)
      : Written("\(left.text) + \(right.text)", .sum)
  }

  package func difference(_ left: Written, _ right: Written) -> Written {
    Written("\(left.text) \(minus) \(enclosed(right, below: .product, orNegative: true))", .sum)
  }

  package func negated(_ operand: Written) -> Written {
    Written(minus + enclosed(operand, below: .product, orNegative: true), .product)
  }

  /// A product of scalars, of a scalar and a tensor, or of two tensors element by element.
  package func product(_ left: Written, _ right: Written) -> Written {
    if left.isNumber && left.precedence == .atom && right.isShort {
      return Written(left.text + right.text, .product)
    }
    let sign =
      switch self {
      case .unicode: left.rank > 0 && right.rank > 0 ? " ⊙ " : " · "
      case .latex:
        // A fraction or a power in front needs no sign.
        left.rank > 0 && right.rank > 0 ? " \\odot " : left.text.hasSuffix("}") ? " " : " \\cdot "
      }
    let first = left.precedence == .prefix ? parenthesized(left.text) : enclosed(left, below: .product)
    return Written(first + sign + enclosed(right, below: .prefix, orNegative: true), .product)
  }

  package func quotient(_ numerator: Written, _ denominator: Written) -> Written {
    switch self {
    case .latex:
      let isNegative = numerator.isNegative && numerator.precedence >= .product
      let top = isNegative ? numerator.withoutSign : numerator.text
      return Written((isNegative ? minus : "") + "\\frac{\(top)}{\(denominator.text)}", .product)
    case .unicode:
      let isCompact = numerator.rank == 0 && denominator.rank == 0
      let slash = isCompact ? "/" : " / "
      let top = enclosed(numerator, below: .product)
      return Written(top + slash + enclosed(denominator, below: .prefix, orNegative: true), .product)
    }
  }

  package func matrixProduct(_ left: Written, _ right: Written) -> Written {
    let first = left.rank == 1 ? transposed(left) : left
    let left = enclosed(first, below: .juxtaposition, orNegative: true)
    let right = enclosed(right, below: .power, orNegative: true)
    // Letters run together only where both are single: X and w make Xw, but data and w make data w.
    let isTight =
      self == .unicode && ((first.isShort && right.count <= 2) || right.hasPrefix("(") || left.hasSuffix("ᵀ"))
    return Written(left + (isTight ? "" : " ") + right, .juxtaposition)
  }

  // MARK: Functions

  package func function(_ name: String, _ arguments: [Written]) -> Written {
    let list = arguments.map(\.text).joined(separator: ", ")
    return Written(functionName(name) + parenthesized(list), .atom)
  }

  package func power(_ base: Written, _ exponent: String) -> Written {
    let text = enclosed(base, below: .atom, orNegative: true)
    let digits = exponent.compactMap { superscripts[$0] }
    var written =
      switch self {
      case .latex: Written("\(text)^{\(exponent)}", .power)
      case .unicode where digits.count == exponent.count: Written(text + String(digits), .power)
      case .unicode: Written(text + "^" + (exponent.count == 1 ? exponent : "(\(exponent))"), .power)
      }
    written.isShort = base.isShort
    return written
  }

  package func transposed(_ operand: Written) -> Written {
    let base = enclosed(operand, below: .atom, orNegative: true)
    var written = Written(base + (self == .latex ? "^{\\top}" : "ᵀ"), .power)
    written.isShort = operand.isShort
    return written
  }

  package func root(_ operand: Written) -> Written {
    self == .latex
      ? Written("\\sqrt{\(operand.text)}", .atom)
      : Written("√" + (operand.precedence == .atom ? operand.text : parenthesized(operand.text)), .power)
  }

  package func bars(_ operand: Written) -> Written {
    self == .latex
      ? Written("\\left|\(operand.text)\\right|", .atom) : Written("|\(operand.text)|", .atom)
  }

  /// A sum over `axes`, which are named below the sign; none stands for all.
  package func sum(_ operand: Written, over axes: [Int]) -> Written {
    let body = enclosed(operand, below: .power, orNegative: true)
    let list = axes.map { self == .latex ? String($0) : subscripted($0) }
    if self == .latex {
      let index = axes.isEmpty ? "" : "_{\(list.joined(separator: ","))}"
      return Written("\\sum\(index) \(body)", .prefix)
    }
    return Written("Σ\(list.joined(separator: ","))\(body)", .prefix)
  }

  // MARK: Choices

  /// A comparison in Iverson's brackets: 1 where it holds, 0 elsewhere.
  package func comparison(_ symbol: String, _ left: Written, _ right: Written) -> Written {
    let sign = self == .latex ? (latexComparisons[symbol] ?? symbol) : symbol
    return Written("[\(left.text) \(sign) \(right.text)]", .atom)
  }

  package func choice(_ condition: Written, _ first: Written, _ second: Written) -> Written {
    var bracket = condition
    if !condition.text.hasPrefix("[") { bracket.text = "[\(condition.text)]" }
    bracket.precedence = .atom
    if second.isNumber && second.text == "0" { return product(bracket, first) }
    if first.isNumber && first.text == "0" {
      bracket.text = "(1 \(minus) \(bracket.text))"
      return product(bracket, second)
    }
    return function("select", [condition, first, second])
  }

  // MARK: Details

  private var minus: String { self == .latex ? "-" : "−" }

  private func enclosed(
    _ written: Written, below precedence: Written.Precedence, orNegative: Bool = false
  ) -> String {
    written.precedence < precedence || (orNegative && written.isNegative)
      ? parenthesized(written.text) : written.text
  }

  func parenthesized(_ text: String) -> String {
    self == .latex && (text.contains("\\frac") || text.contains("\\sum"))
      ? "\\left(\(text)\\right)" : "(\(text))"
  }

  func functionName(_ name: String) -> String {
    guard self == .latex else { return name }
    return switch name {
    case "exp", "log", "sin", "cos", "tan", "sinh", "cosh", "tanh", "arcsin", "arccos", "arctan", "max",
      "min", "det":
      "\\" + name
    case "σ": "\\sigma"
    case "σ′": "\\sigma'"
    case "logΓ": "\\log\\Gamma"
    case let name where name.hasPrefix("ψ") || name.hasPrefix("\\"): symbol(name).text
    default: "\\operatorname{\(name.split(separator: " ").joined(separator: "\\ "))}"
    }
  }
}

private let subscripts = Array("₀₁₂₃₄₅₆₇₈₉")
private let superscripts: [Character: Character] = [
  "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
  "−": "⁻", "-": "⁻",
]
private let latexComparisons = ["≤": "\\le", "≥": "\\ge", "≠": "\\ne"]
