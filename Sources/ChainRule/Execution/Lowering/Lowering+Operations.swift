import ChainRuleKernels

extension Lowering {
  /// The one instruction for an operation element by element whose operands lie as its result does, and without gaps; nil for
  /// other operations, and functions without a kernel.
  func denseOperation(_ primitive: Primitive) -> Instruction.Operation? {
    switch primitive {
    case .elementwise(let function): function.kernel(in: machine.kernels.pointee).map { .map1($0) }
    case .arithmetic(let function): .map2(function.kernel(in: machine.kernels.pointee))
    case .comparison(let function): .map2(function.kernel(in: machine.kernels.pointee))
    case .select: .select
    default: nil
    }
  }

  /// The instructions for each primitive that computes; most need one.
  ///
  /// - Parameters:
  ///   - operands: What the step reads: for some rows, only those rows of it.
  ///   - shape: That of the result, likewise.
  ///   - output: The buffer for the result, which lies in row-major order.
  mutating func compute(
    _ step: ExecutionOrder.Step, _ index: Int, _ operands: Operands<Operand>, _ shape: [Int], to output: Int
  ) {
    let count = shape.reduce(1) { $0 &* $1 }
    var isCustom: Bool { if case .custom = step.primitive { true } else { false } }
    // Where there is nothing to write, another axis may be too long to loop over.
    if count == 0 && !isCustom { return }
    var layouts: Operands<StridedShape> { operands.mapped { $0.layout } }
    func map(_ operation: ElementwiseLoop.Operation) {
      let buffers = operands.mapped { $0.buffer }
      // Most often every operand lies as the result does.
      if operands.allSatisfy({ $0.layout.lengths == shape && $0.layout.isContiguous }),
        let single = operation.single
      {
        add(single, buffers, to: output, count: count, strides: (1, 1, 1), step: index, written: count)
      } else {
        let strided = StridedLoop(over: shape, operands.map { $0.layout.strides(over: shape) })
        elementwise(operation, strided, buffers, to: output, step: index, written: count)
      }
    }
    func loop(_ loop: any Loop, on buffers: Operands<Int>? = nil, written: Int? = nil) {
      add(loop, buffers ?? operands.mapped { $0.buffer }, to: output, step: index, written: written ?? count)
    }
    switch step.primitive {
    case .elementwise(let function):
      map(function.kernel(in: machine.kernels.pointee).map { .map1($0) } ?? .function(function.rule.value))
    case .polygamma(let function):
      map(.function { PolygammaFunction.value(order: function.order, at: $0) })
    case .arithmetic(let function): map(.map2(function.kernel(in: machine.kernels.pointee)))
    case .comparison(let function): map(.map2(function.kernel(in: machine.kernels.pointee)))
    case .select: map(.select)
    case .reshape:
      let strided = StridedLoop(over: layouts[0].lengths, [layouts[0].strides])
      elementwise(.copy, strided, .one(operands[0].buffer), to: output, step: index, written: count)
    case .matrixProduct:
      let products = MatrixLoop(
        layouts[0], layouts[1], into: shape, isSameMemory: isSameMemory(operands[0], operands[1]))
      let (left, right) = (operands[0].buffer, operands[1].buffer)
      let buffers = products.isSwapped ? (right, left) : (left, right)
      // One number, for any number of rows: nothing else must be added in the same order.
      if products.isSingle && count == 1 && step.node.shape.symbols.isEmpty {
        let (terms, strides) = (products.shape.inner, (products.shape.left.1, products.shape.right.0, 0))
        add(
          .dot, .two(buffers.0, buffers.1), to: output, count: terms, strides: strides, step: index,
          written: 1)
        break
      }
      let room = scratch(products.shape.scratchCount(machine))
      if products.isSingle {
        add(products.shape, .more([buffers.0, buffers.1, room]), to: output, step: index, written: count)
      } else {
        loop(products, on: .more([buffers.0, buffers.1, room]))
      }
    case .sum(let sum):
      let sums = SumLoop(layouts[0], over: sum.axes)
      if let (count, stride) = sums.single {
        add(
          .sum, .one(operands[0].buffer), to: output, count: count, strides: (stride, 0, 0), step: index,
          written: 1)
      } else {
        loop(sums)
      }
    case .reduction(let reduction):
      fiber(layouts[0], reduction.axes, reduction.kind.kernel(in: machine.kernels.pointee), isMap: false)
    case .normalization(let normalization):
      fiber(
        layouts[0], normalization.axes, normalization.kind.kernel(in: machine.kernels.pointee), isMap: true)
    case .cumulativeSum(let sum):
      let kernel = FiberLoop.Kernel(each: machine.kernels.pointee.map_cumulative_sum)
      fiber(layouts[0], [sum.axis], kernel, isMap: true, isReversed: sum.isReversed)
    case .arrangement(let arrangement):
      loop(ArrangementLoop(arrangement, keys: layouts[0], values: layouts[1]))
    case .triangle(let triangle):
      loop(TriangleLoop(triangle, shape), on: .one(contiguous(operands[0], step: index).buffer))
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
          on: .one(operand.buffer), written: isLast ? count : 0)
        start += operand.layout.lengths[concatenation.axis]
      }
    case .gather(let gather):
      let (integers, perRow) = (operands[1].integers, operands[1].integersPerRow)
      loop(
        GatherLoop(gather, layouts[0], layouts[1], integers, perRow: perRow),
        on: .one(contiguous(operands[0], step: index).buffer))
    case .scatterAdd(let scatter):
      let (integers, perRow) = (operands[1].integers, operands[1].integersPerRow)
      loop(
        GatherLoop(scatter, into: shape, layouts[1], integers, perRow: perRow),
        on: .one(contiguous(operands[0], step: index).buffer))
    case .matrixFunction(let function):
      loop(
        MatrixStackLoop(
          operation: .function(function), stack: MatrixStack(layouts[0]), rows: rows, step: index),
        on: .one(contiguous(operands[0], step: index).buffer))
    case .solution:
      let columns = layouts[1].lengths[layouts[1].lengths.count - 1]
      loop(
        MatrixStackLoop(
          operation: .solution(columns: columns), stack: MatrixStack(layouts[0]), rows: rows, step: index),
        on: operands.mapped { contiguous($0, step: index).buffer })
    case .cofactorDerivative:
      loop(
        MatrixStackLoop(
          operation: .cofactorDerivative, stack: MatrixStack(layouts[0]), rows: rows, step: index),
        on: operands.mapped { contiguous($0, step: index).buffer })
    case .custom(let custom):
      let buffers = operands.map { contiguous($0, step: index).buffer }
      let lengths = operands.map(\.layout.lengths)
      let call: any CustomEvaluation =
        switch machine.precision {
        case .double: CustomCall<Double>(custom.definition, buffers, lengths, shape)
        case .single: CustomCall<Float>(custom.definition, buffers, lengths, shape)
        }
      add(call, Operands(buffers), to: output, step: index, written: count)
    case .leaf, .name, .stopGradient, .permutation, .broadcast, .slice, .reversal, .diagonal:
      preconditionFailure("\(step.primitive.family.name) computes nothing: it is placed, not lowered")
    }

    func fiber(
      _ layout: StridedShape, _ axes: [Int], _ kernel: FiberLoop.Kernel, isMap: Bool, isReversed: Bool = false
    ) {
      let fibers = FiberLoop(layout, over: axes, kernel, isMap: isMap, isReversed: isReversed)
      let buffer = operands[0].buffer
      let needsRoom = fibers.scratchCount > 0
      loop(fibers, on: needsRoom ? .more([buffer, buffer, scratch(fibers.scratchCount)]) : .one(buffer))
    }
  }
}
