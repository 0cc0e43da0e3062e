import ChainRule

/// One application of a primitive to inputs of given shapes, drawn from where it is smooth.
struct SweepCase: CustomStringConvertible, Sendable {
  struct Input: Sendable {
    let shape: Shape
    let range: ClosedRange<Double>
    /// Whether the elements are a random permutation of an even grid, so that no two come near each other.
    var isSpaced = false
    /// Whether the derivative is 0 by definition, whatever the differences say.
    var isStopped = false
  }

  /// Integers to gather at, drawn with repetitions.
  struct Indices: Sendable {
    let shape: Shape
    let below: Shape.Extent
    /// Whether they are part of the graph; otherwise they are bound for each run.
    let isFixed: Bool
  }

  let name: String
  let rows: Int
  let inputs: [Input]
  var indices: [Indices] = []
  /// The expression of the inputs and, after them, the indices.
  let apply: @Sendable ([Tensor]) -> Tensor

  var description: String {
    let shapes = inputs.map(\.shape.description) + indices.map { "at \($0.shape)" }
    return "\(name) on \(shapes.joined(separator: ", ")), N = \(rows)"
  }

  func lengths(_ shape: Shape) -> [Int] {
    shape.extents.map { if case .fixed(let length) = $0 { length } else { rows } }
  }

  func draw(_ input: Input, _ generator: inout SeededGenerator) throws -> NDArray<Double> {
    let lengths = lengths(input.shape)
    let count = lengths.reduce(1, *)
    let width = input.range.upperBound - input.range.lowerBound
    var places = (0..<count).map { _ in generator.uniform() }
    if input.isSpaced {
      let order = places.indices.sorted { places[$0] < places[$1] }
      for (rank, position) in order.enumerated() { places[position] = (Double(rank) + 0.5) / Double(count) }
    }
    return try NDArray(shape: lengths, elements: places.map { input.range.lowerBound + width * $0 })
  }

  func draw(_ indices: Indices, _ generator: inout SeededGenerator) throws -> IndexArray {
    let lengths = lengths(indices.shape)
    let limit = Double(self.lengths([indices.below])[0])
    return try IndexArray(
      shape: lengths, elements: (0..<lengths.reduce(1, *)).map { _ in Int(generator.uniform() * limit) })
  }
}

extension SweepCase {
  /// A case with one input.
  init(
    _ name: String, _ shape: Shape, _ rows: Int, in range: ClosedRange<Double> = -2...2,
    isSpaced: Bool = false,
    apply: @escaping @Sendable (Tensor) -> Tensor
  ) {
    self.init(
      name: name, rows: rows, inputs: [Input(shape: shape, range: range, isSpaced: isSpaced)]
    ) { apply($0[0]) }
  }

  /// A case with two inputs.
  init(
    _ name: String, _ first: Shape, _ second: Shape, _ rows: Int,
    in ranges: (ClosedRange<Double>, ClosedRange<Double>) = (-2...2, -2...2),
    apply: @escaping @Sendable (Tensor, Tensor) -> Tensor
  ) {
    self.init(
      name: name, rows: rows,
      inputs: [Input(shape: first, range: ranges.0), Input(shape: second, range: ranges.1)]
    ) { apply($0[0], $0[1]) }
  }
}

/// A sweep case with leaves and data.
struct SweepSample {
  let sweep: SweepCase
  let leaves: [Tensor]
  let arrays: [NDArray<Double>]
  let output: Tensor
  let indices: [(tensor: Tensor, integers: IndexArray)]

  /// - Parameter isRounded: Whether the data are numbers of single precision.
  init(_ sweep: SweepCase, isRounded: Bool = false, _ generator: inout SeededGenerator) throws {
    self.sweep = sweep
    leaves = sweep.inputs.enumerated().map { .input("x\($0)", shape: $1.shape) }
    arrays = try sweep.inputs.map { input in
      let array = try sweep.draw(input, &generator)
      return isRounded ? NDArray<Double>(NDArray<Float>(array)) : array
    }
    indices = try sweep.indices.enumerated().map { position, indices in
      let integers = try sweep.draw(indices, &generator)
      let tensor: Tensor =
        indices.isFixed
        ? .indices(integers) : .indices("i\(position)", shape: indices.shape, below: indices.below)
      return (tensor, integers)
    }
    output = sweep.apply(leaves + indices.map(\.tensor))
  }

  /// What an independent formula says of the output.
  var reference: Reference.Value {
    Reference(
      rows: sweep.rows, bindings: Dictionary(uniqueKeysWithValues: zip(leaves, arrays)),
      indices: Dictionary(uniqueKeysWithValues: indices.map { ($0.tensor, $0.integers) })
    ).value(of: output)
  }

  /// An array of numbers from −1.5 to 1.5 in the shape of `tensor`.
  func direction(like tensor: Tensor, _ generator: inout SeededGenerator) throws -> NDArray<Double> {
    try sweep.draw(SweepCase.Input(shape: tensor.shape, range: -1.5...1.5), &generator)
  }

  /// A program of `outputs` in which the leaves, and `further` inputs, stand even if no output reads them.
  func program<Scalar>(
    _ outputs: [Tensor], with further: [Tensor] = [], as type: Scalar.Type = Double.self
  ) throws -> SweepProgram<Scalar> {
    let bound = leaves + further
    let reads = Traversal(from: outputs.map(\.node))
    return SweepProgram(
      // Bound data that no output reads are errors, so the leaves are outputs too.
      program: try Program<Scalar>(computing: outputs + bound), count: outputs.count, bound: bound,
      indices: zip(indices, sweep.indices).filter { index, declared in
        !declared.isFixed && reads.index(of: index.tensor.node) != nil
      }.map(\.0))
  }
}

/// A program with the order in which its data come.
struct SweepProgram<Scalar: TensorScalar> {
  let program: Program<Scalar>
  let count: Int
  let bound: [Tensor]
  let indices: [(tensor: Tensor, integers: IndexArray)]

  func run(_ arrays: [NDArray<Double>]) throws -> [NDArray<Scalar>] {
    var bindings = Bindings(zip(bound, arrays.map { NDArray<Scalar>($0) }))
    for (tensor, integers) in indices { bindings.bind(integers, to: tensor) }
    return Array(try program.run(bindings).arrays.prefix(count))
  }
}
