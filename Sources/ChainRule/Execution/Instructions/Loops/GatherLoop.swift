/// Blocks of elements at integer positions along an axis.
struct GatherLoop: Loop {
  private let adds: Bool
  private let sets: Int
  private let before: Int
  private let length: Int
  private let block: Int
  private let indices: UnsafePointer<Int>?
  private let perSet: Int
  /// The integers that belong to one row, where the integers are read by rows; otherwise 0.
  private let perRow: Int

  /// - Parameter indices: The shape of the integers, which may be those of some rows only.
  init(
    _ gather: Gather, _ elements: StridedShape, _ indices: StridedShape, _ integers: UnsafePointer<Int>?,
    perRow: Int
  ) {
    self.init(
      elements.lengths, indices.lengths, integers, axis: gather.axis, batchAxes: gather.batchAxes,
      adds: false,
      perRow)
  }

  init(
    _ scatter: ScatterAdd, into shape: [Int], _ indices: StridedShape, _ integers: UnsafePointer<Int>?,
    perRow: Int
  ) {
    self.init(
      shape, indices.lengths, integers, axis: scatter.axis, batchAxes: scatter.batchAxes, adds: true, perRow)
  }

  /// - Parameter shape: That of the array which the indices count in.
  private init(
    _ shape: [Int], _ indexShape: [Int], _ integers: UnsafePointer<Int>?, axis: Int, batchAxes: Int,
    adds: Bool,
    _ perRow: Int
  ) {
    func count(_ lengths: some Sequence<Int>) -> Int { lengths.reduce(1) { $0 &* $1 } }
    self.adds = adds
    self.perRow = perRow
    sets = count(shape.prefix(batchAxes))
    before = count(shape[batchAxes..<axis])
    length = shape[axis]
    block = count(shape.dropFirst(axis + 1))
    indices = integers
    perSet = count(indexShape.dropFirst(batchAxes))
  }

  func run(_ operands: (Address, Address, Address), _ out: Address, _ machine: Machine, firstRow: Int) {
    let size = machine.size
    // In single precision a long sum of ones would stand still at 2²⁴.
    if adds && machine.precision == .single && perSet > 64 {
      return addInDouble(operands.0, out, firstRow: firstRow)
    }
    if adds { machine.clear(out, sets * before * length * block) }
    guard block > 0, perSet > 0, let indices else { return }
    for set in 0..<sets {
      for row in 0..<before {
        let start = (set * before + row) * length
        for position in 0..<perSet {
          let index = indices[firstRow * perRow + set * perSet + position]
          let whole = (start + index) * block * size
          let part = ((set * before + row) * perSet + position) * block * size
          if adds {
            let sum = out + whole
            machine.kernels.pointee.add(block, sum, 1, operands.0 + part, 1, sum)
          } else {
            machine.kernels.pointee.copy(block, operands.0 + whole, 1, out + part)
          }
        }
      }
    }
  }

  /// Adds single precision up in double, and rounds once.
  private func addInDouble(_ elements: Address, _ out: Address, firstRow: Int) {
    guard let indices else { return }
    let source = elements.assumingMemoryBound(to: Float.self)
    let target = out.assumingMemoryBound(to: Float.self)
    var sums = Array(repeating: 0.0, count: length * block)
    for group in 0..<sets * before {
      for position in sums.indices { sums[position] = 0 }
      let first = firstRow * perRow + group / Swift.max(before, 1) * perSet
      for position in 0..<perSet {
        let (whole, part) = (indices[first + position] * block, (group * perSet + position) * block)
        for element in 0..<block { sums[whole + element] += Double(source[part + element]) }
      }
      for (position, sum) in sums.enumerated() { target[group * length * block + position] = Float(sum) }
    }
  }
}
