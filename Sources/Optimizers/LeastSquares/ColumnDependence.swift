import ChainRule

/// A column that is a linear combination of others, as far as rounding can tell: its coefficient is not determined.
public struct ColumnDependence: Hashable, Sendable {
  /// A column of the combination and the number it is multiplied by.
  public struct Term: Hashable, Sendable {
    /// The column, counted from 0.
    public let column: Int
    /// The factor of the column, in the units of the data.
    public let coefficient: Double
  }

  /// The dependent column, counted from 0.
  public let column: Int

  /// The combination that equals the column; empty for a column of zeros.
  public let terms: [Term]

  /// The distance between the column and the combination, over the norm of the column (rows weighted).
  ///
  /// It is 0 for an exact copy, and about 1e-16 for a combination whose entries were rounded.
  public let relativeDistance: Double

  /// The dependence as an equation, such as `total = 2 · width + height`.
  ///
  /// Coefficients are shown with 6 significant digits. Columns beyond the names given are shown by number.
  ///
  /// ```swift
  /// let fit = try LeastSquares.solve([[1, 1, 3], [1, 2, 5], [1, 4, 9]], [1, 2, 3])
  /// fit.dependentColumns.map { $0.equation(naming: ["one", "x", "y"]) }  // ["y = one + 2 · x"]
  /// ```
  public func equation(naming names: [String] = []) -> String {
    func name(_ column: Int) -> String {
      names.indices.contains(column) ? names[column] : "column \(column)"
    }
    if terms.isEmpty { return "\(name(column)) = 0" }
    var text = "\(name(column)) ="
    for (place, term) in terms.enumerated() {
      let isNegative = term.coefficient < 0
      if place > 0 { text += isNegative ? " −" : " +" } else if isNegative { text += " −" }
      let size = Self.shortened(term.coefficient.magnitude)
      text += (place == 0 && isNegative ? "" : " ") + (size == "1" ? "" : size + " · ") + name(term.column)
    }
    return text
  }

  /// Six significant digits, without a fraction where there is none.
  private static func shortened(_ number: Double) -> String {
    let digits = DecimalDigits(exactly: number).rounded(toSignificantDigits: 6)
    guard (-5..<16).contains(digits.exponent) else { return short(number) }
    let (left, right) = digits.positionalHalves
    return right.isEmpty ? left : "\(left).\(right)"
  }
}
