internal import ChainRule
internal import Figures

// What stands in the cells and sentences of a report.
extension CheckedDerivative {
  /// As many digits as it takes to tell the given value from the true one, and two more.
  var tellingDigits: Int {
    let error = relativeError
    guard error > 0, error.isFinite, verdict.isFailure else { return 6 }
    var digits = 4
    var unit = 0.01
    while digits < 17, unit > error { (digits, unit) = (digits + 1, unit / 10) }
    return digits
  }

  /// The true value with its bar, or the slopes at a kink.
  func truthText(digits: Int) -> String {
    if let slopes = truth.slopes {
      let low = DecimalText.significant(slopes.below, digits: min(digits, 6))
      return "\(low) | \(DecimalText.significant(slopes.above, digits: min(digits, 6)))"
    }
    if truth.value.isNaN { return "unknown" }
    let value = DecimalText.significant(truth.value, digits: digits)
    return truth.errorBar == 0 ? value : "\(value) ± \(DecimalText.scientific(truth.errorBar, digits: 2))"
  }
}

extension GradientVerdict {
  /// The verdict in a few words.
  var text: String {
    switch self {
    case .right(.ulps(let count)): "right to \(DecimalText.significant(count, digits: 2)) ulp"
    case .right(.withinBar): "right"
    case .wrong(.proved): "wrong, proved"
    case .wrong(.beyondBar(let bars)) where bars < 1000:
      "wrong by \(DecimalText.significant(bars, digits: 2)) bars"
    case .wrong(.beyondBar): "wrong"
    case .kink(isSubgradient: true): "kink, a subgradient"
    case .kink(isSubgradient: false): "kink, no subgradient"
    case .cannotTell(let reason): "cannot tell: \(reason)".shortened(to: 34)
    }
  }
}

extension BlamedOperation {
  /// What is wrong with the operation's rule, as a sentence.
  var sentence: String {
    let of = operands.isEmpty ? "" : " of \(operands)"
    let values =
      "\(coordinate) is given as \(given) and ought to be \(truth), a ratio of "
      + DecimalText.significant(ratio, digits: 4)
    return "\(operation)\(of): the \(mode.rawValue) rule is wrong: \(values)"
      + (cause.isEmpty ? "." : "; likely cause: \(cause).")
  }
}

extension Coverage {
  /// How much was looked at, and what could have been missed.
  func sentence(evaluations: Int) -> String {
    var text =
      isWhole ? "Checked: all \(total) coordinates" : "Checked: \(coordinates) of \(total) coordinates"
    if directions > 0 { text += " and \(directions) random directions" }
    if evaluations > 0 { text += ", \(evaluations) evaluations" }
    guard !isWhole else { return text + "." }
    text += ". One wrong coordinate of \(total) is not among them with a probability of "
    text += "\(DecimalText.fixed(100 * missChance, places: 1)) %"
    if let visibleError {
      let error = DecimalText.significant(visibleError, digits: 2)
      text += "; directions then see it with 99 % if it is off by \(error) or more"
    }
    return text + "."
  }
}

extension String {
  /// The text with an ellipsis for what is beyond so many characters.
  func shortened(to count: Int) -> String { self.count > count ? prefix(count - 1) + "…" : self }
}
