/// The lengths that bound arrays give to symbols, and what a program asks of them.
struct BoundLengths {
  private(set) var known: [Shape.Extent: Int] = [:]
  /// The first tensor that gave each symbol its length, for the error of a second that disagrees.
  private var sources: [Shape.Extent: Source] = [:]
  private let operation: String

  /// A tensor and what is bound to it, put into words only for an error.
  private struct Source: CustomStringConvertible {
    let leaf: Tensor
    let lengths: [Int]

    var description: String { "\(leaf.labelled) ← array \(Shape(lengths))" }
  }

  init(_ operation: String) { self.operation = operation }

  /// Refuses lengths with which some step has no result.
  func check(_ steps: [ExecutionOrder.Step], _ storage: StoragePlan) throws {
    for shape in storage.shapes {
      for extent in shape.extents where extent.isSymbolic && known[extent] == nil { throw unknown(extent) }
    }
    for step in storage.demanding {
      try checkExtent(steps[step])
      try checkFreedom(steps[step], steps)
    }
  }

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

  private func nameOfSource(_ extent: Shape.Extent) -> String { sources[extent]?.description ?? "" }

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

  /// A program that computes with the value of a symbol, as every mean over rows does, or takes the greatest along
  /// it, needs it to be 1 or more, and needs some leaf to give it.
  private func checkExtent(_ step: ExecutionOrder.Step) throws {
    switch step.primitive {
    case .leaf(.extent(let extent)):
      guard let length = known[extent] else { throw unknown(extent) }
      if length == 0 { throw empty(extent, "a mean over no elements is undefined") }
    case .reduction(let reduction) where reduction.needsElement:
      let shape = step.node.inputs[0].shape
      for axis in reduction.axes where length(of: shape[axis]) == 0 {
        throw empty(shape[axis], "there are no elements for \(reduction.name) to choose from")
      }
    default: return
    }
  }

  /// A number of elements less a correction, which something is divided by, must be positive.
  private func checkFreedom(_ step: ExecutionOrder.Step, _ steps: [ExecutionOrder.Step]) throws {
    guard case .arithmetic(.divide) = step.primitive else { return }
    var divisor = steps[step.inputs[1]]
    if case .elementwise(.sqrt) = divisor.primitive { divisor = steps[divisor.inputs[0]] }
    guard case .arithmetic(.subtract) = divisor.primitive,
      case .leaf(.number(let correction)) = steps[divisor.inputs[1]].primitive,
      let (count, extent) = count(steps[divisor.inputs[0]], steps), count <= correction
    else { return }
    throw refuse(
      nameOfSource(extent),
      "\(extent) is \(length(of: extent)), and \(Tensor(divisor.node).label) leaves no degree of freedom",
      "bind more")
  }

  /// The value of a product of a few numbers and extents, and one of these; nil for anything else.
  private func count(
    _ step: ExecutionOrder.Step, _ steps: [ExecutionOrder.Step], depth: Int = 8
  ) -> (Double, Shape.Extent)? {
    if depth == 0 { return nil }
    switch step.primitive {
    case .leaf(.extent(let extent)): return (Double(length(of: extent)), extent)
    case .arithmetic(.multiply):
      let factors = step.inputs.map { steps[$0] }
      guard let (right, extent) = count(factors[1], steps, depth: depth - 1) else { return nil }
      if case .leaf(.number(let left)) = factors[0].primitive { return (left * right, extent) }
      return count(factors[0], steps, depth: depth - 1).map { ($0.0 * right, extent) }
    default: return nil
    }
  }

  private func empty(_ extent: Shape.Extent, _ problem: String) -> ChainRuleError {
    refuse(nameOfSource(extent), "\(extent) is 0, and \(problem)", "bind at least one")
  }

  private func unknown(_ extent: Shape.Extent) -> ChainRuleError {
    refuse(
      "\(extent)", "no input has an axis of this length",
      "use an input whose shape holds \(extent)")
  }
}
