import ChainRule

/// The objective near a point, to second order, in the coefficients that may move.
///
/// Each coefficient is measured in a unit in which its curvature is about 1, so that coefficients in units far apart do not hide
/// each other. By how much a Newton step would change each coefficient and the value has no unit.
///
/// - Source: Boyd and Vandenberghe, Convex Optimization (2004), §9.5, for the Newton decrement.
struct LocalModel {
  /// Up to so many coefficients the Hessian is formed as a matrix.
  static let mostCoefficients = 64
  /// A curvature of less than this share of the greatest is rounding.
  static let flatness = 1e-12
  /// A curvature below minus this share of the greatest is downwards, and no rounding of an upward one.
  static let downwards = 1e-8

  /// A direction in all coefficients, without curvature, and the slope along it.
  struct Flat {
    let direction: [Double]
    let slope: Double
  }

  /// The Newton step in all coefficients, along the directions that have a curvature.
  private(set) var step: [Double]
  /// By how much the step would bring the value down.
  private(set) var decrease = 0.0
  /// What the step does to the value in each coefficient alone.
  private(set) var effects: [Double]
  /// A direction in all coefficients, and the curvature along it; `share` is over the greatest magnitude of one.
  struct Extreme {
    let share: Double
    let curvature: Double
    let direction: [Double]
  }

  /// Where it curves least.
  private(set) var lowest = Extreme(share: 0, curvature: 0, direction: [])
  /// The greatest curvature, over the greatest magnitude of one.
  private(set) var highest = 0.0
  private(set) var flat: [Flat] = []
  /// Whether there is no curvature at all.
  private(set) var isFlat = false
  private let matrix: CurvatureMatrix?
  private let moving: [Int]
  private let point: [Double]
  private let evaluator: Evaluator

  /// - Parameter moving: The coefficients that may move.
  /// - Throws: `ChainRuleError` of kind `.nonFinite` or `.singular` where the curvature is not finite.
  init(at current: Iterate, slopes: [Double], moving: [Int], on evaluator: Evaluator) throws {
    step = current.point.map { _ in 0 }
    effects = step
    (self.moving, point, self.evaluator) = (moving, current.point, evaluator)
    guard moving.count <= Self.mostCoefficients else {
      matrix = nil
      try solve(byProductsAt: current, slopes)
      return
    }
    let matrix = try CurvatureMatrix(at: current.point, over: moving, on: evaluator)
    self.matrix = matrix
    try solve(matrix, slopes)
  }

  /// The step in each coefficient by itself, downhill, as far as its own curvature says; 0 where it has none.
  func axisSteps(_ slopes: [Double]) -> [Double] {
    guard let matrix else { return step }
    var result = slopes.map { _ in 0.0 }
    for (j, index) in moving.enumerated() {
      let bend = Swift.abs(matrix.elements[j * matrix.order + j])
      if bend > 0 { result[index] = -slopes[index] / bend }
    }
    return result
  }

  /// H d, by how much the slopes change along d.
  ///
  /// - Parameter addsMagnitudes: Whether it is Σₖ |Hⱼₖ dₖ|, by how much they change at most where signs do not matter.
  func slopeChanges(along direction: [Double], addsMagnitudes: Bool = false) throws -> [Double] {
    guard let matrix else {
      let product = try evaluator.hessianProduct(at: point, along: direction)
      return addsMagnitudes ? product.map { Swift.abs($0) } : product
    }
    var result = direction.map { _ in 0.0 }
    for (i, row) in moving.enumerated() {
      for (j, column) in moving.enumerated() {
        let change = matrix.elements[i * matrix.order + j] * direction[column]
        result[row] += addsMagnitudes ? Swift.abs(change) : change
      }
    }
    return result
  }

  /// By the eigenvectors of the matrix.
  private mutating func solve(_ matrix: CurvatureMatrix, _ slopes: [Double]) throws {
    let n = step.count
    func whole(_ vector: [Double]) -> [Double] {
      var result = [Double](repeating: 0, count: n)
      for (j, index) in moving.enumerated() { result[index] = vector[j] }
      return result
    }
    for (j, index) in moving.enumerated() where matrix.units[j] == 0 {
      flat.append(Flat(direction: whole(moving.map { $0 == index ? 1 : 0 }), slope: slopes[index]))
    }
    let spectrum = try matrix.spectrum()
    let top = greatestMagnitude(spectrum.values)
    guard top > 0 else {
      isFlat = true
      return
    }
    for (value, vector) in zip(spectrum.values, spectrum.vectors) {
      // A coefficient without curvature has a vector of its own, and is listed already.
      if moving.indices.contains(where: { matrix.units[$0] == 0 && Swift.abs(vector[$0]) > 0.5 }) { continue }
      let direction = zip(vector, matrix.units).map { $0 * $1 }
      let slope = moving.enumerated().reduce(0) { $0 + direction[$1.offset] * slopes[$1.element] }
      if Swift.abs(value) <= Self.flatness * top {
        flat.append(Flat(direction: whole(direction), slope: slope))
        continue
      }
      decrease += 0.5 * slope / Swift.abs(value) * slope
      for (j, index) in moving.enumerated() { step[index] -= slope / Swift.abs(value) * direction[j] }
    }
    lowest = Extreme(
      share: spectrum.values[0] / top, curvature: spectrum.values[0],
      direction: whole(zip(spectrum.vectors[0], matrix.units).map { $0 * $1 }))
    highest = (spectrum.values.last ?? 0) / top
    for (j, index) in moving.enumerated() {
      effects[index] = Swift.abs(0.5 * matrix.elements[j * matrix.order + j] * step[index] * step[index])
    }
  }
}

extension LocalModel {
  /// By conjugate gradients, and Lanczos' method for the ends of the spectrum: where there are too many coefficients for a matrix.
  private mutating func solve(byProductsAt current: Iterate, _ slopes: [Double]) throws {
    let (moving, evaluator) = (moving, evaluator)
    var units = moving.map { _ in 1.0 }
    func whole(_ vector: [Double]) -> [Double] {
      var result = step.map { _ in 0.0 }
      for (place, index) in moving.enumerated() { result[index] = vector[place] * units[place] }
      return result
    }
    func product(_ direction: [Double]) throws -> [Double] {
      let product = try evaluator.hessianProduct(at: current.point, along: whole(direction))
      return zip(moving, units).map { product[$0] * $1 }
    }
    units = try Equilibration(dimensions: moving.count, product: product).units ?? units
    let spectrum = try SpectrumBounds(dimensions: moving.count, product: product)
    let top = Swift.max(Swift.abs(spectrum.largest.value), Swift.abs(spectrum.smallest.value))
    guard top > 0 else {
      isFlat = true
      flat = [Flat(direction: slopes, slope: dot(slopes, slopes))]
      return
    }
    let least = spectrum.smallest.value + spectrum.smallest.residual
    lowest = Extreme(share: least / top, curvature: least, direction: whole(spectrum.lowest))
    highest = spectrum.largest.value / top
    if Swift.abs(spectrum.smallest.value) <= Self.flatness * top {
      let slope = dot(whole(spectrum.lowest), slopes)
      flat = [Flat(direction: whole(spectrum.lowest), slope: slope)]
    }
    let residual = zip(moving, units).map { slopes[$0] * $1 }
    let size = greatestMagnitude(residual)
    guard size > 0 else { return }
    // Of a gradient of size 1 no square vanishes.
    var search = ConjugateGradients(solving: residual.map { -$0 / size })
    let target = 1e-6 * search.squares
    for _ in 0..<Swift.min(2 * moving.count, 50) {
      if search.squares <= target { break }
      let moved = try product(search.direction).map { $0 / size }
      let bend = dot(search.direction, moved)
      let squares = dot(search.direction, search.direction)
      // What is left has no curvature: it is a slope without end, or rounding.
      if !(bend * size > Self.flatness * top * squares) {
        let direction = whole(search.direction.map { $0 / squares.squareRoot() })
        flat.append(Flat(direction: direction, slope: -search.squares / squares.squareRoot() * size))
        break
      }
      decrease += 0.5 * search.squares / bend * search.squares * size
      search.descend(moved, curvature: bend)
    }
    step = whole(search.step)
    for (place, index) in moving.enumerated() {
      effects[index] = 0.5 * top * search.step[place] * search.step[place]
    }
  }
}
