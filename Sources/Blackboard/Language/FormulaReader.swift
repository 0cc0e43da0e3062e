public import ChainRule

/// Reads formulas as people write them, and as this library prints them, and records what they say.
///
/// ```swift
/// let reader = FormulaReader(shapes: ["X": [.batch, .symbol("m")], "y": [.batch], "w": [.symbol("m")], "b": []])
/// let loss = try reader.read("let ŷ = X*w + b; mean((y - ŷ)^2)")
/// let w = loss.symbols["w"]!
/// print(try loss.tensor.gradient(withRespectTo: [w])[w].formula)  // −2/N · Xᵀ(y − ŷ)
/// ```
public struct FormulaReader: Sendable {
  /// The shapes of symbols by their names.
  public let shapes: [String: Shape]

  /// A reader of formulas whose symbols have these shapes; those that are not told are inferred.
  public init(shapes: [String: Shape] = [:]) { self.shapes = shapes }

  /// How many characters a formula may have.
  package static let longest = 200_000

  /// Reads a formula, and declares its symbols: those whose first axis are the rows as inputs, others as parameters.
  ///
  /// - Throws: `FormulaError` that tells the column.
  /// - Complexity: Linear in the length of the text.
  public func read(_ text: String) throws -> ReadFormula { try read(text, with: [:]) }

  /// Reads a formula on symbols that are there already.
  ///
  /// - Parameters:
  ///   - text: The formula.
  ///   - symbols: What its names stand for.
  ///   - shape: The shape of the whole where that is known; nothing else tells how long `𝟏` is by itself.
  /// - Throws: `FormulaError` that tells the column.
  /// - Complexity: Linear in the length of the text.
  public func read(_ text: String, with symbols: [String: Tensor], shape: Shape? = nil) throws -> ReadFormula
  {
    let characters = Array(text.prefix(Self.longest + 1))
    if characters.count > Self.longest {
      throw FormulaError(
        at: Self.longest, of: characters, "the formula has more than \(Self.longest) characters",
        mend: "name parts with let, or record it in Swift")
    }
    let (statements, names) = try FormulaStatements.read(
      characters, knowing: Set(shapes.keys).union(symbols.keys))
    var known = symbols
    let told = shapes.merging(symbols.mapValues { $0.node.shape }) { $1 }
    let lengths = Set(told.values.flatMap { $0.symbols }.map(\.description))
    let wanted = names.filter { told[$0] == nil && !lengths.contains($0) }
    var inference = ShapeInference(statements, wanted: wanted, known: told)
    let inferred = inference.shapes()
    for name in names.sorted() where known[name] == nil && (told[name] != nil || wanted.contains(name)) {
      known[name] = Self.declared(name, shapes[name] ?? inferred[name] ?? [])
    }
    var recorder = FormulaRecorder(characters, symbols: known, lengths: lengths)
    var result: Tensor?
    for statement in statements {
      let tensor = try recorder.record(statement, shape: statement.name == nil ? shape : nil)
      if let name = statement.name { recorder.symbols[name] = tensor.named(name) } else { result = tensor }
    }
    if let shape, let found = result?.node.shape, found != shape,
      let place = Self.placeOfOnes(in: characters)
    {
      throw FormulaError(
        at: place, of: characters,
        "how long 𝟏 is is not told: as a vector it makes the whole \(found), where \(shape) is wanted",
        mend: "write ones(…) with its lengths")
    }
    return ReadFormula(
      tensor: result ?? 0, symbols: recorder.symbols, inferred: inferred, parts: statements.compactMap(\.name)
    )
  }

  /// Where an array of ones stands whose lengths are left to what is beside it.
  private static func placeOfOnes(in characters: [Character]) -> Int? {
    characters.firstIndex(of: "𝟏") ?? (String(characters).contains("\\mathbf{1}") ? 0 : nil)
  }

  /// A symbol: data if its first axis are the rows, else a parameter.
  static func declared(_ name: String, _ shape: Shape) -> Tensor {
    shape.extents.first == .batch ? .input(name, shape: shape) : .parameter(name, shape: shape)
  }
}

/// What a formula says.
public struct ReadFormula: Sendable {
  /// What was recorded.
  public let tensor: Tensor
  /// The symbols and named parts of the formula, by name.
  public let symbols: [String: Tensor]
  /// The shapes that nobody told, by name.
  public let inferred: [String: Shape]
  /// The names that the formula gives to parts, in its order.
  public let parts: [String]
}
