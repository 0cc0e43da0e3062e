/// What the unit vectors give behind the products and factors that they met: matrices as they stand, and one factor.
///
/// The product of a matrix with all unit vectors at once is the matrix itself, so none is computed. A factor that is the same
/// for all of them is kept apart from the matrix, and applied where that takes the fewest multiplications: to a vector
/// instead of a matrix, or to the small result of a product over rows. So the Hessian of `loss(Xw)` is recorded as `Xᵀ(D X)`, and
/// that of squares as a multiple of `XᵀX`.
struct ScaledStack {
  /// The axis in front counts the unit vectors.
  private let stack: BatchedOperand
  /// The same for all of them: a scalar, or of the shape that each has; nil for 1.
  private let factor: Tensor?
  /// Whether the unit vectors have only been moved: where the stack is 0, so is every multiple of it.
  private let isPattern: Bool
  /// Whether an infinite factor leaves 0 what is 0 in the stack, though that is no pattern.
  private var isGuarded = false

  private init(_ tensor: Tensor, _ factor: Tensor?, _ length: Shape.Extent, isPattern: Bool = false) {
    stack = BatchedOperand(tensor: tensor, isBatched: true, length: length)
    self.factor = factor
    self.isPattern = isPattern
  }

  /// The unit vectors themselves.
  init(unitVectors: BatchedOperand) {
    self.init(unitVectors.tensor, nil, unitVectors.length, isPattern: true)
  }

  /// The product of a matrix or vector with all unit vectors; nil where there are others, or neither is a vector.
  ///
  /// - Parameter unit: The identity matrix, a unit vector in each row.
  init?(productOf operands: [BatchedOperand], unit: Node) {
    let (left, right) = (operands[0], operands[1])
    if right.tensor.node === unit, !left.isBatched, left.shape.rank <= 2 {
      self.init(left.tensor.matrixTransposed, nil, right.length)
    } else if left.tensor.node === unit, !right.isBatched, right.shape.rank <= 2 {
      self.init(right.tensor, nil, left.length)
    } else {
      return nil
    }
  }

  /// The operation on this stack, with the factor still apart; nil where it has to be applied first.
  ///
  /// - Parameters:
  ///   - node: The operation as it was recorded for one vector.
  ///   - operands: Its operands; what stands at `position` is not looked at.
  ///   - position: Which of them this is, the only one that differs between the vectors.
  func applying(_ node: Node, to operands: [BatchedOperand], at position: Int) -> ScaledStack? {
    switch node.primitive {
    case .elementwise(.negate): return scaled(by: -(factor ?? 1))
    case .arithmetic(.multiply) where node.shape == stack.shape:
      let other = operands[1 - position].tensor.repeatedScalar
      return scaled(by: factor.map { $0 * other } ?? other)
    case .select
    where position > 0 && operands[3 - position].tensor.node.repeatsZero && node.shape == stack.shape:
      // Of what is not chosen the factor may be infinite.
      let (chosen, own) = (operands[0].tensor, factor ?? 1)
      return scaled(by: position == 1 ? select(chosen, own, 0) : select(chosen, 0, own))
    case .arithmetic(.divide) where position == 0 && node.shape == stack.shape:
      return scaled(by: (factor ?? 1) / operands[1].tensor.repeatedScalar)
    case .matrixProduct:
      var operands = operands
      operands[position] = stack
      guard let factor, !factor.node.shape.isScalar else {
        return recording(node, operands, isPattern: false)
      }
      // A(f ∘ v) is (A ∘ f)v: the matrix lies as rows of data do.
      guard position == 1, stack.shape.rank == 1, operands[0].shape.rank == 2 else { return nil }
      let columns = operands[0].tensor.matrixTransposed * factor.insertingAxis(at: 1)
      return ScaledStack(stack.tensor • columns, nil, stack.length)
    default:
      guard node.primitive.family.flow == .moved, node.primitive.family.linearity.holds(in: [position]),
        node.inputs.count == 1 || position == 0, factor?.node.shape.isScalar ?? true
      else { return nil }
      var operands = operands
      operands[position] = stack
      return recording(node, operands, isPattern: isPattern)
    }
  }

  /// The stack with its factor applied, of which an infinite one leaves 0 what is 0 in a pattern.
  var applied: BatchedOperand {
    guard let factor else { return stack }
    let operands = [stack, BatchedOperand(tensor: factor, isBatched: false, length: stack.length)]
    let product = Tensor.recording(.arithmetic(.multiply), BatchedOperand.aligned(operands))
    var isNumber: Bool { if case .leaf(.number) = factor.node.primitive { true } else { false } }
    let guarded = (isPattern || isGuarded) && !isNumber ? Mask(stack.tensor).guarding(product) : product
    return BatchedOperand(tensor: guarded, isBatched: true, length: stack.length)
  }

  /// The sum or difference of multiples of the same vectors; nil of others.
  func adding(_ other: ScaledStack, isNegative: Bool) -> ScaledStack? {
    guard stack.tensor == other.stack.tensor else { return nil }
    let (left, right) = (factor ?? 1, other.factor ?? 1)
    var result = scaled(by: isNegative ? left - right : left + right)
    result.isGuarded = isGuarded || other.isGuarded
    return result
  }

  /// The multiple of the vectors where another multiple of them varies; nil if those are others.
  func guarded(by varying: ScaledStack) -> ScaledStack? {
    guard stack.tensor == varying.stack.tensor else { return nil }
    var result = self
    if let reached = varying.factor {
      result = scaled(by: factor.map { Mask(reached).guarding($0) } ?? select(reached, 1, 0))
    }
    result.isGuarded = true
    return result
  }

  private func scaled(by factor: Tensor) -> ScaledStack {
    var result = ScaledStack(stack.tensor, factor, stack.length, isPattern: isPattern)
    result.isGuarded = isGuarded
    return result
  }

  private func recording(_ node: Node, _ operands: [BatchedOperand], isPattern: Bool) -> ScaledStack {
    ScaledStack(node.primitive.family.batched(operands), factor, stack.length, isPattern: isPattern)
  }
}

extension Tensor {
  /// The scalar that this tensor repeats; the tensor itself if it repeats none.
  fileprivate var repeatedScalar: Tensor {
    var node = node
    while !node.shape.isScalar {
      switch node.primitive {
      case .broadcast, .reshape: node = node.inputs[0]
      default: return self
      }
    }
    return Tensor(node)
  }
}
