public import ChainRule

extension Table {
  /// All columns but some as features, and the encoding that makes the same features of other tables.
  ///
  /// ```swift
  /// let (X, encoding) = try table.features(excluding: "price")
  /// let y = try NDArray(table.numbers("price"))
  /// ```
  ///
  /// - Shape: `[rows, features]`.
  /// - Throws: `ChainRuleError` of kind `.data` as `FeatureEncoding(of:excluding:)` and its `features(of:)`.
  /// - Complexity: O(rows · features).
  public func features(
    excluding excluded: String..., keepingAllLevels: Bool = false
  ) throws -> (features: NDArray<Double>, encoding: FeatureEncoding) {
    let encoding = try FeatureEncoding(of: self, excluding: Set(excluded), keepingAllLevels: keepingAllLevels)
    return (try encoding.features(of: self), encoding)
  }
}
