import ChainRule

/// What a symbol is by custom, where what is done with it leaves that open; the cases are asked one after the other.
enum SymbolCustom: CaseIterable {
  /// A capital letter is a matrix, but for those that are often vectors.
  case capital
  /// What stands behind a matrix, or is transposed, is a vector.
  case factor
  /// y, x, t, … are vectors beside a vector.
  case companion
  /// Any capital letter is a matrix.
  case anyCapital
  /// y, x, t, … are vectors below a sum, a mean or a norm.
  case reduced
  /// What is summed or measured by itself is a vector.
  case measured
  /// All else is a number.
  case number

  /// What the formula does with a symbol.
  struct Place: OptionSet {
    let rawValue: Int
    static let factor = Place(rawValue: 1)
    static let companion = Place(rawValue: 2)
    static let reduced = Place(rawValue: 4)
    static let measured = Place(rawValue: 8)
    /// Beside a matrix.
    static let beside = Place(rawValue: 16)
  }

  var isByPlace: Bool {
    switch self {
    case .capital, .anyCapital, .number: false
    case .factor, .companion, .reduced, .measured: true
    }
  }

  /// The number of axes that it has; nil where this custom does not tell.
  func rank(of name: String, _ place: Place?) -> Int? {
    let place = place ?? []
    let isCapital = Self.isCapital(name)
    switch self {
    case .capital: return isCapital && !Self.isOftenVector(name) ? 2 : nil
    case .factor: return place.contains(.factor) && !isCapital ? 1 : nil
    case .companion:
      guard place.contains(.companion) && (Self.isVector(name) || isCapital) else { return nil }
      return place.contains(.beside) && isCapital ? 2 : 1
    case .anyCapital: return isCapital ? 2 : nil
    case .reduced: return place.contains(.reduced) && Self.isVector(name) ? 1 : nil
    case .measured: return place.contains(.measured) ? 1 : nil
    case .number: return 0
    }
  }

  /// The letters that lengths are called by.
  static let lengths = ["m", "n", "k", "p", "q", "d", "h", "l"]

  private static func letters(_ name: String) -> [Character] { name.filter { !FormulaLexer.isSubscript($0) } }

  /// The letter without a mark above it.
  private static func bare(_ letter: Character) -> Character {
    String(letter).unicodeScalars.first.flatMap { scalar in
      marked[letter] ?? Character(scalar)
    } ?? letter
  }

  private static let marked: [Character: Character] = [
    "ŷ": "y", "ȳ": "y", "ỹ": "y", "x̂": "x", "ŵ": "w", "Ŷ": "Y", "X̂": "X",
  ]

  static func isCapital(_ name: String) -> Bool {
    let letters = letters(name)
    return letters.first?.isUppercase == true && letters.dropFirst().allSatisfy { $0.isNumber || $0 == "_" }
  }

  private static func isOftenVector(_ name: String) -> Bool {
    letters(name).first.map { "YTPR".contains(bare($0)) } ?? false
  }

  /// Whether a vector is often called so.
  static func isVector(_ name: String) -> Bool {
    let letters = letters(name)
    guard let first = letters.first.map(bare) else { return false }
    if letters.count == 1 { return "egopqrtuvwxyz".contains(first) }
    let words = ["x", "y", "w", "target", "pred", "weight", "residual", "logit"]
    return words.contains { name.lowercased().hasPrefix($0) }
  }

  /// Whether its first axis is often that of the rows.
  static func hasRows(_ name: String) -> Bool {
    letters(name).first.map { "XYyt".contains(bare($0)) } ?? false
  }

  /// Whether it is often what is learned, so that its axis is not that of the rows.
  static func isLearned(_ name: String) -> Bool {
    letters(name).first.map { "wWbBθβΘAMHQ".contains(bare($0)) } ?? false
  }
}
