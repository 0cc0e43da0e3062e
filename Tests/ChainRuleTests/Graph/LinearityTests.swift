import ChainRule
import Testing

/// What a family says of its linearity is held against numbers, in both directions.
@Suite("Linearity")
struct LinearityTests {
  /// Whether an operation is linear in the operands at `positions`, by numbers: f(2a + 3b) = 2 f(a) + 3 f(b), all others fixed,
  /// and 0 if the family says that it is linear in them as well.
  static func isLinear(_ node: Node, in positions: [Int], _ generator: inout SeededGenerator) throws -> Bool {
    let linearity = node.primitive.family.linearity
    let operands = node.inputs.enumerated().map { position, input -> Tensor in
      if input.holdsIndices { return Tensor(input) }
      let isZero = !positions.contains(position) && linearity.holds(in: positions + [position])
      return isZero ? Tensor.number(0).broadcast(to: input.shape) : .input("x", shape: input.shape)
    }
    let other = operands.enumerated().map {
      positions.contains($0) ? Tensor.input("y", shape: $1.node.shape) : $1
    }
    let mixed = zip(operands, other).map { $0 == $1 ? $0 : 2 * $0 + 3 * $1 }
    func apply(_ operands: [Tensor]) -> Tensor { .recording(node.primitive, operands) }
    let difference = apply(mixed) - (2 * apply(operands) + 3 * apply(other))
    let varying = Set(positions.flatMap { [operands[$0], other[$0]] })
    for _ in 0..<6 {
      var bindings: Bindings<Double> = [:]
      for leaf in difference.inputs where !leaf.node.holdsIndices {
        // Zeros among what varies: a condition is one.
        let lengths = leaf.node.shape.extents.map { if case .fixed(let length) = $0 { length } else { 0 } }
        let numbers = (0..<lengths.reduce(1, *)).map { _ in
          let isZero = varying.contains(leaf) && generator.uniform() < 0.3
          return isZero ? 0 : 6 * generator.uniform() - 3
        }
        bindings[leaf] = try NDArray(shape: lengths, elements: numbers)
      }
      do {
        let found = try difference.evaluate(at: bindings).elements
        if !found.allSatisfy({ $0.magnitude < 1e-11 }) { return false }
      } catch is ChainRuleError {
        // A matrix that has no inverse has none to be linear.
        return false
      }
    }
    return true
  }

  /// Some applications of each primitive of a family, as the sweeps have them, to operands of fixed shapes.
  static func nodes(_ family: SweepFamily) throws -> [String: [Node]] {
    var generator = SeededGenerator(seed: 0)
    var nodes: [String: [Node]] = [:]
    for sweep in family.cases {
      let sample = try SweepSample(sweep, &generator)
      for node in Traversal(from: [sample.output.node]).nodes where SweepFamily.of(node.primitive) == family {
        let isFixed = ([node.shape] + node.inputs.map(\.shape)).allSatisfy {
          $0.symbols.isEmpty && $0.fixedCount > 1
        }
        let isBound = node.inputs.contains { input in
          if case .leaf(.indices) = input.primitive { true } else { false }
        }
        if isFixed && !isBound && nodes[node.primitive.family.name, default: []].count < 6 {
          nodes[node.primitive.family.name, default: []].append(node)
        }
      }
    }
    return nodes
  }

  @Test(
    "An operation is linear in what its family says, and in nothing else", arguments: SweepFamily.allCases)
  func families(_ family: SweepFamily) throws {
    var generator = SeededGenerator(seed: 11)
    for (name, nodes) in try Self.nodes(family).sorted(by: { $0.key < $1.key }) {
      let numbers = nodes[0].inputs.indices.filter { !nodes[0].inputs[$0].holdsIndices }
      for positions in numbers.map({ [$0] }) + (numbers.count > 1 ? [numbers] : []) {
        let told = nodes[0].primitive.family.linearity.holds(in: positions)
        // A constant to differentiation; 0 nearly everywhere; and the author of a custom operation says nothing of it.
        if family == .stopGradient || family == .comparison || family == .custom {
          #expect(!told)
          continue
        }
        let found = try nodes.filter { $0.inputs.count == nodes[0].inputs.count }.map {
          try Self.isLinear($0, in: positions, &generator)
        }
        #expect(told == found.allSatisfy { $0 }, "\(name) in \(positions)")
      }
    }
  }

  @Test("A mistake is found: a square is not linear, and a sum is")
  func planted() throws {
    var generator = SeededGenerator(seed: 12)
    let x = Tensor.input("x", shape: [3])
    #expect(try !Self.isLinear(squared(x).node, in: [0], &generator))
    #expect(try Self.isLinear(sum(x).node, in: [0], &generator))
    #expect(try !Self.isLinear((x * x).node, in: [0, 1], &generator))
  }
}
