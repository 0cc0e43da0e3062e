import Blackboard
import ChainRule
import CommandArguments
import Figures

/// What `chainrule derive` does.
package struct DeriveJob {
  package let options: DeriveOptions

  package init(_ options: DeriveOptions) { self.options = options }

  /// The derivatives as text.
  ///
  /// - Throws: `FormulaError`, `ArgumentMistake` or `ChainRuleError`.
  package func run() throws -> String {
    let read = try options.request.read()
    let shape = try read.tensor.shape
    guard shape.isScalar else {
      throw ArgumentMistake(
        "the formula is an array of shape \(shape); derivatives are of a number: put it into mean(…) or sum(…)"
      )
    }
    let variables = try variables(of: read)
    if options.tellsSteps {
      let derivations = try variables.map { try Derivation(of: read.tensor, withRespectTo: $0.tensor) }
      return DerivationText(derivations, options.format, told: FormulaRequest.told(read)).text
    }
    return try DerivativeText(
      try equations(of: read, variables), options.format, told: FormulaRequest.told(read)
    ).text
  }

  private func variables(of read: ReadFormula) throws -> [Variable] {
    let names = read.symbols.keys.sorted()
    if options.variables.isEmpty {
      let parameters = read.tensor.parameters
      let own = names.compactMap { name in
        read.symbols[name].flatMap { parameters.firstIndex(of: $0) }.map { (name, $0) }
      }.sorted { $0.1 < $1.1 }.map(\.0)
      if own.isEmpty {
        throw ArgumentMistake("the formula has no parameters; try --wrt \(names.first ?? "x")")
      }
      return own.compactMap { name in read.symbols[name].map { Variable(name: name, tensor: $0) } }
    }
    return try options.variables.map { name in
      guard let tensor = read.symbols[name] else {
        throw ArgumentMistake(
          "--wrt \(name): the formula has no such symbol; \(NearNames.advice(for: name, among: names))")
      }
      return Variable(name: name, tensor: tensor)
    }
  }

  struct Variable {
    let name: String
    let tensor: Tensor
  }

  private func equations(of read: ReadFormula, _ variables: [Variable]) throws -> [DerivativeEquation] {
    let loss = read.symbols["L"] == nil ? "L" : read.symbols["f"] == nil ? "f" : "loss"
    let gradient = try read.tensor.gradient(withRespectTo: variables.map(\.tensor))
    var equations = [DerivativeEquation(sides: .symbol(loss), tensor: read.tensor)]
    for name in read.parts {
      guard let part = read.symbols[name] else { continue }
      equations.append(DerivativeEquation(sides: .symbol(name), tensor: Self.withoutName(part)))
    }
    for (variable, derivative) in zip(variables, gradient.derivatives) {
      let left = Notation<Node>.quotient(
        .symbol("∂" + loss), .symbol("∂" + variable.name), isScalar: true)
      equations.append(DerivativeEquation(sides: left, tensor: derivative))
    }
    if options.isHessian { equations += try secondDerivatives(of: loss, variables, gradient.derivatives) }
    return equations
  }

  private func secondDerivatives(
    of loss: String, _ variables: [Variable], _ gradient: [Tensor]
  ) throws -> [DerivativeEquation] {
    var equations: [DerivativeEquation] = []
    for (index, first) in variables.enumerated() {
      for second in variables[index...] {
        let below = first.name == second.name ? "∂\(first.name)²" : "∂\(first.name) ∂\(second.name)"
        let left = Notation<Node>.quotient(.symbol("∂²" + loss), .symbol(below), isScalar: true)
        let derivative = try gradient[index].jacobian(withRespectTo: second.tensor)
        equations.append(DerivativeEquation(sides: left, tensor: derivative))
      }
    }
    return equations
  }

  /// What a named tensor stands for.
  private static func withoutName(_ tensor: Tensor) -> Tensor {
    if case .name = tensor.node.primitive { Tensor(tensor.node.inputs[0]) } else { tensor }
  }
}

/// A side and the tensor that it is.
struct DerivativeEquation {
  let sides: Notation<Node>
  let tensor: Tensor
}
