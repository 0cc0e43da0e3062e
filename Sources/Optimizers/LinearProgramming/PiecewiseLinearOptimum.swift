/// The optimum of a piecewise linear loss, with the dual value that certifies it.
package struct PiecewiseLinearOptimum: Sendable {
  package private(set) var point: [Double]
  /// A slope of each row, between its two; together they leave nothing.
  package let multipliers: [Double]
  package let value: Double
  /// No point has a lower value than this.
  package let dualValue: Double
  /// The sum of the magnitudes of what the dual value is the sum of: what rounding errors of it are to be held against.
  package let size: Double
  /// The greatest element of what the multipliers leave.
  package let stationarity: Double
  package let steps: Int
  /// Whether the last step found nothing more to do.
  package let isFinished: Bool

  /// Solves.
  ///
  /// - Parameters:
  ///   - start: Where to begin.
  ///   - isNear: Whether the start is near the optimum, so that the rows it comes nearest to are worth a try.
  ///   - maximumSteps: The most steps to take.
  /// - Complexity: Some twenty times forming a matrix of squares, and then a product with all rows for each step from vertex to
  ///   vertex.
  package init(of loss: PiecewiseLinearLoss, from start: [Double], isNear: Bool, maximumSteps: Int) {
    let search = PiecewiseLinearSearch(loss, start, isNear, maximumSteps)
    point = search.point
    steps = search.steps
    isFinished = search.isFinished
    let inside = search.multipliers.enumerated().map {
      Swift.min(Swift.max($1, -loss.falling[$0]), loss.rising[$0])
    }
    multipliers = inside
    let residuals = zip(loss.targets, loss.products(point)).map { $0 - $1 }
    let (sums, point) = (loss.transposedProducts(inside), point)
    let unit = point.reduce(1) { Swift.max($0, Swift.abs($1)) }
    value = loss.value(residuals, point, beyond: 1e-12 * unit)
    dualValue = loss.dualValue(inside, point)
    size = zip(inside, loss.targets).reduce(Swift.abs(value)) { $1.0 == 0 ? $0 : $0 + Swift.abs($1.0 * $1.1) }
    stationarity = sums.indices.reduce(0) {
      Swift.max($0, Swift.abs(2 * loss.squares[$1] * point[$1] - sums[$1]))
    }
  }

  /// The same with coefficients before the others that had no part in it.
  package func prefixed(_ fixed: [Double]) -> PiecewiseLinearOptimum {
    var result = self
    result.point = fixed + point
    return result
  }

  /// How much lower the value can be anywhere.
  package var gap: Double { Swift.max(0, value - dualValue) }
}

/// The way to the optimum: near it through the interior, then to it along edges or by a system of equations.
private struct PiecewiseLinearSearch {
  private(set) var point: [Double]
  private(set) var multipliers: [Double]
  private(set) var steps = 0
  private(set) var isFinished = false

  init(_ loss: PiecewiseLinearLoss, _ start: [Double], _ isNear: Bool, _ maximumSteps: Int) {
    var interior = InteriorPointStart(loss, at: start)
    let hasSquares = loss.squares.contains { $0 > 0 }
    if !isNear || hasSquares { interior.run(maximumSteps: Swift.min(60, maximumSteps)) }
    (point, multipliers, steps) = (interior.point, interior.multipliers, interior.steps)
    if hasSquares {
      finish(loss, maximumSteps)
      return
    }
    let residuals = zip(loss.targets, loss.products(start)).map { Swift.abs($0 - $1) }
    let weights = interior.weights
    let order = weights.indices.sorted {
      isNear ? residuals[$0] < residuals[$1] : weights[$0] > weights[$1]
    }
    guard var vertex = VertexDescent(loss, preferring: order) else {
      reduce(loss, maximumSteps)
      return
    }
    isFinished = vertex.run(maximumSteps: maximumSteps - steps)
    steps += vertex.steps
    (point, multipliers) = (vertex.point, vertex.multipliers)
  }

  private mutating func finish(_ loss: PiecewiseLinearLoss, _ maximumSteps: Int) {
    var active = ActiveRows(loss, near: point, multipliers)
    isFinished = active.run(maximumSteps: Swift.min(100, maximumSteps - steps))
    steps += active.steps
    if isFinished { (point, multipliers) = (active.point, active.multipliers) }
  }

  /// Rows do not determine all coefficients: those of columns that depend on others are 0.
  private mutating func reduce(_ loss: PiecewiseLinearLoss, _ maximumSteps: Int) {
    let p = loss.dimension
    let matrix = loss.gram(Array(repeating: 1, count: loss.count))
    let columns = IndependentColumns(of: matrix, width: p, among: Array(0..<p))
    guard !columns.dependent.isEmpty, loss.extra.isEmpty else { return }
    let part = PiecewiseLinearSearch(
      loss.keeping(columns.kept), Array(repeating: 0, count: columns.kept.count), false, maximumSteps)
    point = Array(repeating: 0, count: p)
    for (column, value) in zip(columns.kept, part.point) { point[column] = value }
    (multipliers, isFinished) = (part.multipliers, part.isFinished)
    steps += part.steps
  }
}
