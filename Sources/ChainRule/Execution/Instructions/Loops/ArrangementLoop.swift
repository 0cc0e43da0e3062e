/// The elements of each fiber in the order of their keys, or put back from it.
struct ArrangementLoop: Loop {
  private let arrangement: Arrangement
  /// Loops over the fibers and their elements: keys, values, and what is written.
  private let kept: StridedLoop
  private let length: Int
  private let strides: (keys: Int, values: Int, out: Int)

  init(_ arrangement: Arrangement, keys: StridedShape, values: StridedShape) {
    self.arrangement = arrangement
    let whole = StridedShape(contiguous: keys.lengths)
    let others = keys.lengths.indices.filter { $0 != arrangement.axis }
    kept = StridedLoop(
      over: others.map { keys.lengths[$0] }, [keys, values, whole].map { $0.selecting(others).strides })
    length = keys.lengths[arrangement.axis]
    strides = (
      keys.strides[arrangement.axis], values.strides[arrangement.axis], whole.strides[arrangement.axis]
    )
  }

  func run(_ operands: (Address, Address, Address), _ out: Address, _ machine: Machine, firstRow: Int) {
    switch machine.precision {
    case .double: arrange(operands.0, operands.1, out, as: Double.self)
    case .single: arrange(operands.0, operands.1, out, as: Float.self)
    }
  }

  private func arrange<Scalar: TensorScalar>(
    _ keyAddress: Address, _ valueAddress: Address, _ outAddress: Address, as scalar: Scalar.Type
  ) {
    let keys = keyAddress.assumingMemoryBound(to: scalar)
    let values = valueAddress.assumingMemoryBound(to: scalar)
    let out = outAddress.assumingMemoryBound(to: scalar)
    for repetition in 0..<kept.repetitions {
      for position in 0..<kept.count {
        func start(_ operand: Int) -> Int {
          kept.offset(repetition, operand) + position * kept.strides[operand]
        }
        let order = order(keys + start(0))
        let (source, target) = (values + start(1), out + start(2))
        for (place, origin) in order.enumerated() {
          let (from, to) = arrangement.isInverse ? (place, origin) : (origin, place)
          target[to * strides.out] = source[from * strides.values]
        }
      }
    }
  }

  /// The positions of the keys in sorted order; NaN last, equal keys in the order in which they stand.
  private func order<Scalar: TensorScalar>(_ keys: UnsafeMutablePointer<Scalar>) -> [Int] {
    (0..<length).sorted { left, right in
      let (a, b) = (keys[left * strides.keys], keys[right * strides.keys])
      if a == b || (a.isNaN && b.isNaN) { return left < right }
      if a.isNaN || b.isNaN { return b.isNaN }
      return arrangement.isDescending ? a > b : a < b
    }
  }
}
