import Foundation
import LinearModels
import Optimizers

// A fit for programs.
extension FitJob.Outcome {
  /// A number for each column, or for several outputs a number for each column of each.
  private enum Coefficients: Encodable {
    case one([String: Double])
    case several([String: [String: Double]])

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .one(let numbers): try container.encode(numbers)
      case .several(let numbers): try container.encode(numbers)
      }
    }
  }

  private enum Intercept: Encodable {
    case one(Double)
    case several([String: Double])

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .one(let number): try container.encode(number)
      case .several(let numbers): try container.encode(numbers)
      }
    }
  }

  /// A text that is null where there is none, so that its key is always there.
  private struct Nullable: Encodable {
    let text: String?

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(text)
    }
  }

  private struct Content: Encodable {
    let objective: String
    let value: Double
    let coefficients: Coefficients
    let standardized_coefficients: Coefficients
    let intercept: Intercept
    let status: String
    let reason: String
    let iterations: Int
    let evaluations: Int
    let certificate: Nullable
    let stationarity: Double
    let training_score: Double
    let test_score: Double?
    let gradient: [String]
    let rows: FitJob.RowCounts
    let warnings: [String]
  }

  /// One object on one line; numbers that are not finite are the words inf, -inf and nan.
  package func json() throws -> String {
    let outcome = fitted.outcome
    let content = Content(
      objective: outcome.objective, value: outcome.value,
      coefficients: coefficients(fitted.coefficients.elements),
      standardized_coefficients: coefficients(fitted.standardizedCoefficients.elements),
      intercept: outputNames.count == 1
        ? .one(fitted.intercept) : .several(named(fitted.intercepts, by: outputNames)),
      status: outcome.status.rawValue, reason: outcome.reason, iterations: outcome.iterations,
      evaluations: outcome.counts.values, certificate: Nullable(text: outcome.certificate.map { "\($0)" }),
      stationarity: outcome.stationarity, training_score: trainingScore, test_score: testScore,
      gradient: gradients, rows: rows,
      warnings: warnings)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return String(decoding: try encoder.encode(content), as: UTF8.self)
  }

  /// A name for each output; one without a name, if there is only one.
  var outputNames: [String] {
    let count = fitted.intercepts.count
    if count == 1 { return [""] }
    return fitted.labels?.classes ?? (0..<count).map { "output \($0 + 1)" }
  }

  private func coefficients(_ elements: [Double]) -> Coefficients {
    let names = fitted.scaling.means.indices.map(fitted.featureName)
    if outputNames.count == 1 { return .one(named(elements, by: names)) }
    return .several(
      Dictionary(
        uniqueKeysWithValues: outputNames.enumerated().map { output, name in
          (name, named(names.indices.map { elements[$0 * outputNames.count + output] }, by: names))
        }))
  }

  private func named(_ values: [Double], by names: [String]) -> [String: Double] {
    Dictionary(zip(names, values)) { first, _ in first }
  }
}
