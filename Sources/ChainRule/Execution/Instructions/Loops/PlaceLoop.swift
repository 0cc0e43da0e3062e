/// Elements written to regular positions of the result, which otherwise stays as it is or becomes 0.
struct PlaceLoop: Loop {
  /// Operand 0 is what is read, operand 1 what is written.
  private let strided: StridedLoop
  private let offset: Int
  /// How many elements of the result become 0 first.
  private let cleared: Int

  init(_ source: StridedShape, _ target: StridedShape, _ offset: Int, clearing cleared: Int = 0) {
    strided = StridedLoop(over: source.lengths, [source.strides, target.strides])
    self.offset = offset
    self.cleared = cleared
  }

  func run(_ operands: (Address, Address, Address), _ out: Address, _ machine: Machine, firstRow: Int) {
    let size = machine.size
    machine.clear(out, cleared)
    for repetition in 0..<strided.repetitions {
      machine.copy(
        strided.count, operands.0 + strided.offset(repetition, 0) * size, strided.strides[0],
        out + (offset + strided.offset(repetition, 1)) * size, strided.strides[1])
    }
  }
}
