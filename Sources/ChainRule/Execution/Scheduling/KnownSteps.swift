/// The steps so far by what they compute, to find equal ones.
struct KnownSteps {
  /// The last step of each hash, and the one before with the same hash; −1 for none.
  private var last: [Int]
  private var previous: [Int]

  init(capacity: Int) {
    var size = 16
    while size < 2 * capacity { size *= 2 }
    last = Array(repeating: -1, count: size)
    previous = Array(repeating: -1, count: capacity)
  }

  /// The step that computes the same; if there is none, the number of the next step, which is noted.
  mutating func step(_ primitive: Primitive, _ inputs: Operands<Int>, among steps: [ExecutionOrder.Step])
    -> Int
  {
    let place = Int(truncatingIfNeeded: hash(primitive, inputs) >> 20) & (last.count - 1)
    var candidate = last[place]
    while candidate >= 0 {
      if steps[candidate].inputs == inputs && steps[candidate].primitive == primitive { return candidate }
      candidate = previous[candidate]
    }
    (previous[steps.count], last[place]) = (last[place], steps.count)
    return steps.count
  }

  /// Of the few functions of elements the operands tell enough.
  private func hash(_ primitive: Primitive, _ inputs: Operands<Int>) -> UInt64 {
    var hash: UInt64 =
      switch primitive {
      case .arithmetic, .elementwise, .comparison, .select: 0
      default: UInt64(bitPattern: Int64(primitive.hashValue))
      }
    for input in inputs { hash = (hash ^ UInt64(input)) &* 0x9E37_79B9_7F4A_7C15 }
    return hash &* 0x9E37_79B9_7F4A_7C15
  }
}
