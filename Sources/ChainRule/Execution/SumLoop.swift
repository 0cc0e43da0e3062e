import ChainRuleKernels

/// A sum over some axes of a strided operand.
///
/// Every sum is pairwise: where the summed axes are not one run in memory, the sums of the runs are added in a
/// binary tree themselves.
struct SumLoop {
  private let kept: StridedLoop
  private let summed: StridedLoop
  /// Whether runs of kept elements lie side by side, so that whole rows can be added to each other.
  private let addsRows: Bool

  init(_ operand: StridedShape, over axes: [Int]) {
    let others = operand.lengths.indices.filter { !axes.contains($0) }
    kept = StridedLoop(over: others.map { operand.lengths[$0] }, [others.map { operand.strides[$0] }])
    summed = StridedLoop(over: axes.map { operand.lengths[$0] }, [axes.map { operand.strides[$0] }])
    addsRows = kept.count > 1 && kept.strides[0] == 1 && summed.repetitions == 1 && summed.strides[0] != 1
  }

  func run<Scalar: TensorScalar>(
    _ source: UnsafeMutablePointer<Scalar>, _ out: UnsafeMutablePointer<Scalar>, _ kernels: cr_kernels
  ) {
    for repetition in 0..<kept.repetitions {
      let start = source + kept.offset(repetition, 0)
      let target = out + repetition * kept.count
      if addsRows {
        kernels.sum_rows(summed.count, kept.count, start, summed.strides[0], target)
        continue
      }
      for i in 0..<kept.count {
        target[i] = total(start + i * kept.strides[0], 0..<summed.repetitions, kernels)
      }
    }
  }

  /// The sum of the inner runs numbered `runs`, in a binary tree.
  private func total<Scalar: TensorScalar>(
    _ start: UnsafeMutablePointer<Scalar>, _ runs: Range<Int>, _ kernels: cr_kernels
  ) -> Scalar {
    if runs.count > 1 {
      let middle = runs.lowerBound + runs.count / 2
      return total(start, runs.lowerBound..<middle, kernels) + total(start, middle..<runs.upperBound, kernels)
    }
    guard let run = runs.first else { return 0 }
    var result: Scalar = 0
    withUnsafeMutablePointer(to: &result) {
      kernels.sum(summed.count, start + summed.offset(run, 0), summed.strides[0], $0)
    }
    return result
  }
}
