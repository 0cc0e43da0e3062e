/// A stage of a computation: steps computed whole, one after the other, or a pass over the rows in blocks.
///
/// Planned, the two are numbers of steps and a `PassPlan`; lowered, positions of instructions and a `LoweredPass`; at last
/// positions and a `PassRunner`.
enum Stage<Whole, Pass> {
  case whole(Whole)
  case pass(Pass)
}

/// The stages in which the steps of a program are computed.
///
/// A pass computes as much as it can while it has the rows of the data at hand. A step that needs a result of all rows
/// waits for the pass after the one that gives it.
struct StagePlan {
  let stages: [Stage<[Int], PassPlan>]

  /// - Parameters:
  ///   - wanted: The steps of the results.
  ///   - extents: Those whose axes are long enough to be cut into blocks, best first; none to compute everything
  ///     whole.
  init(_ order: ExecutionOrder, _ storage: StoragePlan, _ wanted: [Int], blocking extents: [Shape.Extent]) {
    var planner = StagePlanner(order, storage, wanted, extents)
    stages = planner.stages()
  }
}

/// What one pass over all rows of some extent computes.
struct PassPlan {
  /// A step as part of the pass.
  struct Step {
    let step: Int
    let rule: RowRule
    /// Whether the rows are written to memory that outlives the pass.
    var isStored = false
  }

  let extent: Shape.Extent
  var steps: [Step]
}
