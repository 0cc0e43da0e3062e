/// Which elements of a node reach the loss: those that no operation above left out, by not reading or not choosing them.
///
/// Where an element does not, its cotangent is 0 for good. A rule further down would still compute 0 · ∞ with it, such as
/// that of the root in `select(x .> 0, sqrt(x), 0)` at 0; so what a rule gives under a mask is selected once more. A zero that
/// arithmetic made is not masked, and 0 · ∞ stays NaN there: it is not known what the limit would be.
///
/// A class, since most nodes have none: what moves through the backward pass stays two words and a reference.
package final class Mask: Sendable {
  /// Above 0 where an element reaches the loss, else 0; it broadcasts against the node.
  package let tensor: Tensor
  /// Axes of the node among which, together, one element at least reaches the loss, whatever the position along the others;
  /// nil if that is not known.
  private let coveredAxes: [Int]?
  /// The axis that decides alone, and whether each position along it reaches the loss; nil if that is not known.
  private let positions: (axis: Int, reach: [Bool])?
  /// Whether values decided it, as in a maximum.
  ///
  /// What was infinite below then shows in the result, but for −∞; so the operands of products are not selected for it, which
  /// would cost each layer of a network with `relu` a pass.
  package let isByValue: Bool
  /// Whether it only says where a given cotangent is 0: then selecting is left to operations with infinite slopes.
  package let isOfCotangent: Bool

  package init(
    _ tensor: Tensor, coveredAxes: [Int]? = nil, positions: (axis: Int, reach: [Bool])? = nil,
    isByValue: Bool = false, isOfCotangent: Bool = false
  ) {
    self.tensor = tensor
    self.coveredAxes = coveredAxes
    self.positions = positions
    self.isByValue = isByValue
    self.isOfCotangent = isOfCotangent
  }

  /// Where a cotangent that a caller gave is not 0.
  package static func nonzero(_ cotangent: Tensor) -> Mask { Mask(cotangent .!= 0, isOfCotangent: true) }

  /// The mask with another tensor, of which less is known.
  package func replacing(_ tensor: Tensor) -> Mask {
    Mask(tensor, isByValue: isByValue, isOfCotangent: isOfCotangent)
  }

  /// The elements of this mask that are in `other` too.
  package func intersected(with other: Mask?) -> Mask {
    guard let other else { return self }
    return Mask(
      select(tensor, other.tensor, 0), isByValue: isByValue && other.isByValue,
      isOfCotangent: isOfCotangent && other.isOfCotangent)
  }

  /// What `tensor` is where this mask is not 0, and 0 elsewhere.
  package func guarding(_ tensor: Tensor) -> Tensor { guarded(tensor, by: self.tensor) }
}

extension Mask {
  /// The mask of elements that each reach all those along `axes` of a node of shape `shape`, where it has length 1; nil if
  /// all do.
  package func reaching(along axes: [Int], of shape: Shape) -> Mask? {
    if let coveredAxes, coveredAxes.allSatisfy(axes.contains) { return nil }
    let missing = shape.rank - tensor.node.shape.rank
    let own = axes.map { $0 - missing }.filter { $0 >= 0 && tensor.node.shape[$0] != 1 }
    return own.isEmpty ? replacing(tensor) : replacing(sum(tensor, along: Axes(own), keepingAxes: true))
  }

  /// The mask of an operand of shape `shape` that broadcast to `whole`; nil if all of it reaches the loss.
  package func unbroadcast(from whole: Shape, to shape: Shape) -> Mask? {
    if shape == whole { return self }
    let missing = whole.rank - shape.rank
    let repeated = whole.extents.indices.filter { axis in
      axis < missing || (shape[axis - missing] == 1 && whole[axis] != 1)
    }
    guard let mask = reaching(along: repeated, of: whole) else { return nil }
    let own = mask.tensor.node.shape
    let surplus = own.rank - shape.rank
    return surplus <= 0
      ? mask : mask.replacing(mask.tensor.reshaped(to: Shape(Array(own.extents.dropFirst(surplus)))))
  }
}

extension Mask {
  /// The elements that are in one of two masks; nil if all are.
  package static func union(_ left: Mask?, _ right: Mask?) -> Mask? {
    guard let left, let right, !isComplement(left.tensor, right.tensor),
      !isComplement(right.tensor, left.tensor)
    else { return nil }
    if left.tensor == right.tensor { return left }
    let isByValue = left.isByValue && right.isByValue
    let isOfCotangent = left.isOfCotangent && right.isOfCotangent
    if let a = left.positions, let b = right.positions, a.axis == b.axis {
      let reach = zip(a.reach, b.reach).map { $0 || $1 }
      if reach.allSatisfy({ $0 }) { return nil }
      return Mask(
        maximum(left.tensor, right.tensor), coveredAxes: [a.axis], positions: (a.axis, reach),
        isByValue: isByValue, isOfCotangent: isOfCotangent)
    }
    return Mask(maximum(left.tensor, right.tensor), isByValue: isByValue, isOfCotangent: isOfCotangent)
  }

  /// Whether `other` is the mask of the second branch of the `select` that `mask` is the first of: together they
  /// leave nothing out.
  private static func isComplement(_ mask: Tensor, _ other: Tensor) -> Bool {
    guard case .comparison(.equal) = other.node.primitive, other.node.inputs[1].isZero else { return false }
    if other.node.inputs[0] === mask.node { return true }
    guard case .comparison(.notEqual) = mask.node.primitive, mask.node.inputs[1].isZero else { return false }
    return other.node.inputs[0] === mask.node.inputs[0]
  }
}
