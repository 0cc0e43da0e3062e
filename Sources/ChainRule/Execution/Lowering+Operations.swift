import ChainRuleKernels

extension Lowering {
  /// The instructions for each primitive that computes; most need one.
  ///
  /// - Parameters:
  ///   - operands: What the step reads: for some rows, only those rows of it.
  ///   - shape: That of the result, likewise.
  ///   - output: The buffer for the result, which lies in row-major order.
  mutating func compute(
    _ step: ExecutionOrder.Step, _ index: Int, _ operands: [Operand], _ shape: [Int], to output: Int
  ) {
    let count = shape.reduce(1) { $0 &* $1 }
    var isCustom: Bool { if case .custom = step.primitive { true } else { false } }
    // Where there is nothing to write, another axis may be too long to walk along.
    if count == 0 && !isCustom { return }
    let kernels = machine.kernels.pointee
    var layouts: [StridedShape] { operands.map(\.layout) }
    func map(_ operation: ElementwiseLoop.Operation) {
      // Most often every operand lies as the result does.
      let walk =
        operands.allSatisfy { $0.layout.lengths == shape && $0.layout.isContiguous }
        ? StridedLoop(contiguous: count) : StridedLoop(over: shape, layouts.map { $0.strides(over: shape) })
      elementwise(
        operation, walk, operands.map(\.buffer), to: output, step: index, written: count)
    }
    func loop(_ loop: any Loop, on buffers: [Int]? = nil, written: Int? = nil) {
      add(loop, buffers ?? operands.map(\.buffer), to: output, step: index, written: written ?? count)
    }
    switch step.primitive {
    case .elementwise(let function):
      map(function.kernel(in: kernels).map { .map1($0) } ?? .function(function.rule.value))
    case .polygamma(let function):
      map(.function { PolygammaFunction.value(order: function.order, at: $0) })
    case .arithmetic(let function): map(.map2(function.kernel(in: kernels)))
    case .comparison(let function): map(.map2(function.kernel(in: kernels)))
    case .select: map(.select)
    case .reshape:
      let walk = StridedLoop(over: layouts[0].lengths, [layouts[0].strides])
      elementwise(.copy, walk, [operands[0].buffer], to: output, step: index, written: count)
    case .matrixProduct:
      let products = MatrixLoop(
        layouts[0], layouts[1], into: shape, isSameMemory: isSameMemory(operands[0], operands[1]))
      var buffers = operands.map(\.buffer)
      if products.isSwapped { buffers.swapAt(0, 1) }
      // One number, for any number of rows: nothing else must be added in the same order.
      if products.isSingle && count == 1 && step.node.shape.symbols.isEmpty {
        let (terms, strides) = (products.shape.inner, [products.shape.left.1, products.shape.right.0, 0])
        add(.dot, buffers, to: output, count: terms, strides: strides, step: index, written: 1)
        break
      }
      let room = scratch(products.shape.scratchCount(machine))
      if products.isSingle {
        add(.product(products.shape), buffers + [room], to: output, step: index, written: count)
      } else {
        loop(products, on: buffers + [room])
      }
    case .sum(let sum):
      let sums = SumLoop(layouts[0], over: sum.axes)
      if let (count, stride) = sums.single {
        add(
          .sum, [operands[0].buffer], to: output, count: count, strides: [stride, 0, 0], step: index,
          written: 1)
      } else {
        loop(sums)
      }
    case .reduction(let reduction):
      fiber(layouts[0], reduction.axes, reduction.kind.kernel(in: kernels), isMap: false)
    case .normalization(let normalization):
      fiber(layouts[0], normalization.axes, normalization.kind.kernel(in: kernels), isMap: true)
    case .cumulativeSum(let sum):
      let kernel = FiberLoop.Kernel(each: kernels.map_cumulative_sum)
      fiber(layouts[0], [sum.axis], kernel, isMap: true, isReversed: sum.isReversed)
    case .arrangement(let arrangement):
      loop(ArrangementLoop(arrangement, keys: layouts[0], values: layouts[1]))
    case .triangle(let triangle):
      loop(TriangleLoop(triangle, shape), on: [contiguous(operands[0], step: index).buffer])
    case .pad(let pad):
      let (target, offset) = StridedShape(contiguous: shape).sliced(pad.ranges)
      loop(PlaceLoop(layouts[0], target, offset, clearing: count))
    case .diagonalMatrix:
      loop(PlaceLoop(layouts[0], StridedShape(contiguous: shape).diagonal, 0, clearing: count))
    case .concatenation(let concatenation):
      // One instruction for each operand; only after the last is the result whole.
      let whole = StridedShape(contiguous: shape)
      var start = 0
      for (position, operand) in operands.enumerated() {
        let part = StridedShape(lengths: operand.layout.lengths, strides: whole.strides)
        let isLast = position == operands.count - 1
        loop(
          PlaceLoop(operand.layout, part, start &* whole.strides[concatenation.axis]),
          on: [operand.buffer], written: isLast ? count : 0)
        start += operand.layout.lengths[concatenation.axis]
      }
    case .gather(let gather):
      let (integers, perRow) = (operands[1].integers, operands[1].integersPerRow)
      loop(
        GatherLoop(gather, layouts[0], layouts[1], integers, perRow: perRow),
        on: [contiguous(operands[0], step: index).buffer])
    case .scatterAdd(let scatter):
      let (integers, perRow) = (operands[1].integers, operands[1].integersPerRow)
      loop(
        GatherLoop(scatter, into: shape, layouts[1], integers, perRow: perRow),
        on: [contiguous(operands[0], step: index).buffer])
    case .matrixFunction(let function):
      loop(
        MatrixStackLoop(
          operation: .function(function), stack: MatrixStack(layouts[0]), rows: rows, step: index),
        on: [contiguous(operands[0], step: index).buffer])
    case .solution:
      let columns = layouts[1].lengths[layouts[1].lengths.count - 1]
      loop(
        MatrixStackLoop(
          operation: .solution(columns: columns), stack: MatrixStack(layouts[0]), rows: rows, step: index),
        on: operands.map { contiguous($0, step: index).buffer })
    case .custom(let custom):
      let buffers = operands.map { contiguous($0, step: index).buffer }
      let lengths = layouts.map(\.lengths)
      let call: any CustomEvaluation =
        switch machine.precision {
        case .double: CustomCall<Double>(custom.definition, buffers, lengths, shape)
        case .single: CustomCall<Float>(custom.definition, buffers, lengths, shape)
        }
      add(call, buffers, to: output, step: index, written: count)
    case .leaf, .name, .stopGradient, .permutation, .broadcast, .slice, .reversal, .diagonal:
      preconditionFailure("\(step.primitive.family.name) computes nothing: it is placed, not lowered")
    }

    func fiber(
      _ layout: StridedShape, _ axes: [Int], _ kernel: FiberLoop.Kernel, isMap: Bool, isReversed: Bool = false
    ) {
      let fibers = FiberLoop(layout, over: axes, kernel, isMap: isMap, isReversed: isReversed)
      var buffers = [operands[0].buffer]
      if fibers.scratchCount > 0 { buffers += [buffers[0], scratch(fibers.scratchCount)] }
      loop(fibers, on: buffers)
    }
  }
}
