import Blackboard
import ChainRule

/// Holds each line of a derivation against what programs compute at a point.
struct DerivationCheck {
  let derivation: Derivation
  private let values: [Tensor: NDArray<Double>]
  private let adjoints: [Tensor: NDArray<Double>]
  private let data: Bindings<Double>
  private let leaves: [Tensor]

  /// - Parameter leaves: All that the data is bound to.
  init(_ derivation: Derivation, leaves: [Tensor], data: Bindings<Double>) throws {
    self.derivation = derivation
    self.leaves = leaves
    let tensors = derivation.stands.map(\.tensor) + leaves + [derivation.loss, derivation.variable]
    let wanted = tensors + derivation.steps.map(\.operand) + derivation.steps.compactMap(\.operation)
    let gradient = try derivation.loss.gradient(withRespectTo: wanted)
    let program = try Program<Double>(computing: wanted + gradient.derivatives + leaves)
    let arrays = try program.run(data).arrays
    values = Dictionary(zip(wanted.map(\.unnamed), arrays)) { first, _ in first }
    adjoints = Dictionary(zip(wanted.map(\.unnamed), arrays[wanted.count...])) { first, _ in first }
    self.data = data
  }

  /// What is wrong, in words; empty if every line holds.
  func faults() throws -> [String] { try faults(in: derivation.steps) }

  /// What is wrong with some steps.
  func faults(in steps: [DerivationStep]) throws -> [String] {
    var faults: [String] = []
    var parts: [Tensor: NDArray<Double>] = [:]
    for (number, step) in steps.enumerated() {
      let place = "step \(number + 1), \(step.rule)"
      let tensor = step.operand.unnamed
      guard let line = step.line, let adjoint = adjoints[tensor] else { continue }
      let value = try evaluate(Formula.simplified(line))
      let text = FormulaText(of: Formula.simplified(line).node).text(in: UnicodePrinter())
      if let fault = try fault(in: text, standingFor: value) { faults.append("\(place): \(fault)") }
      if step.isPart {
        parts[tensor] = try parts[tensor].map { try sum($0, value) } ?? value
      } else if !isNear(value, adjoint) {
        faults.append("\(place): the product so far is \(value), not \(adjoint)")
      }
      if step.kind == .contributions, let total = parts[tensor], !isNear(total, adjoint) {
        faults.append("\(place): the contributions add up to \(total), not \(adjoint)")
      }
      if let fault = try localFault(step, value) { faults.append("\(place): \(fault)") }
      for equation in step.passages.flatMap(\.equations) where !equation.holds(values, adjoints, value) {
        faults.append("\(place): \(equation) does not hold")
      }
    }
    return faults
  }

  /// Whether an equation between elements holds.
  func holds(_ equation: ElementEquation) -> Bool { equation.holds(values, adjoints, 0) }

  /// What is wrong with the text of a product, read as a formula of the labels.
  func fault(in text: String, standingFor value: NDArray<Double>) throws -> String? {
    let stands = derivation.stands
    let labelled = leaves + stands.map(\.stand)
    let symbols = Dictionary(labelled.compactMap { leaf in leaf.name.map { ($0, leaf) } }) { $1 }
    let found: NDArray<Double>
    do {
      found = try evaluate(try FormulaReader().read(text, with: symbols).tensor)
    } catch is FormulaError where text.contains(where: { $0 == "𝟏" || $0 == "I" }) {
      // Their shape stands behind the line, and not in it.
      return nil
    }
    // A number stands for an array of it, of the shape behind the line.
    let elements = found.rank == 0 ? Array(repeating: found.elements[0], count: value.count) : found.elements
    let isRead =
      elements.count == value.count
      && zip(elements, value.elements).allSatisfy { Swift.abs($0 - $1) <= 1e-9 * Swift.max(1, Swift.abs($1)) }
    // Within a product the shape of 𝟏 matters.
    return isRead || text.contains("𝟏") ? nil : "\(text) is read as \(found), not \(value)"
  }

  /// Whether the derivative in the operation times the local derivative is the product so far.
  private func localFault(_ step: DerivationStep, _ value: NDArray<Double>) throws -> String? {
    guard let local = step.local, let operation = step.operation, let adjoint = adjoints[operation.unnamed]
    else { return nil }
    let cotangent = Tensor.constant(adjoint)
    let shape = Shape(value.shape)
    let product = try evaluate(Formula.simplified(local), as: { (cotangent * $0).unbroadcast(to: shape) })
    return isNear(product, value) ? nil : "the local derivative makes \(product), not \(value)"
  }

  /// The value of what is recorded on stands and leaves.
  func evaluate(
    _ tensor: Tensor, as body: (Tensor) -> Tensor = { $0 }
  ) throws -> NDArray<Double> {
    let stands = derivation.stands
    var known = data
    for (stand, tensor) in stands { known[stand] = values[tensor.unnamed] }
    let inner = try Program<Double>(computing: [tensor] + stands.map(\.stand) + leaves).run(known).arrays[0]
    let outer = body(.constant(inner))
    return try outer.evaluate()
  }

  private func sum(_ left: NDArray<Double>, _ right: NDArray<Double>) throws -> NDArray<Double> {
    try NDArray(shape: left.shape, elements: zip(left.elements, right.elements).map(+))
  }

  /// Algebra reorders a few dozen operations on numbers near 1.
  private func isNear(_ left: NDArray<Double>, _ right: NDArray<Double>) -> Bool {
    left.shape == right.shape
      && left.isApproximatelyEqual(to: right, relativeTolerance: 1e-10, absoluteTolerance: 1e-11)
  }
}

extension Passage {
  /// The equations between elements: those that say why a derivative sums over rows, or is a product.
  fileprivate var equations: [ElementEquation] {
    guard case .equations(let equations) = self else { return [] }
    return equations.compactMap { equation in
      let isTotal = equation.sides.contains { if case .indexedTotal = $0 { true } else { false } }
      return isTotal ? ElementEquation(sides: equation.sides) : nil
    }
  }
}
