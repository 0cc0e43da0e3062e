import ChainRule
import ChainRuleKernels

/// A drawn matrix product: sizes, strides, alignments, and numbers to multiply.
struct ProductCase<Scalar: KernelScalar>: CustomStringConvertible {
  let (rows, inner, columns): (Int, Int, Int)
  let (ai, ak, bk, bj, so): (Int, Int, Int, Int, Int)
  let adds: Bool
  let (left, right): ([Scalar], [Scalar])
  /// Where the operands and the result start in their memory.
  let (leftStart, rightStart, start): (Int, Int, Int)
  let before: [Scalar]

  static var guardZone: Int { 40 }
  static var mark: Scalar { -12345 }

  /// The strides of a matrix as it lies in memory: by rows, by columns, by rows with gaps, and with rows repeated.
  private static func strides(_ rows: Int, _ columns: Int, _ draws: inout SeededGenerator) -> (Int, Int) {
    let gap = draws.below(3)
    switch draws.below(9) {
    case 0...3: return (columns + gap, 1)
    case 4...6: return (1, rows + gap)
    case 7: return (2 * columns + gap, 2)
    default: return (0, 1)
    }
  }

  init(_ draws: inout SeededGenerator) {
    func length() -> Int {
      switch draws.below(10) {
      case 0...1: 1
      case 2...6: 1 + draws.below(20)
      case 7: draws.below(3)
      default: 40 + draws.below(30)
      }
    }
    (rows, columns) = (length(), length())
    inner = draws.below(7) == 0 ? 250 + draws.below(30) : length()
    (ai, ak) = Self.strides(rows, inner, &draws)
    (bk, bj) = Self.strides(inner, columns, &draws)
    so = columns + draws.below(3)
    adds = draws.below(2) == 0
    func numbers(_ count: Int) -> [Scalar] { (0..<count).map { _ in Scalar(draws.unit()) } }
    (leftStart, rightStart, start) = (draws.below(9), draws.below(9), draws.below(9))
    left = numbers(leftStart + max(rows, 1) * ai + max(inner, 1) * ak + 1)
    right = numbers(rightStart + max(inner, 1) * bk + max(columns, 1) * bj + 1)
    before = numbers(max(rows * so, 1))
  }

  var description: String {
    "\(rows)×\(inner)·\(inner)×\(columns), strides \((ai, ak)) \((bk, bj)) \(so)\(adds ? ", adding" : "")"
  }

  /// The memory around the result, after the rows and columns in the ranges have been computed one call each.
  func run(_ kernels: cr_kernels, rows rowCuts: [Range<Int>]? = nil, columns columnCuts: [Range<Int>]? = nil)
    -> [Scalar]
  {
    let margin = [Scalar](repeating: Self.mark, count: Self.guardZone)
    let memory = KernelMemory(margin + [Scalar](repeating: Self.mark, count: start) + before + margin)
    let (a, b) = (KernelMemory(left), KernelMemory(right))
    for rows in rowCuts ?? [0..<rows] {
      for columns in columnCuts ?? [0..<columns] {
        let needed = kernels.matmul_scratch(rows.count, inner, columns.count)
        let scratch = KernelMemory([Scalar](repeating: Self.mark, count: needed) + margin)
        kernels.matmul(
          rows.count, inner, columns.count, a.start + leftStart + rows.lowerBound * ai, ai, ak,
          b.start + rightStart + columns.lowerBound * bj, bk, bj,
          memory.start + place(rows.lowerBound, columns.lowerBound), so, adds ? 1 : 0, scratch.start)
        let beyond = UnsafeBufferPointer(start: scratch.start + needed, count: margin.count)
        precondition(beyond.allSatisfy { $0 == Self.mark }, "scratch was too small: \(self)")
      }
    }
    return memory.elements
  }

  /// Where element (i, j) of the result lies in what `run` gives.
  func place(_ i: Int, _ j: Int) -> Int { Self.guardZone + start + i * so + j }

  /// The element (i, j) of the result, and the sum of the magnitudes of its terms.
  func exact(_ i: Int, _ j: Int) -> (value: Wide, magnitude: Wide) {
    var (value, magnitude) = (
      adds ? Wide(before[i * so + j]) : 0, adds ? Wide(before[i * so + j]).magnitude : 0
    )
    for k in 0..<inner {
      let term = Wide(left[leftStart + i * ai + k * ak]) * Wide(right[rightStart + k * bk + j * bj])
      value += term
      magnitude += term.magnitude
    }
    return (value, magnitude)
  }
}
