/// Finds variables that were recorded a second time: an expression is made of an equal tensor, but not of them.
///
/// What an expression does not depend on has derivative 0, and is often meant to be asked for: a parameter of another model. A
/// product that is written anew is another tensor too, and its 0 would be a surprise. So the line is drawn where the expression
/// has a node of the same operation on the same operands, recorded by the caller and not by a derivative rule.
struct RecordedAnew {
  private struct Operation: Hashable {
    let primitive: Primitive
    let inputs: [Int]
  }

  private var numbers: [ObjectIdentifier: Int] = [:]
  private var operations: [Operation: Int] = [:]
  private var count = 0

  /// Refuses those of `variables` that `outputs` only depend on equals of.
  ///
  /// - Complexity: Linear in the number of recorded operations, if a variable is no leaf; else none.
  static func refuse(
    _ variables: [Tensor], in outputs: [Tensor], _ operation: String
  ) throws(ChainRuleError) {
    let computed = variables.filter { !$0.unnamed.node.references.isEmpty }
    if computed.isEmpty { return }
    let traversal = Traversal(from: outputs.map(\.node))
    let missing = computed.filter { traversal.index(of: $0.unnamed.node) == nil }
    if missing.isEmpty { return }
    var known = RecordedAnew()
    var recorded: Set<Int> = []
    for node in traversal.nodes {
      let number = known.number(of: node)
      if node.origin == nil { recorded.insert(number) }
    }
    for variable in missing {
      var number = 0
      for node in Traversal(from: [variable.unnamed.node]).nodes { number = known.number(of: node) }
      guard recorded.contains(number) else { continue }
      throw ChainRuleError(
        .differentiation, in: operation, operands: variable.labelled,
        problem: "the expression is made of an equal tensor that was recorded before, not of this one",
        mend: "record it once, let a constant hold it, and use that in both places")
    }
  }

  /// The same number for nodes of the same operation on the same operands; names make no difference.
  private mutating func number(of node: Node) -> Int {
    if let number = numbers[node.identity] { return number }
    let inputs = node.inputs.compactMap { numbers[$0.identity] }
    let number: Int
    switch node.primitive {
    case .name: number = inputs[0]
    case .leaf(.input), .leaf(.parameter), .leaf(.indices), .leaf(.invalid): number = next()
    default:
      let operation = Operation(primitive: node.primitive, inputs: inputs)
      number = operations[operation] ?? next()
      operations[operation] = number
    }
    numbers[node.identity] = number
    return number
  }

  private mutating func next() -> Int {
    count += 1
    return count
  }
}
