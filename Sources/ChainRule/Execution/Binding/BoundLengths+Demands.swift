// What operations ask of the lengths that are bound.

extension BoundLengths {
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
}
