import ChainRule

/// How the columns of a table become the features of a model: numbers as they are, categories one-hot.
///
/// ```swift
/// let training = try Table(csv: "size,city,price\n50,Rome,10\n70,Oslo,20\n")
/// let encoding = try FeatureEncoding(of: training, excluding: ["price"])
/// encoding.featureNames                    // ["size", "city=Rome"]
/// let later = try Table(csv: "city,size\nRome,60\n")
/// try encoding.features(of: later)         // [[60.  1.]]
/// ```
///
/// Of the levels of a category the first is the reference and has no feature: the features of all levels
/// sum up to 1, which is what an intercept already says, and no fit could tell them apart. Where there is
/// no intercept, or a penalty tells them apart, all levels can be kept.
///
/// An encoding is a value to be saved with the model that was fitted on its features.
public struct FeatureEncoding: Hashable, Sendable {
  /// A column that features are made of.
  public struct Input: Hashable, Sendable, Codable {
    /// The name of the column.
    public let name: String
    /// The levels of a column of categories, the reference first; nil for numbers.
    public let levels: [String]?

    /// The column of this name, of numbers if it has no levels.
    init(name: String, levels: [String]?) {
      self.name = name
      self.levels = levels
    }
  }

  /// The columns that features are made of, in their order.
  public let inputs: [Input]
  /// Whether the first level of a category has a feature as well.
  public let keepsAllLevels: Bool

  /// The encoding of all columns of a table but some, such as the target.
  ///
  /// ```swift
  /// let table = try Table(csv: "size,city,price\n50,Rome,10\n70,Oslo,20\n")
  /// try FeatureEncoding(of: table, excluding: ["price"], keepingAllLevels: true).featureNames
  /// // ["size", "city=Oslo", "city=Rome"]
  /// ```
  ///
  /// - Throws: `ChainRuleError` of kind `.data` if the table has no rows, an excluded column is not there,
  ///   no feature is left, a column that is not said to hold categories has texts that seem to be numbers or names of
  ///   rows, two features have one name (as column `a=b` and level `b` of column `a`), or a
  ///   column has more than `maximumLevels` levels.
  /// - Complexity: O(columns + levels).
  public init(
    of table: Table, excluding excluded: Set<String> = [], keepingAllLevels: Bool = false,
    maximumLevels: Int = 1000
  ) throws {
    let operation = "FeatureEncoding(of:excluding:)"
    for name in excluded.sorted() { _ = try table.position(of: name, in: operation) }
    try table.refuseNoRows(operation)
    try table.refuseDisguises(excluding: excluded, in: operation)
    var inputs: [Input] = []
    for (position, name) in table.columnNames.enumerated() where !excluded.contains(name) {
      let levels = table.levels(at: position)
      if let levels, levels.count > maximumLevels,
        case .categories(let categories) = table.column(at: position)
      {
        throw categories.tooManyLevels(maximumLevels, in: operation, column: name)
      }
      inputs.append(Input(name: name, levels: levels))
    }
    self.inputs = inputs
    keepsAllLevels = keepingAllLevels
    if let problem = Self.problem(inputs, keepsAllLevels: keepingAllLevels) {
      throw ChainRuleError(.data, in: operation, problem: problem.what, mend: problem.mend)
    }
  }

  /// The names of the features: that of the column, for a category followed by `=` and the level.
  ///
  /// - Complexity: O(features).
  public var featureNames: [String] { Self.featureNames(of: inputs, keepsAllLevels: keepsAllLevels) }

  /// The number of features.
  ///
  /// - Complexity: O(columns).
  public var featureCount: Int { inputs.reduce(0) { $0 + width(of: $1) } }

  /// The options that read, of any CSV file, just the columns of this encoding, and categories as categories.
  ///
  /// With other options, codes such as `007` read as numbers where no other field of the column is text.
  ///
  /// - Complexity: O(columns).
  public var csvOptions: CSVOptions {
    CSVOptions(
      categories: Set(inputs.filter { $0.levels != nil }.map(\.name)), columns: Set(inputs.map(\.name)))
  }

  /// How many features a column becomes.
  func width(of input: Input) -> Int {
    guard let levels = input.levels else { return 1 }
    return levels.count - (keepsAllLevels ? 0 : 1)
  }

  private static func featureNames(of inputs: [Input], keepsAllLevels: Bool) -> [String] {
    inputs.flatMap { input -> [String] in
      guard let levels = input.levels else { return [input.name] }
      return levels.dropFirst(keepsAllLevels ? 0 : 1).map { "\(input.name)=\($0)" }
    }
  }

  /// What is wrong with columns to be encoded, or nil.
  private static func problem(_ inputs: [Input], keepsAllLevels: Bool) -> (what: String, mend: String)? {
    var columns: Set<String> = []
    for input in inputs {
      if !columns.insert(input.name).inserted {
        return ("the column \(quoted(input.name)) is there twice", "name each once")
      }
      guard let levels = input.levels else { continue }
      if levels.isEmpty || Set(levels).count < levels.count {
        return ("the levels of column \(quoted(input.name)) are none or not distinct", "levels are distinct")
      }
    }
    var names: Set<String> = []
    let all = featureNames(of: inputs, keepsAllLevels: keepsAllLevels)
    for name in all where !names.insert(name).inserted {
      return ("two features have the name \(quoted(name))", "rename a column")
    }
    return all.isEmpty ? ("no feature is left", "keep a column of numbers, or of two levels or more") : nil
  }
}

extension FeatureEncoding: Codable {
  private enum CodingKeys: String, CodingKey {
    case inputs, keepsAllLevels
  }

  /// Reads an encoding, as from a model file.
  ///
  /// - Throws: `DecodingError` if there is no feature, or columns, levels or names of features are not
  ///   distinct.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    inputs = try container.decode([Input].self, forKey: .inputs)
    keepsAllLevels = try container.decode(Bool.self, forKey: .keepsAllLevels)
    if let problem = Self.problem(inputs, keepsAllLevels: keepsAllLevels) {
      throw DecodingError.dataCorruptedError(forKey: .inputs, in: container, debugDescription: problem.what)
    }
  }
}

extension Categories {
  /// The error about a column that would become too many features; often a number in it is misspelt.
  fileprivate func tooManyLevels(_ maximum: Int, in operation: String, column: String) -> ChainRuleError {
    return ChainRuleError(
      .data, in: operation, operands: "column \(quoted(column))",
      problem: "the column holds \(levels.count) different texts, and at most \(maximum) become features",
      mend: misspeltNumber ?? "leave the column out, or raise maximumLevels")
  }
}
