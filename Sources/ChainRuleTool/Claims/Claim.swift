internal import Blackboard
internal import ChainRule

/// A formula or a number that lessons on gradient descent print, and what the library finds out about it.
package struct Claim: Sendable {
  /// What it is about, in a few words.
  package let subject: String
  /// The formula or the numbers as claimed.
  package let statement: String
  /// `proved`, `refuted: …`, `computed: …` or `undecided: …`.
  package let finding: String

  /// A claim that two expressions are equal.
  init(_ subject: String, _ statement: String, _ left: Tensor, equals right: Tensor) throws {
    (self.subject, self.statement) = (subject, statement)
    do {
      _ = try right.shape
    } catch let error as ChainRuleError where error.kind == .shape {
      // What no shapes fit is equal to nothing.
      finding = "refuted: \(error.problem)"
      return
    }
    finding = Self.text(of: try prove(left, equals: right))
  }

  /// A claim about a derivative, written as a formula of the symbols of a loss.
  init(
    _ subject: String, _ formula: String, isGradientOf loss: ReadFormula, by name: String
  ) throws {
    guard let variable = loss.symbols[name] else {
      preconditionFailure("the loss has no \(name)")  // The losses are those of this folder.
    }
    (self.subject, statement) = (subject, "∂L/∂\(name) = \(formula)")
    let gradient = try loss.tensor.gradient(withRespectTo: [variable])[variable]
    let claimed = try FormulaReader().read(formula, with: loss.symbols).tensor
    finding = Self.text(of: try prove(gradient, equals: claimed))
  }

  /// Numbers that are printed with some digits, against those that are computed.
  init(_ subject: String, printed: String, _ numbers: [Double], digits: Double, _ computed: [Double]) {
    (self.subject, statement) = (subject, printed)
    let isRight = zip(numbers, computed).allSatisfy { Swift.abs($0 - $1) <= digits / 2 }
    let list = "[" + computed.map { Self.text(of: $0) }.joined(separator: ", ") + "]"
    finding = isRight ? "computed: \(list)" : "refuted: it is \(list)"
  }

  private static func text(of proof: Proof) -> String {
    let conditions = proof.conditions.isEmpty ? "" : ", where " + proof.conditions.joined(separator: ", ")
    switch proof.verdict {
    case .proved: return "proved" + conditions
    case .refuted:
      let fault = proof.fault.map { ": \($0)" } ?? ""
      return "refuted" + fault + (proof.counterexample.map { "; \($0)" } ?? "")
    case .undecided: return "undecided" + (proof.reason.map { ": \($0)" } ?? "")
    }
  }

  /// A number without digits that rounding made.
  private static func text(of value: Double) -> String {
    let rounded = (value * 1e9).rounded() / 1e9
    let text = rounded == rounded.rounded() ? String(Int(rounded)) : "\(rounded)"
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }
}
