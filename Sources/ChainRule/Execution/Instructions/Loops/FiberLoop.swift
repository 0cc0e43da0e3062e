import ChainRuleKernels

/// A kernel applied to each fiber of a strided operand: the elements along some axes, with the others fixed.
///
/// A fiber over several axes, which have no single stride, is copied together before, and back afterwards.
struct FiberLoop: Loop {
  /// A kernel for one fiber, and perhaps one for many that gives the same.
  struct Kernel {
    let each: cr_fiber?
    var rows: Rows?

    /// For fibers whose elements lie side by side.
    enum Rows {
      case reduction(cr_rows_reduction)
      case map(cr_rows_map)
    }
  }

  private let kernel: cr_fiber
  /// The kernel for many fibers, where they lie as it takes them.
  private let rows: Kernel.Rows?
  /// Loops over the fibers; operand 0 is what is read, operand 1 what is written.
  private let kept: StridedLoop
  /// Loops over the elements of a fiber, likewise.
  private let fiber: StridedLoop
  private let count: Int
  private let isMap: Bool

  /// - Parameter isMap: Whether the kernel gives as many elements as it takes, rather than one.
  init(
    _ operand: StridedShape, over axes: [Int], _ kernel: Kernel, isMap: Bool, isReversed: Bool = false
  ) {
    guard let each = kernel.each else { preconditionFailure("the table of kernels has a gap") }
    self.kernel = each
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
    let isDense = fiber.repetitions == 1 && fiber.strides[0] == 1 && fiber.strides[1] == (isMap ? 1 : 0)
    rows = isDense ? kernel.rows : nil
  }

  /// The elements that operand 2 must have room for.
  var scratchCount: Int { fiber.repetitions > 1 ? count : 0 }

  func run(_ operands: (Address, Address, Address), _ out: Address, _ machine: Machine, firstRow: Int) {
    let size = machine.size
    for repetition in 0..<kept.repetitions {
      let source = operands.0 + kept.offset(repetition, 0) * size
      let target = out + kept.offset(repetition, 1) * size
      switch rows {
      case .reduction(let kernel): kernel(kept.count, count, source, kept.strides[0], target)
      case .map(let kernel): kernel(kept.count, count, source, kept.strides[0], target, kept.strides[1])
      case nil:
        applyToEach(source, target, scratch: operands.2, machine)
      }
    }
  }

  private func applyToEach(_ source: Address, _ target: Address, scratch: Address, _ machine: Machine) {
    let size = machine.size
    for position in 0..<kept.count {
      apply(
        source + position * kept.strides[0] * size, target + position * kept.strides[1] * size,
        scratch: scratch, machine)
    }
  }

  private func apply(_ source: Address, _ out: Address, scratch: Address, _ machine: Machine) {
    let size = machine.size
    if scratchCount == 0 {
      kernel(
        count, source + fiber.start(0) * size, fiber.strides[0], out + fiber.start(1) * size,
        fiber.strides[1])
      return
    }
    for repetition in 0..<fiber.repetitions {
      machine.kernels.pointee.copy(
        fiber.count, source + fiber.offset(repetition, 0) * size, fiber.strides[0],
        scratch + repetition * fiber.count * size)
    }
    if !isMap { return kernel(count, scratch, 1, out, 0) }
    kernel(count, scratch, 1, scratch, 1)
    for repetition in 0..<fiber.repetitions {
      let run = scratch + repetition * fiber.count * size
      machine.copy(
        fiber.count, run, 1, out + fiber.offset(repetition, 1) * size, fiber.strides[1])
    }
  }
}
