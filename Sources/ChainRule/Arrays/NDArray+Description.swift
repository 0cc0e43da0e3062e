extension NDArray: CustomStringConvertible {
  /// The array as NumPy prints it, character by character (`numpy.str`, NumPy 2.4, default print options).
  ///
  /// ```
  /// [[ 1.   0.5]
  ///  [-3.  12. ]]
  /// ```
  ///
  /// Eight digits after the point at most, exponents for all where the numbers differ too much in size, at most
  /// 75 characters in a line, and only the ends of long axes if there are more than 1000 elements. An array
  /// without axes shows all its digits: `-2.0`.
  public var description: String {
    rank == 0 ? NumberColumn.text(for: storage[0]) : formatted()
  }

  /// The array in the notation of NumPy's `array2string`.
  ///
  /// ```swift
  /// let gradient = NDArray<Double>([-8.0 / 3, -34.0 / 3])
  /// gradient.formatted(separator: ", ")                    // [ -2.66666667, -11.33333333]
  /// gradient.formatted(separator: ", ", isAligned: false)  // [-2.66666667, -11.33333333]
  /// gradient.formatted(precision: 2)                       // [ -2.67 -11.33]
  /// ```
  ///
  /// - Parameters:
  ///   - separator: What stands between two elements; at the end of a line without its trailing space.
  ///   - precision: Digits after the point at most; numbers with fewer keep what they have.
  ///   - threshold: The middle of long axes is left out of arrays with more elements than this.
  ///   - edgeItems: How many elements then stay at each end, at least 1.
  ///   - lineWidth: Rows that are longer are continued on the next line.
  ///   - isAligned: Whether numbers are padded with spaces so that their decimal points stand below each other.
  /// - Complexity: O(elements printed).
  public func formatted(
    separator: String = " ", precision: Int = 8, threshold: Int = 1000, edgeItems: Int = 3,
    lineWidth: Int = 75, isAligned: Bool = true
  ) -> String {
    let layout = ArrayLayout(
      shape: shape, separator: separator, threshold: threshold, edgeItems: edgeItems, lineWidth: lineWidth)
    let values = layout.offsets.map { storage[$0] }
    let column = NumberColumn(fitting: values, precision: precision)
    let cells = values.map(column.cell)
    return layout.text(isAligned ? cells : cells.map { $0.filter { $0 != " " } })
  }
}

extension NDArray: CustomDebugStringConvertible {
  /// The type, the elements with all their digits in one line, and the shape where it cannot be seen from them.
  ///
  /// Such as `NDArray<Double>([[1.0, 2.0], [3.0, 4.0]])` or `NDArray<Float>([], shape: [3, 0])`.
  public var debugDescription: String {
    let threshold = 1000
    let layout = ArrayLayout(
      shape: shape, separator: ", ", threshold: threshold, edgeItems: 3, lineWidth: .max)
    let cells = layout.offsets.map { NumberColumn.text(for: storage[$0]) }
    let lines = layout.text(cells).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isVisible = (count > 0 && count <= threshold) || shape == [0]
    return "NDArray<\(Scalar.self)>(\(lines)\(isVisible ? "" : ", shape: \(shape)"))"
  }
}
