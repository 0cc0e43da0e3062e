internal import ChainRule
internal import GradientChecking

/// Values for all leaves of two expressions, and lengths for the symbols.
struct SamplePoint {
  /// What numbers are drawn.
  enum Style: CaseIterable {
    /// Eighths on both sides of 0.
    case mixed
    /// Eighths above 0.
    case positive
    /// Sixteenths between 0 and 1.
    case fractions
    /// Small whole numbers on both sides of 0.
    case integers
    /// Whole numbers above 0.
    case naturals
  }

  let lengths: [Shape.Extent: Int]
  let arrays: [(tensor: Tensor, value: NDArray<Double>)]
  private let indices: [(tensor: Tensor, value: IndexArray)]

  init(
    of leaves: [Tensor], lengths: [Shape.Extent: Int], _ style: Style, assuming assumptions: [Assumption],
    seed: UInt64
  ) {
    self.lengths = lengths
    var generator = SeededGenerator(seed: seed)
    var (arrays, indices): ([(Tensor, NDArray<Double>)], [(Tensor, IndexArray)]) = ([], [])
    for leaf in leaves {
      let shape = leaf.node.shape.extents.map { Self.length(of: $0, lengths) }
      let count = shape.reduce(1, *)
      if case .leaf(.indices(_, let bound)) = leaf.node.primitive {
        let limit = UInt64(max(Self.length(of: bound, lengths), 1))
        let drawn = (0..<count).map { _ in Int(generator.next() % limit) }
        if let array = try? IndexArray(shape: shape, elements: drawn) { indices.append((leaf, array)) }
        continue
      }
      let isPositive = assumptions.contains(.positive(leaf))
      var drawn = (0..<count).map { _ in Self.draw(style, isPositive, &generator) }
      if shape.count == 2, shape[0] == shape[1] {
        let order = shape[0]
        if assumptions.contains(.symmetric(leaf)) {
          for row in 0..<order {
            for column in 0..<row { drawn[row * order + column] = drawn[column * order + row] }
          }
        }
      }
      if let array = try? NDArray(shape: shape, elements: drawn) { arrays.append((leaf, array)) }
    }
    self.arrays = arrays.map { (tensor: $0.0, value: $0.1) }
    self.indices = indices.map { (tensor: $0.0, value: $0.1) }
  }

  private static func length(of extent: Shape.Extent, _ lengths: [Shape.Extent: Int]) -> Int {
    if case .fixed(let length) = extent { length } else { lengths[extent] ?? 1 }
  }

  private static func draw(_ style: Style, _ isPositive: Bool, _ generator: inout SeededGenerator) -> Double {
    let bits = generator.next() >> 8
    let sign: Double = isPositive || bits & 1 == 0 ? 1 : -1
    let number = bits >> 1
    switch style {
    // Odd numerators, so that nothing is 0 and few things are equal.
    case .mixed: return sign * Double(2 * (number % 24) + 1) / 16
    case .positive: return Double(2 * (number % 24) + 1) / 16
    case .fractions: return Double(2 * (number % 31) + 1) / 64
    case .integers: return sign * Double(number % 3 + (isPositive ? 1 : number / 3 % 4 == 0 ? 0 : 1))
    case .naturals: return Double(number % 4 + 1)
    }
  }

  /// The point as the shadow reads it.
  var shadow: ShadowPoint {
    var bindings = Bindings<Double>()
    for (tensor, value) in indices { bindings.bind(value, to: tensor) }
    var point = ShadowPoint(bindings)
    for (tensor, value) in arrays { point.bind(value, to: tensor) }
    // Lengths that no leaf has.
    for (extent, length) in lengths {
      if let zeros = try? NDArray(shape: [length], elements: Array(repeating: 0, count: length)) {
        point.bind(zeros, to: Tensor.input("length", shape: [extent]))
      }
    }
    return point
  }
}
