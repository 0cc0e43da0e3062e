import ChainRule

/// What a mistake is planted in: a family, or one row of a family that is a table.
struct PlantedTarget: CustomStringConvertible, Sendable {
  let family: SweepFamily
  let row: String?

  var description: String { row ?? "\(family)" }

  func matches(_ node: Node) -> Bool {
    SweepFamily.of(node.primitive) == family && (row == nil || row == node.primitive.family.name)
  }

  static let all: [PlantedTarget] = SweepFamily.allCases.flatMap { family in
    let rows: [String]? =
      switch family {
      case .name: []
      case .elementwise: Elementwise.allCases.map(\.name)
      case .arithmetic: Arithmetic.allCases.map(\.name)
      case .reduction: Reduction.Kind.allCases.map(\.rawValue)
      case .normalization: Normalization.Kind.allCases.map(\.rawValue)
      case .matrixFunction: MatrixFunction.allCases.map(\.name)
      default: nil
      }
    return rows.map { $0.map { PlantedTarget(family: family, row: $0) } } ?? [
      PlantedTarget(family: family, row: nil)
    ]
  }
}
