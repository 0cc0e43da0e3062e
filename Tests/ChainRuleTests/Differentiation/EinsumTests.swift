import ChainRule
import Testing

@Suite("Einstein's notation")
struct EinsumTests {
  struct Equation: Sendable, CustomTestStringConvertible {
    let text: String
    let shapes: [[Int]]
    var testDescription: String { "\(text) of \(shapes)" }

    init(_ text: String, _ shapes: [Int]...) {
      self.text = text
      self.shapes = shapes
    }
  }

  static let equations: [Equation] = [
    Equation("i->i", [3]), Equation("i->", [3]), Equation("i", [3]), Equation("->", []), Equation("", []),
    Equation("ij->ji", [2, 3]), Equation("ji", [2, 3]), Equation("ba", [2, 3]), Equation("ij->j", [2, 3]),
    Equation("ij->", [2, 3]), Equation("ii", [3, 3]), Equation("ii->i", [3, 3]),
    Equation("iji->j", [2, 3, 2]),
    Equation("iij->ij", [2, 2, 3]), Equation("iii->i", [2, 2, 2]), Equation("iii", [2, 2, 2]),
    Equation("iijj->ij", [2, 2, 3, 3]), Equation("ijkl->lkji", [1, 2, 3, 2]), Equation("ijk->ki", [2, 3, 4]),
    Equation("i,i->", [3], [3]), Equation("i,i", [3], [3]), Equation("i,i->i", [3], [3]),
    Equation("i,j->ij", [3], [2]), Equation("i,j->ji", [3], [2]), Equation("i,j->", [3], [2]),
    Equation("i,j->i", [3], [2]), Equation("i,j", [3], [2]), Equation("ij,j->i", [2, 3], [3]),
    Equation("ij,i->j", [2, 3], [2]), Equation("ij,jk->ik", [2, 3], [3, 4]),
    Equation("ij,jk", [2, 3], [3, 4]),
    Equation("ij,jk->ki", [2, 3], [3, 4]), Equation("ij,kj->ik", [2, 3], [4, 3]),
    Equation("ji,jk->ik", [3, 2], [3, 4]), Equation("ij,ij->ij", [2, 3], [2, 3]),
    Equation("ij,ij->", [2, 3], [2, 3]), Equation("ij,ji->", [2, 3], [3, 2]),
    Equation("ij,kl->ikjl", [2, 2], [1, 3]),
    Equation("bij,bjk->bik", [2, 2, 3], [2, 3, 2]), Equation("bij,jk->bik", [2, 2, 3], [3, 2]),
    Equation("ij,bjk->bik", [2, 3], [2, 3, 2]), Equation("bij,bij->b", [2, 2, 3], [2, 2, 3]),
    Equation("ijk,jkl->il", [2, 3, 2], [3, 2, 4]), Equation("abij,abjk->abik", [1, 2, 2, 2], [1, 2, 2, 3]),
    Equation("ii,ij->j", [2, 2], [2, 3]), Equation("ij,jj->i", [2, 3], [3, 3]), Equation("i,->i", [3], []),
    Equation(",->", [], []), Equation("i,ij,j->", [2], [2, 3], [3]),
    Equation("ij,jk,kl->il", [2, 3], [3, 2], [2, 4]),
    Equation("ij,jk,kl", [2, 3], [3, 2], [2, 4]), Equation("i,i,i->i", [3], [3], [3]),
    Equation("i,j,k->kji", [2], [3], [2]),
    Equation("ij,ik,il->jkl", [2, 2], [2, 3], [2, 2]),
    Equation("bi,bj,ijk->bk", [2, 2], [2, 3], [2, 3, 2]),
    Equation("ab,bc,cd,de->ae", [1, 2], [2, 3], [3, 2], [2, 2]), Equation("Aa,aB->AB", [2, 3], [3, 2]),
    Equation("aA", [2, 3]), Equation(" i j , j k -> i k ", [2, 3], [3, 2]), Equation("ij,j->i", [2, 0], [0]),
    Equation("ij,j->i", [0, 2], [2]), Equation("i,j->ij", [0], [2]), Equation("ij->", [0, 2]),
    Equation("ii", [0, 0]),
  ]

  /// The sum over all values of all letters, written as loops.
  private static func naive(_ text: String, _ operands: [NDArray<Double>]) throws -> NDArray<Double> {
    let plain = text.filter { $0 != " " }
    let arrow = plain.firstRange(of: "->")
    let inputs = (arrow.map { plain[..<$0.lowerBound] } ?? plain[...])
      .split(separator: ",", omittingEmptySubsequences: false).map(Array.init)
    let all = inputs.flatMap { $0 }
    let output =
      arrow.map { Array(plain[$0.upperBound...]) }
      ?? Set(all).filter { letter in all.count { $0 == letter } == 1 }.sorted()
    var lengths: [Character: Int] = [:]
    for (letters, operand) in zip(inputs, operands) {
      for (letter, length) in zip(letters, operand.shape) { lengths[letter] = length }
    }
    let shape = output.map { lengths[$0] ?? 0 }
    var elements = Array(repeating: 0.0, count: shape.reduce(1, *))
    let letters = lengths.keys.sorted()
    for values in Reference.indices(letters.map { lengths[$0] ?? 0 }) {
      let value = Dictionary(uniqueKeysWithValues: zip(letters, values))
      func offset(_ letters: [Character]) -> Int {
        letters.reduce(0) { $0 * (lengths[$1] ?? 0) + (value[$1] ?? 0) }
      }
      elements[offset(output)] += zip(inputs, operands).reduce(1.0) { $0 * $1.1.elements[offset($1.0)] }
    }
    return try NDArray(shape: shape, elements: elements)
  }

  private static func draw(_ equation: Equation, seed: UInt64) throws -> [NDArray<Double>] {
    try equation.shapes.enumerated().map { try .drawn($1, seed: seed + UInt64($0), in: -1..<1) }
  }

  private static func apply(_ text: String, _ x: [Tensor]) throws -> Tensor {
    switch x.count {
    case 0: einsum(text)
    case 1: einsum(text, x[0])
    case 2: einsum(text, x[0], x[1])
    case 3: einsum(text, x[0], x[1], x[2])
    default: einsum(text, x[0], x[1], x[2], x[3])
    }
  }

  @Test("Values are those of loops over all letters", arguments: equations)
  func values(_ equation: Equation) throws {
    let arrays = try Self.draw(equation, seed: 1)
    let found = try Self.apply(equation.text, arrays.map { Tensor.constant($0) }).evaluate()
    let expected = try Self.naive(equation.text, arrays)
    #expect(found.shape == expected.shape)
    #expect(found.isClose(to: expected, 1e-13), "\(found) against \(expected)")
  }

  @Test("It is linear in each operand: the tangent is the same sum of the direction", arguments: equations)
  func derivatives(_ equation: Equation) throws {
    let arrays = try Self.draw(equation, seed: 1)
    let directions = try Self.draw(equation, seed: 11)
    let leaves = arrays.enumerated().map {
      Tensor.parameter("x\($0)", shape: Shape($1.shape), initial: $1)
    }
    let result = try Self.apply(equation.text, leaves)
    for position in arrays.indices {
      var replaced = arrays
      replaced[position] = directions[position]
      let expected = try Self.naive(equation.text, replaced)
      let direction = Tensor.constant(directions[position])
      let tangent = try result.jacobianVectorProduct(withRespectTo: [leaves[position]], along: [direction])
      #expect(try tangent.evaluate().isClose(to: expected, 1e-13), "operand \(position)")
      // ⟨c, J t⟩ = ⟨Jᵀ c, t⟩.
      let cotangent = try NDArray<Double>.drawn(expected.shape, seed: 21, in: -1..<1)
      let pulled = try result.vectorJacobianProduct(
        of: Tensor.constant(cotangent), withRespectTo: [leaves[position]]
      ).derivatives[0].evaluate()
      let left = zip(cotangent.elements, expected.elements).reduce(0) { $0 + $1.0 * $1.1 }
      let right = zip(pulled.elements, directions[position].elements).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(Swift.abs(left - right) < 1e-12, "operand \(position)")
    }
  }

  @Test("Rows and other symbols are letters like any other")
  func symbols() throws {
    let X = Tensor.input("X", shape: [.batch, 2])
    let Z = Tensor.input("Z", shape: [.batch, .symbol("m")])
    let data: NDArray<Double> = [[1, 2], [3, 4], [5, 6]]
    let wide: NDArray<Double> = [[1, 0, 2, 0], [0, 1, 0, 2], [1, 1, 1, 1]]
    for (text, shape) in [
      ("ni,nm->im", [2, .symbol("m")] as Shape), ("ni,nm->nim", [.batch, 2, .symbol("m")]),
      ("ni,nm->n", [.batch]),
      ("ni,nm->m", [.symbol("m")]), ("ni,nm->", []), ("ni,nm", [2, .symbol("m")]),
    ] {
      let result = einsum(text, X, Z)
      #expect(try result.shape == shape, "\(text)")
      let found = try result.evaluate(at: [X: data, Z: wide])
      #expect(found.isClose(to: try Self.naive(text, [data, wide])), "\(text)")
      let gradient = try sum(squared(result)).gradient(withRespectTo: [X, Z])
      #expect(try gradient[X].shape == X.shape && gradient[Z].shape == Z.shape, "\(text)")
    }
    #expect(
      try einsum("ni,mi->nm", X, X).evaluate(at: [X: data]) == [[5, 11, 17], [11, 25, 39], [17, 39, 61]])
  }
}
