extension Program {
  /// Computes everything as `run` does and reports the operation that first produced an infinite or NaN value,
  /// forward or backward; nil if all values are finite.
  ///
  /// ```swift
  /// let x = Tensor.input("x", shape: [.batch])
  /// let program = try Program(computing: [mean(log(x))])
  /// print(try program.firstNonFinite([x: [1, 0, 2]]) ?? "all values are finite")
  /// // log: log(x) is -inf at [1] (forward pass), from x = 0.0
  /// ```
  ///
  /// - Throws: As `run` does.
  public func firstNonFinite(_ bindings: Bindings<Scalar>) throws -> NonFiniteReport? {
    try firstNonFinite(data(bound(bindings, in: "Program.firstNonFinite")))
  }

  func firstNonFinite(_ data: ProgramData<Scalar>) throws -> NonFiniteReport? {
    try data.firstNonFinite(storage.leaves) ?? execution(of: data, results, blocking: nil).firstNonFinite()
  }
}
