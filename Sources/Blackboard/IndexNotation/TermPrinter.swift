internal import ChainRule

/// Writes terms of normal forms with their indices: `2/N Σᵢ xᵢⱼ yᵢ`.
struct TermPrinter {
  let algebra: IndexAlgebra

  private static let letters = "jkluvrsthpa".map(String.init)

  /// A sum of terms, at most so many of them.
  func text(of p: Polynomial, atMost count: Int = 8) -> IndexedText {
    let terms = p.sorted
    if terms.isEmpty { return .atom("0", "0") }
    let written = terms.prefix(count).map { text(of: $0.monomial, $0.coefficient, on: p.axes) }
    let sum = written.dropFirst().reduce(written[0], +)
    return terms.count > count ? sum + .atom("…", "\\dots") : sum
  }

  /// One term with its number.
  func text(of monomial: Monomial, _ coefficient: Fraction, on axes: [Int]) -> IndexedText {
    let names = names(monomial, axes)
    func part(_ isAbove: Bool) -> [IndexedText] {
      var parts: [IndexedText] = []
      for length in monomial.lengths where (length.power > 0) == isAbove {
        parts += Array(repeating: name(of: length.length), count: abs(length.power))
      }
      return parts
    }
    let above = coefficient.numerator.magnitude
    let below = coefficient.denominator
    let top = (above == 1 ? [] : [number(Int128(above))]) + part(true)
    let bottom = (below == 1 ? [] : [number(below)]) + part(false)
    let factors = monomial.factors.map { text(of: $0, names) }
    var front = top.first.map { top.dropFirst().reduce($0, *) }
    if let first = bottom.first {
      front = (front ?? .atom("1", "1")) / bottom.dropFirst().reduce(first, *)
    }
    let product = factors.first.map { factors.dropFirst().reduce($0, *) }
    var result = product ?? front ?? .atom("1", "1")
    for number in monomial.sums.indices.reversed() {
      result = result.summed(over: lowered(names[.bound(number)] ?? "?"))
    }
    if product != nil, let front { result = front * result }
    return coefficient.isNegative ? -result : result
  }

  private func number(_ value: Int128) -> IndexedText { .atom("\(value)", "\(value)") }

  private func name(of length: Int) -> IndexedText {
    .atom(algebra.extents[length].description, algebra.extents[length].description)
  }

  private func lowered(_ name: String) -> IndexedText {
    .atom(IndexWriter.lowered(name) ?? "_\(name)", name)
  }

  /// A letter for each index: i for rows.
  private func names(_ monomial: Monomial, _ axes: [Int]) -> [Index: String] {
    var (names, taken): ([Index: String], Set<String>) = ([:], [])
    func give(_ index: Index, _ length: Int) {
      var name = Self.letters.first { !taken.contains($0) } ?? "i\(taken.count)"
      if algebra.extents[length] == .batch && !taken.contains("i") { name = "i" }
      names[index] = name
      taken.insert(name)
    }
    for (axis, length) in axes.enumerated() where algebra.extents[length] != 1 { give(.free(axis), length) }
    for (number, length) in monomial.sums.enumerated() { give(.bound(number), length) }
    return names
  }

  private func text(of factor: Factor, _ names: [Index: String]) -> IndexedText {
    let places = factor.indices.map { $0.isPosition ? "\($0.number)" : names[$0] ?? "?" }
    let own = Dictionary(
      uniqueKeysWithValues: places.enumerated().map { (Index.free($0.offset), $0.element) })
    let base = text(of: algebra.atoms[factor.atom], places, own)
    if factor.power == .one { return base }
    let small = [2: "²", 3: "³", -1: "⁻¹", -2: "⁻²", 4: "⁴"]
    let exponent = text(of: .one, factor.power, on: [])
    return base.raised(to: exponent, small: factor.power.integer.flatMap { small[$0] })
  }

  private func text(of atom: Atom, _ places: [String], _ own: [Index: String]) -> IndexedText {
    func inner(_ p: Polynomial) -> IndexedText { text(of: p, own) }
    switch atom {
    case .symbol(let number): return symbol(algebra.symbols[number], places)
    case .delta: return indexed("δ", "\\delta", places)
    case .exponential(let p): return .call("exp", [inner(p)])
    case .logarithm(let p): return .call("log", [inner(p)])
    case .base(let p): return .atom("(\(inner(p).unicode))", "\\left(\(inner(p).latex)\\right)")
    case .positive(let p): return .atom("[\(inner(p).unicode) > 0]", "[\(inner(p).latex) > 0]")
    case .zero(let p): return .atom("[\(inner(p).unicode) = 0]", "[\(inner(p).latex) = 0]")
    case .inverse(let p): return matrix(p, places)
    case .determinant(let p):
      let text = text(of: p)
      return .atom("det(\(text.unicode))", "\\det\\left(\(text.latex)\\right)")
    case .function(let name, let operands): return .call(self.name(of: name), operands.map { inner($0) })
    case .operation(let primitive, let operands, _):
      let names = operands.map { text(of: $0).unicode }.joined(separator: ", ")
      return indexed("\(primitive.family.name)(\(names))", "\\operatorname{\(primitive.family.name)}", places)
    case .selector: return indexed("S", "S", places)
    case .oneHot: return indexed("onehot", "\\operatorname{onehot}", places)
    case .triangle:
      return .atom("[\(places.joined(separator: " ≤ "))]", "[\(places.joined(separator: " \\le "))]")
    case .reversal: return indexed("flip", "\\operatorname{flip}", places)
    case .regrouping: return indexed("reshape", "\\operatorname{reshape}", places)
    }
  }

  /// A sum inside of an atom, whose free indices are those at which the atom stands.
  private func text(of p: Polynomial, _ own: [Index: String]) -> IndexedText {
    let terms = p.sorted
    let written = terms.prefix(6).map { monomial, coefficient -> IndexedText in
      var names = own
      for (number, length) in monomial.sums.enumerated() {
        let taken = Set(names.values)
        let isRow = algebra.extents[length] == .batch && !taken.contains("i")
        names[.bound(number)] = isRow ? "i" : Self.letters.first { !taken.contains($0) } ?? "i\(number)"
      }
      var result: IndexedText?
      for factor in monomial.factors {
        let next = text(of: factor, names)
        result = result.map { $0 * next } ?? next
      }
      for number in monomial.sums.indices.reversed() {
        result = result?.summed(over: lowered(names[.bound(number)] ?? "?"))
      }
      var alone = monomial
      (alone.factors, alone.sums) = ([], [])
      if coefficient == .one && alone.lengths.isEmpty, let result { return result }
      if coefficient == Fraction(-1) && alone.lengths.isEmpty, let result { return -result }
      let front = text(of: alone, coefficient, on: [])
      return result.map { front * $0 } ?? front
    }
    guard let first = written.first else { return .atom("0", "0") }
    let sum = written.dropFirst().reduce(first, +)
    return terms.count > 6 ? sum + .atom("…", "\\dots") : sum
  }

  private func matrix(_ p: Polynomial, _ places: [String]) -> IndexedText {
    let text: IndexedText
    if let (monomial, coefficient) = p.single, coefficient == .one, monomial.factors.count == 1,
      case .symbol(let number) = algebra.atoms[monomial.factors[0].atom]
    {
      let name = Tensor(algebra.symbols[number]).name ?? "C"
      text = .atom(name, name)
    } else {
      let inner = self.text(of: p)
      text = .atom("(\(inner.unicode))", "\\left(\(inner.latex)\\right)")
    }
    let below = indexed("", "", places)
    return .atom("\(text.unicode)⁻¹\(below.unicode)", "{\(text.latex)}^{-1}\(below.latex)")
  }

  private func symbol(_ node: Node, _ places: [String]) -> IndexedText {
    var name = Tensor(node).name ?? "C"
    let told = zip(node.shape.extents, places).filter { $0.0 != 1 }.map(\.1)
    if name.count == 1, node.shape.rank > 1, name.first?.isASCII ?? false { name = name.lowercased() }
    return indexed(name, name, told)
  }

  private func indexed(_ name: String, _ latex: String, _ places: [String]) -> IndexedText {
    if places.isEmpty { return .atom(name, latex) }
    let isApart = places.contains { $0.count > 1 }
    let text = places.joined(separator: isApart ? "," : "")
    let small = isApart ? nil : IndexWriter.lowered(text)
    return .atom(name + (small ?? "_{\(text)}"), "\(latex)_{\(text)}")
  }

  private func name(of function: ElementFunction) -> String {
    switch function {
    case .elementwise(let function): function.rawValue
    case .polygamma(let order): order == 0 ? "ψ" : "ψ" + Subscripts.text(of: order)
    case .atan2: "atan2"
    case .power: "pow"
    case .scale: "scale"
    case .constant(let name): name
    }
  }
}
