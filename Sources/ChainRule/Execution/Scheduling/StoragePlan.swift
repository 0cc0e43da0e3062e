/// Where each step of an execution order finds its numbers: in data bound from outside, in a view of an earlier step, or
/// in memory that it is computed into.
///
/// It depends on the graph alone, not on the number of rows.
struct StoragePlan: Sendable {
  enum Place: Sendable {
    /// Data bound from outside; the number counts the leaves.
    case leaf(Int)
    /// A number of the program itself: a constant or the value of an extent.
    case constant(Int)
    /// Integers, bound or fixed, which are no numbers in memory; the number counts them.
    case indices(Int)
    /// The memory of an earlier step, seen through other strides.
    case view(of: Int)
    /// Memory of its own.
    case computed
  }

  private(set) var places: [Place] = []
  /// The inputs and parameters.
  private(set) var leaves: [Tensor] = []
  /// The steps that are constants or values of extents.
  private(set) var constants: [Int] = []
  /// The leaves that hold integers, bound or fixed.
  private(set) var indexLeaves: [Tensor] = []
  /// The step whose memory each step uses, itself if it has some of its own.
  private(set) var owners: [Int] = []
  /// The shapes that steps have, each once.
  ///
  /// Most graphs have few: what is asked of shapes is not asked of every step.
  private(set) var shapes: [Shape] = []
  /// The number of each step's shape.
  private(set) var shapeNumbers: [Int] = []
  /// The steps that not all lengths suit.
  private(set) var demanding: [Int] = []

  init(_ order: ExecutionOrder) {
    let steps = order.steps
    var isContiguous: [Bool] = []
    isContiguous.reserveCapacity(steps.count)
    places.reserveCapacity(steps.count)
    owners.reserveCapacity(steps.count)
    shapeNumbers.reserveCapacity(steps.count)
    var numbers: [Shape: Int] = [:]
    for index in steps.indices {
      note(steps[index].node.shape, &numbers)
      var place = Place.computed
      var contiguous = true
      switch steps[index].node.primitive {
      case .leaf(.input), .leaf(.parameter):
        place = .leaf(leaves.count)
        leaves.append(Tensor(steps[index].node))
      case .leaf(.indices), .leaf(.fixedIndices):
        place = .indices(indexLeaves.count)
        indexLeaves.append(Tensor(steps[index].node))
      case .leaf(let leaf):
        if leaf.isLength { demanding.append(index) }
        place = .constant(constants.count)
        constants.append(index)
      case .reduction:
        demanding.append(index)
      case .permutation, .broadcast, .slice, .reversal, .diagonal:
        place = .view(of: steps[index].inputs[0])
        contiguous = false
      case .reshape where isContiguous[steps[index].inputs[0]]:
        place = .view(of: steps[index].inputs[0])
      default: break
      }
      places.append(place)
      isContiguous.append(contiguous)
      if case .view(let base) = place { owners.append(owners[base]) } else { owners.append(index) }
    }
  }

  /// Numbers the shape of the next step, which is often that of the one before.
  private mutating func note(_ shape: Shape, _ numbers: inout [Shape: Int]) {
    if let last = shapeNumbers.last, shapes[last] == shape { return shapeNumbers.append(last) }
    let number = numbers[shape] ?? shapes.count
    if number == shapes.count {
      numbers[shape] = number
      shapes.append(shape)
    }
    shapeNumbers.append(number)
  }

  /// Whether a step computes nothing: its numbers are bound, or the program's own.
  func isData(_ step: Int) -> Bool {
    switch places[step] {
    case .leaf, .constant, .indices: true
    case .view, .computed: false
    }
  }

  /// Whether a step is seen in the memory of an earlier one.
  func isView(_ step: Int) -> Bool {
    if case .view = places[step] { true } else { false }
  }
}
