public import ChainRule

/// What was found out about two expressions: whether they are equal for all numbers and all lengths.
///
/// - *Proved* rests on two things at once: both sides have the same normal form in exact arithmetic, and both were evaluated
///   at points of different sizes and agree there to within proved bounds of error.
/// - *Refuted* rests on one point at which the sides have different values: exactly, or by enclosures that have no number in
///   common. There is no tolerance.
/// - *Undecided* is everything else.
public struct Proof: Sendable, CustomStringConvertible {
  /// The outcome.
  public enum Verdict: String, Sendable {
    /// The sides are equal wherever both are defined and the conditions hold.
    case proved
    /// There is a point at which they differ.
    case refuted
    /// Neither is known.
    case undecided
  }

  /// The outcome.
  public let verdict: Verdict
  /// Where a proof holds, as conditions such as `σ > 0`; where both sides are defined it needs no other.
  public let conditions: [String]
  /// The identities that the normal forms used beside those of sums and products.
  public let rules: [String]
  /// Where the sides differ; nil unless they are refuted by values.
  public let counterexample: Counterexample?
  /// What the mistake looks like, if the difference of the normal forms shows it; nil unless refuted.
  public let fault: Fault?
  /// Why nothing is decided; nil otherwise.
  public let reason: String?
  /// At how many points both sides were evaluated and agree.
  public let agreements: Int

  /// The outcome and what it rests on.
  public var description: String {
    var lines = [headline]
    if !conditions.isEmpty { lines.append("where \(conditions.joined(separator: ", "))") }
    if verdict == .proved && !rules.isEmpty { lines.append("by \(rules.joined(separator: "; "))") }
    if let counterexample { lines.append(counterexample.description) }
    if verdict != .refuted, agreements > 0 {
      lines.append(
        "both sides agree at \(agreements) \(agreements == 1 ? "point" : "points") of different sizes")
    }
    return lines.joined(separator: "\n")
  }

  private var headline: String {
    switch verdict {
    case .proved: return "proved"
    case .refuted: return "refuted" + (fault.map { ": \($0)" } ?? "")
    case .undecided: return "undecided" + (reason.map { ": \($0)" } ?? "")
    }
  }
}

/// A point at which two expressions have different values.
public struct Counterexample: Sendable, CustomStringConvertible {
  /// The values of the symbols, by name.
  public let values: [(name: String, value: NDArray<Double>)]
  /// Which element differs; empty for scalars.
  public let element: [Int]
  /// What the first expression is there, to the nearest double.
  public let left: Double
  /// What the second expression is there, to the nearest double.
  public let right: Double

  /// The point and the two values.
  public var description: String {
    let point = values.map { "\($0.name) = \(Self.text(of: $0.value))" }.joined(separator: ", ")
    let place = element.isEmpty ? "" : " in element \(element)"
    return
      "at \(point.isEmpty ? "every point" : point): \(Self.text(of: left)) against \(Self.text(of: right))\(place)"
  }

  private static func text(of value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }

  private static func text(of array: NDArray<Double>) -> String {
    var parts = array.elements.map { text(of: $0) }
    for length in array.shape.reversed() where length > 0 {
      parts = stride(from: 0, to: parts.count, by: length).map {
        "[" + parts[$0..<$0 + length].joined(separator: ", ") + "]"
      }
    }
    return parts.first ?? "[]"
  }
}

/// What a wrong formula has wrong.
public struct Fault: Sendable, Hashable, CustomStringConvertible {
  /// The kind of a mistake.
  public enum Kind: String, Sendable {
    /// A term, or all, with the opposite sign.
    case sign = "the sign is wrong"
    /// A term, or all, with a wrong number in front.
    case factor = "the factor is wrong"
    /// A quotient by a length that is missing or too much: a sum in the place of a mean.
    case length = "a length is wrong: Σ for mean, or mean for Σ"
    /// The right factors with other indices.
    case indices = "a transpose or an index is wrong"
    /// A term that is missing.
    case dropped = "a term is missing"
    /// A term that does not belong there.
    case surplus = "a term is too much"
    /// The term of a penalty that is missing.
    case missingPenalty = "the penalty is missing"
    /// A penalty in the derivative by an intercept.
    case penalizedIntercept = "the intercept is penalised"
    /// One term in the place of another.
    case exchanged = "a term is another"
    /// Shapes that cannot be those of equal expressions.
    case shape = "the shapes differ"
  }

  /// The kind of the mistake.
  public let kind: Kind
  /// What is right, and what stands in its place, in index notation or as shapes; empty for nothing.
  public let right: String
  /// What the second expression has in its place; empty for nothing.
  public let wrong: String

  /// The mistake and the term.
  public var description: String {
    switch (right.isEmpty, wrong.isEmpty) {
    case (true, true): kind.rawValue
    case (false, true): "\(kind.rawValue): \(right)"
    case (true, false): "\(kind.rawValue): \(wrong)"
    case (false, false): "\(kind.rawValue): \(right), not \(wrong)"
    }
  }
}
