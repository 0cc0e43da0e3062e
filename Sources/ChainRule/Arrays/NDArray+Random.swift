extension NDArray {
  /// Random numbers, equally likely everywhere in a range, drawn in row-major order.
  ///
  /// Each is low + (high − low) · u, computed in `Double`, for a u from `SeededGenerator.uniform()`. Rounding the
  /// result may reach the upper bound, for `Float` about once in 30 million.
  ///
  /// - Throws: `ChainRuleError` of kind `.array` if the range is empty or its width is not finite, or if the shape has
  ///   a negative extent or is larger than the memory.
  public static func uniform(
    in range: Range<Scalar>, shape: [Int], using generator: inout SeededGenerator
  ) throws -> NDArray {
    let operation = "NDArray.uniform(in:shape:)"
    let (low, width) = (Double(range.lowerBound), Double(range.upperBound) - Double(range.lowerBound))
    guard width > 0, width.isFinite else {
      throw ChainRuleError(
        .array, in: operation, operands: "range \(range)",
        problem: range.isEmpty ? "the range is empty" : "the width of the range is not finite",
        mend: "bounds are finite numbers, the lower one first")
    }
    let storage = try validatedStorage(for: shape, in: operation)
    for offset in 0..<storage.count {
      storage.pointer[offset] = Scalar(low + width * generator.uniform())
    }
    return NDArray(shape: shape, storage: storage)
  }

  /// Random numbers, equally likely everywhere in a range, the same for the same seed.
  ///
  /// ```swift
  /// try NDArray<Double>.uniform(in: 0..<1, shape: [3], seed: 1)  // [0.56656158 0.74578176 0.97100275]
  /// ```
  ///
  /// - Throws: As `uniform(in:shape:using:)`.
  public static func uniform(in range: Range<Scalar>, shape: [Int], seed: UInt64) throws -> NDArray {
    var generator = SeededGenerator(seed: seed)
    return try uniform(in: range, shape: shape, using: &generator)
  }

  /// Normally distributed random numbers, drawn in row-major order.
  ///
  /// Each is mean + deviation · z, computed in `Double`, for a z from `SeededGenerator.normalPair()`. Numbers are
  /// drawn in pairs; the second of the last pair is dropped if the count is odd.
  ///
  /// - Throws: `ChainRuleError` of kind `.array` if the mean is not finite or the standard deviation is not finite or
  ///   negative, or if the shape has a negative extent or is larger than the memory.
  public static func normal(
    mean: Scalar = 0, standardDeviation: Scalar = 1, shape: [Int], using generator: inout SeededGenerator
  ) throws -> NDArray {
    let operation = "NDArray.normal(mean:standardDeviation:shape:)"
    guard mean.isFinite, standardDeviation.isFinite, standardDeviation >= 0 else {
      throw ChainRuleError(
        .array, in: operation, operands: "mean \(mean), standard deviation \(standardDeviation)",
        problem: "there is no such normal distribution",
        mend: "both are finite and the standard deviation is 0 or more")
    }
    let storage = try validatedStorage(for: shape, in: operation)
    for offset in stride(from: 0, to: storage.count, by: 2) {
      let (first, second) = generator.normalPair()
      storage.pointer[offset] = Scalar(Double(mean) + Double(standardDeviation) * first)
      if offset + 1 < storage.count {
        storage.pointer[offset + 1] = Scalar(Double(mean) + Double(standardDeviation) * second)
      }
    }
    return NDArray(shape: shape, storage: storage)
  }

  /// Normally distributed random numbers, the same for the same seed.
  ///
  /// ```swift
  /// try NDArray<Double>.normal(shape: [3], seed: 1)  // [-0.03426732 -1.29260853 -2.50006749]
  /// ```
  ///
  /// - Throws: As `normal(mean:standardDeviation:shape:using:)`.
  public static func normal(
    mean: Scalar = 0, standardDeviation: Scalar = 1, shape: [Int], seed: UInt64
  ) throws -> NDArray {
    var generator = SeededGenerator(seed: seed)
    return try normal(mean: mean, standardDeviation: standardDeviation, shape: shape, using: &generator)
  }
}
