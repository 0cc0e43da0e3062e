// Reductions composed of others.

/// Returns the variance of the elements, over all axes or over those given: the mean square of what is left of them
/// less their mean.
///
/// ```swift
/// let x = Tensor.constant([1, 2, 3, 4])
/// try variance(x).evaluate()                 // 1.25
/// try variance(x, correction: 1).evaluate()  // 1.6666666666666667
/// ```
///
/// - Parameters:
///   - x: The tensor.
///   - axes: The axes to reduce, counted from the end where negative; all of them by default.
///   - correction: What is taken off the number of elements that the sum of squares is divided by: 0 for the
///     variance of the elements themselves, 1 for the unbiased estimate from a sample.
///   - keepingAxes: Whether reduced axes stay, with length 1.
///   - file: Where an error says that this was called.
///   - line: Where an error says that this was called.
/// - Shape: That of `x` without `axes`. There must be more elements than `correction`.
/// - Derivative: `2(x − mean(x))/(n − correction)`.
public func variance(
  _ x: Tensor, along axes: Axes = .all, correction: Int = 0, keepingAxes: Bool = false,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  let location = ChainRuleError.Location(file, line)
  return reduction("variance", of: x, along: axes, keepingAxes: keepingAxes, at: location) { x, axes in
    let freedom = degreesOfFreedom("variance", x, axes, correction, location)
    return sum(squared(centered(x, along: Axes(axes))), along: Axes(axes)) / freedom
  }
}

/// Returns the standard deviation of the elements, over all axes or over those given: the root of the variance.
///
/// ```swift
/// try standardDeviation(.constant([2, 4, 4, 4, 5, 5, 7, 9])).evaluate()  // 2.0
/// ```
///
/// - Parameters:
///   - x: The tensor.
///   - axes: The axes to reduce, counted from the end where negative; all of them by default.
///   - correction: As for `variance`.
///   - keepingAxes: Whether reduced axes stay, with length 1.
///   - file: Where an error says that this was called.
///   - line: Where an error says that this was called.
/// - Shape: That of `x` without `axes`. There must be more elements than `correction`.
/// - Derivative: `(x − mean(x))/((n − correction) s)`, and 0 where all elements are equal.
public func standardDeviation(
  _ x: Tensor, along axes: Axes = .all, correction: Int = 0, keepingAxes: Bool = false,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  let location = ChainRuleError.Location(file, line)
  return reduction("standardDeviation", of: x, along: axes, keepingAxes: keepingAxes, at: location) {
    x, axes in
    let freedom = degreesOfFreedom("standardDeviation", x, axes, correction, location)
    return norm(centered(x, along: Axes(axes)), along: Axes(axes)) / sqrt(freedom)
  }
}

private func degreesOfFreedom(
  _ operation: String, _ x: Tensor, _ axes: [Int], _ correction: Int, _ location: ChainRuleError.Location
) -> Tensor {
  let reduced = Shape(axes.map { x.node.shape[$0] })
  if reduced.symbols.isEmpty && reduced.fixedCount <= correction || reduced.fixedCount == 0 {
    return .invalid(
      ChainRuleError(
        .shape, in: operation, operands: x.labelled,
        problem:
          "\(counted(reduced.fixedCount)) less the correction \(correction) leave no degree of freedom",
        mend: "it needs more elements than the correction", at: location))
  }
  // Not a difference as a caller might record it: these must be positive when a program runs.
  return correction == 0 ? reduced.count : .leaf(Leaf.freedom(of: reduced, less: correction), shape: [])
}

/// Returns the product of the elements, over all axes or over those given; 1 over no elements.
///
/// It is recorded as products of halves, so its derivative is right, to every order, also where elements are 0.
///
/// ```swift
/// try product(.constant([2, 3, 4])).evaluate()   // 24.0
/// try gradient(at: [2, 0, 4]) { product($0) }    // [0. 8. 0.]
/// ```
///
/// - Parameters:
///   - x: The tensor.
///   - axes: The axes to reduce, of fixed length, counted from the end where negative; all of them by default.
///   - keepingAxes: Whether reduced axes stay, with length 1.
///   - file: Where an error says that this was called.
///   - line: Where an error says that this was called.
/// - Shape: That of `x` without `axes`.
/// - Derivative: The product of the other elements.
public func product(
  _ x: Tensor, along axes: Axes = .all, keepingAxes: Bool = false, file: StaticString = #fileID,
  line: UInt = #line
) -> Tensor {
  let location = ChainRuleError.Location(file, line)
  return reduction("product", of: x, along: axes, keepingAxes: keepingAxes, at: location) { x, axes in
    var result = x
    for axis in axes.reversed() {
      guard case .fixed(let length) = x.node.shape[axis] else {
        return .invalid(
          ChainRuleError(
            .axis, in: "product", operands: x.labelled,
            problem: "axis \(axis) has the symbolic length \(x.node.shape[axis])",
            mend: "multiply along axes of fixed length, or take exp(sum(log(x))) of positive elements",
            at: location))
      }
      result = product(of: result, along: axis, length: length)
    }
    return result
  }
}

private func product(of x: Tensor, along axis: Int, length: Int) -> Tensor {
  var (rest, count) = (x, length)
  var odd: Tensor?
  while count > 1 {
    let half = count / 2
    let first = rest.sliced([axis: AxisRange(start: 0, step: 1, count: half)])
    let second = rest.sliced([axis: AxisRange(start: half, step: 1, count: half)])
    if count % 2 == 1 {
      let last = rest.sliced([axis: AxisRange(start: count - 1, step: 1, count: 1)])
      odd = odd.map { $0 * last } ?? last
    }
    (rest, count) = (first * second, half)
  }
  var extents = x.node.shape.extents
  extents.remove(at: axis)
  if length == 0 { return Tensor.number(1).broadcast(to: Shape(extents)) }
  return (odd.map { rest * $0 } ?? rest).reshaped(to: Shape(extents))
}

/// Returns the elements no less than `lower` and no greater than `upper`: those beyond are moved to the bound.
///
/// ```swift
/// try clamp(.constant([-3, 0.5, 7]), 0, 1).evaluate()  // [0.  0.5 1. ]
/// ```
///
/// - Shape: The broadcast of all three. Two numbers as bounds must be in order; of two tensors, `upper` wins where they
///   are not.
/// - Derivative: 1 in `x` between the bounds and 0 beyond, where it is 1 in the bound; ½ in each where both are equal,
///   as `maximum` and `minimum` have it, of which this is composed.
public func clamp(
  _ x: Tensor, _ lower: Tensor, _ upper: Tensor, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  let location = ChainRuleError.Location(file, line)
  if let invalid = [x, lower, upper].first(where: { $0.invalidity != nil }) {
    return invalid.located(at: location)
  }
  do {
    _ = try Broadcasting.shape(of: Inputs([x, lower, upper]), in: "clamp", joinedBy: "with", at: location)
  } catch {
    return .invalid(error)
  }
  if case .leaf(.number(let low)) = lower.node.primitive,
    case .leaf(.number(let high)) = upper.node.primitive,
    !(low <= high)
  {
    return .invalid(
      ChainRuleError(
        .declaration, in: "clamp", operands: x.labelled,
        problem: "the bounds \(low) and \(high) are not in order", mend: "give the lower one first",
        at: location))
  }
  return minimum(maximum(x, lower, file: file, line: line), upper, file: file, line: line)
}
