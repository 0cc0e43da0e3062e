import ChainRule
import LinearModels
import Optimizers

/// A table of classes or counts drawn from a seed, of which it is known by construction whether its loss has a minimum.
struct DrawnTable {
  let family: Family
  let hasMinimum: Bool
  private(set) var features: [[Double]] = []
  private(set) var targets: [Int] = []
  private let classCount: Int
  private var generator: SeededGenerator

  init(seed: UInt64, index: Int) {
    generator = SeededGenerator(seed: seed &+ UInt64(index) &* 0x9E37_79B9_7F4A_7C15)
    family = [.logistic, .softmax, .poisson][index % 3]
    hasMinimum = (index / 3).isMultiple(of: 2)
    classCount = index % 3 == 1 ? 2 + Int(generator.next() % 3) : 1
    repeat { draw() } while !hasMinimum && !isSeparated
  }

  private mutating func below(_ bound: Int) -> Int { Int(generator.next() % UInt64(bound)) }

  private var direction: [[Double]] = []
  private var isSeparated = false

  private mutating func draw() {
    (features, targets, isSeparated) = ([], [], false)
    let (rows, width, kind) = (6 + below(15), 1 + below(3), below(3))
    for _ in 0..<rows {
      features.append(
        (0..<width).map { _ in
          switch kind {
          case 0: generator.normalPair().0
          case 1: Double(below(3))
          default: below(2) == 0 ? 100 * generator.normalPair().0 : Double(below(2))
          }
        })
    }
    if hasMinimum { overlap(width) } else { separate(width) }
  }

  /// Every row in every class, or rows in general position with counts above 0: no direction separates them.
  private mutating func overlap(_ width: Int) {
    if case .poisson = family {
      features += (0..<width + 2).map { _ in (0..<width).map { _ in generator.normalPair().0 } }
      targets = features.indices.map { $0 < features.count - width - 2 ? below(3) : 1 + below(4) }
      return
    }
    let rows = features
    features = (0..<max(classCount, 2)).flatMap { _ in rows }
    targets = features.indices.map { $0 / rows.count }
  }

  /// Rows that a direction in whole numbers separates, as far as they do not lie on its plane.
  private mutating func separate(_ width: Int) {
    direction = (0..<classCount).map { _ in (0...width).map { _ in Double(below(5) - 2) } }
    for row in features.indices {
      var eta = direction.map { d in zip(features[row], d).reduce(d[width]) { $0 + $1.0 * $1.1 } }
      switch family {
      case .poisson:
        if eta[0] > 0 {
          (features[row], eta) = (
            features[0], [zip(features[0], direction[0]).reduce(direction[0][width]) { $0 + $1.0 * $1.1 }]
          )
        }
        // The first row may lie on the wrong side; such a draw is thrown away.
        if eta[0] > 0 { return }
        targets.append(eta[0] < 0 ? 0 : below(4))
        isSeparated = isSeparated || eta[0] < 0
      case .softmax:
        let greatest = eta.max() ?? 0
        let leading = eta.indices.filter { eta[$0] == greatest }
        targets.append(leading[below(leading.count)])
        isSeparated = isSeparated || leading.count < eta.count
      default:
        targets.append(eta[0] == 0 ? below(2) : eta[0] > 0 ? 1 : 0)
        isSeparated = isSeparated || eta[0] != 0
      }
    }
    let isFitted = family == .poisson ? targets.contains { $0 > 0 } : Set(targets).count > 1
    isSeparated = isSeparated && isFitted
  }

  func fit(using optimizer: (any Optimizer)?, standardizes: Bool) throws -> FittedModel {
    let model = LinearModel(family, standardizes: standardizes)
    let rule = StoppingRule(tolerance: 1e-9, maximumIterations: 200)
    if case .softmax = family {
      return try model.fit(
        NDArray(rows: features), labels: IndexArray(targets), classCount: classCount, using: optimizer,
        until: rule)
    }
    return try model.fit(
      NDArray(rows: features), NDArray(targets.map(Double.init)), using: optimizer, until: rule)
  }
}
