// What operations ask of the lengths that are bound.

extension BoundLengths {
  /// Refuses lengths with which some step has no result.
  func check(_ steps: [ExecutionOrder.Step], _ storage: StoragePlan) throws {
    for shape in storage.shapes {
      for extent in shape.extents where extent.isSymbolic && known[extent] == nil { throw unknown(extent) }
    }
    for step in storage.demanding { try check(steps[step]) }
  }

  /// A program that computes with the value of a symbol, as every mean over rows does, or takes the greatest along
  /// it, needs it to be 1 or more, and needs some leaf to give it; an estimate needs a degree of freedom.
  private func check(_ step: ExecutionOrder.Step) throws {
    switch step.primitive {
    case .leaf(.extent(let extent)):
      guard let length = known[extent] else { throw unknown(extent) }
      if length == 0 { throw empty(extent, "a mean over no elements is undefined") }
    case .leaf(.freedom(let counted, let correction)):
      for extent in counted.symbols where known[extent] == nil { throw unknown(extent) }
      if count(of: counted) > Double(correction) { return }
      let extent = counted.symbols[0]
      throw refuse(
        nameOfSource(extent),
        "\(extent) is \(length(of: extent)), and \(Tensor(step.node).label) leaves no degree of freedom",
        "bind more")
    case .reduction(let reduction) where reduction.needsElement:
      let shape = step.node.inputs[0].shape
      for axis in reduction.axes where length(of: shape[axis]) == 0 {
        throw empty(shape[axis], "there are no elements for \(reduction.name) to choose from")
      }
    default: return
    }
  }

  private func empty(_ extent: Shape.Extent, _ problem: String) -> ChainRuleError {
    refuse(nameOfSource(extent), "\(extent) is 0, and \(problem)", "bind at least one")
  }
}
