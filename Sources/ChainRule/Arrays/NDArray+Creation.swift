extension NDArray {
  /// A single number as an array without axes.
  public init(_ scalar: Scalar) {
    self = .initialized(shape: []) { $0.pointee = scalar }
  }

  /// The numbers as an array with one axis.
  public init(_ elements: [Scalar]) {
    self = .initialized(shape: [elements.count]) { target in
      elements.withUnsafeBufferPointer { copy($0, to: target) }
    }
  }

  /// Elements in row-major order, arranged in a shape.
  ///
  /// ```swift
  /// let X = try NDArray(shape: [2, 3], elements: [1.0, 2, 3, 4, 5, 6])
  /// print(X)
  /// // [[1. 2. 3.]
  /// //  [4. 5. 6.]]
  /// ```
  ///
  /// - Throws: `ChainRuleError` of kind `.array` if the shape needs more or fewer elements than there are, has a
  ///   negative extent, or is larger than the memory.
  public init(shape: [Int], elements: some Collection<Scalar>) throws {
    let operation = "NDArray(shape:elements:)"
    let needed = try Self.validatedCount(of: shape, in: operation)
    guard needed == elements.count else {
      throw ChainRuleError(
        .array, in: operation, operands: "shape \(shape)",
        problem: "the shape needs \(counted(needed)) and \(elements.count) came",
        mend: "\(elements.count) fill the shape [\(elements.count)]")
    }
    let storage = try Self.validatedStorage(for: shape, in: operation)
    let isContiguous: Void? = elements.withContiguousStorageIfAvailable { copy($0, to: storage.pointer) }
    if isContiguous == nil {
      for (offset, element) in elements.prefix(needed).enumerated() { storage.pointer[offset] = element }
    }
    self.init(shape: shape, storage: storage)
  }

  /// The same number everywhere.
  ///
  /// ```swift
  /// try NDArray<Double>(repeating: 0.5, shape: [3])  // [0.5 0.5 0.5]
  /// ```
  ///
  /// - Throws: `ChainRuleError` of kind `.array` if the shape has a negative extent or is larger than the memory.
  public init(repeating scalar: Scalar, shape: [Int]) throws {
    let storage = try Self.validatedStorage(for: shape, in: "NDArray(repeating:shape:)")
    // Generic code that another module calls is not specialised, and would look up how to copy each element.
    Swift.withUnsafePointer(to: scalar) { number in
      Machine(Scalar.precision).kernels.pointee.copy(storage.count, number, 0, storage.pointer)
    }
    self.init(shape: shape, storage: storage)
  }

  /// A matrix from its rows; without rows, the shape is `[0, 0]`.
  ///
  /// - Throws: `ChainRuleError` of kind `.array` if the rows differ in length, or there is no memory for them.
  public init(rows: [[Scalar]]) throws {
    let width = rows.first?.count ?? 0
    if let ragged = rows.firstIndex(where: { $0.count != width }) {
      throw ChainRuleError(
        .array, in: "NDArray(rows:)",
        problem: "row \(ragged) has \(counted(rows[ragged].count)) and row 0 has \(width)",
        mend: "rows of a matrix are equally long")
    }
    self = try .initialized(shape: [rows.count, width], in: "NDArray(rows:)") { target in
      for (index, row) in rows.enumerated() {
        row.withUnsafeBufferPointer { copy($0, to: target + index * width) }
      }
    }
  }

  /// The array in the other precision; to `Float`, each number is rounded to the nearest.
  public init<Other: TensorScalar>(_ other: NDArray<Other>) {
    self = .initialized(shape: other.shape) { other.convert(to: $0) }
  }

  /// The array in the other precision, or itself in its own.
  ///
  /// - Throws: `ChainRuleError` of kind `.array` if there is no memory for it.
  package func converted<Other: TensorScalar>(to _: Other.Type, in operation: String) throws -> NDArray<Other>
  {
    if let same = self as? NDArray<Other> { return same }
    return try .initialized(shape: shape, in: operation) { convert(to: $0) }
  }

  /// Writes the elements in any precision.
  private func convert<Other: TensorScalar>(to target: UnsafeMutablePointer<Other>) {
    func convert<From: TensorScalar, To: TensorScalar>(_: From.Type, _: To.Type) {
      UnsafeRawPointer(storage.pointer).withMemoryRebound(to: From.self, capacity: count) { source in
        UnsafeMutableRawPointer(target).withMemoryRebound(to: To.self, capacity: count) { target in
          for offset in 0..<count { target[offset] = To(source[offset]) }
        }
      }
    }
    // By name, so that each is specialised.
    switch (Scalar.precision, Other.precision) {
    case (.double, .double): convert(Double.self, Double.self)
    case (.double, .single): convert(Double.self, Float.self)
    case (.single, .double): convert(Float.self, Double.self)
    case (.single, .single): convert(Float.self, Float.self)
    }
  }

  /// `count` numbers at equal distances, of which the first is `first` and the last is `last`.
  ///
  /// ```swift
  /// try NDArray<Double>.evenlySpaced(from: 0, through: 1, count: 5)  // [0.   0.25 0.5  0.75 1.  ]
  /// ```
  ///
  /// A single number is `first`.
  ///
  /// - Throws: `ChainRuleError` of kind `.array` if `count` is negative or larger than the memory.
  public static func evenlySpaced(from first: Scalar, through last: Scalar, count: Int) throws -> NDArray {
    let storage = try validatedStorage(for: [count], in: "NDArray.evenlySpaced(from:through:count:)")
    let step = count > 1 ? (last - first) / Scalar(count - 1) : 0
    for offset in 0..<count { storage.pointer[offset] = first + Scalar(offset) * step }
    // The sum above may miss the promised end by a rounding error.
    if count > 1 { storage.pointer[count - 1] = last }
    return NDArray(shape: [count], storage: storage)
  }
}

/// Copies all elements of `source` to `target`, which has room for them.
private func copy<Scalar>(_ source: UnsafeBufferPointer<Scalar>, to target: UnsafeMutablePointer<Scalar>) {
  guard let start = source.baseAddress else { return }
  target.initialize(from: start, count: source.count)
}
