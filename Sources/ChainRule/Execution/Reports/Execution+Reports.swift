extension Execution {
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
      let (repetition, inner) = position.quotientAndRemainder(dividingBy: loop.walk.count)
      return buffers.enumerated().map { operand, buffer in
        value(buffer, loop.walk.offset(repetition, operand) + inner * loop.walk.strides[operand])
      }
    default:
      let inputs = program.schedule.steps[instruction.step].inputs
      return inputs.prefix(count).map(greatest)
    }
  }

  /// The element of greatest magnitude of what a step computed; nil for integers.
  private func greatest(_ step: Int) -> Scalar? {
    guard let address = residents.addresses[step] else { return nil }
    let elements = address.assumingMemoryBound(to: Scalar.self)
    let loop = StridedLoop(over: residents.layout(step).lengths, [residents.layout(step).strides])
    var result: Scalar = 0
    for repetition in 0..<loop.repetitions {
      for i in 0..<loop.count {
        let element = elements[loop.offset(repetition, 0) + i * loop.strides[0]]
        if !(element.magnitude <= result.magnitude) { result = element }
      }
    }
    return result
  }
}
