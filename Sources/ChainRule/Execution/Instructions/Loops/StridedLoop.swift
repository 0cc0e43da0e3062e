/// A loop over up to three operands of the same shape and any strides, as runs of one inner loop; what is written
/// lies contiguous.
struct StridedLoop {
  /// The elements of one run.
  private(set) var count = 1
  /// How far one element is from the next, for each operand, within a run.
  private(set) var strides = [0, 0, 0]
  /// The number of runs.
  private(set) var repetitions = 1
  private var outer: [(count: Int, strides: [Int])] = []
  private var isReversed = false

  private static let scalar = StridedLoop()

  private init() {}

  /// - Parameters:
  ///   - operands: The strides of up to three operands, each as long as `shape`.
  ///   - reversed: Whether a single axis is read from its end.
  init(over shape: [Int], _ operands: [[Int]], reversed: Bool = false) {
    self = .scalar
    if shape.isEmpty { return }
    var axes: [(count: Int, strides: [Int])] = []
    for (axis, length) in shape.enumerated() where length != 1 {
      var steps = operands.map { $0[axis] }
      while steps.count < 3 { steps.append(0) }
      // Neighbouring axes that every operand takes without a jump are one axis. Products wrap: they overflow only
      // where an axis of length 0, here or elsewhere in the operand, keeps the loop from running.
      if let last = axes.last, zip(last.strides, steps).allSatisfy({ $0 == $1 &* length }) {
        axes[axes.count - 1] = (last.count &* length, steps)
      } else {
        axes.append((length, steps))
      }
    }
    if shape.contains(0) {
      count = 0
      repetitions = 0
    } else if let inner = axes.popLast() {
      count = inner.count
      strides = inner.strides
      outer = axes
      repetitions = axes.reduce(1) { $0 &* $1.count }
    }
    if reversed {
      isReversed = true
      strides = strides.map { 0 &- $0 }
    }
  }

  /// Where the single run along one axis starts.
  func start(_ operand: Int) -> Int { isReversed && count > 0 ? (1 - count) * strides[operand] : 0 }

  /// Where operand `operand` starts in run `repetition`.
  func offset(_ repetition: Int, _ operand: Int) -> Int {
    if outer.isEmpty { return 0 }
    var rest = repetition
    var offset = 0
    for axis in outer.reversed() {
      let (quotient, position) = rest.quotientAndRemainder(dividingBy: axis.count)
      offset += position * axis.strides[operand]
      rest = quotient
    }
    return offset
  }
}
