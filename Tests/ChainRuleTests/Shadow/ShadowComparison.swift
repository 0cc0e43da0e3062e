import ChainRule
import GradientChecking

private typealias Exact = Enclosure<DoubleDouble>

/// Every recorded derivative of a loss, evaluated with all digits, beside what the shadow says.
struct ShadowComparison {
  private(set) var problems: [String] = []
  /// The greatest error of a derivative relative to the greatest of its kind, evaluated in double-double arithmetic.
  private(set) var worst = 0.0
  /// Whether there was a kink, or something was too close to call: in the loss, or in what a mode recorded.
  private(set) var isOpen = false

  init(_ loss: Tensor, in variables: [Tensor], at bindings: Bindings<Double>, seed: UInt64) throws {
    if variables.isEmpty { return }
    var generator = SeededGenerator(seed: seed)
    var point = ShadowPoint(bindings)
    let direction = try variables.map { variable in
      let shape = point.shape(of: variable.node)
      return try NDArray<Double>(
        shape: shape, elements: (0..<shape.reduce(1, *)).map { _ in 2 * generator.uniform() - 1 })
    }
    let exact = try ShadowGradient<Dual<Exact>>(of: loss, in: variables, at: point, along: direction)
    isOpen = !exact.decisions.ties.isEmpty || !exact.decisions.undecided.isEmpty
    if isOpen { return }
    let leaves = variables.map { Tensor.input("direction", shape: $0.node.shape) }
    for (leaf, array) in zip(leaves, direction) { point.bind(array, to: leaf) }
    let gradient = try loss.gradient(withRespectTo: variables).derivatives
    let product = zip(gradient, leaves).reduce(Tensor(0)) { $0 + sum($1.0 * $1.1) }
    let slope = try loss.jacobianVectorProduct(withRespectTo: variables, along: leaves)
    let first = exact.derivatives.map { $0.map(\.value) }
    let second = exact.derivatives.map { $0.map(\.slope) }
    let along = zip(first, direction).reduce(Exact(0)) { total, pair in
      zip(pair.0.elements, pair.1.elements).reduce(total) { $0 + $1.0 * Exact($1.1) }
    }
    compare("reverse", gradient, first, loss, point)
    compare("forward", [slope], [ShadowArray(shape: [], elements: [along])], loss, point)
    let twice = try product.gradient(withRespectTo: variables).derivatives
    compare("reverse over reverse", twice, second, loss, point)
    let forwards = try gradient.map { try $0.jacobianVectorProduct(withRespectTo: variables, along: leaves) }
    compare("forward over reverse", forwards, second, loss, point)
    let mixed = try slope.gradient(withRespectTo: variables).derivatives
    compare("reverse over forward", mixed, second, loss, point)
  }

  private mutating func compare(
    _ name: String, _ recorded: [Tensor], _ truth: [ShadowArray<Exact>], _ loss: Tensor, _ point: ShadowPoint
  ) {
    guard let values = RecordedFormula(recorded, of: loss, at: point).values else {
      isOpen = true
      return
    }
    let elements = zip(values, truth).flatMap { zip($0.elements, $1.elements) }
    let size = elements.reduce(1e-3) { max($0, $1.1.magnitude) }
    let error = elements.reduce(0) { max($0, abs(($1.0 - $1.1).approximation)) } / size
    worst = max(worst, error)
    if !(error <= 1e-28) { problems.append("\(name): off by \(error)") }
    if elements.contains(where: { $0.excludes($1) }) { problems.append("\(name): outside of the enclosure") }
    if elements.contains(where: { !$1.isBounded }) { problems.append("\(name): not bounded") }
  }
}
