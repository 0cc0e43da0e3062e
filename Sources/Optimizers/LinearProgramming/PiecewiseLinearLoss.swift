package import ChainRule

/// A sum over rows of straight lines with a kink, and what binds the coefficients: a linear programme, with squares a quadratic
/// one.
///
/// With `r = y − x·β` a row adds `γ r` where r is positive and `−α r` where it is negative. A penalty `λ|βⱼ|` is a row more, with `x = eⱼ`,
/// `y = 0` and `γ = α = λ`; and a bound is one of which a slope is infinite.
///
/// Its dual has a multiplier −α ≤ a ≤ γ for each row, with `Σ a x` equal to the slope of the squares, and the value `Σ a y`.
package struct PiecewiseLinearLoss: Sendable {
  let features: NDArray<Double>
  let hasIntercept: Bool
  /// The targets of rows, and then of what stands for penalties and bounds.
  let targets: [Double]
  /// γ and α of each.
  let rising: [Double]
  let falling: [Double]
  /// The coefficients of the rows behind those of the data.
  let extra: [Int]
  /// The factor of the square of each coefficient.
  let squares: [Double]

  /// The number of rows of the data.
  var dataCount: Int { features.shape[0] }
  /// The number of all rows.
  var count: Int { targets.count }
  var width: Int { features.shape[1] }
  /// The number of coefficients.
  var dimension: Int { width + (hasIntercept ? 1 : 0) }

  /// - Parameters:
  ///   - rising: γ of each row of the data.
  ///   - falling: α of each.
  ///   - lasso: The factor of |w|, and of w², of coefficients of features.
  ///   - bounds: Where these may be.
  package init(
    features: NDArray<Double>, targets: [Double], rising: [Double], falling: [Double], hasIntercept: Bool,
    lasso: Double = 0, ridge: Double = 0, bounds: ClosedRange<Double>? = nil
  ) {
    self.features = features
    self.hasIntercept = hasIntercept
    let width = features.shape[1]
    var (targets, rising, falling, extra) = (targets, rising, falling, [Int]())
    func add(_ coefficient: Int, _ target: Double, _ up: Double, _ down: Double) {
      extra.append(coefficient)
      targets.append(target)
      rising.append(up)
      falling.append(down)
    }
    for coefficient in 0..<width {
      if lasso > 0 { add(coefficient, 0, lasso, lasso) }
      if let bounds, bounds.lowerBound.isFinite { add(coefficient, bounds.lowerBound, .infinity, 0) }
      if let bounds, bounds.upperBound.isFinite { add(coefficient, bounds.upperBound, 0, .infinity) }
    }
    (self.targets, self.rising, self.falling, self.extra) = (targets, rising, falling, extra)
    squares = (0..<width).map { _ in ridge } + (hasIntercept ? [0] : [])
  }

  /// The same without some features, whose coefficients are 0; there are no rows but those of the data.
  func keeping(_ columns: [Int]) -> PiecewiseLinearLoss {
    let kept = columns.filter { $0 < width }
    let some = NDArray<Double>.initialized(shape: [dataCount, kept.count]) { target in
      features.withUnsafePointer { source in
        for row in 0..<dataCount {
          for (place, column) in kept.enumerated() {
            target[row * kept.count + place] = source[row * width + column]
          }
        }
      }
    }
    return PiecewiseLinearLoss(
      features: some, targets: targets, rising: rising, falling: falling,
      hasIntercept: columns.contains(width))
  }

  /// The vector x of a row.
  func vector(_ row: Int) -> [Double] {
    var result = Array(repeating: 0.0, count: dimension)
    if row >= dataCount {
      result[extra[row - dataCount]] = 1
      return result
    }
    features.withUnsafePointer { source in
      for column in 0..<width { result[column] = source[row * width + column] }
    }
    if hasIntercept { result[width] = 1 }
    return result
  }

  /// `x·v` of every row.
  func products(_ v: [Double]) -> [Double] {
    var result = Array(repeating: 0.0, count: count)
    let (width, base) = (width, hasIntercept ? v[width] : 0)
    result.withUnsafeMutableBufferPointer { result in
      v.withUnsafeBufferPointer { v in
        features.withUnsafePointer { source in
          // Each part writes rows of its own.
          _ = Threads.forEachPart(of: dataCount, atLeast: (1 << 15) / Swift.max(width, 1) + 1) { _, rows in
            for row in rows {
              result[row] =
                width == 0
                ? base : base + VectorLoops.dot(source + row * width, v.baseAddress ?? source, count: width)
            }
          }
        }
        for (place, coefficient) in extra.enumerated() { result[dataCount + place] = v[coefficient] }
      }
    }
    return result
  }

  /// `Σ a x` over rows.
  func transposedProducts(_ a: [Double]) -> [Double] {
    accumulated(dimension) { rows, sums, source in
      for row in rows where a[row] != 0 {
        if width > 0 { VectorLoops.add(a[row], times: source + row * width, to: sums, count: width) }
        if hasIntercept { sums[width] += a[row] }
      }
    } extra: { place, sums in
      sums[extra[place]] += a[dataCount + place]
    }
  }

  /// `Σ d x xᵀ` over rows, by rows.
  func gram(_ d: [Double]) -> [Double] {
    let p = dimension
    var result = accumulated(p * p) { rows, sums, source in
      for row in rows where d[row] != 0 {
        let x = source + row * width
        for column in 0..<width {
          let factor = d[row] * x[column]
          VectorLoops.add(factor, times: x + column, to: sums + column * p + column, count: width - column)
          if hasIntercept { sums[column * p + width] += factor }
        }
        if hasIntercept { sums[p * p - 1] += d[row] }
      }
    } extra: { place, sums in
      sums[extra[place] * p + extra[place]] += d[dataCount + place]
    }
    for row in 0..<p {
      for column in 0..<row { result[row * p + column] = result[column * p + row] }
    }
    return result
  }

  /// Sums that threads collect, in ranges of rows whose number does not depend on how many threads there are.
  private func accumulated(
    _ size: Int, _ add: (Range<Int>, UnsafeMutablePointer<Double>, UnsafePointer<Double>) -> Void,
    extra addExtra: (Int, UnsafeMutablePointer<Double>) -> Void
  ) -> [Double] {
    let chunks = Swift.max(1, Swift.min(16, dataCount / 2048))
    let length = (dataCount + chunks - 1) / chunks
    var sums = Array(repeating: 0.0, count: size * chunks)
    sums.withUnsafeMutableBufferPointer { sums in
      guard let start = sums.baseAddress else { return }
      features.withUnsafePointer { source in
        // Each chunk adds to sums of its own.
        Threads.forEach(chunks) { chunk in
          add(
            Swift.min(chunk * length, dataCount)..<Swift.min((chunk + 1) * length, dataCount),
            start + chunk * size, source)
        }
      }
      for place in extra.indices { addExtra(place, start) }
      for chunk in 1..<Swift.max(chunks, 1) {
        for index in 0..<size { start[index] += start[chunk * size + index] }
      }
    }
    return Array(sums.prefix(size))
  }

  /// The value at given residuals and coefficients; infinite beyond a bound.
  func value(_ residuals: [Double], _ point: [Double], beyond tolerance: Double = 0) -> Double {
    var sum = CompensatedSum()
    for row in residuals.indices {
      let r = residuals[row]
      let slope = r > 0 ? rising[row] : falling[row]
      if slope.isInfinite {
        if Swift.abs(r) > tolerance { return .infinity }
      } else {
        sum.add(slope * Swift.abs(r))
      }
    }
    for (factor, x) in zip(squares, point) where factor != 0 { sum.add(factor * x * x) }
    return sum.value
  }

  /// The value of the dual at multipliers: no point has less, if they are feasible.
  func dualValue(_ multipliers: [Double], _ point: [Double]) -> Double {
    var sum = CompensatedSum()
    for (a, y) in zip(multipliers, targets) where a != 0 { sum.add(a * y) }
    for (factor, x) in zip(squares, point) where factor != 0 { sum.add(-factor * x * x) }
    return sum.value
  }
}
