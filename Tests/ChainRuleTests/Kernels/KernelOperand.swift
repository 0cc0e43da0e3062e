import ChainRule
import ChainRuleKernels

/// Drawn numbers at any stride and alignment, in memory that ends with them: whoever reads beyond is found by the address
/// sanitizer and by valgrind.
struct KernelOperand<Scalar: KernelScalar> {
  let elements: [Scalar]
  let stride: Int
  private let memory: KernelMemory<Scalar>
  private let start: Int

  static func stride(_ draws: inout SeededGenerator) -> Int {
    [0, 1, 1, 1, 2, 3, 7, -1, -2, -5][draws.below(10)]
  }

  init(_ count: Int, stride: Int? = nil, _ draws: inout SeededGenerator, special: Bool = true) {
    let stride = stride ?? Self.stride(&draws)
    let span = Swift.max(count - 1, 0) * Swift.abs(stride)
    start = draws.below(17) + (stride < 0 ? span : 0)
    let room = count == 0 ? 0 : stride < 0 ? start + 1 : start + span + 1
    let numbers = (0..<room).map { _ -> Scalar in
      let kind = draws.below(40)
      if special && kind < 4 { return [.nan, .infinity, -.infinity, -0.0][kind] }
      return Scalar(draws.unit() * 30)
    }
    memory = KernelMemory(numbers)
    self.stride = stride
    elements = (0..<count).map { [start] in numbers[start + $0 * stride] }
  }

  var address: UnsafeMutablePointer<Scalar> { memory.start + start }
}

/// Memory for a result, with marks around and between its elements.
struct KernelResult<Scalar: KernelScalar> {
  private let memory: KernelMemory<Scalar>
  private let count: Int
  private let stride: Int
  private let start: Int
  private static var mark: Scalar { -12345.5 }

  init(_ count: Int, stride: Int = 1, _ draws: inout SeededGenerator) {
    self.count = count
    self.stride = stride
    let span = Swift.max(count - 1, 0) * Swift.abs(stride)
    start = 20 + draws.below(17) + (stride < 0 ? span : 0)
    memory = KernelMemory([Scalar](repeating: Self.mark, count: start + span + 40))
  }

  var address: UnsafeMutablePointer<Scalar> { memory.start + start }

  /// What was written, or nil if anything was written elsewhere.
  var elements: [Scalar]? {
    var all = memory.elements
    let found = (0..<count).map { all[start + $0 * stride] }
    for i in 0..<count { all[start + i * stride] = Self.mark }
    return all.allSatisfy { $0 == Self.mark } ? found : nil
  }

  func holds(_ expected: [Scalar]) -> Bool {
    guard let elements, elements.count == expected.count else { return false }
    return zip(elements, expected).allSatisfy { MapPositionTests.areSame($0, $1) }
  }
}
