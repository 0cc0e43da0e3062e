import ChainRuleKernels

/// A sum over some axes of a strided operand.
///
/// Every sum is pairwise: where the summed axes are not one run in memory, the sums of the runs are added in a
/// binary tree themselves.
struct SumLoop: Loop {
  private let kept: StridedLoop
  private let summed: StridedLoop
  /// Whether runs of kept elements lie side by side, so that whole rows can be added to each other.
  private let addsRows: Bool
  /// Whether the elements of each sum lie side by side.
  private let addsEachRow: Bool

  init(_ operand: StridedShape, over axes: [Int]) {
    let others = operand.lengths.indices.filter { !axes.contains($0) }
    kept = StridedLoop(over: others.map { operand.lengths[$0] }, [others.map { operand.strides[$0] }])
    summed = StridedLoop(over: axes.map { operand.lengths[$0] }, [axes.map { operand.strides[$0] }])
    addsRows = kept.count > 1 && kept.strides[0] == 1 && summed.repetitions == 1 && summed.strides[0] != 1
    addsEachRow = summed.repetitions == 1 && summed.strides[0] == 1
  }

  /// The elements of the only sum and how far apart they are, if one kernel call does it all.
  var single: (count: Int, stride: Int)? {
    kept.repetitions == 1 && kept.count == 1 && summed.repetitions == 1
      ? (summed.count, summed.strides[0]) : nil
  }

  func run(_ operands: (Address, Address, Address), _ out: Address, _ machine: Machine, firstRow: Int) {
    let size = machine.size
    for repetition in 0..<kept.repetitions {
      let start = operands.0 + kept.offset(repetition, 0) * size
      let target = out + repetition * kept.count * size
      if addsRows {
        machine.kernels.pointee.sum_rows(summed.count, kept.count, start, summed.strides[0], target)
        continue
      }
      if addsEachRow {
        machine.kernels.pointee.rows_sum(kept.count, summed.count, start, kept.strides[0], target)
        continue
      }
      for i in 0..<kept.count {
        total(start + i * kept.strides[0] * size, 0..<summed.repetitions, into: target + i * size, machine)
      }
    }
  }

  /// The sum of the inner runs numbered `runs`, in a binary tree.
  private func total(_ start: Address, _ runs: Range<Int>, into out: Address, _ machine: Machine) {
    if runs.count > 1 {
      let middle = runs.lowerBound + runs.count / 2
      var other: UInt64 = 0
      total(start, runs.lowerBound..<middle, into: out, machine)
      withUnsafeMutableBytes(of: &other) { bytes in
        guard let address = bytes.baseAddress else { return }
        total(start, middle..<runs.upperBound, into: address, machine)
        machine.kernels.pointee.add(1, out, 1, address, 1, out)
      }
    } else if let run = runs.first {
      machine.kernels.pointee.sum(
        summed.count, start + summed.offset(run, 0) * machine.size, summed.strides[0], out)
    } else {
      out.initializeMemory(as: UInt8.self, repeating: 0, count: machine.size)
    }
  }
}
