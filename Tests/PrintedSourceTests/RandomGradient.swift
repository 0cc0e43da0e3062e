import ChainRule

/// A gradient of a random loss in which one operation of a catalogue has its turn, and the data to evaluate it on.
///
/// Everything follows from the number alone. All leaves lie between 0.2 and 0.9, and each operation is written so that
/// its values and derivatives stay finite for any operands.
struct RandomGradient {
  /// How many there are: each operation of the catalogue has a turn, and most have several parts in others.
  static let count = 200
  /// As many as that, and Jacobians, Hessians and gradients for each row, which record operations on stacks.
  static let countWithOthers = 260

  /// The gradient; from `count` on a derivative of another kind.
  let gradient: Tensor
  let leaves: RandomLeaves

  init(number: Int) throws {
    leaves = RandomLeaves()
    var draw = RandomOperands(leaves: leaves, seed: UInt64(number))
    let catalogue = Catalogue.all
    let featured = catalogue[number % catalogue.count](&draw)
    let companion = catalogue[Int(draw.generator.uniform() * Double(catalogue.count))](&draw)
    let loss = sum(squared(featured)) / 4 + mean(sin(featured)) * 0.5 + mean(companion)
    let variable = draw.variable(of: featured)
    if number >= Self.count {
      gradient = try Self.other(kind: number % 3, featured, loss, variable)
      return
    }
    let first = try loss.gradient(withRespectTo: [variable])[variable]
    // Every fourth is a derivative of a derivative.
    guard draw.generator.uniform() < 0.25 else {
      gradient = first
      return
    }
    let weighed = mean(first * cos(draw.scalar()))
    let second = draw.variable(of: weighed)
    gradient = try weighed.gradient(withRespectTo: [second])[second]
  }

  private static func other(
    kind: Int, _ featured: Tensor, _ loss: Tensor, _ variable: Tensor
  ) throws -> Tensor {
    let hasRows = try loss.inputs.contains { try $0.shape.extents.first == .batch }
    switch kind {
    case 0: return try featured.jacobian(withRespectTo: variable)
    case 1 where try hasRows && variable.shape.extents.first != .batch:
      return try loss.perExampleGradient(withRespectTo: [variable])[variable]
    default: return try loss.hessian(withRespectTo: variable)
    }
  }
}

/// What random gradients are made of: inputs, parameters and labels, some with names that are no identifiers.
struct RandomLeaves {
  let X = Tensor.input("X", shape: [.batch, 3])
  let y = Tensor.input("y", shape: [.batch])
  let v = Tensor.input("sum", shape: [3])
  let w = Tensor.parameter("ŵ₁", shape: [3])
  let b = Tensor.parameter("learning rate", shape: [])
  let V = Tensor.parameter("V", shape: [3, 2])
  let A = Tensor.parameter("A", shape: [3, 3])
  let k = Tensor.indices("in", shape: [.batch], below: 3)

  /// Numbers for all of them.
  func bindings(seed: UInt64) throws -> Bindings<Double> {
    var bindings = Bindings<Double>()
    for (leaf, shape) in [(X, [4, 3]), (y, [4]), (v, [3]), (w, [3]), (b, []), (V, [3, 2]), (A, [3, 3])] {
      bindings[leaf] = try .uniform(in: 0.2..<0.9, shape: shape, seed: seed &+ UInt64(shape.count))
    }
    bindings.bind([2, 0, 1, 2], to: k)
    return bindings
  }
}

/// Random operands of known shapes.
struct RandomOperands {
  let leaves: RandomLeaves
  var generator: SeededGenerator

  init(leaves: RandomLeaves, seed: UInt64) {
    self.leaves = leaves
    generator = SeededGenerator(seed: seed)
  }

  /// A leaf among those of `tensor`.
  mutating func variable(of tensor: Tensor) -> Tensor {
    one(of: (tensor.inputs + tensor.parameters).filter { $0 != leaves.k })
  }

  mutating func one(of choices: [Tensor]) -> Tensor {
    choices[Int(generator.uniform() * Double(choices.count))]
  }

  /// A number that is not a short one.
  mutating func number() -> Double { 0.25 + generator.uniform() }

  mutating func scalar() -> Tensor { one(of: [leaves.b, mean(leaves.w), leaves.y[.newAxis].summed()]) }

  /// Three elements.
  mutating func vector() -> Tensor {
    one(of: [leaves.v, leaves.w, leaves.w * leaves.b, tanh(leaves.v + leaves.w), (leaves.v / 2).named("z")])
  }

  /// One element for each row.
  mutating func rows() -> Tensor {
    one(of: [leaves.y, leaves.X • leaves.w, leaves.y * leaves.b, (leaves.X • leaves.v + leaves.b).named("ŷ")])
  }

  /// Three elements for each row.
  mutating func table() -> Tensor {
    one(of: [leaves.X, leaves.X * leaves.w, sin(leaves.X + leaves.b), leaves.X • leaves.A])
  }

  /// A square matrix far from a singular one.
  mutating func square() -> Tensor {
    one(of: [leaves.A, leaves.A * leaves.w, outer(leaves.v, leaves.w)]) + diagonalMatrix(3 + leaves.v)
  }

  /// Operands of a function of numbers.
  mutating func any() -> Tensor {
    switch Int(generator.uniform() * 4) {
    case 0: vector()
    case 1: rows()
    case 2: table()
    default: leaves.V
    }
  }
}

extension Tensor {
  fileprivate func summed() -> Tensor { mean(squared(self)) }
}
