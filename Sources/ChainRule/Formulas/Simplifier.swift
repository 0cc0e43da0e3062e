/// Rewrites a recorded graph by the algebra of real numbers into the form a textbook prints.
///
/// The result is a recorded graph again: tests evaluate both and demand the same numbers. Programs never run
/// it, because the algebra of real numbers is not that of IEEE arithmetic; it serves to be read. Each rule has a name
/// (`Simplification`), and says so where it fires.
struct Simplifier {
  /// What is used more than once is told as one factor when it has more terms than this; else a chain of sums, each used
  /// twice, would grow with the square of its length.
  private static let largestSharedSum = 8
  /// The same for what is used once: adding a term costs a look at each of the others.
  private static let largestSum = 64

  var builder: FormulaBuilder
  private var log: RewritingLog?
  private let traversal: Traversal
  private var values: [AlgebraicSum] = []
  /// What names stand for, simplified: a rule may need to know, though formulas show the name.
  var definitions: [Tensor: Tensor] = [:]
  /// The names of functions' values, simplified.
  var names: [Tensor: Tensor] = [:]

  private init(_ root: Node, withNamesOf expression: Node? = nil, isLogging: Bool) {
    // What names stand for is met first, so that it is known by its name wherever it is met again.
    var nodes = Traversal(from: [expression, root].compactMap(\.self))
    let names = nodes.nodes.filter { if case .name = $0.primitive { $0 !== root } else { false } }
    if !names.isEmpty || expression != nil { nodes = Traversal(from: names + [root]) }
    traversal = nodes
    let pool = TensorPool()
    builder = FormulaBuilder(recordingIn: pool)
    if isLogging {
      builder.uses = []
      log = RewritingLog(recordingIn: pool)
    }
  }

  /// The simplified form of `root`, and what it takes for granted; named tensors below it stand for themselves.
  static func simplify(
    _ root: Tensor, withNamesOf expression: Tensor? = nil
  ) -> (tensor: Tensor, assumptions: [Assumption]) {
    let named = expression.flatMap { $0.invalidity == nil ? $0.node : nil }
    var simplifier = Simplifier(root.node, withNamesOf: named, isLogging: false)
    let result = simplifier.run(root.node)
    return (result, simplifier.builder.assumptions)
  }

  /// The steps that lead from what was recorded to the simplified form, in the order of recording.
  ///
  /// Guards against 0 · ∞ are no part of the algebra: they say which numbers are not read, and are left out before it begins.
  static func steps(simplifying tensor: Tensor) -> [Rewriting] {
    let root = tensor.withoutGuards
    var simplifier = Simplifier(root.node, isLogging: true)
    _ = simplifier.run(root.node)
    return simplifier.log?.steps ?? []
  }

  private mutating func run(_ root: Node) -> Tensor {
    var uses = Array(repeating: 0, count: traversal.nodes.count)
    for position in uses.indices {
      for edge in traversal.edges(of: position) { uses[traversal.input(along: edge)] += 1 }
    }
    let namings = namings(below: root)
    for (position, node) in traversal.nodes.enumerated() {
      let operands = traversal.edges(of: position).map { values[traversal.input(along: $0)] }
      var value = value(of: node, operands, isRoot: node === root)
      if let name = namings[position] {
        learnName(name, of: value)
        if uses[position] > 1, let known = value.onlyFactor.flatMap({ names[$0] }) {
          builder.note(.namedValue)
          value = AlgebraicSum([Monomial(of: known)], shape: value.shape)
        }
      }
      takeDown(node, operands, value)
      values.append(uses[position] > 1 ? gathered(value, beyond: Self.largestSharedSum) : gathered(value))
    }
    let value = known(root)
    let result = builder.tensor(value)
    log?.finish(root, value, result, builder.uses ?? [])
    return result
  }

  /// The names in the graph, by the positions of what they name.
  private func namings(below root: Node) -> [Int: Node] {
    var namings: [Int: Node] = [:]
    for (position, node) in traversal.nodes.enumerated() where node !== root {
      guard case .name = node.primitive, let edge = traversal.edges(of: position).first else { continue }
      namings[traversal.input(along: edge)] = namings[traversal.input(along: edge)] ?? node
    }
    return namings
  }

  /// The value of a node that was met.
  func known(_ node: Node) -> AlgebraicSum {
    traversal.index(of: node).map { values[$0] }
      ?? AlgebraicSum([Monomial(of: Tensor(node))], shape: node.shape)
  }

  /// The value as a single term if it has more terms than formulas calculate with.
  private mutating func gathered(_ value: AlgebraicSum, beyond limit: Int = largestSum) -> AlgebraicSum {
    value.terms.count <= limit ? value : AlgebraicSum([builder.monomial(value)], shape: value.shape)
  }

  private mutating func takeDown(_ node: Node, _ operands: [AlgebraicSum], _ value: AlgebraicSum) {
    if log == nil { return }
    let content = value.content
    if !content.factors.isEmpty || content.coefficient != 1 { builder.note(.tookOutCommonFactor) }
    log?.record(node, operands, value, builder.uses ?? [])
    builder.uses = []
  }

  private mutating func value(of node: Node, _ operands: [AlgebraicSum], isRoot: Bool) -> AlgebraicSum {
    switch node.primitive {
    case .leaf(.number(let value)):
      return AlgebraicSum([Monomial(Coefficient(value))], shape: [])
    case .leaf:
      return AlgebraicSum([Monomial(of: builder.leaf(Tensor(node)))], shape: node.shape)
    case .name:
      if isRoot { return operands[0] }
      definitions[Tensor(node)] = definitions[Tensor(node)] ?? definition(of: builder.natural(operands[0]))
      return AlgebraicSum([Monomial(of: Tensor(node))], shape: node.shape)
    case .elementwise(.negate):
      return negated(operands[0])
    case .elementwise(.square):
      return squareByNamedValue(operands[0]) ?? power(operands[0], 2)
    case .elementwise(.exp), .elementwise(.expm1):
      return exponential(node, operands)
    case .elementwise(.log), .elementwise(.log1p):
      return logarithm(node, operands)
    case .elementwise(let function) where function.isEven:
      return even(node, operands)
    case .elementwise, .polygamma:
      return applied(node, operands)
    case .stopGradient(let stop) where stop.isScale:
      return AlgebraicSum([Monomial(1)], shape: node.shape)
    case .stopGradient:
      builder.note(.ignoredStop)
      return operands[0]
    case .arithmetic(let operation):
      return arithmetic(operation, node, operands)
    case .comparison(let comparison):
      return condition(comparison, node, operands)
    case .select(let select) where select.isGuard:
      return AlgebraicSum(operands[1].terms, shape: node.shape)
    case .select:
      return choice(node, operands)
    case .matrixProduct:
      return matrixProduct(operands, shape: node.shape)
    case .matrixFunction(.inverse):
      return inverted(node.inputs[0], operands[0])
    case .solution:
      builder.note(.solutionByInverse)
      return matrixProduct([inverted(node.inputs[0], operands[0]), operands[1]], shape: node.shape)
    case .permutation(let permutation):
      return transposedTerms(operands[0], permutation)
        ?? scaled(operands[0], shape: node.shape) { $0.transposed($0.builder.tensor($1), permutation) }
    case .reshape(let reshape):
      return reshaped(operands[0], to: reshape.target)
    case .broadcast:
      builder.note(.leftBroadcasting)
      return AlgebraicSum(operands[0].terms, shape: node.shape)
    case .sum(let sum):
      return summed(operands[0], over: sum.axes, shape: node.shape)
    case .normalization(let family) where family.kind == .centered:
      return centered(node, operands)
    case .normalization(let family) where family.kind == .sumOfOthers:
      return sumOfOthers(operands[0], over: family.axes, shape: node.shape)
    case .diagonalMatrix(let matrix):
      return identity(matrix, operands) ?? linear(node, operands)
    case .slice, .pad, .reversal, .gather, .scatterAdd, .cumulativeSum, .triangle, .diagonal:
      return linear(node, operands)
    case .cofactorDerivative:
      return cofactorDerivative(node, operands) ?? whole(node, operands)
    case .concatenation, .reduction, .normalization, .arrangement, .matrixFunction, .custom:
      return whole(node, operands)
    }
  }

  /// The operation on simplified operands, as it stands.
  mutating func applied(_ node: Node, _ operands: [AlgebraicSum]) -> AlgebraicSum {
    if case .elementwise(let function) = node.primitive, function == .sigmoidSlope || function == .tanh,
      let result = byNamedValue(function, of: operands[0])
    {
      return result
    }
    var inputs = operands.map { builder.natural($0) }
    var result =
      node.primitive == .elementwise(.sigmoid) ? logistic(inputs[0]) : function(node.primitive, inputs)
    if result.invalidity != nil {
      inputs = operands.map { builder.tensor($0) }
      result = builder.apply(node.primitive, inputs)
    } else if builder.uses != nil && inputs != operands.map({ builder.tensor($0) }) {
      builder.note(.leftBroadcasting)
    }
    return AlgebraicSum([Monomial(of: result)], shape: node.shape)
  }

  /// The operation on simplified operands of their full shapes, as it stands.
  private mutating func whole(_ node: Node, _ operands: [AlgebraicSum]) -> AlgebraicSum {
    let result = function(node.primitive, operands.map { builder.tensor($0) })
    return AlgebraicSum([Monomial(of: result)], shape: node.shape)
  }

  /// An even function of what starts with a minus sign, of what stands behind the sign.
  private mutating func even(_ node: Node, _ operands: [AlgebraicSum]) -> AlgebraicSum {
    let terms = builder.expanded(operands[0])
    guard !terms.terms.isEmpty, terms.terms.allSatisfy(\.coefficient.isNegative) else {
      return applied(node, operands)
    }
    builder.note(.evenFunction)
    return applied(node, [negated(operands[0])])
  }
}

extension Elementwise {
  /// Whether f(−x) is f(x).
  fileprivate var isEven: Bool {
    switch self {
    case .abs, .cos, .cosh, .sech, .sigmoidSlope: true
    default: false
    }
  }
}
