/// The numbers of a program itself: constants, and what follows from lengths.
struct ProgramConstants<Scalar: TensorScalar>: Sendable {
  private enum Value: Sendable {
    case array(NDArray<Scalar>)
    /// The length of an axis, as a number.
    case length(Shape.Extent)
    /// The number of elements of a shape, less a correction.
    case freedom(Shape, Int)
    /// The positions along an axis; the node is theirs.
    case positions(Shape.Extent, Node)
  }

  /// In the order of the storage plan's constants.
  private let values: [Value]

  /// - Throws: `ChainRuleError` if there is no memory for constants in another precision.
  init(_ order: ExecutionOrder, _ storage: StoragePlan) throws {
    values = try storage.constants.map { step in
      let node = order.steps[step].node
      switch node.primitive {
      case .leaf(.number(let value)): return .array(NDArray(Scalar(value)))
      case .leaf(.constant(let array)): return .array(try array.converted(to: Scalar.self, in: "Program"))
      case .leaf(.extent(let extent)): return .length(extent)
      case .leaf(.freedom(let counted, let correction)): return .freedom(counted, correction)
      case .leaf(.positions(let extent)): return .positions(extent, node)
      default: preconditionFailure("\(node.primitive.family.name) is no constant")
      }
    }
  }

  /// The arrays for given lengths.
  ///
  /// - Throws: `ChainRuleError` if there is no memory for them.
  func arrays(_ lengths: BoundLengths) throws -> [NDArray<Scalar>] {
    try values.map { value in
      switch value {
      case .array(let array): return array
      case .length(let extent): return NDArray(Scalar(lengths.length(of: extent)))
      case .freedom(let counted, let correction):
        return NDArray(Scalar(lengths.count(of: counted) - Double(correction)))
      case .positions(let extent, let node):
        let length = lengths.length(of: extent)
        guard let storage = AlignedStorage<Scalar>(ifAvailable: length) else {
          throw ChainRuleError.noMemory(
            for: length, bytes: MemoryLayout<Scalar>.stride, node, in: lengths.operation)
        }
        for position in 0..<length { storage.pointer[position] = Scalar(position) }
        return NDArray(shape: [length], storage: storage)
      }
    }
  }
}
