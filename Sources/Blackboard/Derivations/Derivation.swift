public import ChainRule

/// How the derivative of a recorded scalar comes about: the chain rule applied to its graph, one operation after the other.
///
/// ```swift
/// let X = Tensor.input("X", shape: [.batch, .symbol("m")])
/// let y = Tensor.input("y", shape: [.batch])
/// let w = Tensor.parameter("w", shape: [.symbol("m")])
/// let loss = mean(squared((y - X • w).named("r")))
/// let derivation = try Derivation(of: loss, withRespectTo: w)
/// derivation.steps[1].rule        // power rule
/// derivation.steps[2].rule        // difference rule
/// derivation.formula              // −2/N · Xᵀr
/// ```
///
/// Steps are what the backward pass did, and their formulas come out of the rules that it used: nothing is derived a second way, and
/// the last line is the gradient that `Tensor.gradient(withRespectTo:)` records. `description` is the text; `markdown`, `latex` and
/// `html` are the same set otherwise.
///
/// - Source: Griewank and Walther, Evaluating Derivatives (2008), §3.2, the reverse mode.
public struct Derivation: Sendable, CustomStringConvertible {
  /// The scalar.
  public let loss: Tensor
  /// The tensor that it is differentiated by.
  public let variable: Tensor
  /// The derivative, as the backward pass recorded it.
  public let gradient: Tensor
  /// The steps, from the scalar to the variable.
  public let steps: [DerivationStep]
  /// How many applications of the chain rule are not told, because there are too many.
  public let omittedSteps: Int
  let graph: DerivationGraph

  /// Derives the gradient of `loss` with respect to `variable`, step by step.
  ///
  /// - Throws: `ChainRuleError` as `gradient(withRespectTo:)` does: if a tensor is invalid, the loss is no scalar, or the variable was
  ///   recorded anew.
  /// - Complexity: Linear in the number of recorded operations. Of a long graph the first 40 applications of the chain rule are told.
  public init(of loss: Tensor, withRespectTo variable: Tensor) throws {
    try self.init(of: loss, withRespectTo: variable, rules: .standard)
  }

  /// The derivation by rules of the caller's choosing, through which tests plant mistakes.
  package init(of loss: Tensor, withRespectTo variable: Tensor, rules: DerivativeRules) throws {
    var observations: [PullbackObservation] = []
    let derived = try loss.gradient(withRespectTo: [variable], rules: rules, in: "Derivation") {
      observations.append($0)
    }
    (self.loss, self.variable, gradient) = (loss, variable, derived.derivatives[0])
    graph = DerivationGraph(of: loss, to: variable)
    let builder = StepBuilder(graph, observations, gradient: gradient, rules: rules)
    omittedSteps = builder.omitted
    steps = builder.steps + FinalSteps(gradient: gradient, graph: graph).steps
  }

  /// The closed form that the last step arrives at.
  public var formula: Formula { gradient.formula }

  /// The leaves that formulas of steps are recorded on, with the tensors that they stand for.
  package var stands: [(stand: Tensor, tensor: Tensor)] { graph.rows }

  /// The derivation as text of 100 columns.
  public var description: String { PassageText.text(of: passages) }
}
