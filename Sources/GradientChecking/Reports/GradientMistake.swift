internal import ChainRule
internal import Figures

/// What the derivatives of a wrong gradient look like, all of them together.
enum GradientMistake: CustomStringConvertible {
  /// Every derivative has the same factor.
  case factor(Double)
  /// The right values, transposed as a matrix of these sides.
  case transposed(rows: Int, columns: Int)
  /// The right values, this many places farther on.
  case shifted(by: Int)
  /// Some derivatives are 0.
  case dropped(count: Int)
  /// Some derivatives, and not all, have this factor.
  case factorInSome(Double)
  /// All are off by the same amount.
  case constant(Double)
  /// Some are not numbers.
  case notFinite(count: Int)

  /// How far values may differ relatively that count as the same.
  private static let tolerance = 1e-5

  /// Reads the mistake off all coordinates in their order; nil if nothing is wrong or it looks like none of these.
  init?(_ coordinates: [CheckedDerivative]) {
    let failures = coordinates.filter { if case .wrong = $0.verdict { true } else { false } }
    let broken = failures.count { !$0.given.isFinite }
    if broken > 0 {
      self = .notFinite(count: broken)
      return
    }
    let known = coordinates.filter { $0.truth.slopes == nil && $0.truth.value.isFinite }
    guard !failures.isEmpty else { return nil }
    let (given, truth) = (known.map(\.given), known.map(\.truth.value))
    let apparent = known.filter { abs($0.truth.value) > 3 * $0.truth.errorBar }
    let ratio = Self.ratio(of: failures)
    let isInAll = failures.count == apparent.count
    // A wrong place shows as a factor too if there is one coordinate only, or two that are the same.
    if let ratio, isInAll {
      self = .factor(ratio)
    } else if let sides = Self.transposition(given, truth) {
      self = .transposed(rows: sides.rows, columns: sides.columns)
    } else if let shift = Self.shift(given, truth) {
      self = .shifted(by: shift)
    } else if failures.allSatisfy({ $0.given == 0 }) {
      self = .dropped(count: failures.count)
    } else if let ratio {
      self = .factorInSome(ratio)
    } else if let first = failures.first, failures.count == known.count, known.count > 1,
      failures.allSatisfy({ Self.same($0.given - $0.truth.value, first.given - first.truth.value) })
    {
      self = .constant(first.given - first.truth.value)
    } else {
      return nil
    }
  }

  private static func same(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= tolerance * max(abs(a), abs(b)) }

  /// The factor that all of them have; nil if they have none in common, or it is 0.
  private static func ratio(of failures: [CheckedDerivative]) -> Double? {
    let ratios = failures.map { $0.given / $0.truth.value }
    guard let first = ratios.first, first.isFinite, first != 0, ratios.allSatisfy({ same($0, first) }) else {
      return nil
    }
    return first
  }

  private static func transposition(_ given: [Double], _ truth: [Double]) -> (rows: Int, columns: Int)? {
    let count = given.count
    for rows in 2..<max(count / 2 + 1, 2) where count % rows == 0 {
      let columns = count / rows
      if (0..<count).allSatisfy({ same(given[$0], truth[$0 % rows * columns + $0 / rows]) }) {
        return (rows, columns)
      }
    }
    return nil
  }

  private static func shift(_ given: [Double], _ truth: [Double]) -> Int? {
    guard given.count > 2 else { return nil }
    return [1, -1].first { shift in
      given.indices.allSatisfy { i in
        let from = (i - shift + given.count) % given.count
        // What comes in at the end may be anything.
        return from != i - shift || same(given[i], truth[from])
      }
    }
  }

  /// The mistake as a part of a sentence.
  var description: String {
    switch self {
    case .factor(let ratio): Self.words(for: ratio)
    case .factorInSome(let ratio): Self.words(for: ratio) + " in some coordinates only, such as in one branch"
    case .transposed(let rows, let columns):
      "a transpose: the values are right for a matrix of \(rows) rows and \(columns) columns read the other way"
    case .shifted(let shift): "right values in wrong places, an index off by \(shift)"
    case .dropped(let count):
      "a dropped term: \(count == 1 ? "a derivative is" : "\(count) derivatives are") 0"
    case .constant(let amount):
      "a term of \(DecimalText.significant(amount, digits: 4)) too much in all coordinates"
    case .notFinite(let count): "\(count == 1 ? "a derivative is" : "\(count) derivatives are") not a number"
    }
  }

  private static func words(for ratio: Double) -> String {
    let number = DecimalText.significant(ratio, digits: 6)
    if same(ratio, -1) { return "a sign" }
    if same(ratio, 2) { return "a factor 2, such as of a square or of a sum taken twice" }
    if same(ratio, 0.5) { return "a factor ½, such as of a square" }
    let (whole, part) = (ratio.magnitude.rounded(), (1 / ratio.magnitude).rounded())
    if whole > 2, same(ratio, whole) {
      return "a factor \(Int(exactly: whole) ?? 0), such as a mean without its 1/N"
    }
    if part > 2, same(1 / ratio, part) {
      return "a factor 1/\(Int(exactly: part) ?? 0), such as a 1/N too many"
    }
    return "a factor \(number)"
  }
}
