import ChainRule
import Optimizers

/// Whether the loss of classes or counts has a minimum, decided exactly: whether no direction separates rows.
///
/// The loss of no such row ever rises along a direction in which it does not rise from the start, so a minimum exists unless there
/// is a direction along which none rises and some fall. Where coefficients are penalised only the intercept can run away, and
/// where they have a bound only away from it.
///
/// First the point itself is asked: a Newton step that changes no linear predictor by 1 proves that there is a minimum (see
/// `OverlapProof`: the slopes of the rows are the multipliers). Only where it does not, a linear programme decides.
struct LikelihoodMinimum: MinimumTest {
  private let model: LinearModel
  private let data: FitData
  private let scaling: Scaling
  private let outputs: Int
  private let scaled: NDArray<Double>?

  /// Nil for families whose loss has a minimum whatever the data are.
  init?(_ model: LinearModel, _ data: FitData, _ scaling: Scaling, _ objective: Objective) throws {
    guard model.family.canLackMinimum else { return nil }
    self.model = model
    self.data = data
    self.scaling = scaling
    outputs = objective.parameters[0].node.shape.rank == 1 ? 1 : objective.layout.shapes[0][1]
    scaled = objective.data.entries.first { $0.tensor.label == "X" }?.array
  }

  /// Where coefficients of features may go without end.
  private var range: ConeRows.Range {
    let penalty = model.penalty
    if penalty.magnitudes > 0 || penalty.squares > 0 { return .nowhere }
    switch penalty {
    case .groupLasso(let lambda) where lambda > 0: return .nowhere
    case .nonNegative: return .up
    case .box(let lower, let upper):
      return lower.isFinite ? (upper.isFinite ? .nowhere : .up) : upper.isFinite ? .down : .anywhere
    default: return .anywhere
    }
  }

  func existence(
    at point: [Double], gradient: [Double], hessian: () throws -> [Double]?
  ) throws -> MinimumExistence {
    if range != .nowhere, try proves(at: point, gradient, hessian()) { return .attained }
    // A copy of the rows is needed.
    if data.features.isInFile && data.features.count > 1 << 24 {
      return .undecided(
        "whether a direction separates rows is not looked for in more than \(1 << 24) numbers in a file")
    }
    let columns = ConeColumns(
      data, scaling, hasIntercept: model.hasIntercept, dropsFeatures: range == .nowhere)
    let rows = columns.rows(data, model.family, outputs: outputs, range: range)
    var found = Separation.undecided("")
    if model.family != .poisson, range != .nowhere, point.allSatisfy(\.isFinite) {
      found = Separation(of: rows, along: columns.direction(of: point, scaling, outputs: outputs))
    }
    if case .undecided = found { found = Separation(of: rows) }
    switch found {
    case .overlapping: return .attained
    case .undecided(let why): return .undecided("whether there is a minimum could not be decided: " + why)
    case .separated(let direction, let separated):
      let text = SeparationText(data, columns, outputs: outputs, isClassifier: model.family == .softmax)
      return .absent(text.sentence(direction, separated))
    }
  }

  /// Whether a Newton step from the point changes no linear predictor by as much as 1.
  private func proves(at point: [Double], _ gradient: [Double], _ hessian: [Double]?) -> Bool {
    guard point.allSatisfy(\.isFinite), gradient.allSatisfy(\.isFinite), let scaled,
      let hessian, hessian.allSatisfy(\.isFinite)
    else { return false }
    let n = point.count
    let (kept, walls) = coefficients(at: point)
    let sizes = scaled.columnMagnitudes()
    // A difference of two predictors counts for softmax.
    let reach = 2 * (1 + sizes.reduce(0) { $0 + $1 * $1 }).squareRoot()
    let trace = (0..<n).reduce(0) { $0 + hessian[$1 * n + $1] }
    let slope = model.family == .poisson ? 1 + data.mean { $0 } : 1
    let error = 0x1p-46 * (reach * slope + trace) * Double(n).squareRoot()
    let proof = OverlapProof(
      rest: kept.map { gradient[$0] }, error: error,
      matrix: kept.flatMap { row in kept.map { hessian[row * n + $0] } }, reach: reach)
    guard proof.change < 1 else { return false }
    return walls.allSatisfy { wall in
      let size = kept.reduce(0) { $0 + hessian[wall * n + $1] * hessian[wall * n + $1] }.squareRoot()
      return proof.correction * size + error < (range == .up ? gradient[wall] : -gradient[wall])
    }
  }

  /// The coefficients that may move, without one of each feature where all outputs may move alike, which changes no loss; and
  /// those that stand at a bound.
  private func coefficients(at point: [Double]) -> (kept: [Int], walls: [Int]) {
    let constant = Set(scaling.constant)
    let width = scaling.means.count
    var (kept, walls) = ([Int](), [Int]())
    for feature in 0..<point.count / outputs where !constant.contains(feature) {
      let all = (feature * outputs..<(feature + 1) * outputs)
      let moving = all.filter { feature == width || model.penalty.isSmooth(at: point[$0]) }
      let isGauge = model.family == .softmax && moving.count >= outputs - 1
      kept += isGauge ? moving.prefix(outputs - 1) : moving[...]
      // What all others leave nothing of, the last one does not either.
      if !isGauge { walls += all.filter { !moving.contains($0) } }
    }
    return (kept, walls)
  }
}

extension Family {
  /// Whether there are data for which the loss has no minimum.
  var canLackMinimum: Bool {
    switch self {
    case .logistic, .softmax, .poisson: true
    case .leastSquares, .huber, .quantile: false
    }
  }
}
