import Blackboard
import ChainRule
import CommandArguments

/// Proves or refutes what `chainrule prove` was asked.
package struct ProveJob {
  private let options: ProveOptions

  package init(_ options: ProveOptions) { self.options = options }

  /// What is printed, and the exit status.
  package func run() throws -> (text: String, status: Int32) {
    guard let request = options.request else { return (try PublishedTable().text(), 0) }
    // A first formula that cannot be read is a mistake, and refutes nothing.
    var read = try request.read()
    let left: Tensor
    let right: ReadFormula
    do {
      (left, right) = try sides(request, read)
    } catch let misfit as FormulaError where misfit.isMisfit {
      // Shapes that suit the first formula may be others than those that suit both, such as those of square matrices.
      guard let joint = jointShapes(request), let again = try? joint.read(),
        let both = try? sides(joint, again)
      else {
        // The formula can be read, and stands for nothing.
        return ("refuted: the shapes do not fit: \(misfit)", 1)
      }
      read = again
      (left, right) = both
    }
    let symbols = read.symbols.merging(right.symbols) { first, _ in first }
    let assumptions =
      try options.positive.map { Assumption.positive(try symbol($0, in: symbols, of: "--positive")) }
      + options.symmetric.map { Assumption.symmetric(try symbol($0, in: symbols, of: "--symmetric")) }
    let proof = try prove(left, equals: right.tensor, assuming: assumptions)
    let statuses: [Proof.Verdict: Int32] = [.proved: 0, .refuted: 1, .undecided: 3]
    let statement = "\(left.formula) = \(right.tensor.formula)"
    return ("\(statement)\n\(proof)", statuses[proof.verdict] ?? 3)
  }

  /// The left side, out of the first formula as it was read, and the right one on the same symbols.
  private func sides(_ request: FormulaRequest, _ read: ReadFormula) throws -> (Tensor, ReadFormula) {
    let left = try options.variable.map { try derivative(of: read, by: $0) } ?? read.tensor
    let right = try FormulaReader(shapes: request.shapes)
      .read(options.claim, with: read.symbols, shape: left.shape)
    return (left, right)
  }

  /// The request with shapes inferred from both formulas at once; nil if none suit both.
  private func jointShapes(_ request: FormulaRequest) -> FormulaRequest? {
    var statements = request.formula.split(separator: ";").map(String.init)
    guard let value = statements.popLast() else { return nil }
    statements += ["let “the first formula” = \(value)", options.claim]
    let both = try? FormulaReader(shapes: request.shapes).read(statements.joined(separator: "; "))
    guard let both else { return nil }
    var joint = request
    joint.shapes.merge(both.inferred) { declared, _ in declared }
    return joint
  }

  private func derivative(of read: ReadFormula, by name: String) throws -> Tensor {
    let variable = try symbol(name, in: read.symbols, of: "--wrt")
    if try read.tensor.shape.isScalar {
      return try read.tensor.gradient(withRespectTo: [variable])[variable]
    }
    return try read.tensor.jacobian(withRespectTo: variable)
  }

  private func symbol(
    _ name: String, in symbols: [String: Tensor], of option: String
  ) throws(ArgumentMistake) -> Tensor {
    if let symbol = symbols[name] { return symbol }
    throw ArgumentMistake(
      "\(option) \(name): the formulas have no such symbol; \(NearNames.advice(for: name, among: symbols.keys.sorted()))"
    )
  }
}

/// The published equations and what was found out about each, as a table in Markdown.
package struct PublishedTable {
  package init() {}

  package func text() throws -> String {
    try [
      section("Matrix Cookbook, 15 November 2012", PublishedFormula.matrixCookbook),
      section("matrixcalculus.org", PublishedFormula.matrixCalculus),
    ].joined(separator: "\n\n")
  }

  private func section(_ title: String, _ formulas: [PublishedFormula]) throws -> String {
    let sorted = formulas.enumerated().sorted {
      (Int($0.element.name) ?? $0.offset, $0.offset) < (Int($1.element.name) ?? $1.offset, $1.offset)
    }.map(\.element)
    let proofs = try sorted.map { ($0, try $0.proof()) }
    let count = proofs.count { $0.1.verdict == .proved }
    let rows = proofs.map { formula, proof in
      let statement = formula.statement.replacing("|", with: "\\|")
      let conditions = proof.conditions.map { "`\($0)`" }.joined(separator: ", ")
      return
        "| \(Int(formula.name) == nil ? "" : formula.name) | `\(statement)` | \(proof.verdict.rawValue) | \(conditions) |"
    }
    return """
      ### \(title): \(count) of \(proofs.count) proved

      | | equation | verdict | where |
      | --- | --- | --- | --- |
      \(rows.joined(separator: "\n"))
      """
  }
}
