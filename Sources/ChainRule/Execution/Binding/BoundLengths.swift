/// The lengths that bound arrays give to symbols, and what a program asks of them.
struct BoundLengths {
  private(set) var known: [Shape.Extent: Int] = [:]
  /// The first tensor that gave each symbol its length, for the error of a second that disagrees.
  private var sources: [Shape.Extent: Source] = [:]
  /// What the lengths are bound for, as the caller knows it.
  let operation: String

  /// A tensor and what is bound to it, put into words only for an error.
  private struct Source: CustomStringConvertible {
    let leaf: Tensor
    let lengths: [Int]

    var description: String { "\(leaf.labelled) ← array \(Shape(lengths))" }
  }

  init(_ operation: String) { self.operation = operation }

  /// The length of an extent, once all leaves are bound.
  func length(of extent: Shape.Extent) -> Int {
    if case .fixed(let length) = extent { length } else { known[extent] ?? 0 }
  }

  func refuse(_ operands: String, _ problem: String, _ mend: String) -> ChainRuleError {
    ChainRuleError(.binding, in: operation, operands: operands, problem: problem, mend: mend)
  }

  /// Notes the lengths that an array bound to `leaf` gives to symbols.
  mutating func check(_ lengths: [Int], for leaf: Tensor) throws {
    let shape = leaf.node.shape
    let source = Source(leaf: leaf, lengths: lengths)
    guard shape.rank == lengths.count else {
      throw refuse(
        "\(source)", "the array has \(lengths.count) \(lengths.count == 1 ? "axis" : "axes")",
        "it needs shape \(shape)")
    }
    for (axis, (extent, length)) in zip(shape.extents, lengths).enumerated() {
      if case .fixed(let fixed) = extent {
        if fixed != length {
          throw refuse("\(source)", "axis \(axis) has length \(length)", "it needs shape \(shape)")
        }
      } else if let other = known[extent], other != length {
        throw refuse(
          "\(source)", "\(extent) is \(length) here but \(other) in \(nameOfSource(extent))",
          "bind arrays with the same \(extent)")
      } else if known[extent] == nil {
        known[extent] = length
        sources[extent] = source
      }
    }
  }

  /// The number of elements of a shape, exact up to 2⁵³.
  func count(of shape: Shape) -> Double { shape.extents.reduce(1) { $0 * Double(length(of: $1)) } }

  func nameOfSource(_ extent: Shape.Extent) -> String { sources[extent]?.description ?? "" }

  /// Refuses integers that are not positions along the axis that they index.
  func checkRange(_ integers: IndexArray, of leaf: Tensor) throws {
    guard case .leaf(.indices(_, let bound)) = leaf.node.primitive else { return }
    if bound.isSymbolic && known[bound] == nil { throw unknown(bound) }
    let limit = length(of: bound)
    guard let position = integers.elements.firstIndex(where: { $0 < 0 || $0 >= limit }) else { return }
    throw refuse(
      leaf.labelled, "element \(position) is \(integers.elements[position])",
      limit == 0 ? "there is nothing to index: \(bound) is 0" : "indices run from 0 to \(limit - 1)")
  }

  /// The error where no input gives an extent its length.
  func unknown(_ extent: Shape.Extent) -> ChainRuleError {
    refuse(
      "\(extent)", "no input has an axis of this length",
      "use an input whose shape holds \(extent)")
  }
}
