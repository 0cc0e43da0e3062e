public import ChainRule

/// Decides whether two expressions are equal for all numbers and all lengths.
///
/// ```swift
/// let X = Tensor.input("X", shape: [.batch, .symbol("m")])
/// let y = Tensor.input("y", shape: [.batch])
/// let w = Tensor.parameter("w", shape: [.symbol("m")])
/// let slope = try mean(squared(X • w - y)).gradient(withRespectTo: [w])[w]
/// let N = Tensor.extent(.batch)
/// try prove(slope, equals: 2 / N * (X.transposed() • (X • w - y))).verdict  // proved
/// print(try prove(slope, equals: 2 * (X.transposed() • (X • w - y))).fault?.kind.rawValue ?? "")
/// // a length is wrong: Σ for mean, or mean for Σ
/// ```
///
/// - Parameters:
///   - left: What is right, such as a derivative.
///   - right: What is claimed to be equal to it. Shapes that differ are refuted.
///   - assumptions: What is given of symbols: the proof holds where it is true.
/// - Throws: The error of an invalid tensor, or of an assumption that does not fit its symbol. Expressions that cannot be
///   decided are no error.
/// - Complexity: Products of sums are multiplied out; what would have too many terms is undecided, not slow.
public func prove(
  _ left: Tensor, equals right: Tensor, assuming assumptions: [Assumption] = []
) throws -> Proof {
  let shapes = (try left.shape, try right.shape)
  for assumption in assumptions { try assumption.validate() }
  if shapes.0 != shapes.1 {
    let fault = Fault(kind: .shape, right: "\(shapes.0)", wrong: "\(shapes.1)")
    return Proof(
      verdict: .refuted, conditions: [], rules: [], counterexample: nil, fault: fault, reason: nil,
      agreements: 0)
  }
  let unnamed = assumptions.map { assumption -> Assumption in
    switch assumption {
    case .positive(let tensor): .positive(tensor.unnamed)
    case .symmetric(let tensor): .symmetric(tensor.unnamed)
    }
  }
  return Prover(left, right, unnamed).proof()
}

/// The way to a verdict: normal forms, points, and the terms of the difference.
struct Prover {
  private let left: Tensor
  private let right: Tensor
  private let given: [Assumption]
  private let points: PointSearch
  private let algebra = IndexAlgebra()

  /// How long a difference is looked at that is not written as 0.
  private static let mostSteps = 20_000

  init(_ left: Tensor, _ right: Tensor, _ given: [Assumption]) {
    self.left = left
    self.right = right
    self.given = given
    let implied = Domain.positives(of: [left, right]).map { Assumption.positive($0) }
    points = PointSearch(left, right, given + implied.filter { !given.contains($0) })
  }

  /// What the normal forms say.
  private enum Comparison {
    case equal(ties: [Factor])
    case different(Polynomial)
    case none(String)
  }

  func proof() -> Proof {
    // A point decides at once, and nothing is called proved that has not been computed.
    let (agreements, difference) = points.agreements(3)
    if let difference { return refuted(difference, fault()) }
    let comparison = compared()
    if case .equal = comparison {
    } else if let difference = points.counterexample() {
      return refuted(difference, fault())
    }
    switch comparison {
    case .equal(let ties):
      if agreements == 0 {
        return undecided("the normal forms agree, but no point was found at which both sides are defined", 0)
      }
      return Proof(
        verdict: .proved, conditions: conditions(ties), rules: algebra.rules, counterexample: nil, fault: nil,
        reason: nil, agreements: agreements)
    case .different(let rest):
      let text = TermPrinter(algebra: algebra).text(of: rest, atMost: 4).unicode
      return undecided("no rule that is known here shows that \(text) is 0", agreements)
    case .none(let reason): return undecided(reason, agreements)
    }
  }

  /// The normal forms of both sides.
  private func forms() throws -> [Polynomial] {
    for assumption in points.assumptions {
      let node = assumption.tensor.node
      let number = algebra.symbolNumber(.node(node.identity), of: node)
      switch assumption {
      case .positive: algebra.positives.insert(number)
      case .symmetric: algebra.symmetric.insert(number)
      }
    }
    return try NormalForm(algebra: algebra).polynomials(of: [left, right])
  }

  /// What is wrong with the right side, if the terms show it.
  private func fault() -> Fault? {
    guard let forms = try? forms() else { return nil }
    return FaultSearch(algebra: algebra).fault(in: forms[1], insteadOf: forms[0])
  }

  private func compared() -> Comparison {
    do {
      let forms = try forms()
      let difference = try algebra.minus(forms[0], forms[1])
      if try algebra.within(Self.mostSteps, { try algebra.vanishes(difference) }) ?? false {
        return .equal(ties: [])
      }
      let (rest, ties) = algebra.withoutTies(difference)
      if !ties.isEmpty, try algebra.within(Self.mostSteps, { try algebra.vanishes(rest) }) ?? false {
        return .equal(ties: ties)
      }
      return .different(difference)
    } catch let intractable as Intractable {
      return .none(intractable.reason)
    } catch {
      return .none("\(error)")
    }
  }

  private func refuted(_ counterexample: Counterexample, _ fault: Fault?) -> Proof {
    Proof(
      verdict: .refuted, conditions: [], rules: [], counterexample: counterexample, fault: fault, reason: nil,
      agreements: 0)
  }

  private func undecided(_ reason: String, _ agreements: Int) -> Proof {
    Proof(
      verdict: .undecided, conditions: [], rules: [], counterexample: nil, fault: nil, reason: reason,
      agreements: agreements)
  }

  private func conditions(_ ties: [Factor]) -> [String] {
    let printer = TermPrinter(algebra: algebra)
    var conditions: [String] = []
    for assumption in given {
      if case .symmetric(let tensor) = assumption { conditions.append("\(tensor.label) = \(tensor.label)ᵀ") }
    }
    for number in algebra.usedPositives.sorted() {
      conditions.append("\(Tensor(algebra.symbols[number]).label) > 0")
    }
    for factor in ties {
      if case .zero(let p) = algebra.atoms[factor.atom] {
        conditions.append("\(printer.text(of: p).unicode) ≠ 0")
      }
    }
    for atom in algebra.divided.sorted() {
      let names = algebra.divisor(atom)
      if let names { conditions.append("\(printer.text(of: names).unicode) ≠ 0") }
    }
    return conditions
  }
}

extension IndexAlgebra {
  /// What has to be other than 0, where something was divided by this atom; nil if it always is.
  fileprivate func divisor(_ atom: Int) -> Polynomial? {
    switch atoms[atom] {
    case .symbol(let number):
      if positives.contains(number) { return nil }
      let shape = symbols[number].shape
      let axes = shape.extents.map { length($0) }
      return try? factor(
        atom, axes.enumerated().map { extents[$1] == 1 ? .at(0) : .free($0) }, on: axes)
    case .base(let p): return sign(of: p) == .positive ? nil : p
    case .determinant: return try? factor(atom, [], on: [])
    default: return nil
    }
  }
}

/// Where an expression is defined at all.
enum Domain {
  /// Leaves that have to be positive for the whole to be defined: those under a logarithm or a root.
  ///
  /// What a selection may leave out has to be nothing.
  static func positives(of tensors: [Tensor]) -> [Tensor] {
    let nodes = Traversal(from: tensors.map(\.node)).nodes
    var positives: [Tensor] = []
    for node in nodes {
      switch node.primitive {
      case .select(let select) where !select.isGuard: return []
      case .elementwise(.log), .elementwise(.sqrt):
        let operand = Tensor(node.inputs[0]).unnamed
        switch operand.node.primitive {
        case .leaf(.input), .leaf(.parameter):
          if !positives.contains(operand) { positives.append(operand) }
        default: break
        }
      default: break
      }
    }
    return positives
  }
}
