internal import ChainRule

/// Writes one element of a recorded tensor, from the result down to the leaves.
struct IndexWriter {
  /// Where along an axis: an index, or a fixed position; nil on an axis of length 1.
  typealias Place = IndexedText?

  private let root: Node
  private var letters: [String]
  private let rows: String?
  private(set) var free: [String] = []
  private var length = 0
  private var depth = 0

  /// How many pieces a form may have: about a page.
  private static let longest = 2000
  /// How deeply they may lie in each other, which is as deep as this calls itself.
  private static let deepest = 60
  private static let subscripts: [Character: Character] = [
    "i": "ᵢ", "j": "ⱼ", "k": "ₖ", "l": "ₗ", "p": "ₚ", "r": "ᵣ", "s": "ₛ", "t": "ₜ", "u": "ᵤ", "v": "ᵥ",
    "h": "ₕ",
    "a": "ₐ", "e": "ₑ", "n": "ₙ", "o": "ₒ", "x": "ₓ", "m": "ₘ",
  ]

  init(of root: Node) {
    self.root = root
    let nodes = Traversal(from: [root]).nodes
    let names = Set(nodes.compactMap { Tensor($0).name })
    let hasRows = nodes.contains { $0.shape.extents.contains(.batch) }
    let all = "ijklprstuvhaeox".map(String.init).filter { !names.contains($0) }
    rows = hasRows ? all[0] : nil
    letters = Array(all.dropFirst(hasRows ? 1 : 0).reversed())
  }

  /// The whole with an index for each of its axes.
  mutating func whole() throws -> IndexedText {
    var taken: Set<String> = []
    let places = root.shape.extents.map { fresh($0, &taken) }
    free = places.compactMap { $0?.latex }
    return try element(root, places, taken)
  }

  /// An index for an axis: that of rows for rows, if it is free, and else the next letter.
  private mutating func fresh(_ extent: Shape.Extent, _ taken: inout Set<String>) -> Place {
    if extent == 1 { return nil }
    var letter = rows ?? ""
    if extent != .batch || rows == nil || taken.contains(letter) {
      // The same letters are used again below another sum, after those that are taken here.
      letter = letters.reversed().first { !taken.contains($0) } ?? "i\(taken.count)"
    }
    taken.insert(letter)
    return .atom(letter, letter)
  }

  /// Small letters and digits below the line, where there are such.
  static func lowered(_ text: String) -> String? {
    let small = text.compactMap { character -> Character? in
      if let digit = character.wholeNumberValue { return Subscripts.digits[digit] }
      return character == "+" ? "₊" : subscripts[character]
    }
    return small.count == text.count ? String(small) : nil
  }

  private func lowered(_ places: [Place]) -> (unicode: String, latex: String) {
    let told = places.compactMap { $0 }
    if told.isEmpty { return ("", "") }
    let isApart = told.contains { $0.latex.count > 1 }
    let text = told.map(\.unicode).joined(separator: isApart ? "," : "")
    let small = isApart ? nil : Self.lowered(text)
    return (
      small ?? told.map { Self.lowered($0.unicode) ?? "_\($0.unicode)" }.joined(separator: ","),
      "_{\(told.map(\.latex).joined(separator: isApart ? "," : ""))}"
    )
  }

  /// A symbol or a whole formula with indices below it.
  func indexed(_ node: Node, _ places: [Place]) -> IndexedText {
    let text = FormulaText(of: node)
    var (name, latex) = (text.text(in: UnicodePrinter()), text.text(in: LaTeXPrinter()))
    let below = lowered(places)
    if below.unicode.isEmpty { return .atom(name, latex) }
    if Tensor(node).name == nil {
      (name, latex) = ("(\(name))", "\\left(\(latex)\\right)")
    } else if name.count == 1, node.shape.rank > 1, let only = name.first, only.isASCII {
      // The elements of a matrix X are x.
      (name, latex) = (name.lowercased(), latex.lowercased())
    }
    return .atom(name + below.unicode, latex + below.latex)
  }

  /// The places of an operand that is repeated to the shape of the result.
  private func aligned(_ operand: Node, _ places: [Place]) -> [Place] {
    zip(operand.shape.extents, places.suffix(operand.shape.rank)).map { $0 == 1 ? nil : $1 }
  }

  mutating func element(_ node: Node, _ places: [Place], _ taken: Set<String>) throws -> IndexedText {
    length += 1
    depth += 1
    defer { depth -= 1 }
    if length > Self.longest || depth > Self.deepest {
      throw ChainRuleError(
        .declaration, in: "index form", operands: Tensor(root).label,
        problem: "it would be longer than a page",
        mend: "name parts of the expression, so that they stay symbols")
    }
    if Tensor(node).name != nil { return indexed(node, places) }
    let x = node.inputs.map { $0 }
    switch node.primitive {
    case .leaf, .name: return indexed(node, places)
    case .stopGradient: return try element(x[0], places, taken)
    case .elementwise(let function):
      return Self.text(of: function, try element(x[0], aligned(x[0], places), taken))
    case .arithmetic(let operation):
      let parts = try x.map { try element($0, aligned($0, places), taken) }
      return Self.text(of: operation, parts)
    case .comparison(let comparison):
      let parts = try x.map { try element($0, aligned($0, places), taken) }
      let relation = comparison.relation
      let sign = LaTeXPrinter.sign(of: relation)
      return .atom(
        "[\(parts[0].unicode) \(relation.rawValue) \(parts[1].unicode)]",
        "[\(parts[0].latex) \(sign) \(parts[1].latex)]")
    case .select:
      let parts = try x.map { try element($0, aligned($0, places), taken) }
      return x[2].isZero && Self.isIndicator(x[0]) ? parts[0] * parts[1] : .call("select", parts)
    case .matrixProduct: return try product(x[0], x[1], places, taken)
    case .sum(let sum): return try total(x[0], sum.axes, places, taken) { $0 }
    case .reduction(let reduction): return try reduced(reduction, x[0], places, taken)
    case .normalization(let normalization): return try normalized(normalization, x[0], places, taken)
    default: return try moved(node, x, places, taken) ?? indexed(node, places)
    }
  }

  private static func isIndicator(_ node: Node) -> Bool {
    if case .comparison = node.primitive { true } else { false }
  }

  private mutating func product(
    _ a: Node, _ b: Node, _ places: [Place], _ taken: Set<String>
  ) throws -> IndexedText {
    var taken = taken
    let inner = fresh(a.shape[a.shape.rank - 1], &taken)
    let (isRow, isColumn) = (a.shape.rank == 1, b.shape.rank == 1)
    let leading = Array(places.dropLast((isRow ? 0 : 1) + (isColumn ? 0 : 1)))
    let own = places.dropFirst(leading.count)
    let left = isRow ? [inner] : leading + own.prefix(1) + [inner]
    let right = isColumn ? [inner] : leading + [inner] + own.suffix(1)
    let factors =
      try element(a, aligned(a, left), taken) * element(b, aligned(b, right), taken)
    return inner.map { factors.summed(over: lowered($0)) } ?? factors
  }

  private func lowered(_ index: IndexedText) -> IndexedText {
    .atom(Self.lowered(index.unicode) ?? "_\(index.unicode)", index.latex)
  }

  /// A sum over axes of what `body` makes of the element.
  private mutating func total(
    _ x: Node, _ axes: [Int], _ places: [Place], _ taken: Set<String>,
    _ body: (IndexedText) -> IndexedText
  ) throws -> IndexedText {
    var (taken, rest, sums) = (taken, places[...], [IndexedText]())
    let own = x.shape.extents.enumerated().map { axis, extent -> Place in
      if !axes.contains(axis) { return rest.popFirst() ?? nil }
      let index = fresh(extent, &taken)
      index.map { sums.append($0) }
      return index
    }
    let inner = body(try element(x, own, taken))
    return sums.reversed().reduce(inner) { $0.summed(over: lowered($1)) }
  }

  private mutating func reduced(
    _ reduction: Reduction, _ x: Node, _ places: [Place], _ taken: Set<String>
  ) throws -> IndexedText {
    switch reduction.kind {
    case .logSumExp:
      return .call("log", [try total(x, reduction.axes, places, taken) { .call("exp", [$0]) }])
    case .norm:
      let squares = try total(x, reduction.axes, places, taken) {
        $0.raised(to: .atom("2", "2"), small: "²")
      }
      return Self.text(of: .sqrt, squares)
    case .max, .min:
      var (taken, rest, indices) = (taken, places[...], [IndexedText]())
      let own = x.shape.extents.enumerated().map { axis, extent -> Place in
        if !reduction.axes.contains(axis) { return rest.popFirst() ?? nil }
        let index = fresh(extent, &taken)
        index.map { indices.append($0) }
        return index
      }
      let inner = try element(x, own, taken)
      let below = indices.map { lowered($0) }
      return .call(
        reduction.kind.rawValue, [inner],
        below: .atom(below.map(\.unicode).joined(), below.map(\.latex).joined()))
    }
  }

  private mutating func normalized(
    _ normalization: Normalization, _ x: Node, _ places: [Place], _ taken: Set<String>
  ) throws -> IndexedText {
    let axes = normalization.axes
    let kept = places.enumerated().filter { !axes.contains($0.offset) }.map(\.element)
    let own = try element(x, places, taken)
    switch normalization.kind {
    case .softmax:
      let sum = try total(x, axes, kept, taken) { .call("exp", [$0]) }
      return .call("exp", [own]) / sum
    case .logSoftmax:
      return own - .call("log", [try total(x, axes, kept, taken) { .call("exp", [$0]) }])
    case .centered:
      let count = axes.map { x.shape[$0] }.filter { $0 != 1 }.map { IndexedText.atom("\($0)", "\($0)") }
      let sum = try total(x, axes, kept, taken) { $0 }
      guard let first = count.first else { return own - sum }
      return own - .atom("1", "1") / count.dropFirst().reduce(first, *) * sum
    case .sumOfOthers: return try total(x, axes, kept, taken) { $0 } - own
    }
  }

  /// Operations that move elements.
  private mutating func moved(
    _ node: Node, _ x: [Node], _ places: [Place], _ taken: Set<String>
  ) throws -> IndexedText? {
    switch node.primitive {
    case .permutation(let permutation):
      var own = places
      for (position, axis) in permutation.order.enumerated() {
        own[axis < 0 ? axis + places.count : axis] = places[position]
      }
      return try element(x[0], own, taken)
    case .broadcast: return try element(x[0], aligned(x[0], places), taken)
    case .reshape:
      // Where only axes of length 1 come or go.
      guard x[0].shape.extents.filter({ $0 != 1 }) == node.shape.extents.filter({ $0 != 1 }) else {
        return nil
      }
      var rest = zip(node.shape.extents, places).filter { $0.0 != 1 }.map(\.1)[...]
      let own = x[0].shape.extents.map { $0 == 1 ? nil : rest.popFirst() ?? nil }
      return try element(x[0], own, taken)
    case .slice(let slice):
      let own = zip(slice.ranges, places).map { range, place -> Place in
        guard let range else { return place }
        guard let place else { return .atom("\(range.start)", "\(range.start)") }
        let scaled = range.step == 1 ? place.latex : "\(range.step)\(place.latex)"
        let text = range.start == 0 ? scaled : "\(scaled)+\(range.start)"
        return .atom(text, text)
      }
      return try element(x[0], own, taken)
    case .diagonal: return try element(x[0], places + places.suffix(1), taken)
    case .diagonalMatrix:
      let inner = try element(x[0], Array(places.dropLast()), taken)
      let below = lowered(Array(places.suffix(2)))
      return .atom("δ" + below.unicode, "\\delta" + below.latex) * inner
    case .triangle(let triangle) where triangle.offset == 0:
      guard let row = places[places.count - 2], let column = places[places.count - 1] else { return nil }
      let (sign, latex) = triangle.isUpper ? ("≤", "\\le") : ("≥", "\\ge")
      return .atom("[\(row.unicode) \(sign) \(column.unicode)]", "[\(row.latex) \(latex) \(column.latex)]")
        * (try element(x[0], places, taken))
    default: return nil
    }
  }
}
