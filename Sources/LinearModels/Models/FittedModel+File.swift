import ChainRule
public import Foundation
import Optimizers

// Fitted models as JSON.
extension FittedModel {
  /// What is in a file; `format` and `version` come first, so that a foreign file is told from a newer one.
  private struct Content: Codable {
    var format = "chainrule-model"
    var version = 1
    let model: LinearModel
    let outputs: Int
    let coefficients: [Double]
    let standardizedCoefficients: [Double]
    let intercepts: [Double]
    let scaling: Scaling
    let outcome: FitOutcome
    let labels: ModelLabels?
    let findings: [String]?
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
      return try encoder.encode(content)
    } catch {
      throw Self.refuse(
        "", "the model has numbers that are not finite", "fit it again; it ended \(outcome.status)")
    }
  }

  /// The model in JSON.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` that says what is not as it must be.
  public init(json data: Data, file: String = "") throws {
    let decoder = JSONDecoder()
    let head = try? decoder.decode(Head.self, from: data)
    guard let head, head.format == "chainrule-model" else {
      throw Self.refuse(file, "this is no model file", "chainrule fit --save writes one")
    }
    guard head.version == 1 else {
      throw Self.refuse(file, "the file has version \(head.version ?? 0)", "this program reads version 1")
    }
    let content: Content
    do {
      content = try decoder.decode(Content.self, from: data)
    } catch {
      throw Self.refuse(file, "the file is damaged: \(error)", "fit the model again")
    }
    let (width, outputs) = (content.scaling.means.count, content.outputs)
    let isSound =
      outputs > 0 && content.intercepts.count == outputs && content.coefficients.count == width * outputs
      && content.standardizedCoefficients.count == width * outputs && content.scaling.scales.count == width
      && content.scaling.constant.allSatisfy { $0 >= 0 && $0 < width }
      && (content.labels.map { $0.isSound(content.model.family, width: width, outputs: outputs) } ?? true)
      && (content.coefficients + content.intercepts + content.scaling.means + content.scaling.scales)
        .allSatisfy(\.isFinite)
    guard isSound else {
      throw Self.refuse(file, "the numbers in the file do not fit each other", "fit the model again")
    }
    try self.init(
      model: content.model, coefficients: NDArray(shape: [width, outputs], elements: content.coefficients),
      standardizedCoefficients: NDArray(shape: [width, outputs], elements: content.standardizedCoefficients),
      intercepts: content.intercepts, scaling: content.scaling, outcome: content.outcome, solution: nil,
      labels: content.labels, findings: content.findings ?? [])
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
