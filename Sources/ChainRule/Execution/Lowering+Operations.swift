import ChainRuleKernels

extension Lowering {
  /// The instructions for each primitive that computes; most need one.
  ///
  /// - Throws: `ChainRuleError` if there is no memory to work in.
  mutating func compute(
    _ step: ExecutionOrder.Step, _ index: Int, _ shape: [Int], count: Int
  ) throws(ChainRuleError) {
    let operands = step.inputs.map { layouts[$0] }
    func loop() -> StridedLoop { StridedLoop(over: shape, operands.map { $0.strides(over: shape) }) }
    func one(_ operation: Instruction<Scalar>.Operation, _ lowering: inout Self, of buffers: [Int]? = nil) {
      lowering.add(operation, buffers ?? step.inputs, to: index, count: count, step: index)
    }
    switch step.primitive {
    case .elementwise(let function):
      let kernel = function.kernel(in: kernels)
      one(kernel.map { .map1($0, loop()) } ?? .function(function.rule.value, loop()), &self)
    case .polygamma(let function):
      one(.function({ PolygammaFunction.value(order: function.order, at: $0) }, loop()), &self)
    case .arithmetic(let function): one(.map2(function.kernel(in: kernels), loop()), &self)
    case .comparison(let function): one(.map2(function.kernel(in: kernels), loop()), &self)
    case .select: one(.select(loop()), &self)
    case .matrixProduct:
      let loop = try MatrixLoop<Scalar>(operands[0], operands[1], into: shape, kernels, for: step.node)
      one(.matrixProduct(loop), &self)
    case .sum(let sum): one(.sum(SumLoop(operands[0], over: sum.axes)), &self)
    case .reshape: one(.copy(StridedLoop(over: operands[0].lengths, [operands[0].strides])), &self)
    case .reduction(let reduction):
      one(
        .fiber(
          try FiberLoop(
            operands[0], over: reduction.axes, reduction.kind.kernel(in: kernels), isMap: false,
            for: step.node)),
        &self)
    case .normalization(let map):
      let kernel = map.kind.kernel(in: kernels)
      one(
        .fiber(try FiberLoop(operands[0], over: map.axes, kernel, isMap: true, for: step.node)), &self)
    case .cumulativeSum(let sum):
      let kernel = kernels.map_cumulative_sum
      one(
        .fiber(
          try FiberLoop(
            operands[0], over: [sum.axis], kernel, isMap: true, isReversed: sum.isReversed, for: step.node)),
        &self)
    case .arrangement(let arrangement):
      one(.arrange(ArrangementLoop(arrangement, keys: operands[0], values: operands[1])), &self)
    case .triangle(let triangle):
      one(.triangle(TriangleLoop(triangle, shape)), &self, of: [contiguous(step.inputs[0])])
    case .pad(let pad):
      let (target, offset) = StridedShape(contiguous: shape).sliced(pad.ranges)
      one(.place(PlaceLoop(operands[0], target, offset, clearing: true)), &self)
    case .diagonalMatrix:
      one(.place(PlaceLoop(operands[0], StridedShape(contiguous: shape).diagonal, 0, clearing: true)), &self)
    case .concatenation(let concatenation): concatenate(concatenation, step, index, shape, count)
    case .gather(let gather):
      let loop = GatherLoop(gather, operands[0], operands[1], integers(of: step.inputs[1]))
      one(.gather(loop), &self, of: [contiguous(step.inputs[0])])
    case .scatterAdd(let scatter):
      let loop = GatherLoop(scatter, into: shape, operands[1], integers(of: step.inputs[1]))
      one(.scatterAdd(loop), &self, of: [contiguous(step.inputs[0])])
    case .matrixFunction(let function):
      one(.matrixFunction(function, MatrixStack(operands[0])), &self, of: [contiguous(step.inputs[0])])
    case .solution:
      let buffers = step.inputs.map { contiguous($0) }
      one(
        .solution(MatrixStack(operands[0]), columns: operands[1].lengths[operands[1].lengths.count - 1]),
        &self, of: buffers)
    case .custom(let custom):
      let call = CustomCall<Scalar>(
        custom.definition, step.inputs.map { contiguous($0) }, operands.map(\.lengths), shape)
      one(.custom(call), &self)
    case .leaf, .name, .stopGradient, .permutation, .broadcast, .slice, .reversal, .diagonal:
      preconditionFailure("\(step.primitive.family.name) computes nothing: it is placed, not lowered")
    }
  }

  /// One instruction for each operand; only after the last is the result whole.
  private mutating func concatenate(
    _ concatenation: Concatenation, _ step: ExecutionOrder.Step, _ index: Int, _ shape: [Int], _ count: Int
  ) {
    let whole = StridedShape(contiguous: shape)
    var start = 0
    for (position, input) in step.inputs.enumerated() {
      let operand = layouts[input]
      let part = StridedShape(lengths: operand.lengths, strides: whole.strides)
      let loop = PlaceLoop(operand, part, start &* whole.strides[concatenation.axis], clearing: false)
      let isLast = position == step.inputs.count - 1
      add(.place(loop), [input], to: index, count: isLast ? count : 0, step: index)
      start += operand.lengths[concatenation.axis]
    }
  }
}
