import ChainRule

/// Finds the shapes of symbols that nobody declared, by what is done with them and then by how they are called.
///
/// A few rounds go over all pieces from the first to the last, which tells operations from operands, and back, which tells
/// operands from operations. What is still open then is decided by custom: capital letters are matrices, letters such as y
/// vectors, all others numbers.
struct ShapeInference {
  /// What is known of a piece.
  struct Kind {
    /// The lengths of its axes; nil while not even their number is known.
    var axes: [Int]?
    var isRow = false
    /// A row times a matrix, which is a row beside a vector.
    var isProduct = false
    /// It takes the shape of what stands beside it: 𝟏, I.
    var isFlexible = false

    var rank: Int? { isFlexible ? nil : axes?.count }

    static let scalar = Kind(axes: [])
  }

  var pieces: [FormulaSyntax.Piece] = []
  var kinds: [Kind] = []
  var extents = ExtentUnion()
  /// The symbols that are wanted, in the order in which they come, and what is known of them.
  private(set) var symbols: [String] = []
  var symbolKinds: [Kind] = []
  private var numbers: [String: Int] = [:]
  /// The piece that a name of the formula's own stands for.
  private var parts: [String: Int] = [:]
  private let known: [String: Shape]
  private var knownAxes: [String: [Int]] = [:]
  /// For each piece that is a wanted symbol, its number; for one that is a part's name, the piece that it names.
  private(set) var references: [Reference] = []

  enum Reference { case none, symbol(Int), part(Int), known([Int]) }

  /// - Parameters:
  ///   - statements: The formula.
  ///   - wanted: Symbols whose shapes are sought.
  ///   - known: The shapes of the others.
  init(_ statements: [FormulaSyntax.Statement], wanted: Set<String>, known: [String: Shape]) {
    self.known = known
    for statement in statements {
      let offset = pieces.count
      for piece in statement.pieces {
        var piece = piece
        piece.parts = piece.parts.map { $0 + offset }
        pieces.append(piece)
        references.append(reference(of: piece, wanted))
      }
      if let name = statement.name { parts[name] = pieces.count - 1 }
    }
    kinds = Array(repeating: Kind(), count: pieces.count)
  }

  private mutating func reference(of piece: FormulaSyntax.Piece, _ wanted: Set<String>) -> Reference {
    guard case .name(let name) = piece.kind else { return .none }
    if let part = parts[name] { return .part(part) }
    if let shape = known[name] {
      if knownAxes[name] == nil { knownAxes[name] = shape.extents.map { extents.new($0) } }
      return .known(knownAxes[name] ?? [])
    }
    guard wanted.contains(name) else { return .none }
    if let number = numbers[name] { return .symbol(number) }
    numbers[name] = symbols.count
    symbols.append(name)
    symbolKinds.append(Kind())
    return .symbol(symbols.count - 1)
  }

  /// The shapes of the wanted symbols.
  mutating func shapes() -> [String: Shape] {
    if symbols.isEmpty { return [:] }
    for custom in SymbolCustom.allCases {
      spread()
      decide(by: custom)
    }
    spread()
    return named()
  }

  private mutating func spread() {
    for _ in 0..<3 {
      for index in pieces.indices { kinds[index] = forward(index) }
      for index in pieces.indices.reversed() { backward(index) }
    }
  }

  /// Tells a piece its kind if it had none.
  mutating func tell(_ index: Int, _ kind: Kind) {
    guard kind.axes != nil, !kinds[index].isFlexible else { return }
    if kinds[index].axes == nil { kinds[index] = kind }
    switch references[index] {
    case .symbol(let symbol) where symbolKinds[symbol].axes == nil: symbolKinds[symbol].axes = kind.axes
    case .part(let part) where kinds[part].axes == nil: kinds[part] = kind
    default: break
    }
  }

  mutating func fresh(_ rank: Int) -> Kind { Kind(axes: (0..<rank).map { _ in extents.new() }) }

  /// Makes the axes of two operands equal where they broadcast, the last beside the last.
  mutating func align(_ left: [Int], _ right: [Int]) {
    for (a, b) in zip(left.reversed(), right.reversed()) { extents.unite(a, b) }
  }

  private mutating func decide(by custom: SymbolCustom) {
    let wants = custom.isByPlace ? places(custom) : [:]
    for (index, name) in symbols.enumerated() where symbolKinds[index].axes == nil {
      guard let rank = custom.rank(of: name, wants[index]) else { continue }
      symbolKinds[index] = fresh(rank)
    }
  }

  /// The names of lengths: N for rows, `m`, `n`, … for others.
  private mutating func named() -> [String: Shape] {
    var (rows, others): (Set<Int>, Set<Int>) = ([], [])
    for (index, name) in symbols.enumerated() {
      for (axis, length) in (symbolKinds[index].axes ?? []).enumerated() {
        if axis == 0, SymbolCustom.hasRows(name) { rows.insert(extents.root(of: length)) }
        if axis > 0 || SymbolCustom.isLearned(name) { others.insert(extents.root(of: length)) }
      }
    }
    for length in meanLengths() { rows.insert(extents.root(of: length)) }
    for row in rows.subtracting(others) where extents.extent(of: row) == nil { extents.set(row, to: .batch) }
    var taken = Set(symbols).union(parts.keys).union(known.keys)
    for shape in known.values { taken.formUnion(shape.extents.map(\.description)) }
    var letters = SymbolCustom.lengths.filter { !taken.contains($0) }.makeIterator()
    var shapes: [String: Shape] = [:]
    var count = 0
    // Features are counted by m.
    let order = symbols.indices.sorted { (symbols[$0] == "X" ? 0 : 1, $0) < (symbols[$1] == "X" ? 0 : 1, $1) }
    for index in order {
      let axes = symbolKinds[index].axes ?? []
      for length in axes where extents.extent(of: length) == nil {
        count += 1
        extents.set(length, to: .symbol(letters.next() ?? "n" + Subscripts.text(of: count)))
      }
      shapes[symbols[index]] = Shape(axes.map { extents.extent(of: $0) ?? 1 })
    }
    return shapes
  }

  /// The first lengths of vectors that are averaged.
  private func meanLengths() -> [Int] {
    pieces.indices.compactMap { index in
      guard case .call("mean", _) = pieces[index].kind, let first = pieces[index].parts.first else {
        return nil
      }
      return kinds[first].axes?.first
    }
  }
}
