import ChainRule

/// A loss taken apart as `Σ wᵢ rᵢ²`: residuals that depend on the parameters, weights that do not.
///
/// It is found in what was recorded: from the loss down, operations that are linear in what depends on the parameters are
/// passed through, until each path ends in a square. The weight of a square is then the derivative of the loss by it, whatever
/// means, factors and sums lie between.
struct SumOfSquares {
  /// Residuals of one square, and their weights, of the same shape.
  struct Term {
    let residual: Tensor
    let weight: Tensor
  }

  let terms: [Term]

  /// Takes a loss apart.
  ///
  /// - Throws: `ChainRuleError` if it is no sum of squares.
  init(_ loss: Tensor, over parameters: [Tensor]) throws {
    let search = SquareSearch(loss, over: parameters)
    if let objection = search.objection {
      throw ChainRuleError(
        .optimization, in: "SumOfSquares", operands: loss.labelled, problem: objection,
        mend: SquareSearch.mend)
    }
    var linear = loss
    var stands: [Tensor] = []
    // From the loss down: a square may lie within the residual of one above it, where it shall stay.
    for square in search.squares.reversed() {
      let stand = Tensor.leaf(.leaf(.input("square")), shape: square.node.shape)
      linear = Tensor(square.node) == linear ? stand : linear.substituting(stand, for: Tensor(square.node))
      stands.append(stand)
    }
    let weights = try linear.gradient(withRespectTo: stands).derivatives
    terms = zip(search.squares.reversed(), weights).map { square, weight in
      // The square of a dot product is one number for many residuals.
      let shape = square.residual.node.shape
      return Term(
        residual: square.residual, weight: weight.node.shape == shape ? weight : weight.filling(shape))
    }
  }
}

/// The squares that a loss is linear in.
struct SquareSearch {
  static let mend = "record it as mean(squared(residual)), or sums and multiples of such terms"

  /// The squares, each after those it is made of.
  private(set) var squares: [(node: Node, residual: Tensor)] = []
  /// Why the loss is no sum of squares, as part of a sentence; nil if it is one.
  private(set) var objection: String?

  private let traversal: Traversal
  private var varies: [Bool] = []

  init(_ loss: Tensor, over parameters: [Tensor]) {
    traversal = Traversal(from: [loss.node])
    let leaves = Set(parameters.map { ObjectIdentifier($0.node) })
    for node in traversal.nodes {
      let reached = node.inputs.contains { input in traversal.index(of: input).map { varies[$0] } ?? false }
      varies.append(reached || leaves.contains(ObjectIdentifier(node)))
    }
    // Which nodes the loss is linear in; each comes after its inputs, so the way back meets users first.
    var isLinear = [Bool](repeating: false, count: varies.count)
    isLinear[isLinear.count - 1] = true
    for index in isLinear.indices.reversed() where isLinear[index] {
      let node = traversal.nodes[index]
      if let residual = Self.residual(of: node) {
        squares.append((node, residual))
        continue
      }
      guard let operands = linearOperands(node) else {
        objection =
          varies[index]
          ? "\(Tensor(node).label) is neither a square nor linear in squares"
          : "it adds \(Tensor(node).label), which does not depend on the parameters"
        return
      }
      for operand in operands { isLinear[operand] = true }
    }
    squares.reverse()
  }

  /// What a node is the square of.
  private static func residual(of node: Node) -> Tensor? {
    switch node.primitive {
    case .elementwise(.square): return Tensor(node.inputs[0])
    case .arithmetic(.multiply) where isSame(node.inputs): return Tensor(node.inputs[0])
    case .matrixProduct where node.shape.isScalar && isSame(node.inputs): return Tensor(node.inputs[0])
    case .arithmetic(.power):
      guard case .leaf(.number(let exponent)) = Tensor(node.inputs[1]).unnamed.node.primitive else {
        return nil
      }
      if exponent == 2 { return Tensor(node.inputs[0]) }
      let isEven = exponent > 0 && (exponent / 2).rounded() == exponent / 2
      return isEven ? pow(Tensor(node.inputs[0]), exponent / 2) : nil
    default: return nil
    }
  }

  private static func isSame(_ inputs: Operands<Node>) -> Bool {
    Tensor(inputs[0]).unnamed == Tensor(inputs[1]).unnamed
  }

  /// The operands that a node is linear in, together and without a constant part, by their positions in the traversal; nil
  /// if it is not.
  private func linearOperands(_ node: Node) -> [Int]? {
    let operands = node.inputs.compactMap(traversal.index)
    let linearity = node.primitive.family.linearity
    let varying = operands.indices.filter { varies[operands[$0]] }
    guard !varying.isEmpty, linearity.holds(in: varying) else { return nil }
    // A constant beside what varies is looked at next, and objected to unless it is zero.
    let constant = operands.indices.filter {
      linearity.holds(in: varying + [$0]) && !varies[operands[$0]] && !traversal.nodes[operands[$0]].isZero
    }
    return (varying + constant).map { operands[$0] }
  }
}
