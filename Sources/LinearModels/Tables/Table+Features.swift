public import ChainRule

extension Table {
  /// All columns but some as features, and the encoding that makes the same features of other tables.
  ///
  /// ```swift
  /// let table = try Table(csv: "size,city,price\n50,Rome,10\n70,Oslo,20\n")
  /// let (X, encoding) = try table.features(excluding: "price")
  /// encoding.featureNames  // ["size", "city=Rome"]
  /// print(X)
  /// // [[50.  1.]
  /// //  [70.  0.]]
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
