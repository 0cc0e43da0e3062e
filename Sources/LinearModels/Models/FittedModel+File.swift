import ChainRule
public import Foundation
import Optimizers

// Fitted models as JSON.
extension FittedModel {
  /// What is in a file; `format` and `version` come first, so that a foreign file is told from a newer one.
  private struct Content: Codable {
    var format = "chainrule-model"
    var version = 2
    /// Of the whole file, so that a change of any byte is found.
    var digest = ContentDigest.blank
    let model: LinearModel
    let outputs: Int
    let coefficients: [Double]
    let standardizedCoefficients: [Double]
    let intercepts: [Double]
    let scaling: Scaling
    let outcome: FitOutcome
    let labels: ModelLabels?
    let findings: [String]?

    /// What of that which stands twice does not agree, or nil.
    var contradiction: String? {
      let (width, scales) = (scaling.means.count, scaling.scales)
      guard outputs > 0, intercepts.count == outputs, coefficients.count == width * outputs,
        standardizedCoefficients.count == width * outputs, scales.count == width
      else { return "the numbers of features, outputs and coefficients do not fit" }
      let numbers = coefficients + standardizedCoefficients + intercepts + scaling.means + scales
      guard numbers.allSatisfy(\.isFinite), scales.allSatisfy({ $0 > 0 }) else {
        return "a number is not finite, or a scale not above 0"
      }
      if !scaling.constant.allSatisfy({ $0 >= 0 && $0 < width }) { return "a constant feature is not there" }
      let constant = Set(scaling.constant)
      let isScaled = coefficients.indices.allSatisfy { index in
        let feature = index / outputs
        return coefficients[index]
          == (constant.contains(feature) ? 0 : standardizedCoefficients[index] / scales[feature])
      }
      if !isScaled { return "the standardised coefficients are not those in the units of the data" }
      if !model.standardizes, scaling != .none(width), scaling.constant.isEmpty {
        return "nothing is standardised, and scales are not 1"
      }
      if !model.hasIntercept, intercepts.contains(where: { $0 != 0 }) {
        return "there is no intercept, and it is not 0"
      }
      if let problem = model.family.problem ?? model.penalty.problem { return problem }
      if model.penalty.magnitudes + model.penalty.squares > 0,
        !["w", "W"].compactMap(model.penalty.formula).contains(where: { outcome.objective.contains($0) })
      {
        return "the objective was minimised with another penalty"
      }
      if let labels, !labels.isSound(model: model, width: width, outputs: outputs) {
        return "the names of features and classes do not fit the model"
      }
      return nil
    }
  }

  private struct Head: Codable {
    let format: String?
    let version: Int?
  }

  /// The model as JSON; numbers are written so that they read back exactly.
  ///
  /// - Throws: `ChainRuleError` if a number is not finite.
  public func json() throws -> Data {
    let content = Content(
      model: model, outputs: intercepts.count, coefficients: coefficients.elements,
      standardizedCoefficients: standardizedCoefficients.elements, intercepts: intercepts, scaling: scaling,
      outcome: outcome, labels: labels, findings: findings)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return Data(ContentDigest.sealed([UInt8](try encoder.encode(content))))
    } catch {
      throw Self.refuse(
        "", "the model has numbers that are not finite", "fit it again; it ended \(outcome.status)")
    }
  }

  /// The model in JSON.
  ///
  /// ```swift
  /// let model = try LinearModel(.leastSquares).fit([[1], [2], [3], [4]], [3, 5, 7, 9])
  /// try FittedModel(json: model.json()).coefficients == model.coefficients  // true
  /// ```
  ///
  /// - Throws: `ChainRuleError` of kind `.file` that says what is not as it must be: a file that was cut off or changed,
  ///   if only by a byte, is refused.
  public init(json data: Data, file: String = "") throws {
    let content = try Self.content(data, file)
    let (width, outputs) = (content.scaling.means.count, content.outputs)
    if let problem = content.contradiction {
      throw Self.refuse(file, "the file contradicts itself: \(problem)", "fit the model again")
    }
    try self.init(
      model: content.model, coefficients: NDArray(shape: [width, outputs], elements: content.coefficients),
      standardizedCoefficients: NDArray(shape: [width, outputs], elements: content.standardizedCoefficients),
      intercepts: content.intercepts, scaling: content.scaling, outcome: content.outcome, solution: nil,
      labels: content.labels, findings: content.findings ?? [])
  }

  private static func content(_ data: Data, _ file: String) throws -> Content {
    let bytes = [UInt8](data)
    if bytes.isEmpty { throw refuse(file, "the file is empty", "chainrule fit --save writes a model file") }
    if isCut(bytes) {
      throw refuse(
        file,
        "the file is cut off: it ends after \(counted(bytes.count, "byte")), in the middle of the model",
        "copy it again, or fit the model again")
    }
    let decoder = JSONDecoder()
    guard let head = try? decoder.decode(Head.self, from: data), head.format == "chainrule-model" else {
      throw refuse(file, "this is no model file", "chainrule fit --save writes one")
    }
    guard head.version == 2 else {
      throw refuse(
        file, "the file has version \(head.version ?? 0), and this program reads version 2",
        "fit the model again")
    }
    guard ContentDigest.isIntact(bytes) else {
      throw refuse(
        file, "the file was changed after it was written: it has not the digest that it carries",
        "fit the model again")
    }
    do {
      return try decoder.decode(Content.self, from: data)
    } catch let error as DecodingError {
      throw refuse(file, "the file is no model: \(error.told)", "fit the model again")
    }
  }

  /// Whether an object in JSON ends before its last bracket.
  private static func isCut(_ bytes: [UInt8]) -> Bool {
    guard bytes.first(where: { !" \t\r\n".utf8.contains($0) }) == UInt8(ascii: "{") else { return false }
    var (depth, isText, isEscaped) = (0, false, false)
    for byte in bytes {
      switch byte {
      case _ where isEscaped: isEscaped = false
      case UInt8(ascii: "\\") where isText: isEscaped = true
      case UInt8(ascii: "\""): isText.toggle()
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += isText ? 0 : 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= isText ? 0 : 1
      default: break
      }
    }
    return depth > 0 || isText
  }

  /// Writes the model to a file, whole or not at all.
  ///
  /// ```swift
  /// let model = try LinearModel(.leastSquares).fit([[1], [2], [3], [4]], [3, 5, 7, 9])
  /// try model.save(to: "line.json")
  /// try FittedModel(file: "line.json").predict([[10]])  // [21.]
  /// ```
  ///
  /// - Throws: `ChainRuleError` of kind `.file` if it cannot be written.
  public func save(to path: String) throws {
    try FileBytes.write([UInt8](json()), to: path, operation: "FittedModel.save(to:)")
  }

  /// Reads a model from a file.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` if there is none, or it is no such file.
  public init(file path: String) throws {
    try self.init(json: Data(FileBytes.bytes(at: path, operation: "FittedModel(file:)")), file: path)
  }

  private static func refuse(_ path: String, _ problem: String, _ mend: String) -> ChainRuleError {
    ChainRuleError(.file, in: "FittedModel", operands: path, problem: problem, mend: mend)
  }
}

extension DecodingError {
  /// What is wrong in a text of JSON, and where.
  fileprivate var told: String {
    func place(_ context: Context, _ last: [any CodingKey] = []) -> String {
      let path = (context.codingPath + last).map { $0.intValue.map { "\($0)" } ?? $0.stringValue }
      return path.isEmpty ? "the whole" : path.joined(separator: ".")
    }
    return switch self {
    case .keyNotFound(let key, let context): "\(place(context, [key])) is missing"
    case .valueNotFound(_, let context): "\(place(context)) is null"
    case .typeMismatch(_, let context): "\(place(context)) is of another kind"
    case .dataCorrupted(let context): "\(place(context)): \(context.debugDescription)"
    @unknown default: "it cannot be read"
    }
  }
}
