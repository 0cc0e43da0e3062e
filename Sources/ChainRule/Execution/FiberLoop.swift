import ChainRuleKernels

/// A kernel applied to each fiber of a strided operand: the elements along some axes, with the others fixed.
///
/// A fiber over several axes, which have no single stride, is copied together before, and back afterwards.
struct FiberLoop<Scalar: TensorScalar> {
  private let kernel: cr_fiber
  /// Walks the fibers; operand 0 is what is read, operand 1 what is written.
  private let kept: StridedLoop
  /// Walks the elements of a fiber, likewise.
  private let fiber: StridedLoop
  private let count: Int
  private let isMap: Bool
  private let scratch: AlignedStorage<Scalar>?

  /// - Parameters:
  ///   - isMap: Whether the kernel gives as many elements as it takes, rather than one.
  ///   - node: What is computed, for the error.
  /// - Throws: `ChainRuleError` if there is no memory to copy a fiber to.
  init(
    _ operand: StridedShape, over axes: [Int], _ kernel: cr_fiber?, isMap: Bool, isReversed: Bool = false,
    for node: Node
  ) throws(ChainRuleError) {
    guard let kernel else { preconditionFailure("the table of kernels has a gap") }
    self.kernel = kernel
    self.isMap = isMap
    let others = operand.lengths.indices.filter { !axes.contains($0) }
    let whole = StridedShape(contiguous: operand.lengths)
    let (source, target) = (
      operand.selecting(others),
      isMap ? whole.selecting(others) : StridedShape(contiguous: others.map { operand.lengths[$0] })
    )
    kept = StridedLoop(over: source.lengths, [source.strides, target.strides])
    let along = operand.selecting(axes)
    let written = isMap ? whole.selecting(axes).strides : axes.map { _ in 0 }
    fiber = StridedLoop(over: along.lengths, [along.strides, written], reversed: isReversed)
    count = along.lengths.reduce(1) { $0 &* $1 }
    scratch = fiber.repetitions > 1 ? AlignedStorage(ifAvailable: count) : nil
    if fiber.repetitions > 1 && scratch == nil { throw .noMemory(for: count, of: Scalar.self, node) }
  }

  func run(_ source: UnsafeMutablePointer<Scalar>, _ out: UnsafeMutablePointer<Scalar>) {
    for repetition in 0..<kept.repetitions {
      let (start, target) = (source + kept.offset(repetition, 0), out + kept.offset(repetition, 1))
      for position in 0..<kept.count {
        apply(start + position * kept.strides[0], target + position * kept.strides[1])
      }
    }
  }

  private func apply(_ source: UnsafeMutablePointer<Scalar>, _ out: UnsafeMutablePointer<Scalar>) {
    guard let scratch else {
      kernel(count, source + fiber.start(0), fiber.strides[0], out + fiber.start(1), fiber.strides[1])
      return
    }
    let buffer = scratch.pointer
    for repetition in 0..<fiber.repetitions {
      let run = source + fiber.offset(repetition, 0)
      for i in 0..<fiber.count { buffer[repetition * fiber.count + i] = run[i * fiber.strides[0]] }
    }
    if !isMap { return kernel(count, buffer, 1, out, 0) }
    kernel(count, buffer, 1, buffer, 1)
    for repetition in 0..<fiber.repetitions {
      let run = out + fiber.offset(repetition, 1)
      for i in 0..<fiber.count { run[i * fiber.strides[1]] = buffer[repetition * fiber.count + i] }
    }
  }
}

/// The elements of each fiber in the order of their keys, or put back from it.
struct ArrangementLoop {
  private let arrangement: Arrangement
  /// Walks the fibers and their elements: keys, values, and what is written.
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

  func run<Scalar: TensorScalar>(
    _ keys: UnsafeMutablePointer<Scalar>, _ values: UnsafeMutablePointer<Scalar>,
    _ out: UnsafeMutablePointer<Scalar>
  ) {
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
