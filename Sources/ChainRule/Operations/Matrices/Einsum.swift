/// Returns the sum of products that Einstein's notation describes, such as `"ij,jk->ik"`.
///
/// Each letter names an axis. A letter that the result does not have is summed over; without `->`, the result has
/// the letters that occur once, in alphabetical order. A letter twice in one operand takes its diagonal. Operands
/// are multiplied from the first to the last, as matrix products where the axes allow it.
///
/// ```swift
/// let A = Tensor.constant([[1, 2], [3, 4]])
/// let v = Tensor.constant([1, 10])
/// try einsum("ij,j->i", A, v).evaluate()     // [21. 43.]
/// try einsum("ii", A).evaluate()             // 5.0
/// try einsum("i,ij,j->", v, A, v).evaluate() // 451.0
/// ```
///
/// - Parameters:
///   - equation: The letters of the axes of each operand, separated by commas, and perhaps of the result.
///   - operands: One tensor for each list of letters.
///   - file: Where an error says that this was called.
///   - line: Where an error says that this was called.
/// - Shape: The extents of the letters of the result.
/// - Derivative: That of the products and sums that it is composed of.
public func einsum(
  _ equation: String, _ operands: Tensor..., file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  let location = ChainRuleError.Location(file, line)
  if let invalid = operands.first(where: { $0.invalidity != nil }) {
    return invalid.located(at: location)
  }
  do {
    let plan = try Einsum(equation, operands, location)
    return try plan.result(operands)
  } catch {
    return .invalid(error)
  }
}

/// The letters of an equation, checked against its operands.
private struct Einsum {
  /// A tensor with a distinct letter for each of its axes.
  private struct Term {
    var tensor: Tensor
    var letters: [Character]
  }

  private let equation: String
  private let location: ChainRuleError.Location
  private var inputs: [[Character]] = []
  private var output: [Character] = []
  private var extents: [Character: Shape.Extent] = [:]

  init(
    _ equation: String, _ operands: [Tensor], _ location: ChainRuleError.Location
  ) throws(ChainRuleError) {
    self.equation = equation
    self.location = location
    let plain = equation.filter { $0 != " " }
    var sides = [plain]
    if let arrow = plain.firstIndex(of: "-"), plain[arrow...].dropFirst().first == ">" {
      sides = [String(plain[..<arrow]), String(plain[plain.index(arrow, offsetBy: 2)...])]
    }
    inputs = sides[0].split(separator: ",", omittingEmptySubsequences: false).map(Array.init)
    if let odd = (sides.joined()).first(where: { !($0.isLetter && $0.isASCII) && $0 != "," }) {
      throw refuse("\(odd) is not a letter", "name axes with the letters a to z and A to Z, as in ij,jk->ik")
    }
    if sides.count == 2 && sides[1].contains(",") {
      throw refuse("there is a comma in the result", "it is one tensor, with one list of letters")
    }
    guard inputs.count == operands.count else {
      throw refuse(
        "lists of letters and operands differ in number: \(inputs.count) and \(operands.count)",
        "give each operand its letters, separated by commas")
    }
    for (letters, operand) in zip(inputs, operands) { try learn(letters, operand) }
    output = sides.count == 2 ? Array(sides[1]) : implied
    if let unknown = output.first(where: { extents[$0] == nil }) {
      throw refuse("the result has the letter \(unknown), which no operand has", "take it from an operand")
    }
    if Set(output).count != output.count {
      throw refuse("the result names a letter twice", "name each of its axes once")
    }
  }

  private func refuse(_ problem: String, _ mend: String, _ operand: Tensor? = nil) -> ChainRuleError {
    let shown = equation.count > 60 ? equation.prefix(60) + "…" : equation[...]
    return ChainRuleError(
      .axis, in: "einsum", operands: "\"\(shown)\"" + (operand.map { " of \($0.labelled)" } ?? ""),
      problem: problem, mend: mend, at: location)
  }

  private mutating func learn(_ letters: [Character], _ operand: Tensor) throws(ChainRuleError) {
    let shape = operand.node.shape
    guard letters.count == shape.rank else {
      throw refuse(
        "\(letters.count) letters name \(shape.rank) axes", "give one letter for each axis", operand)
    }
    for (letter, extent) in zip(letters, shape.extents) {
      if let known = extents[letter], known != extent {
        throw refuse("\(letter) is \(known) and \(extent)", "one letter stands for one length", operand)
      }
      extents[letter] = extent
    }
  }

  /// The letters that occur once among all operands, in alphabetical order.
  private var implied: [Character] {
    let all = inputs.joined()
    return Set(all).filter { letter in all.count { $0 == letter } == 1 }.sorted()
  }

  func result(_ operands: [Tensor]) throws(ChainRuleError) -> Tensor {
    var terms = zip(operands, inputs).map { Self.withoutRepeats(Term(tensor: $0, letters: $1)) }
    var product = terms.removeFirst()
    while !terms.isEmpty {
      let next = terms.removeFirst()
      let needed = Set(output + terms.flatMap(\.letters))
      product = multiplied(
        summed(product, keeping: needed.union(next.letters)),
        summed(next, keeping: needed.union(product.letters)),
        needed)
    }
    let last = summed(product, keeping: Set(output))
    return Self.arranged(last, output)
  }

  /// Diagonals in place of letters that one operand has twice.
  private static func withoutRepeats(_ term: Term) -> Term {
    var term = term
    while let letter = term.letters.first(where: { letter in term.letters.count { $0 == letter } > 1 }) {
      let axes = term.letters.indices.filter { term.letters[$0] == letter }.prefix(2)
      let others = term.letters.indices.filter { !axes.contains($0) }
      term.tensor = diagonal(term.tensor.transposed(axes: others + axes))
      term.letters = others.map { term.letters[$0] } + [letter]
    }
    return term
  }

  private func summed(_ term: Term, keeping needed: Set<Character>) -> Term {
    let axes = term.letters.indices.filter { !needed.contains(term.letters[$0]) }
    if axes.isEmpty { return term }
    return Term(tensor: sum(term.tensor, along: Axes(axes)), letters: term.letters.filter(needed.contains))
  }

  private static func arranged(_ term: Term, _ letters: [Character]) -> Tensor {
    if term.letters == letters { return term.tensor }
    return term.tensor.transposed(axes: letters.compactMap { term.letters.firstIndex(of: $0) })
  }

  /// The product of two terms, summed over the letters of both that nothing needs any more.
  private func multiplied(_ left: Term, _ right: Term, _ needed: Set<Character>) -> Term {
    let shared = left.letters.filter(right.letters.contains)
    let batch = shared.filter(needed.contains)
    let inner = shared.filter { !needed.contains($0) }
    let rows = left.letters.filter { !shared.contains($0) }
    let columns = right.letters.filter { !shared.contains($0) }
    let letters = batch + rows + columns
    guard let m = merged(rows), let k = merged(inner), let n = merged(columns), !inner.isEmpty else {
      let all = batch + rows + columns + inner
      let product = spread(left, over: all) * spread(right, over: all)
      return summed(Term(tensor: product, letters: all), keeping: Set(letters))
    }
    let front = batch.compactMap { extents[$0] }
    let a = Self.arranged(left, batch + rows + inner).reshaped(to: Shape(front + [m, k]))
    let b = Self.arranged(right, batch + inner + columns).reshaped(to: Shape(front + [k, n]))
    return Term(tensor: (a • b).reshaped(to: Shape(letters.compactMap { extents[$0] })), letters: letters)
  }

  /// The extent of several axes taken as one; nil if it is not known, because one of several is a symbol.
  private func merged(_ letters: [Character]) -> Shape.Extent? {
    let all = letters.compactMap { extents[$0] }
    if all.count == 1 { return all[0] }
    let shape = Shape(all)
    return shape.symbols.isEmpty && shape.fixedCount < .max ? .fixed(shape.fixedCount) : nil
  }

  /// The term with an axis for each letter, of length 1 where it has none of its own.
  private func spread(_ term: Term, over letters: [Character]) -> Tensor {
    let own = letters.filter(term.letters.contains)
    let target = letters.map { term.letters.contains($0) ? extents[$0] ?? 1 : 1 }
    return Self.arranged(term, own).reshaped(to: Shape(target))
  }
}
