extension Workspace {
  /// The elements of the operands that matter for the output's element at `position`.
  ///
  /// For elementwise instructions they are those that met there, for others each operand's element of the greatest
  /// magnitude. Integers are no numbers, and have none.
  func operandValues(of instruction: Instruction<Scalar>, at position: Int, count: Int) -> [Scalar?] {
    let buffers = [instruction.operands.0, instruction.operands.1, instruction.operands.2].prefix(count)
    switch instruction.operation {
    case .map1(_, let loop), .map2(_, let loop), .select(let loop), .copy(let loop):
      let (repetition, inner) = position.quotientAndRemainder(dividingBy: loop.count)
      return buffers.enumerated().map { operand, buffer in
        value(buffer, loop.offset(repetition, operand) + inner * loop.strides[operand])
      }
    default:
      let inputs = program.schedule.steps[instruction.step].inputs
      return inputs.prefix(count).map { input in
        program.schedule.steps[input].node.holdsIndices ? nil : greatest(input)
      }
    }
  }

  /// The element of greatest magnitude of what a step computed.
  private func greatest(_ step: Int) -> Scalar {
    let loop = StridedLoop(over: layouts[step].lengths, [layouts[step].strides])
    var result: Scalar = 0
    for repetition in 0..<loop.repetitions {
      for i in 0..<loop.count {
        let element = value(step, loop.offset(repetition, 0) + i * loop.strides[0])
        if !(element.magnitude <= result.magnitude) { result = element }
      }
    }
    return result
  }
}
