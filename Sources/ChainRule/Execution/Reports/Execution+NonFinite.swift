extension Execution {
  /// Runs everything, which must not be in blocks, and stops at the first value that is not finite.
  func firstNonFinite() throws -> NonFiniteReport? {
    let (machine, buffers) = (runner.machine, runner.buffers)
    return try explainingFailures {
      for case .whole(let range) in runner.stages {
        for instruction in runner.instructions.instructions[range] {
          try runner.instructions.run(instruction, buffers, machine, firstRow: 0)
          let position = machine.kernels.pointee.first_non_finite(
            instruction.written, buffers[instruction.output])
          if position < instruction.written { return NonFiniteReport(instruction, at: position, in: self) }
        }
      }
      return nil
    }
  }

  /// The elements of the operands that matter for the output's element at `position`.
  ///
  /// For elementwise instructions they are those that met there, for others each operand's element of the greatest
  /// magnitude. Integers are no numbers, and have none.
  func operandValues(of instruction: Instruction, at position: Int, count: Int) -> [Scalar?] {
    let buffers = [instruction.operands.0, instruction.operands.1, instruction.operands.2].prefix(count)
    switch instruction.operation {
    case .map1, .map2, .select, .copy:
      let strides = [instruction.strides.0, instruction.strides.1, instruction.strides.2]
      return buffers.enumerated().map { value($1, position * strides[$0]) }
    case .loop(let number):
      guard let loop = loop(number) as? ElementwiseLoop else { fallthrough }
      let (repetition, inner) = position.quotientAndRemainder(dividingBy: loop.strided.count)
      return buffers.enumerated().map { operand, buffer in
        value(buffer, loop.strided.offset(repetition, operand) + inner * loop.strided.strides[operand])
      }
    default:
      let inputs = order.steps[instruction.step].inputs
      return inputs.prefix(count).map(greatest)
    }
  }

  /// The element of greatest magnitude of what a step computed; nil for integers.
  private func greatest(_ step: Int) -> Scalar? {
    guard let address = locations.addresses[step] else { return nil }
    let elements = address.assumingMemoryBound(to: Scalar.self)
    let loop = StridedLoop(over: locations.layout(step).lengths, [locations.layout(step).strides])
    var result: Scalar = 0
    for repetition in 0..<loop.repetitions {
      for i in 0..<loop.count {
        let element = elements[loop.offset(repetition, 0) + i * loop.strides[0]]
        if !(element.magnitude <= result.magnitude) { result = element }
      }
    }
    return result
  }

  /// An element of what an instruction's operand holds.
  func value(_ buffer: Int, _ offset: Int) -> Scalar {
    runner.buffers[buffer].assumingMemoryBound(to: Scalar.self)[offset]
  }

  /// The loop that an instruction stands for.
  private func loop(_ number: Int) -> any Loop { runner.instructions.loops[number] }
}
