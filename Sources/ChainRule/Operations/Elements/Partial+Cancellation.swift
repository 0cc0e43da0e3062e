// What cancels before it meets.
//
// Derivatives of functions of functions in which a factor cancels: log ∘ σ has the slope σ(−x), not σ′(x)/σ(x).
//
// Recorded by one rule after the other, such a quotient is 0/0 where both are small, and differentiated again it becomes a
// difference of nearly equal numbers. So a cotangent over a function, or a tangent with its slope as a factor, is looked
// at before it meets the other one.

extension Partial {
  /// What an operation did to elements on their way, so that the same is known of another tensor.
  struct Move {
    let primitive: Primitive
    /// Which elements a gather takes.
    let indices: Node?
  }

  /// A cotangent without what it was divided by.
  struct Freed {
    let value: Tensor
    /// What it was divided by, before it was moved.
    let divisor: Tensor
    /// A factor, over the divisor.
    let ratio: Partial

    /// Whether the factor is the divisor.
    fileprivate var isQuotient: Bool { if case .one = ratio { true } else { false } }
  }

  /// Sums of contributions are looked through to this depth: each of more is its own step.
  private static let deepestSum = 4

  /// `variation * factor`, where the variation is a quotient, or a sum of some, by what the factor cancels; else nil.
  static func cancelledProduct(_ variation: Tensor, _ factor: Tensor, depth: Int = deepestSum) -> Tensor? {
    guard factor.mayCancel else { return nil }
    let node = variation.node
    if case .arithmetic(let operation) = node.primitive, operation == .add || operation == .subtract {
      guard depth > 0, let left = cancelledProduct(handle(node, 0, variation), factor, depth: depth - 1),
        let right = cancelledProduct(handle(node, 1, variation), factor, depth: depth - 1)
      else { return nil }
      return operation == .add ? left + right : left - right
    }
    return freed(variation, from: factor).flatMap { $0.ratio.scaling($0.value) }
  }

  /// `variation / divisor`, where the variation is a product, or a sum of some, with what the divisor cancels; else nil.
  static func cancelledQuotient(_ variation: Tensor, _ divisor: Tensor, depth: Int = deepestSum) -> Tensor? {
    let node = variation.node
    if depth <= 0 || !divisor.mayBeCancelled { return nil }
    func inner(_ index: Int) -> Tensor? {
      cancelledQuotient(handle(node, index, variation), divisor, depth: depth - 1)
    }
    switch node.primitive {
    case .arithmetic(.multiply):
      for (factor, other) in [(1, 0), (0, 1)] {
        guard let ratio = ratio(handle(node, factor, variation), divisor) else { continue }
        return ratio.scaling(handle(node, other, variation).filling(node.shape))
      }
      return nil
    case .arithmetic(.divide): return inner(0).map { $0 / handle(node, 1, variation) }
    case .elementwise(.negate): return inner(0).map { -$0 }
    case .arithmetic(.add): return inner(0).flatMap { left in inner(1).map { left + $0 } }
    case .arithmetic(.subtract): return inner(0).flatMap { left in inner(1).map { left - $0 } }
    case .select(let select) where select.isGuard:
      return inner(1).map { guarded($0, by: handle(node, 0, variation)) }
    case .slice, .reshape, .permutation, .reversal, .gather:
      // Both were moved in the same way.
      let moved = divisor.unnamed.node
      guard moved.primitive == node.primitive, moved.inputs.count == 1 || moved.inputs[1] === node.inputs[1]
      else { return nil }
      let rest = node.inputs.dropFirst().map { Tensor($0) }
      return cancelledQuotient(handle(node, 0, variation), Tensor(moved.inputs[0]), depth: depth - 1)
        .map { .recording(node.primitive, [$0] + rest) }
    default: return nil
    }
  }

  /// A cotangent without the divisor that `factor` cancels, which the cotangent was divided by before it was moved; nil if
  /// there is none.
  static func freed(
    _ cotangent: Tensor, from factor: Tensor, moved moves: [Move] = [], depth: Int = deepestSum
  ) -> Freed? {
    let node = cotangent.node
    func inner(
      _ index: Int, _ move: Move? = nil, deeper: Int = 1, body: (Tensor) -> Tensor
    ) -> Freed? {
      freed(
        handle(node, index, cotangent), from: factor, moved: moves + (move.map { [$0] } ?? []),
        depth: depth - deeper
      )
      .map { Freed(value: body($0.value), divisor: $0.divisor, ratio: $0.ratio) }
    }
    if depth <= 0 { return nil }
    switch node.primitive {
    case .arithmetic(.divide):
      guard let divisor = unmoved(Tensor(node.inputs[1], origin: factor.origin), moves),
        let ratio = ratio(factor, divisor)
      else { return nil }
      return Freed(
        value: handle(node, 0, cotangent).filling(node.shape), divisor: divisor, ratio: ratio)
    case .elementwise(.negate): return inner(0) { -$0 }
    case .arithmetic(.add), .arithmetic(.subtract):
      guard let left = inner(0, body: { $0 }), let right = inner(1, body: { $0 }), left.isQuotient,
        right.isQuotient
      else { return nil }
      let value = node.primitive == .arithmetic(.add) ? left.value + right.value : left.value - right.value
      return Freed(value: value, divisor: left.divisor, ratio: .one)
    case .arithmetic(.multiply):
      // Both operands are looked at, so half as deep.
      return inner(0, deeper: 2) { ($0 * handle(node, 1, cotangent)).filling(node.shape) }
        ?? inner(1, deeper: 2) { (handle(node, 0, cotangent) * $0).filling(node.shape) }
    case .select(let select) where select.isGuard:
      return inner(1) { guarded($0, by: handle(node, 0, cotangent)) }
    default:
      guard let move = Move(undoing: node) else { return nil }
      let rest = node.inputs.dropFirst().map { Tensor($0) }
      return inner(0, move) { .recording(node.primitive, [$0] + rest) }
    }
  }

  /// What a tensor was before the moves; nil if it was moved in other ways.
  private static func unmoved(_ tensor: Tensor, _ moves: [Move]) -> Tensor? {
    var tensor = tensor
    for move in moves.reversed() {
      let node = tensor.unnamed.node
      guard node.primitive == move.primitive, move.indices == nil || node.inputs[1] === move.indices else {
        return nil
      }
      tensor = Tensor(node.inputs[0], origin: tensor.origin)
    }
    return tensor
  }

  /// An operand as a handle with the origin of another.
  private static func handle(_ node: Node, _ index: Int, _ other: Tensor) -> Tensor {
    Tensor(node.inputs[index], origin: other.origin)
  }
}

extension Partial.Move {
  /// The move that took the elements to where the cotangent's come from; nil if the operation on it moves none.
  fileprivate init?(undoing node: Node) {
    switch node.primitive {
    case .pad(let pad): self.init(primitive: .slice(Slice(ranges: pad.ranges)), indices: nil)
    case .reshape: self.init(primitive: .reshape(Reshape(target: node.inputs[0].shape)), indices: nil)
    case .permutation(let permutation):
      self.init(primitive: .permutation(Permutation(order: permutation.inverse)), indices: nil)
    case .reversal: self.init(primitive: node.primitive, indices: nil)
    case .scatterAdd(let scatter):
      self.init(
        primitive: .gather(Gather(axis: scatter.axis, batchAxes: scatter.batchAxes)), indices: node.inputs[1])
    default: return nil
    }
  }
}
