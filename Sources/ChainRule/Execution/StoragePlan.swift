/// Where each step of a schedule finds its numbers: in data bound from outside, in a view of an earlier step, or
/// in a slot of working memory that it shares with steps whose life is over.
///
/// It depends on the graph alone, not on the number of rows.
package struct StoragePlan: Sendable {
  enum Place: Sendable {
    /// Data bound from outside; the number counts the leaves.
    case leaf(Int)
    /// A number of the program itself: a constant or the value of an extent.
    case constant(Int)
    /// Integers, bound or fixed, which are no numbers in memory; the number counts them.
    case indices(Int)
    /// The memory of an earlier step, seen through other strides.
    case view(of: Int)
    /// Working memory.
    case slot(Int)
  }

  /// The size of a slot: a number of elements times the symbols, which are known when data is bound.
  package struct Size: Hashable, Sendable {
    let fixedCount: Int
    let symbols: [Shape.Extent]

    init(_ shape: Shape) {
      fixedCount = shape.fixedCount
      symbols = shape.symbols.sorted { $0.description < $1.description }
    }
  }

  private(set) var places: [Place] = []
  package private(set) var slots: [Size] = []
  private(set) var leaves: [Int] = []
  private(set) var constants: [Int] = []
  private(set) var indices: [Int] = []
  /// Whether the numbers of a step lie in row-major order, known without data.
  private(set) var isContiguous: [Bool] = []

  init(_ schedule: ExecutionOrder, keeping outputs: Set<Int>) {
    let steps = schedule.steps
    let owners = place(steps)
    assignSlots(steps, owners, keeping: Set(outputs.map { owners[$0] }))
  }

  /// Places leaves and views, leaving the slots' numbers for later, and returns the step whose memory each uses.
  private mutating func place(_ steps: [ExecutionOrder.Step]) -> [Int] {
    var owners: [Int] = []
    owners.reserveCapacity(steps.count)
    for (index, step) in steps.enumerated() {
      switch step.primitive {
      case .leaf(.input), .leaf(.parameter):
        add(.leaf(leaves.count), contiguous: true)
        leaves.append(index)
        owners.append(index)
      case .leaf(.indices), .leaf(.fixedIndices):
        add(.indices(indices.count), contiguous: true)
        indices.append(index)
        owners.append(index)
      case .leaf:
        add(.constant(constants.count), contiguous: true)
        constants.append(index)
        owners.append(index)
      case .permutation, .broadcast, .slice, .reversal, .diagonal:
        add(.view(of: step.inputs[0]), contiguous: false)
        owners.append(owners[step.inputs[0]])
      case .reshape where isContiguous[step.inputs[0]]:
        add(.view(of: step.inputs[0]), contiguous: true)
        owners.append(owners[step.inputs[0]])
      default:
        add(.slot(0), contiguous: true)
        owners.append(index)
      }
    }
    return owners
  }

  private mutating func add(_ place: Place, contiguous: Bool) {
    places.append(place)
    isContiguous.append(contiguous)
  }

  /// Gives each step that computes a slot, taking one that is free before making a new one.
  private mutating func assignSlots(_ steps: [ExecutionOrder.Step], _ owners: [Int], keeping kept: Set<Int>) {
    var lastUse = Array(0..<steps.count)
    for (index, step) in steps.enumerated() {
      for input in step.inputs { lastUse[owners[input]] = index }
    }
    var free: [Size: [Int]] = [:]
    func release(_ owner: Int, after index: Int) {
      guard lastUse[owner] == index, !kept.contains(owner), case .slot(let slot) = places[owner] else {
        return
      }
      lastUse[owner] = -1
      free[Size(steps[owner].node.shape), default: []].append(slot)
    }
    for (index, step) in steps.enumerated() {
      if case .slot = places[index] {
        let size = Size(step.node.shape)
        if let reused = free[size]?.popLast() {
          places[index] = .slot(reused)
        } else {
          places[index] = .slot(slots.count)
          slots.append(size)
        }
      }
      // The output's slot is taken before those of the inputs are free: no kernel overwrites what it reads.
      for input in step.inputs { release(owners[input], after: index) }
      release(owners[index], after: index)
    }
  }
}
