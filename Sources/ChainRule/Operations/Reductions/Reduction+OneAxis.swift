// One axis may be told by its number alone: `sum(x, along: -1)` is `sum(x, along: [-1])`.

/// Returns the sum along one axis, counted from the end where negative.
///
/// - Shape: That of `x` without the axis, or with length 1 in its place.
/// - Derivative: As along several axes.
public func sum(
  _ x: Tensor, along axis: Int, keepingAxes: Bool = false, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  sum(x, along: [axis], keepingAxes: keepingAxes, file: file, line: line)
}

/// Returns the mean along one axis, counted from the end where negative.
///
/// - Shape: That of `x` without the axis, or with length 1 in its place.
/// - Derivative: As along several axes.
public func mean(
  _ x: Tensor, along axis: Int, keepingAxes: Bool = false, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  mean(x, along: [axis], keepingAxes: keepingAxes, file: file, line: line)
}

/// Returns the greatest element along one axis, counted from the end where negative.
///
/// - Shape: That of `x` without the axis, or with length 1 in its place.
/// - Derivative: As along several axes.
public func max(
  _ x: Tensor, along axis: Int, keepingAxes: Bool = false, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  max(x, along: [axis], keepingAxes: keepingAxes, file: file, line: line)
}

/// Returns the least element along one axis, counted from the end where negative.
///
/// - Shape: That of `x` without the axis, or with length 1 in its place.
/// - Derivative: As along several axes.
public func min(
  _ x: Tensor, along axis: Int, keepingAxes: Bool = false, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  min(x, along: [axis], keepingAxes: keepingAxes, file: file, line: line)
}

/// Returns the product along one axis, counted from the end where negative.
///
/// - Shape: That of `x` without the axis, or with length 1 in its place.
/// - Derivative: As along several axes.
public func product(
  _ x: Tensor, along axis: Int, keepingAxes: Bool = false, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  product(x, along: [axis], keepingAxes: keepingAxes, file: file, line: line)
}

/// Returns the logarithm of the sum of exponentials along one axis, counted from the end where negative.
///
/// - Shape: That of `x` without the axis, or with length 1 in its place.
/// - Derivative: As along several axes.
public func logSumExp(
  _ x: Tensor, along axis: Int, keepingAxes: Bool = false, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  logSumExp(x, along: [axis], keepingAxes: keepingAxes, file: file, line: line)
}

/// Returns the variance along one axis, counted from the end where negative.
///
/// - Shape: That of `x` without the axis, or with length 1 in its place.
/// - Derivative: As along several axes.
public func variance(
  _ x: Tensor, along axis: Int, correction: Int = 0, keepingAxes: Bool = false, file: StaticString = #fileID,
  line: UInt = #line
) -> Tensor {
  variance(x, along: [axis], correction: correction, keepingAxes: keepingAxes, file: file, line: line)
}

/// Returns the standard deviation along one axis, counted from the end where negative.
///
/// - Shape: That of `x` without the axis, or with length 1 in its place.
/// - Derivative: As along several axes.
public func standardDeviation(
  _ x: Tensor, along axis: Int, correction: Int = 0, keepingAxes: Bool = false, file: StaticString = #fileID,
  line: UInt = #line
) -> Tensor {
  standardDeviation(
    x, along: [axis], correction: correction, keepingAxes: keepingAxes, file: file, line: line)
}

/// Returns the norm along one axis, counted from the end where negative.
///
/// - Shape: That of `x` without the axis, or with length 1 in its place.
/// - Derivative: As along several axes.
public func norm(
  _ x: Tensor, _ order: NormOrder = .two, along axis: Int, keepingAxes: Bool = false,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  norm(x, order, along: [axis], keepingAxes: keepingAxes, file: file, line: line)
}
