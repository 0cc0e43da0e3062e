/// What a tensor stands for, simplified to the closed form that a textbook prints.
///
/// ```swift
/// let X = Tensor.input("X", shape: [.batch, 2])
/// let y = Tensor.input("y", shape: [.batch])
/// let w = Tensor.parameter("w", shape: [2])
/// let residual = (X • w).named("ŷ") - y
/// let slope = try mean(squared(residual)).gradient(withRespectTo: [w])[w]
/// print(slope.formula)        // 2/N · Xᵀ(ŷ − y)
/// print(slope.formula.latex)  // \frac{2}{N} X^{\top} (\hat{y} - y)
/// ```
///
/// The simplification uses the algebra of real numbers, on the same recorded graph that computed the value.
/// Named tensors, inputs and parameters are symbols. `Xᵀ` is a transpose, `Σ` a sum over all elements and `Σ₀`
/// one over axis 0, `⊙` the product element by element, `𝟏` an array of ones, and `[x > 0]` is 1 where the
/// comparison holds and 0 elsewhere.
public struct Formula: Sendable, CustomStringConvertible {
  /// The formula in Unicode, on one line.
  public let unicode: String
  /// The formula in LaTeX's mathematics mode.
  public let latex: String
  /// What the simplification divided out, as conditions such as `x ≠ 0`.
  ///
  /// Where one does not hold, the formula may be defined although the expression is not. N is never 0.
  ///
  /// ```swift
  /// let x = Tensor.parameter("x", shape: [])
  /// (x * x / x).formula             // x
  /// (x * x / x).formula.conditions  // ["x ≠ 0"]
  /// ```
  public let conditions: [String]
  /// What the formula is of, which source is printed from.
  let tensor: Tensor
  /// The recorded graph that the formula writes.
  package let simplified: Tensor

  /// The formula in Unicode.
  public var description: String { unicode }

  package init(of tensor: Tensor, withNamesOf expression: Tensor? = nil) {
    self.tensor = tensor
    if let invalidity = tensor.invalidity {
      (unicode, latex) = ("invalid (\(invalidity))", "\\text{invalid}")
      (conditions, simplified) = ([], tensor)
      return
    }
    let (simplified, assumptions) = Simplifier.simplify(tensor, withNamesOf: expression)
    self.simplified = simplified
    let text = FormulaText(of: simplified.node)
    unicode = text.text(in: UnicodePrinter())
    latex = text.text(in: LaTeXPrinter())
    // Where the formula is not defined either, there is nothing to tell.
    let told = assumptions.isEmpty ? [] : simplified.neverZero
    conditions = assumptions.filter { !told.contains($0.tensor) }.map {
      FormulaText(of: $0.tensor.node).text(in: UnicodePrinter(), suffix: " \($0.relation)")
    }
  }

  /// The recorded graph that the formula of `tensor` writes.
  package static func simplified(_ tensor: Tensor, withNamesOf expression: Tensor? = nil) -> Tensor {
    Simplifier.simplify(tensor, withNamesOf: expression).tensor
  }

  /// The steps that lead from the recorded graph of `tensor` to the one that its formula writes, each with the rules that
  /// fired and what they took for granted; they are found only when they are asked for.
  package static func rewritings(of tensor: Tensor) -> [Rewriting] { Simplifier.steps(simplifying: tensor) }

  /// The recorded graph in Unicode as it stands, without any simplification, and what repeats as often as it does.
  package static func text(asRecorded tensor: Tensor) -> String {
    FormulaText(of: tensor.node, isRepeating: true).text(in: UnicodePrinter())
  }
}

extension Tensor {
  /// The expression simplified to a closed form that a person can read, in Unicode and LaTeX; and as it was recorded, in
  /// Swift.
  ///
  /// - Complexity: Linear in the number of recorded operations, for any depth of the graph.
  public var formula: Formula { Formula(of: self) }
}
