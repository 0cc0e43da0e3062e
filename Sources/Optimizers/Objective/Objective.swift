public import ChainRule

/// The function to minimise: a recorded loss of some parameters, penalties on them, and the data of the loss.
///
/// ```swift
/// let X = Tensor.input("X", shape: [.batch, 1])
/// let y = Tensor.input("y", shape: [.batch])
/// let w = Tensor.parameter("w", shape: [1])
/// let b = Tensor.parameter("b", shape: [])
/// let objective = try Objective(
///   meanSquaredError(X • w + b, y), penalties: [w: .lasso(0.1)], data: [X: [[1], [2], [3]], y: [3, 5, 7]])
/// print(objective)             // minimise 1/N · Σ(Xw + b − y)² + 0.1 Σ |w| over w, b
/// let solution = try minimize(objective, using: .proximalNewton())
/// print(try solution[w])       // [1.925]
/// ```
///
/// A penalty is added as it stands to the loss, which is a mean over rows in every model of this library:
/// `(1/N) Σ loss + penalty`. No penalty is added that was not asked for.
public struct Objective: Sendable, CustomStringConvertible {
  /// The loss as it was given, without penalties.
  public let loss: Tensor
  /// The parameters to find, in a fixed order.
  public let parameters: [Tensor]
  /// The penalty of each parameter, in the order of `parameters`.
  public let penalties: [Penalty]
  /// The arrays that the loss is computed from.
  public let data: Bindings<Double>
  /// Whether the loss is to be made as great as possible.
  public let isMaximized: Bool

  /// The smooth part: the loss, negated if it is to be maximised, and the squares of ridge and elastic net.
  package let smooth: Tensor
  package let layout: ParameterLayout
  /// What can decide whether there is a minimum, if something can.
  package var minimumTest: (any MinimumTest)?

  /// Records what is to be minimised.
  ///
  /// ```swift
  /// let (a, b) = (Tensor.parameter("a", shape: []), Tensor.parameter("b", shape: []))
  /// print(try Objective(squared(a - 1) + squared(b - a), over: [b], penalties: [b: .ridge(0.5)], data: [a: 2]))
  /// // minimise (a − 1)² + (b − a)² + 0.5 Σ b² over b
  /// ```
  ///
  /// - Parameters:
  ///   - loss: A scalar expression.
  ///   - parameters: What may vary; by default every parameter that the loss reads. Parameters of the loss that are
  ///     not listed stay at the values in `data`, which has none for those that are.
  ///   - penalties: What is added for some of the parameters.
  ///   - data: Arrays for the inputs of the loss.
  /// - Throws: `ChainRuleError` if the loss is not a scalar or is invalid, there is no parameter, a shape is not
  ///   fixed, a penalty is negative or names another tensor, or the data have values that are not finite.
  public init(
    _ loss: Tensor, over parameters: [Tensor]? = nil, penalties: KeyValuePairs<Tensor, Penalty> = [:],
    data: Bindings<Double> = [:]
  ) throws {
    try self.init(loss, parameters, penalties, data, isMaximized: false)
  }

  /// Records what is to be minimised, of data that may be known to be finite.
  package init(
    _ loss: Tensor, over parameters: [Tensor], penalties: KeyValuePairs<Tensor, Penalty>,
    data: Bindings<Double>, checksData: Bool
  ) throws {
    try self.init(loss, parameters, penalties, data, isMaximized: false, checksData: checksData)
  }

  /// Records what is to be maximised, by gradient ascent: the negative of the loss is minimised.
  ///
  /// ```swift
  /// let p = Tensor.parameter("p", shape: [], initial: 0.5)
  /// let likelihood = 3 * log(p) + log(1 - p)
  /// let best = try minimize(Objective.maximizing(likelihood), using: .truncatedNewton())
  /// try best[p]  // 0.75
  /// ```
  ///
  /// - Throws: As for an objective to minimise, and if a penalty is asked for, which would be rewarded.
  public static func maximizing(
    _ gain: Tensor, over parameters: [Tensor]? = nil, data: Bindings<Double> = [:]
  ) throws -> Objective {
    try Objective(gain, parameters, [:], data, isMaximized: true)
  }

  private init(
    _ loss: Tensor, _ parameters: [Tensor]?, _ penalties: KeyValuePairs<Tensor, Penalty>,
    _ data: Bindings<Double>,
    isMaximized: Bool, checksData: Bool = true
  ) throws {
    guard try loss.shape.isScalar else {
      throw Self.refuse(loss.labelled, "the loss is not a scalar", "take its mean or its sum")
    }
    let parameters = parameters ?? loss.parameters
    if parameters.isEmpty {
      throw Self.refuse(loss.labelled, "the loss has no parameters", "declare some with Tensor.parameter")
    }
    for parameter in parameters where !parameter.parameters.contains(parameter) {
      throw Self.refuse(
        parameter.labelled, "it is not a parameter",
        "declare it with Tensor.parameter, or substitute one for it")
    }
    if let bound = data.entries.first(where: { parameters.contains($0.tensor) }) {
      throw Self.refuse(
        bound.tensor.labelled, "it is to be found, and data are bound to it",
        "give its start to minimize(_:from:), or leave it out of the parameters to keep it as it is")
    }
    self.loss = loss
    self.parameters = parameters
    self.data = data
    self.isMaximized = isMaximized
    self.penalties = try Self.sorted(penalties, parameters)
    layout = try ParameterLayout(parameters)
    smooth = zip(parameters, self.penalties).reduce(isMaximized ? -loss : loss) { sum, pair in
      pair.1.squares == 0 ? sum : sum + pair.1.squares * ChainRule.sum(squared(pair.0))
    }
    try smooth.validate()
    if checksData { try DataCheck.finite(data) }
  }

  private static func sorted(
    _ penalties: KeyValuePairs<Tensor, Penalty>, _ parameters: [Tensor]
  ) throws -> [Penalty] {
    var sorted = Array(repeating: Penalty.none, count: parameters.count)
    var seen: Set<Int> = []
    for (tensor, penalty) in penalties {
      guard let position = parameters.firstIndex(of: tensor) else {
        throw refuse(tensor.labelled, "the penalty is on a tensor that is not a parameter of the loss")
      }
      if !seen.insert(position).inserted {
        throw refuse(tensor.labelled, "it has two penalties", "give it one")
      }
      if let problem = penalty.problem {
        throw refuse(tensor.labelled, "\(penalty): \(problem)", penalty.mend)
      }
      sorted[position] = penalty
    }
    return sorted
  }

  static func refuse(_ operands: String, _ problem: String, _ mend: String = "") -> ChainRuleError {
    ChainRuleError(.optimization, in: "Objective", operands: operands, problem: problem, mend: mend)
  }

  /// Whether gradients alone describe it: no penalty has kinks or walls.
  ///
  /// ```swift
  /// let w = Tensor.parameter("w", shape: [2])
  /// try Objective(sum(squared(w - 1)), penalties: [w: .ridge(1)]).isSmooth  // true
  /// try Objective(sum(squared(w - 1)), penalties: [w: .lasso(1)]).isSmooth  // false
  /// ```
  public var isSmooth: Bool { !penalties.contains(where: \.hasKinks) }

  /// What is wrong with a penalty with kinks or walls, and which methods take it, as a part of a sentence.
  var kinks: Sentence {
    let each = CoefficientPenalty.each(of: self)
    let mend: Sentence =
      each == nil
      ? "use \(OptimizerSetting.fista)"
      : "use \(OptimizerSetting.proximalNewton) or \(OptimizerSetting.fista)"
    return "a penalty of this objective has kinks or walls; \(mend)"
  }

  /// The function as a formula, such as `1/N · Σ(Xw − y)² + 0.1 Σ |w|`.
  ///
  /// What named tensors stand for comes last: `1/N · Σ(ŷ − y)² + 0.1 Σ |w|, where ŷ = Xw`.
  public var formula: String {
    let terms = zip(parameters, penalties).compactMap { $1.formula(of: $0.label) }
    // Parts of a long loss are told behind it, and so behind the penalties.
    let (text, word) = (loss.formula.unicode, ", where ")
    let parts = text.split(separator: word, maxSplits: 1).map(String.init)
    let definitions = parts.dropFirst() + loss.namedParts.map { "\($0.name) = \($0.tensor.formula.unicode)" }
    return ([parts[0]] + terms).joined(separator: " + ")
      + (definitions.isEmpty ? "" : word + definitions.joined(separator: ", "))
  }

  /// What is asked for, in one line: the function, its parameters and the regions that they may not leave.
  public var description: String {
    let conditions = zip(parameters, penalties).compactMap { $1.condition(on: $0.label) }
    return (isMaximized ? "maximise " : "minimise ") + formula + " over "
      + parameters.map(\.label).joined(separator: ", ")
      + (conditions.isEmpty ? "" : " subject to " + conditions.joined(separator: ", "))
  }
}

/// The data of an objective are numbers.
enum DataCheck {
  static func finite(_ data: Bindings<Double>) throws(ChainRuleError) {
    for (tensor, array) in data.entries {
      guard let offset = array.firstNonFinite else { continue }
      throw ChainRuleError(
        .data, in: "Objective", operands: "\(tensor.labelled)",
        problem: "the element at \(array.indices(at: offset)) is \(array.storage[offset])",
        mend: "remove the row or fill in a number")
    }
  }
}
