internal import ChainRule

/// What the rule of one operation gave, beside what is right there.
struct LocalRule {
  let operation: LocalOperation
  let mode: CheckedDerivative.Mode
  /// The operand that the derivative belongs to; nil for the result, in forward mode.
  let operand: Int?
  let given: ShadowArray<Wide>
  let truth: ShadowArray<Wide>
  /// The cotangent of the result, in reverse mode.
  let cotangent: ShadowArray<Wide>?

  /// The element that is farthest off among those that are proved wrong; nil if none is.
  var worst: Int? {
    let wrong = given.elements.indices.filter { position in
      let (given, truth) = (given.elements[position], truth.elements[position])
      if !truth.isBounded { return false }
      return given.isBounded
        ? given.excludes(truth) : given.approximation.isNaN || given.approximation.isInfinite
    }
    func distance(_ position: Int) -> Double {
      let distance = abs((given.elements[position] - truth.elements[position]).approximation)
      return distance.isNaN ? .infinity : distance
    }
    return wrong.max { distance($0) < distance($1) }
  }

  /// How far off the rule is, relative to what is right.
  var relativeError: Double {
    guard let worst else { return 0 }
    let scale = truth.elements.reduce(0) { max($0, $1.magnitude) }
    let error = (given.elements[worst] - truth.elements[worst]).magnitude / scale
    return error.isNaN ? .infinity : error
  }

  /// The operation with what shows that its rule is wrong; nil if nothing does.
  var blame: BlamedOperation? {
    guard let worst else { return nil }
    let node = operation.node
    let inputs = node.inputs.map { Tensor($0) }
    let place = operand.map { inputs[$0].label } ?? Tensor(node).label
    return BlamedOperation(
      node.primitive.family.name, operands: inputs.map(\.labelled).joined(separator: ", "), mode: mode,
      coordinate: CheckedDerivative.Place.coordinate(worst, of: place, shape: given.shape).description,
      given: given.elements[worst].approximation, truth: truth.elements[worst].approximation,
      cause: GradientCause(of: self)?.description ?? "")
  }
}

/// Every rule that a derivative went through, each judged alone: where a rule is right, mistakes of others do not show.
struct LocalRules {
  private(set) var rules: [LocalRule] = []

  /// The operations at fault, the one that is farthest off first.
  var blamed: [BlamedOperation] {
    rules.map { ($0, $0.relativeError) }.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }.compactMap(\.0.blame)
  }

  /// The values of recorded tensors as far as they are numbers.
  private static func values(
    of tensors: [Tensor], of loss: Tensor, at point: ShadowPoint
  ) throws -> [ObjectIdentifier: ShadowArray<Wide>] {
    let numbers = tensors.filter { !$0.node.holdsIndices }
    let values = try RecordedFormula.evaluated(numbers, of: loss, at: point).values
    return Dictionary(
      zip(numbers, values).map { ($0.node.identity, $1) }, uniquingKeysWith: { first, _ in first })
  }

  private static func operation(
    _ node: Node, _ values: [ObjectIdentifier: ShadowArray<Wide>], _ point: ShadowPoint
  ) -> LocalOperation {
    LocalOperation(node, operands: node.inputs.map { values[$0.identity] }, at: point)
  }

  /// The rules of the backward pass.
  ///
  /// - Complexity: Linear in the scalar operations of the loss and its gradient.
  init(
    backwards loss: Tensor, to variables: [Tensor], by derivation: DerivativeRules, at point: ShadowPoint
  ) throws {
    var seen: [PullbackObservation] = []
    _ = try loss.pulledBack(Cotangent(1), to: variables, in: "checkGradient", rules: derivation) {
      seen.append($0)
    }
    let nodes = Array(Traversal(from: [loss.node]).nodes)
    let values = try Self.values(
      of: nodes.map { Tensor($0) } + seen.flatMap { [$0.cotangent, $0.afterUnbroadcasting] }, of: loss,
      at: point)
    let paths = BackwardPaths(seen, values, loss, variables)
    for node in nodes.reversed() where paths.leads(node) {
      guard let cotangent = paths.cotangent(of: node) else { continue }
      let operation = Self.operation(node, values, point)
      for (index, input) in node.inputs.enumerated() where paths.leads(input) {
        guard let truth = operation.pullback(cotangent, to: index) else { continue }
        let given = paths.contribution(of: node, to: index) ?? truth.map { _ in Wide(0) }
        rules.append(
          LocalRule(
            operation: operation, mode: .reverse, operand: index, given: given, truth: truth,
            cotangent: cotangent))
      }
    }
  }

  /// The rules of the forward pass along a direction.
  init(
    forwards loss: Tensor, from variables: [Tensor], along direction: [Tensor],
    by derivation: DerivativeRules,
    at point: ShadowPoint
  ) throws {
    var seen: [PushforwardObservation] = []
    let pairs = zip(variables, direction).map { (variable: $0.unnamed.node, tangent: $1) }
    _ = Pushforward(to: [loss.node], rules: derivation).run([loss.node], along: pairs) { seen.append($0) }
    let nodes = Array(Traversal(from: [loss.node]).nodes)
    let tangents = seen.flatMap { $0.tangents.compactMap { $0 } + [$0.tangent].compactMap { $0 } }
    let values = try Self.values(of: nodes.map { Tensor($0) } + tangents, of: loss, at: point)
    for observation in seen {
      let operation = Self.operation(observation.node, values, point)
      let along = observation.tangents.map { $0.flatMap { values[$0.node.identity] } }
      guard let truth = operation.pushforward(along) else { continue }
      let given = observation.tangent.flatMap { values[$0.node.identity] } ?? truth.map { _ in Wide(0) }
      rules.append(
        LocalRule(
          operation: operation, mode: .forward, operand: nil, given: given, truth: truth, cotangent: nil))
    }
  }
}

/// Which cotangents the backward pass handed on, and to what.
private struct BackwardPaths {
  private struct Edge: Hashable {
    let node: ObjectIdentifier
    let input: Int
  }

  private var contributions: [Edge: ShadowArray<Wide>] = [:]
  private var cotangents: [ObjectIdentifier: ShadowArray<Wide>] = [:]
  private var leading: Set<ObjectIdentifier> = []

  init(
    _ seen: [PullbackObservation], _ values: [ObjectIdentifier: ShadowArray<Wide>], _ loss: Tensor,
    _ variables: [Tensor]
  ) {
    // What a rule kept to itself shows in the sums of what it was handed.
    var received: [ObjectIdentifier: ShadowArray<Wide>] = [
      loss.node.identity: ShadowArray(shape: [], elements: [Wide(1)])
    ]
    for observation in seen {
      guard let contribution = values[observation.afterUnbroadcasting.node.identity] else { continue }
      contributions[Edge(node: observation.node.identity, input: observation.input)] = contribution
      let input = observation.node.inputs[observation.input].identity
      received[input] =
        received[input].map { sum in
          ShadowArray(shape: sum.shape, elements: zip(sum.elements, contribution.elements).map { $0 + $1 })
        } ?? contribution
    }
    cotangents = received
    for observation in seen {
      cotangents[observation.node.identity] = values[observation.cotangent.node.identity]
    }
    leading = Set(variables.map(\.unnamed.node.identity))
    for node in Traversal(from: [loss.node]).nodes
    where node.inputs.contains(where: { leading.contains($0.identity) }) { leading.insert(node.identity) }
  }

  /// Whether the node depends on a variable.
  func leads(_ node: Node) -> Bool { leading.contains(node.identity) }
  func cotangent(of node: Node) -> ShadowArray<Wide>? { cotangents[node.identity] }
  func contribution(of node: Node, to input: Int) -> ShadowArray<Wide>? {
    contributions[Edge(node: node.identity, input: input)]
  }
}
