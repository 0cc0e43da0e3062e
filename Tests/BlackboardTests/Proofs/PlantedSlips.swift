import ChainRule

/// Random expressions, slips planted into them, and rewritings that change nothing.
struct PlantedSlips {
  private var generator: SeededGenerator
  private let vectors: [Tensor]
  private let matrices: [Tensor]
  private let scalars: [Tensor]

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    vectors = ["u", "v", "w"].map { Tensor.parameter($0, shape: [.symbol("n")]) }
    matrices = ["A", "B"].map { Tensor.parameter($0, shape: [.symbol("n"), .symbol("n")]) }
    scalars = ["a", "b"].map { Tensor.parameter($0, shape: []) }
  }

  mutating func below(_ count: Int) -> Int { Int(generator.next() >> 33) % count }

  /// A tree of operations whose value is a vector, so that slips can be put anywhere.
  indirect enum Tree {
    case vector(Int)
    case sum(Tree, Tree)
    case difference(Tree, Tree)
    case product(Tree, Tree)
    case scaled(Int, Tree)
    case number(Int, Tree)
    case mapped(Int, Tree)
    case matrix(Int, isTransposed: Bool, Tree)
    case weighted(Tree, Tree, Tree)
    case mean(Tree, Tree)
    case quotient(Tree, Tree)
  }

  mutating func tree(_ depth: Int) -> Tree {
    if depth == 0 { return .vector(below(3)) }
    switch below(12) {
    case 0, 1: return .sum(tree(depth - 1), tree(depth - 1))
    case 2: return .difference(tree(depth - 1), tree(depth - 1))
    case 3: return .product(tree(depth - 1), tree(depth - 1))
    case 4: return .scaled(below(2), tree(depth - 1))
    case 5: return .number(2 + below(3), tree(depth - 1))
    case 6: return .mapped(below(6), tree(depth - 1))
    case 7, 8: return .matrix(below(2), isTransposed: below(2) == 0, tree(depth - 1))
    case 9: return .weighted(tree(depth - 1), .vector(below(3)), .vector(below(3)))
    case 10: return .mean(tree(depth - 1), .vector(below(3)))
    default: return .quotient(tree(depth - 1), .vector(below(3)))
    }
  }

  func tensor(_ tree: Tree) -> Tensor {
    switch tree {
    case .vector(let number): vectors[number]
    case .sum(let a, let b): tensor(a) + tensor(b)
    case .difference(let a, let b): tensor(a) - tensor(b)
    case .product(let a, let b): tensor(a) * tensor(b)
    case .scaled(let number, let a): scalars[number] * tensor(a)
    case .number(let factor, let a): factor * tensor(a)
    case .mapped(let function, let a):
      switch function {
      case 0: tanh(tensor(a))
      case 1: sigmoid(tensor(a))
      case 2: exp(tensor(a))
      case 3: sin(tensor(a))
      case 4: squared(tensor(a))
      default: softplus(tensor(a))
      }
    case .matrix(let number, let isTransposed, let a):
      (isTransposed ? matrices[number].transposed() : matrices[number]) • tensor(a)
    case .weighted(let a, let b, let c): (tensor(b) • tensor(c)) * tensor(a)
    case .mean(let a, let b): ChainRule.mean(tensor(a)) * tensor(b)
    case .quotient(let a, let b): tensor(a) / (1 + squared(tensor(b)))
    }
  }

  /// The tree with one change, somewhere.
  mutating func slipped(_ tree: Tree) -> Tree {
    let goesOn = below(3) != 0
    switch tree {
    case .vector(let number): return below(2) == 0 ? .vector((number + 1) % 3) : .number(2, tree)
    case .sum(let a, let b):
      if goesOn { return below(2) == 0 ? .sum(slipped(a), b) : .sum(a, slipped(b)) }
      return [.difference(a, b), a, b][below(3)]
    case .difference(let a, let b):
      if goesOn { return below(2) == 0 ? .difference(slipped(a), b) : .difference(a, slipped(b)) }
      return [.sum(a, b), a, .difference(b, a)][below(3)]
    case .product(let a, let b):
      if goesOn { return below(2) == 0 ? .product(slipped(a), b) : .product(a, slipped(b)) }
      return [a, .sum(a, b)][below(2)]
    case .scaled(let number, let a):
      return goesOn ? .scaled(number, slipped(a)) : [a, .scaled(1 - number, a)][below(2)]
    case .number(let factor, let a):
      return goesOn
        ? .number(factor, slipped(a)) : [a, .number(factor + 1, a), .number(-factor, a)][below(3)]
    case .mapped(let function, let a):
      return goesOn ? .mapped(function, slipped(a)) : .mapped((function + 1) % 6, a)
    case .matrix(let number, let isTransposed, let a):
      if goesOn { return .matrix(number, isTransposed: isTransposed, slipped(a)) }
      return [
        .matrix(number, isTransposed: !isTransposed, a), .matrix(1 - number, isTransposed: isTransposed, a),
      ][below(2)]
    case .weighted(let a, let b, let c):
      return goesOn ? .weighted(slipped(a), b, c) : [.weighted(a, slipped(b), c), a][below(2)]
    case .mean(let a, let b): return goesOn ? .mean(slipped(a), b) : .mean(a, slipped(b))
    case .quotient(let a, let b):
      return goesOn ? .quotient(slipped(a), b) : [a, .product(a, b)][below(2)]
    }
  }

  /// The same value written in another way.
  mutating func rewritten(_ tree: Tree) -> Tensor {
    switch tree {
    case .vector(let number): return vectors[number]
    case .sum(let a, let b): return rewritten(b) + rewritten(a)
    case .difference(let a, let b): return -(rewritten(b) - rewritten(a))
    case .product(let a, let b):
      // Products with sums are multiplied out.
      if case .sum(let first, let second) = b {
        return rewritten(a) * rewritten(first) + rewritten(second) * rewritten(a)
      }
      return rewritten(b) * rewritten(a)
    case .scaled(let number, let a): return rewritten(a) * scalars[number]
    case .number(let factor, let a): return rewritten(a) + (factor - 1) * rewritten(a)
    case .mapped(let function, let a):
      let x = rewritten(a)
      switch function {
      case 0: return 2 * sigmoid(2 * x) - 1
      case 1: return exp(x) / (1 + exp(x))
      case 2: return 1 / exp(-x)
      case 3: return -sin(-x)
      case 4: return x * x
      default: return x + log(1 + exp(-x))
      }
    case .matrix(let number, let isTransposed, let a):
      let x = rewritten(a)
      return isTransposed ? x • matrices[number] : x • matrices[number].transposed()
    case .weighted(let a, let b, let c): return rewritten(a) * sum(rewritten(c) * rewritten(b))
    case .mean(let a, let b): return sum(rewritten(a)) / Tensor.extent(.symbol("n")) * rewritten(b)
    case .quotient(let a, let b): return rewritten(a) * (1 / (squared(rewritten(b)) + 1))
    }
  }
}
