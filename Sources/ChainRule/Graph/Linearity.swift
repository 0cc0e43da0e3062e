/// In which operands an operation is linear: it maps sums of them to sums, multiples to multiples, and zero to zero.
///
/// As differentiation sees it: `stopGradient` passes nothing on, and is linear in nothing.
package enum Linearity: Hashable, Sendable {
  /// In none.
  case none
  /// In the first operand alone, the others held fixed: a quotient, a gather.
  case first
  /// In all operands but the first together, which decides where they go or what maps them: a choice, a solution.
  case allButFirst
  /// In all operands together: a sum, a difference, a transpose.
  case all
  /// In each operand while the others are fixed: a product.
  case each

  /// Whether the operation is linear in the operands at `positions` together, while the others are fixed.
  package func holds(in positions: some Collection<Int>) -> Bool {
    switch self {
    case .none: false
    case .first: positions.allSatisfy { $0 == 0 }
    case .allButFirst: positions.allSatisfy { $0 > 0 }
    case .all: true
    case .each: positions.count == 1
    }
  }
}
