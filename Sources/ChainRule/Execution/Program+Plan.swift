extension Program {
  /// What a run will do, for arrays of given lengths; no data is needed.
  ///
  /// - Parameters:
  ///   - rows: The length of the axes `.batch`, where the program has any.
  ///   - lengths: Those of other axes whose length is known only when data is bound.
  /// - Throws: `ChainRuleError` if a length is missing or negative, one is given that is fixed, or an array cannot be
  ///   addressed.
  public func plan(rows: Int? = nil, lengths: [Shape.Extent: Int] = [:]) throws -> ExecutionPlan {
    try plan(rows: rows, lengths: lengths, blocking: RowBlocks.Limits())
  }

  /// The plan with rows in blocks of a chosen size; nil to compute every step whole.
  package func plan(
    rows: Int?, lengths: [Shape.Extent: Int] = [:], blocking limits: RowBlocks.Limits?
  ) throws -> ExecutionPlan {
    for case .fixed(let length) in lengths.keys {
      throw ChainRuleError(
        .binding, in: "Program.plan",
        problem: "a length is given for axes that have the length \(length) already",
        mend: "give lengths for symbols only")
    }
    var lengths = lengths
    if let rows { lengths[.batch] = rows }
    for step in order.steps {
      for extent in step.node.shape.symbols where (lengths[extent] ?? -1) < 0 {
        throw ChainRuleError(
          .binding, in: "Program.plan", operands: Tensor(step.node).labelled,
          problem: lengths[extent].map { "\(extent) is \($0)" } ?? "the length \(extent) is not given",
          mend: lengths[extent] != nil
            ? "lengths are 0 or more"
            : extent == .batch ? "give plan(rows:)" : "give plan(lengths:) one for \(extent)")
      }
    }
    var builder = try ExecutionBuilder(order, storage, addresses(lengths), computing: results, limits)
    return PlanReader(&builder, results, scalar: "\(Scalar.self)").plan
  }

  /// Addresses at which nothing lies, for a plan that is made and never run: all arrays have room beside each other.
  private func addresses(_ lengths: [Shape.Extent: Int]) -> DataAddresses {
    var next: UInt = 64
    func place(_ node: Node) -> Address {
      let elements = node.shape.extents.reduce(1) { count, extent in
        if case .fixed(let length) = extent { count &* length } else { count &* (lengths[extent] ?? 0) }
      }
      // Where this wraps, the array cannot be addressed, which is refused later.
      defer { next = max(next &+ UInt(bitPattern: elements &* MemoryLayout<Scalar>.stride) &+ 64, 64) }
      return PlanReader.address(next)
    }
    return DataAddresses(
      machine: Machine(Scalar.precision), leaves: storage.leaves.map { place($0.node) },
      constants: storage.constants.map { place(order.steps[$0].node) },
      integers: storage.indexLeaves.map { UnsafePointer(place($0.node).assumingMemoryBound(to: Int.self)) },
      lengths: lengths, operation: "Program.plan")
  }
}
